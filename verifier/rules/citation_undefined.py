"""
A cited number, letter or key has no entry in the list.

Why it matters: a reader who wants to check the claim finds nothing. Often the list was cut or lost entries; then
`list-truncated` says so once and these findings are folded under it. In wikitext `ref-name-undefined` and
`list-missing-for-group` say what is wrong.

Remedy: settle the root cause where one explains this, and leave the number as it is; else add the entry, or correct the
number.

Elsewhere: LaTeX "Citation undefined", checkcites *undefined*, Sphinx "citation not found", docutils "Unknown target
name", remark no-undefined-references, rumdl MD066, kramdown "Footnote definition not found", GROBID NO_CANDIDATES.
"""

from collections import defaultdict
from collections.abc import Iterator

from verifier.model.article import CITEKEYS, Marker
from verifier.model.rules import Dossier, Hit, Severity
from verifier.recovery.readings import dangling, key_of, place_of
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each label that leads nowhere, at its first use."""
    if not dossier.article.lists:  # list-missing says it once
        return
    broken = dangling(dossier.article, dossier.reading)  # anchor-target-missing says more of these
    unlisted = {each.text for each in dossier.article.remarks if each.kind == messages.GROUP_WITHOUT_LIST}
    uses: dict[tuple[str, str], list[tuple[int, Marker]]] = defaultdict(list)
    for index, claim in enumerate(dossier.article.claims):
        for marker in claim.markers:
            excused = not marker.group and key_of(marker) in dossier.reading.excused
            is_told = marker.anchor in broken or marker.group == CITEKEYS or marker.group in unlisted  # by other rules
            if place_of(dossier.reading, marker) is None and not excused and not is_told:
                uses[marker.group, key_of(marker)].append((index, marker))
    for found in uses.values():
        index, marker = found[0]
        times = f", cited {len(found)} times," if len(found) > 1 else ""
        message = f"[{marker.label}]{times} has no entry{_end(dossier, marker)}"
        yield Hit(message, marker.span, claim=dossier.claim_ids[index], about=f"[{marker.label}]")


def _end(dossier: Dossier, marker: Marker) -> str:
    main = dossier.article.main_list
    if main is None or marker.group or marker.number is None:
        return ""
    last = main.entries[-1].printed
    return f": the list ends at {last}" if last.isdecimal() and marker.number > int(last) else ""


RULE = Rule("citation-undefined", "a cited number without an entry", Severity.ERROR, check)

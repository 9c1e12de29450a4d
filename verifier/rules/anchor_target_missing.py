"""
The link of a marker leads to nothing in the page.

Why it matters: a reader who clicks it stays where he is, or is taken nowhere. The entry was lost, or its id was. Where
the page lost the ids of its whole list, that is said once: the numbers still tell which entry is meant.

Remedy: restore the entry from the original page, with its id.

Elsewhere: the W3C link checker and lychee (`--include-fragments`) report fragments that do not exist. It is a specific
form of `citation-undefined`, which leaves these markers to this rule.
"""

from collections import defaultdict
from collections.abc import Iterator

from verifier.model.article import Marker
from verifier.model.rules import Dossier, Hit, Severity
from verifier.recovery.readings import MISSING, dangling, key_of
from verifier.rules import Rule
from verifier.text import counted


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each link that leads nowhere, at its first use, or one for all of them."""
    article, reading = dossier.article, dossier.reading
    if not article.lists:  # list-missing says it once
        return
    broken = dangling(article, reading)
    uses: dict[str, list[tuple[int, Marker]]] = defaultdict(list)
    for index, claim in enumerate(article.claims):
        for marker in claim.markers:
            excused = not marker.group and key_of(marker) in reading.excused
            if marker.anchor in broken and not excused:
                uses[marker.anchor].append((index, marker))
    for anchor, found in uses.items():
        index, marker = found[0]
        times = f", cited {len(found)} times," if len(found) > 1 else ""
        message = f"[{marker.label}]{times} leads to #{anchor}, which is not in the page"
        yield Hit(message, marker.span, claim=dossier.claim_ids[index], about=anchor, in_file=marker.in_file)
    lost = {remark.text for remark in article.remarks if remark.kind == MISSING}
    if lost and not reading.anchors:
        links = sum(marker.anchor in lost for marker in article.markers)
        message = f"no entry has the id that its markers lead to: {counted(links, 'link leads', 'links lead')} nowhere"
        yield Hit(message, article.lists[0].span, severity=Severity.WARNING)


RULE = Rule("anchor-target-missing", "a marker whose link leads nowhere", Severity.ERROR, check)

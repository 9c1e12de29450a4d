"""
The registry and the article's list say different things about one entry.

Why it matters: the reference is not the source that the article cites: another title, or another outlet.

Remedy: compare both with the source, and correct ``entry``, ``title`` or ``outlet``.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.article import Entry
from verifier.model.registry import Reference
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import is_alike


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each reference whose entry has another title or outlet.

    Where the list itself is damaged its numbers say nothing of the registry; the root cause tells of them.
    """
    if _is_damaged(dossier):
        return
    entries: dict[str, list[Entry]] = {}
    for each in dossier.article.lists:
        for entry in each.entries:
            entries.setdefault(entry.printed, []).append(entry)
    for reference in dossier.registry.references if dossier.registry else ():
        named = entries.get(reference.entry or "", [])
        differing = [_difference(reference, entry) for entry in named]
        if named and all(field for field, _ in differing):
            field, told = differing[0]
            message = f"reference {reference.id}: its {field} is not that of entry {reference.entry}: {told}"
            yield Hit(message, line=reference.line_of(field), reference=reference.id, about=field)


def _is_damaged(dossier: Dossier) -> bool:
    found = dossier.recovery
    return bool(found.structure.lost or found.shift or found.gained or found.rearranged or found.disordered)


def _difference(reference: Reference, entry: Entry) -> tuple[str, str]:
    for field, ours, theirs in (
        ("title", reference.title, entry.citation.title),
        ("outlet", reference.outlet, entry.citation.outlet),
    ):
        if not is_alike(ours, theirs):
            return field, f'"{ours}" and "{theirs}"'
    return ("", "")


RULE = Rule("registry-source-mismatch", "a reference that is not its entry", Severity.ERROR, check, "registry")

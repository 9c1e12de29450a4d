"""
The first numbers were first cited in content that is not here, probably an infobox or a table.

Why it matters: it explains why low numbers come late or never, and which entries may look uncited without being so.
The numbers 1 to h are those, where h is the greatest number that first appears after a greater one.

Remedy: none needed for the numbers; the missing content itself may have been worth keeping.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.recovery.structure import body_markers
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit if a prefix is hidden."""
    hidden = dossier.recovery.structure.hidden_prefix
    if not hidden:
        return
    first = body_markers(dossier.article)[0]
    numbers = {1: "[1] was", 2: "[1] and [2] were"}.get(hidden, f"[1] to [{hidden}] were")
    yield Hit(f"{numbers} first cited in content that is not here, probably an infobox or a table", first.span)


RULE = Rule("prefix-hidden", "the first numbers were cited in content that is gone", Severity.NOTE, check, root=True)

"""
A waiver's date has passed.

Why it matters: its findings count again. Somebody wanted them judged anew by that day.

Remedy: judge the findings again, and set a new date or remove the waiver.

Elsewhere: none found; waivers of other checkers do not end.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each waiver that ended before today."""
    for waiver in dossier.registry.waivers if dossier.registry else ():
        if waiver.until < dossier.today:
            message = f"the waiver of {waiver.by} for {waiver.target} ended on {waiver.until}"
            yield Hit(message, line=waiver.line, about=f"{waiver.target} {' '.join(waiver.rules)}")


RULE = Rule("waiver-expired", "a waiver that has ended", Severity.WARNING, check, "registry")

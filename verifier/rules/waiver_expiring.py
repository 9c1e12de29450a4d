"""
A waiver ends within two weeks.

Why it matters: after that day its findings count again.

Remedy: judge the findings again in time.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

_SOON = 14  # days


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each waiver that ends soon."""
    for waiver in dossier.registry.waivers if dossier.registry else ():
        left = (waiver.until - dossier.today).days
        if 0 <= left <= _SOON:
            message = f"the waiver of {waiver.by} for {waiver.target} ends on {waiver.until}"
            yield Hit(message, line=waiver.line, about=f"{waiver.target} {' '.join(waiver.rules)}")


RULE = Rule("waiver-expiring", "a waiver that ends soon", Severity.NOTE, check, "registry")

"""
A waiver covers no finding.

Why it matters: what it excused is gone, or was never found; a list of stale exceptions hides the live ones.

Remedy: remove the waiver.

Elsewhere: none found for link checkers; eslint reports unused disable comments.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each waiver in force that was not used."""
    for index, waiver in enumerate(dossier.registry.waivers if dossier.registry else ()):
        if index not in dossier.used_waivers and waiver.until >= dossier.today:
            message = f"the waiver of {waiver.by} for {waiver.target} covers no finding"
            yield Hit(message, line=waiver.line, about=f"{waiver.target} {' '.join(waiver.rules)}")


RULE = Rule("waiver-unused", "a waiver that covers nothing", Severity.NOTE, check, "registry", last=True)

"""
A reference of the registry has no URL, or no archive URL.

Why it matters: without an address the source cannot be looked up, and without an archive the proof is gone when the
page is. The report names what is missing; nothing is ever made up.

Remedy: find the address, and a snapshot near the date on which the source was read.

Elsewhere: IARI "missing archive".
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such reference."""
    for reference in dossier.registry.references if dossier.registry else ():
        fields = (("title", reference.title), ("outlet", reference.outlet), ("URL", reference.url))
        missing = [name for name, value in (*fields, ("archive URL", reference.archive_url)) if not value]
        if missing:
            told = " and ".join(f"no {name}" for name in missing)
            yield Hit(f"reference {reference.id} has {told}", line=reference.line, reference=reference.id, about=told)


RULE = Rule("reference-incomplete", "a reference without address or archive", Severity.NOTE, check, "registry")

"""
An answer that a verdict on a snapshot needs is not recorded, in a run that was told to require it.

Why it matters: with `--offline` what is not recorded stays unknown. Where the recorded answers are part of what is
checked in, as in a pull request, a missing one means that nobody has asked yet. It is reported with
`--require-fixtures` only.

Remedy: run `verify record` where there is a network, and check in what it adds to the store.

Elsewhere: VCR.py's record mode "none", in which a request without a recording fails
(https://vcrpy.readthedocs.io/en/latest/usage.html#record-modes).
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each answer that is missing."""
    lines = {each.id: each.line for each in dossier.registry.references} if dossier.registry else {}
    for each in dossier.evidence.missing:
        message = f"not recorded: {each.request}"
        yield Hit(message, line=lines.get(each.reference), reference=each.reference, about=each.request)


RULE = Rule("recording-missing", "an answer that is required and not recorded", Severity.ERROR, check, "archive")

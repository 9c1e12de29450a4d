"""
The original of an archived page is marked as unfit or usurped: its address leads to something else now.

Why it matters: the template does not link it, and rightly so. The mark is worth another look: whoever set it may have
been wrong, and a usurped address in other places of the article is a trap.

Remedy: none is needed where the mark is right.

Elsewhere: CS1 `maint_unfit` (https://en.wikipedia.org/wiki/Help:CS1_errors#unfit).
"""

from collections.abc import Iterator

from verifier.hits import Fault, of_sources
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule

_UNFIT = ("unfit", "usurped")


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such template."""
    return of_sources(dossier, _find)


def _find(source: Source) -> Iterator[Fault]:
    status = source.parameter("url-status")
    if status is not None and status.value.lower() in _UNFIT and source.is_full:
        yield Fault(f"the original is marked as {status.value.lower()}", status)


RULE = Rule("archive-status-unfit", "an original that is marked as unfit", Severity.NOTE, check)

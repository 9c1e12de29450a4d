"""
A citation template has an archive URL, and does not say when the snapshot was taken.

Why it matters: readers see "Archived from the original on" and no date.

Remedy: add |archive-date=; the first eight digits in a Wayback address are the day. `verify fix` does it.

Elsewhere: CS1 `err_archive_missing_date` (https://en.wikipedia.org/wiki/Help:CS1_errors#archive_missing_date).
"""

from collections.abc import Iterator

from verifier.citations.cs1.archives import taken_on
from verifier.hits import Fault, of_sources, surely
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such template."""
    return of_sources(dossier, surely(dossier, _find))


def _find(source: Source) -> Iterator[Fault]:
    archive = source.parameter("archive-url")
    if archive is not None and "archive-date" not in source.given:
        day = taken_on(archive.value)
        suggestion = f"add |archive-date={day}, the day in the address" if day else None
        yield Fault(f"|{archive.name}= without an archive date", archive, suggestion)


RULE = Rule("archive-without-date", "an archive URL without its date", Severity.WARNING, check)

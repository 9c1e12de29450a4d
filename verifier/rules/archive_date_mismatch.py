"""
The stated archive date is not the date in the archive URL.

In the templates of an article the neighbouring day is only noted: where the author was it may have been that day.

Why it matters: one of the two is wrong, and readers see only the stated one.

Remedy: take the date from the address; its first eight digits are the day (UTC). `verify fix` does it.

Elsewhere: CS1 `err_archive_date_url_ts_mismatch`
(https://en.wikipedia.org/wiki/Help:CS1_errors#archive_date_url_ts_mismatch).
"""

from collections.abc import Iterator

from verifier.citations.cs1.archives import disagreement
from verifier.hits import Fault, of_snapshots, of_sources
from verifier.model.evidence import ArchiveVerdict
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL of the registry and of the article's templates."""
    yield from of_snapshots(dossier, ArchiveVerdict.WRONG_DATE, "archive-date-mismatch")
    yield from of_sources(dossier, _find)


def _find(source: Source) -> Iterator[Fault]:
    found = disagreement(source)
    if found is not None:
        severity = Severity.NOTE if found.is_near else Severity.ERROR
        told = f"the snapshot is of {found.taken}, |{found.parameter.name}={found.parameter.value}"
        yield Fault(told, found.parameter, f"write the date of {found.taken}", severity)


RULE = Rule("archive-date-mismatch", "an archive date that is not the snapshot's", Severity.WARNING, check, "archive")

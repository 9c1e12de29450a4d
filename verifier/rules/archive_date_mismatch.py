"""
The stated archive date is not the date in the archive URL.

In the templates of an article the neighbouring day is only noted: where the author was it may have been that day.

Why it matters: one of the two is wrong, and readers see only the stated one.

Remedy: take the date from the address; its first eight digits are the day (UTC). `verify fix` does it.

Elsewhere: CS1 `err_archive_date_url_ts_mismatch`
(https://en.wikipedia.org/wiki/Help:CS1_errors#archive_date_url_ts_mismatch).
"""

from collections.abc import Iterator

from verifier.citations.cs1 import archives, days
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
    url, date = ("url", "date") if source.kind == "archive" else ("archive-url", "archive-date")
    archive, dated = source.parameter(url), source.parameter(date)
    taken = archives.taken_on(archive.value) if archive is not None else None
    stated = days.read(dated.value) if dated is not None else None
    if taken is None or stated is None or dated is None:
        return
    apart = max((stated.lo - taken).days, (taken - stated.hi).days)
    if apart > 0:
        severity = Severity.NOTE if apart == 1 and stated.is_day else Severity.ERROR
        told = f"the snapshot is of {taken}, |{dated.name}={dated.value}"
        yield Fault(told, dated, f"write the date of {taken}", severity)


RULE = Rule("archive-date-mismatch", "an archive date that is not the snapshot's", Severity.WARNING, check, "archive")

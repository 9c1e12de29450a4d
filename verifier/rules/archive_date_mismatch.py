"""
The stated archive date is not the date in the archive URL.

Why it matters: one of the two is wrong, and readers see only the stated one.

Remedy: take the date from the address; its first eight digits are the day (UTC).

Elsewhere: CS1 `err_archive_date_url_ts_mismatch`.
"""

from collections.abc import Iterator

from verifier.hits import of_snapshots
from verifier.model.evidence import ArchiveVerdict
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL."""
    return of_snapshots(dossier, ArchiveVerdict.WRONG_DATE, "archive-date-mismatch")


RULE = Rule("archive-date-mismatch", "an archive date that is not the snapshot's", Severity.WARNING, check, "archive")

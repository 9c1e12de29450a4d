"""
An archive URL is on a host that is no archive, or on one that is not to be relied on.

Why it matters: a copy on an unknown host proves nothing. Archive.today and its other names are deprecated on English
Wikipedia since 2026-02-20 and are never asked (https://en.wikipedia.org/wiki/Wikipedia:Archive.today_guidance).

Remedy: cite a snapshot of another archive.

Elsewhere: English Wikipedia's CS1 no longer renders such links.
"""

from collections.abc import Iterator

from verifier.hits import of_snapshots
from verifier.model.evidence import ArchiveVerdict
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL."""
    return of_snapshots(dossier, ArchiveVerdict.UNTRUSTED_HOST)


RULE = Rule("archive-untrusted", "an archive that is not to be relied on", Severity.ERROR, check, "archive")

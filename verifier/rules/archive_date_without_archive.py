"""
A citation template says when its page was archived, and has no archive URL.

Why it matters: the template prints nothing of it; the snapshot that the author had in mind is lost.

Remedy: add |archive-url=, or take the archive date out.

Elsewhere: CS1 `err_archive_date_missing_url` (https://en.wikipedia.org/wiki/Help:CS1_errors#archive_date_missing_url).
"""

from collections.abc import Iterator

from verifier.hits import Fault, of_sources, surely
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such template."""
    return of_sources(dossier, surely(dossier, _find))


def _find(source: Source) -> Iterator[Fault]:
    dated = source.parameter("archive-date")
    if dated is not None and "archive-url" not in source.given:
        yield Fault(f"|{dated.name}= without an archive URL", dated)


RULE = Rule("archive-date-without-archive", "an archive date without an archive URL", Severity.WARNING, check)

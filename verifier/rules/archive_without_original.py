"""
A citation template has an archive URL, and not the URL of the page itself.

Why it matters: the archive is a copy; a reader must be able to see whose page it is, and the template shows an error
instead of the link.

Remedy: add |url=; a Wayback address holds it behind the timestamp.

Elsewhere: CS1 `err_archive_missing_url` (https://en.wikipedia.org/wiki/Help:CS1_errors#archive_missing_url).
"""

from collections.abc import Iterator

from verifier.citations.cs1.archives import original
from verifier.citations.cs1.citation import URLS
from verifier.hits import Fault, of_sources, surely
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such template."""
    return of_sources(dossier, surely(dossier, _find))


def _find(source: Source) -> Iterator[Fault]:
    archive = source.parameter("archive-url")
    if archive is not None and source.parameter(*URLS) is None:
        page = original(archive.value)
        yield Fault(f"|{archive.name}= without the URL of the page", archive, f"add |url={page}" if page else None)


RULE = Rule("archive-without-original", "an archive URL without the original's", Severity.WARNING, check)

"""
An archive URL is not the address of one snapshot.

In the registry all archives are looked at, in the templates of an article web.archive.org, as the templates do.

Why it matters: it leads to a list of captures, orders a new capture, or to nothing; readers cannot check it.

Remedy: use the address of one capture: https://web.archive.org/web/ + 14 digits + / + the page's address.

Elsewhere: CS1 `err_archive_url` (https://en.wikipedia.org/wiki/Help:CS1_errors#archive_url).
"""

from collections.abc import Iterator

from verifier.citations.cs1.archives import problem
from verifier.hits import Fault, of_snapshots, of_sources
from verifier.model.evidence import ArchiveVerdict
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such archive URL of the registry and of the article's templates."""
    yield from of_snapshots(dossier, ArchiveVerdict.MALFORMED)
    yield from of_sources(dossier, _find)


def _find(source: Source) -> Iterator[Fault]:
    archive = source.parameter("url") if source.kind == "archive" else source.parameter("archive-url")
    if archive is not None and (told := problem(archive.value)):
        yield Fault(f"|{archive.name}= names no snapshot: {told}", archive)


RULE = Rule("archive-url-malformed", "an archive URL that names no snapshot", Severity.ERROR, check, "archive")

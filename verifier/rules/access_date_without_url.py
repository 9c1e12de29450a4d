"""
A citation template says when its page was looked at, and has no URL.

Why it matters: an access date vouches for a page on the web; without the address nobody knows which. The template does
not print the date.

Remedy: add |url=, or take the access date out.

Elsewhere: CS1 `err_accessdate_missing_url` (https://en.wikipedia.org/wiki/Help:CS1_errors#accessdate_missing_url).
"""

from collections.abc import Iterator

from verifier.citations.cs1.citation import URLS
from verifier.hits import Fault, of_sources, surely
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such template."""
    return of_sources(dossier, surely(dossier, _find))


def _find(source: Source) -> Iterator[Fault]:
    accessed = source.parameter("access-date")
    if accessed is not None and source.parameter(*URLS) is None:
        yield Fault(f"|{accessed.name}= without a URL", accessed)


RULE = Rule("access-date-without-url", "an access date without a URL", Severity.WARNING, check)

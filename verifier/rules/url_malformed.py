"""
The URL in a citation template is no address, or the title that it links is itself a link.

Why it matters: the link leads nowhere, or the template breaks it; readers cannot get to the source.

Remedy: copy the address again from the browser; take the brackets out of a title that has a URL.

Elsewhere: CS1 `err_bad_url`, `err_wikilink_in_url` (https://en.wikipedia.org/wiki/Help:CS1_errors#bad_url).
"""

import re
from collections.abc import Iterator

from verifier import urls
from verifier.errors import InputError
from verifier.hits import Fault, of_sources
from verifier.model.article import Parameter
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule
from verifier.text import shorten

_ADDRESSES = ("url", "archive-url", "chapter-url", "conference-url", "map-url", "transcript-url")
_LINKED = (("url", "title"), ("chapter-url", "chapter"), ("archive-url", "title"))
_OTHER_SCHEME = re.compile(r"(?:ftps?|sftp|gopher|ircs?|news|nntp|telnet|mailto|magnet|git|svn|ssh|tel|urn):", re.I)
_MADE = re.compile(r"\{\{|<")  # by a template or a tag: what comes out is not known


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such address and each such title."""
    return of_sources(dossier, _find)


def _find(source: Source) -> Iterator[Fault]:
    if not source.is_full:
        return
    for meaning in _ADDRESSES:
        given = source.parameter(meaning)
        if given is not None and (wrong := _wrong(given)):
            yield Fault(f"|{given.name}= {wrong} ({shorten(urls.redact(given.value), 80)})", given, key=meaning)
    seen = set()
    for address, meaning in _LINKED:
        title = source.parameter(meaning)
        if title is not None and meaning not in seen and address in source.given and "[[" in title.value:
            seen.add(meaning)
            yield Fault(f"|{title.name}= has a link of its own, beside |{source.given[address].name}=", title)


def _wrong(given: Parameter) -> str:
    value = given.value
    if _MADE.search(value) or _OTHER_SCHEME.match(value):
        return ""
    try:
        urls.parse(f"https:{value}" if value.startswith("//") else value)
    except InputError as error:
        return "is no address: " + error.message.removeprefix("the URL ")
    return ""


RULE = Rule("url-malformed", "a template's URL that is none", Severity.ERROR, check)

"""Find citeproc's citations: ``[@key]``, ``[see @key, p. 3; @other]`` and ``@key`` in running text.

The grammar is pandoc's (https://pandoc.org/MANUAL.html#citation-syntax). A key begins with a letter, a digit or an
underscore, and may hold single punctuation inside.
"""

import re
from collections.abc import Iterator, Sequence

from verifier.bibliography.source import Source, shown
from verifier.model.article import CITEKEYS, Marker, Span
from verifier.prose.flow import Block, Cite, Item, Listing, Words

_KEY = r"@(?:\{([^{}\s]+)\}|(\w(?:[\w]|[:.#$%&+?<>~/-](?=\w))*))"
_CITED = re.compile(rf"(?<![\w@/.])-?{_KEY}")
_BRACKET = re.compile(r"\[([^\[\]\n]*)\]")
_LOCATOR = re.compile(r",\s*(.*\d.*)")
_YEAR = re.compile(r"\d{2,4}[a-z]?$")


def find(copy: str, *, sure: bool) -> Iterator[Marker]:
    """Yield the citations in a text, in order; those of one bracket share its span.

    Without a bibliography, when they are not `sure`, only brackets count with keys that end in a year: ``[@name]`` may
    name a person.
    """
    position = 0
    for bracket in _BRACKET.finditer(copy):
        if "@" not in bracket[1]:
            continue
        if sure:
            yield from _in_text(copy, position, bracket.start())
        found = list(_in_bracket(bracket))
        if sure or any(_YEAR.search(marker.label) for marker in found):
            yield from found
        position = bracket.end()
    if sure:
        yield from _in_text(copy, position, len(copy))


def _in_bracket(bracket: re.Match[str]) -> Iterator[Marker]:
    span = Span(*bracket.span())
    for part in bracket[1].split(";"):
        if match := _CITED.search(part):
            page = _LOCATOR.match(part, match.end())
            yield _marker(match, span, page[1].strip() if page else None)


def _in_text(copy: str, start: int, end: int) -> Iterator[Marker]:
    for match in _CITED.finditer(copy, start, end):
        yield _marker(match, Span(*match.span()), None)


def _marker(match: re.Match[str], span: Span, page: str | None) -> Marker:
    key = match[1] or match[2]
    return Marker(key, CITEKEYS, None, span, 0, page, anchor(key))


def anchor(key: str) -> str:
    """Return the anchor of the source with this key."""
    return f"ref-{key}"


def first_cited(parts: Sequence[Block | Listing]) -> list[str]:
    """Return the anchors that the parts cite, in the order of their first citation: that of numbers in citeproc."""
    return list(dict.fromkeys(each.anchor for part in parts for each in _cites(part)))


def listing(sources: Sequence[Source]) -> Listing:
    """Return the list of references that citeproc makes of these sources."""
    items = []
    for each in sources:
        citation = each.cite()
        words = Words(shown(citation) or each.key, each.start, each.end - each.start)
        items.append(Item(each.key, [words], each.start, anchor(each.key), citation=citation))
    return Listing("References", CITEKEYS, "citekey", items, items[0].place)


def _cites(part: Block | Listing) -> Iterator[Cite]:
    groups = [part.inlines] if isinstance(part, Block) else [each.inlines for each in part.items]
    for inlines in groups:
        yield from (each for each in inlines if isinstance(each, Cite) and each.group == CITEKEYS)

"""Find citeproc's citations: ``[@key]``, ``[see @key, p. 3; @other]`` and ``@key`` in running text.

The grammar is pandoc's (https://pandoc.org/MANUAL.html#citation-syntax). A key begins with a letter, a digit or an
underscore, and may hold single punctuation inside.
"""

import re
from collections.abc import Iterator, Sequence

from verifier.markdown.csl import Source
from verifier.markdown.frontmatter import FrontMatter
from verifier.model.article import CITEKEYS, Marker, Remark, Span
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
    return Marker(key, CITEKEYS, None, span, 0, page, _anchor(key))


def _anchor(key: str) -> str:
    return f"ref-{key}"


def listing(sources: Sequence[Source]) -> Listing:
    """Return the list of references that citeproc makes of these sources."""
    items = [
        Item(
            each.key, [Words(each.shown, each.start, each.end - each.start)], each.start, _anchor(each.key),
            citation=each.citation,
        )
        for each in sources
    ]  # fmt: skip
    return Listing("References", CITEKEYS, "citekey", items, items[0].place)


def remarks(front: FrontMatter, sources: Sequence[Source] | None, parts: Sequence[Block | Listing]) -> Iterator[Remark]:
    """Yield a remark for each bibliography that was not read, and for each source that no key cites."""
    if front.references and sources is None:
        yield Remark("bibliography-unread", "references", Span(0, 0), Span(*front.references))
    for name in front.bibliography:
        yield Remark("bibliography-unread", name, Span(0, 0), Span(*front.at))
    cited = {each.anchor for part in parts for each in _cites(part)} | {_anchor(each) for each in front.cited}
    for source in sources or ():
        if not cited & {_anchor(source.key), _anchor("*")}:
            yield Remark("citekey-unused", source.key, Span(0, 0), Span(source.start, source.end))


def _cites(part: Block | Listing) -> Iterator[Cite]:
    groups = [part.inlines] if isinstance(part, Block) else [each.inlines for each in part.items]
    for inlines in groups:
        yield from (each for each in inlines if isinstance(each, Cite))

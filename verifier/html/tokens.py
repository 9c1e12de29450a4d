"""Cut a page into tags and text, each with its place, as the HTML standard's tokenizer does.

https://html.spec.whatwg.org/multipage/parsing.html#tokenization. Every pattern is possessive: a character is looked
at a fixed number of times, whatever is unclosed.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

ATTRIBUTE = (
    r"([^\t\n\f\r />][^\t\n\f\r />=]*+)"
    r"(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\t\n\f\r >\"'][^\t\n\f\r >]*+)|(?=>)))?+"
)
_TAG = re.compile(
    r"<(/?)([A-Za-z][^\t\n\f\r />]*+)((?:[\t\n\f\r /]++|" + re.sub(r"\((?!\?)", "(?:", ATTRIBUTE) + r")*+)>"
)
_OPEN = re.compile(r"<(?=[A-Za-z/!?])")
_LETTER = re.compile(r"</?[A-Za-z]")
_COMMENT_END = re.compile(r"--!?>")
_SUBSET = re.compile(r"\s*+(?:<\?[^>]*+>\s*+)?+<!doctype[^>\[]*+\[", re.IGNORECASE)
_SUBSET_END = re.compile(r"\]\s*>")
_CDATA = "<![CDATA["
_RAW = ("script", "style", "xmp", "iframe", "noembed", "noframes")  # their text holds neither tags nor entities
_TEXT_ONLY = ("title", "textarea")  # theirs holds entities
_RAW_END = {name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in (*_RAW, *_TEXT_ONLY)}


class Kind(Enum):
    """What a token is; RAW is text without entities, UNCLOSED a construct that swallows the rest of the page."""

    TEXT = "text"
    RAW = "raw"
    START = "start"
    VOID = "void"  # a start tag that ends in "/>"
    END = "end"
    UNCLOSED = "unclosed"


class Dialect(Enum):
    """How a page is to be read: XHTML ends elements with "/>"; in other XML no tag is implied and no text is raw."""

    HTML = "html"
    XHTML = "xhtml"
    XML = "xml"


class Token(NamedTuple):
    """A token from `start` to `end`; `name` is the tag's in lower case, or what is unclosed ("comment", "tag" ...)."""

    kind: Kind
    name: str
    start: int
    end: int


def tokens(source: str, dialect: Dialect) -> Iterator[Token]:
    """Yield the tokens of the page in order; comments, the doctype and processing instructions are left out.

    Outside HTML, CDATA sections are text.
    """
    xml = dialect is not Dialect.HTML
    position = scan = _after_subset(source)  # text begins at `position`; the next tag is looked for from `scan` on
    while found := _OPEN.search(source, scan):
        less = found.start()
        tag = _TAG.match(source, less)
        end = tag.end() if tag else _markup_end(source, less, xml=xml)
        if end == less:  # a "<" that is text
            scan = less + 1
            continue
        if position < less:
            yield Token(Kind.TEXT, "", position, less)
        position = scan = end
        if tag is None:
            yield from _special(source, less, end, xml=xml)
            continue
        name, void = tag[2].lower(), tag[3].endswith("/")
        yield Token(Kind.END if tag[1] else Kind.VOID if void else Kind.START, name, less, end)
        if name in _RAW_END and not tag[1] and dialect is not Dialect.XML and not (xml and void):
            position = scan = _raw_end(source, name, end)
            yield from _raw(name, end, position, len(source))
    if position < len(source):
        yield Token(Kind.TEXT, "", position, len(source))


def _after_subset(source: str) -> int:
    """Return where the page begins behind a doctype that declares entities; they are never expanded."""
    subset = _SUBSET.match(source)
    end = _SUBSET_END.search(source, subset.end()) if subset else None
    return end.end() if end else 0


def _raw_end(source: str, name: str, start: int) -> int:
    end = _RAW_END[name].search(source, start)
    return end.start() if end else len(source)


def _raw(name: str, start: int, end: int, last: int) -> Iterator[Token]:
    """Yield the text of a raw element; an unclosed one has the rest of the page, up to `last`."""
    if start < end:
        yield Token(Kind.RAW if name in _RAW else Kind.TEXT, "", start, end)
    if end == last:
        yield Token(Kind.UNCLOSED, name, start, end)


def _markup_end(source: str, less: int, *, xml: bool) -> int:
    """Return where what begins at `less` and is no tag ends; `less` for text, the page's end for what is unclosed."""
    if source.startswith("<!--", less):
        short = next((end for end in ("<!-->", "<!--->") if source.startswith(end, less)), "")
        end = None if short else _COMMENT_END.search(source, less + 4)
        return less + len(short) if short else end.end() if end else len(source)
    if _LETTER.match(source, less):
        return len(source)
    if less + 2 >= len(source):
        return less
    mark = "]]>" if xml and source.startswith(_CDATA, less) else ">"
    close = source.find(mark, less)
    return close + len(mark) if close >= 0 else len(source)


def _special(source: str, less: int, end: int, *, xml: bool) -> Iterator[Token]:
    if not source.endswith(">", less, end):
        name = "comment" if source.startswith(("<!", "<?"), less) else "tag"
        yield Token(Kind.UNCLOSED, name, less, end)
    elif xml and source.startswith(_CDATA, less):
        yield Token(Kind.RAW, "", less + len(_CDATA), end - 3)

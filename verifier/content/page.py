"""Read a page's bytes into what its readers see: titles, headings and text.

Whole and certain are kept apart from the text: a page that was cut, or whose letters are guessed, can show that
something stands in it, never that something does not.
"""

import codecs
import string
import zlib
from collections.abc import Iterator
from dataclasses import replace

from verifier import decode
from verifier.content import markup, refusals
from verifier.errors import ArticleError
from verifier.text import one_line
from verifier.values import frozen

_GZIP = b"\x1f\x8b"
_JSON = ("application/json", "text/json")
_MARKUP = ("text/html", "application/xhtml+xml", "text/plain")
SPARSE = 900  # bytes of visible text, below which a page is hardly an article
_LARGEST = 1_000_000  # bytes that one inflated body may have
_NAMES = 20  # titles and headings that are kept


@frozen
class Page:
    """One page. `names` are its own titles (title, og:title, headline, h1), the first the most telling.

    `title` is that of the title element; `headings` are the h1; `text` is what is visible, as one line; a page that
    `shows_more` has scripts, images or frames beside it. `links` are the hosts it refers to. `is_text` is False for
    media and documents, of which nothing else is known. `whole` tells that nothing is missing at the end, `certain`
    that every byte could be read in the encoding the page has; of a page whose compression is `broken` none could.
    `refusal` is what an interface says that has nothing to give: such JSON is shown to nobody as a page.
    """

    is_text: bool = True
    title: str = ""
    headings: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    site: str = ""
    language: str = ""
    text: str = ""
    asks_password: bool = False
    shows_more: bool = False
    links: tuple[str, ...] = ()
    whole: bool = True
    certain: bool = True
    broken: bool = False
    refusal: str = ""

    @property
    def size(self) -> int:
        """Return the bytes of the visible text in UTF-8."""
        return len(self.text.encode("utf-8", "replace"))

    @property
    def has_own_text(self) -> bool:
        """Tell whether what is seen of the page is in its text; the bare frame of a page made by scripts has none."""
        return self.is_text and self.whole and bool(self.text) and not (self.shows_more and self.size < SPARSE)


@frozen
class Source:
    """The markup of a page as text; `is_text`, `whole`, `certain` and `broken` as `Page` has them."""

    text: str = ""
    is_text: bool = True
    whole: bool = True
    certain: bool = True
    broken: bool = False


def source(body: bytes, content_type: str, *, truncated: bool, largest: int = _LARGEST) -> Source:
    """Return the markup of a page; one that was sent compressed is inflated up to `largest` bytes. Nothing raises."""
    kind, _, rest = content_type.partition(";")
    packed, (body, complete) = body, _unpacked(body, largest)
    if packed and not body and not complete:
        return Source(whole=False, certain=False, broken=True)
    is_markup = kind.strip().lower() in _MARKUP or (not kind.strip() and body.lstrip()[:1] == b"<")
    whole = complete and not truncated
    if not is_markup:
        return Source(is_text=not body.strip(), whole=whole)
    try:
        text, doubts = decode.decode(_at_a_character(body, whole), "the page", _charset(rest))
    except ArticleError:  # empty, or binary behind a wrong content type
        return Source(is_text=not body.strip(), whole=whole, certain=not body.strip())
    return Source(text, whole=whole, certain=not doubts)


def read(body: bytes, content_type: str, *, truncated: bool) -> Page:
    """Return the page. Nothing in it raises."""
    found = source(body, content_type, truncated=truncated)
    refusal = _refusal(body, content_type) if found.whole else ""
    if not found.text:
        return Page(
            is_text=found.is_text, whole=found.whole, certain=found.certain, broken=found.broken, refusal=refusal
        )
    return replace(_page(markup.scan(found.text), whole=found.whole, certain=found.certain), refusal=refusal)


def _refusal(body: bytes, content_type: str) -> str:
    """Return what JSON says that has nothing to give, whatever name its server has for it; "" for all else."""
    kind = content_type.partition(";")[0].strip().lower()
    plain, _ = _unpacked(body, refusals.LONGEST + 1)
    is_due = kind in (*_JSON, *_MARKUP, "") or kind.endswith("+json")
    if (
        not is_due
        or len(plain) > refusals.LONGEST
        or plain.lstrip(codecs.BOM_UTF8 + string.whitespace.encode())[:1] != b"{"
    ):
        return ""
    return refusals.of_body(plain.decode("utf-8-sig", "replace"))


def _page(seen: markup.Seen, *, whole: bool, certain: bool) -> Page:
    title, headings = one_line(seen.title), tuple(filter(None, map(one_line, seen.headings)))[:_NAMES]
    names = dict.fromkeys((title, *map(one_line, seen.titles[:_NAMES]), *headings))
    return Page(
        title=title,
        headings=headings,
        names=tuple(name for name in names if name),
        site=one_line(seen.site),
        language=seen.language,
        text=one_line("".join(seen.text)),
        asks_password=seen.asks_password,
        shows_more=seen.shows_more,
        links=tuple(seen.hosts),
        whole=whole and seen.closed,
        certain=certain,
    )


def _unpacked(body: bytes, largest: int) -> tuple[bytes, bool]:
    """Return the body without gzip, which a captured site may have sent unasked, and whether its end was there."""
    if not body.startswith(_GZIP):
        return body, True
    decoder = zlib.decompressobj(31)
    try:
        plain = decoder.decompress(body, largest)
    except zlib.error:
        return b"", False
    return plain, decoder.eof


def _charset(parameters: str) -> str:
    """Return the charset of a content type, "" without one."""
    named = (each.strip().partition("=") for each in parameters.split(";"))
    return next((value.strip(" \"'") for name, _, value in named if name.strip().lower() == "charset"), "")


def _at_a_character(body: bytes, whole: bool) -> bytes:
    """Return a cut body without the bytes of a character that may have been cut in two."""
    return body if whole else body[: max((end for end in _ends(body)), default=0)]


def _ends(body: bytes) -> Iterator[int]:
    """Yield where the body may be cut: behind its last ASCII character among the last few bytes, or at its end."""
    for end in range(len(body), max(0, len(body) - 4), -1):
        if body[end - 1] < 0x80:
            yield end
            return
    yield len(body)

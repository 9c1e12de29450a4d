"""Find the tags whose inside MediaWiki takes as a whole: references, comments, nowiki, and the like.

They are matched from left to right, and what starts first wins. A tag ends at the first ``>``, quoted or not; its
inside runs to the first closing tag of its name; without one the opening tag is plain text. See
https://www.mediawiki.org/wiki/Preprocessor_ABNF.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from verifier.model.article import Span
from verifier.wikitext.entities import decode

COMMENT = "!--"
LITERAL = "<"  # begins the name of an opening tag that is never closed, and so is plain text
# Extension tags of Wikimedia's wikis (https://www.mediawiki.org/wiki/Parser_extension_tags) whose inside is not read
# as part of the page, those whose inside is, and the include tags.
OPAQUE = """nowiki pre math chem ce syntaxhighlight source score timeline hiero inputbox templatedata templatestyles
graph mapframe maplink categorytree charinsert langconvert includeonly""".split()
_NAMES = [*OPAQUE, *"ref references gallery poem imagemap indicator section noinclude onlyinclude".split()]
TRANSPARENT = ("noinclude", "onlyinclude")  # on the page itself their inside counts
_OPENING = re.compile(rf"<(?:(!--)|({'|'.join(sorted(_NAMES, key=len, reverse=True))})(?=\s|/?>))", re.IGNORECASE)
_CLOSING = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in _NAMES}
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_LIST = re.compile(r"<references\b", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""(?:^|(?<=[\s/]))([^\s=/"'<>][^\s=/"'<>]*)(?:\s*=\s*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\s"'][^\s]*)?))?"""
)


class Tag(NamedTuple):
    """One tag: its name in lower case, where it starts and ends, where its attributes stand, where its inside.

    All are offsets. `inner_start` is -1 for a tag that closes itself (``<ref />``). A comment has the name "!--", an
    opening tag that stays plain text a name such as "<ref".
    """

    name: str
    start: int
    end: int
    attributes_end: int
    inner_start: int
    inner_end: int


def scan(text: str, begin: int = 0, end: int | None = None) -> Iterator[Tag]:
    """Yield the outermost tags between `begin` and `end`, in order. The insides of include tags are scanned too."""
    stop = len(text) if end is None else end
    never: set[str] = set()  # names that are not closed any more
    last = text.rfind(">", begin, stop)
    position = begin
    while (opening := _OPENING.search(text, position, stop)) is not None:
        tag = _tag(text, opening, stop, never, last)
        if tag.name in TRANSPARENT:
            yield Tag(tag.name, tag.start, tag.attributes_end + 1, tag.attributes_end, -1, -1)
            position = tag.attributes_end + 1
        else:
            yield tag
            position = tag.end


def _tag(text: str, opening: re.Match[str], stop: int, never: set[str], last: int) -> Tag:
    """Return the tag that is opened; behind `last`, the offset of the last ``>``, no tag ends."""
    start, begin = opening.span()
    if opening[1]:
        found = text.find("-->", begin, stop)
        inner_end, end = (found, found + 3) if found >= 0 else (stop, stop)
        return Tag(COMMENT, start, end, begin, begin, inner_end)
    name = opening[2].lower()
    if last < begin:
        return Tag(f"{LITERAL}{name}", start, begin, begin, -1, -1)
    close = text.find(">", begin, stop)
    if text[close - 1] == "/":
        return Tag(name, start, close + 1, close - 1, -1, -1)
    if name in TRANSPARENT:
        return Tag(name, start, close + 1, close, close + 1, close + 1)
    closing = None if name in never else _CLOSING[name].search(text, close + 1, stop)
    if closing is not None:
        return Tag(name, start, closing.end(), close, close + 1, closing.start())
    if name == "includeonly":
        return Tag(name, start, stop, close, close + 1, stop)
    never.add(name)
    return Tag(f"{LITERAL}{name}", start, close + 1, close, -1, -1)


def closing_tag(name: str) -> re.Pattern[str]:
    """Return the pattern of the tag that closes one of this name."""
    return _CLOSING[name]


def attributes(text: str, tag: Tag) -> dict[str, str]:
    """Return the attributes of a tag: names in lower case, values decoded, the last of two equal names.

    A comment inside the tag is no part of it. An empty value is kept: it is not the same as none for ``details``.
    """
    start = tag.start + 1 + len(tag.name.removeprefix(LITERAL))
    return decode_attributes(text[start : tag.attributes_end])


def decode_attributes(written: str) -> dict[str, str]:
    """Return the attributes written between a tag's name and its end."""
    if "<!--" in written:
        written = re.sub(r"<!--(?:(?!-->)[^>])*(?:-->|--$|$)", " ", written)
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(written):
        name, double, single, bare = match.groups()
        value = double if double is not None else single if single is not None else bare
        found[name.lower()] = _BLANKS.sub(" ", decode(value or "")).strip(" ")
    return found


def opens_list(text: str) -> bool:
    """Tell whether a further list is opened in the text."""
    return _LIST.search(text) is not None


def rows(text: str, begin: int, end: int) -> Iterator[Span]:
    """Yield the lines between `begin` and `end`, as spans."""
    start = begin
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield Span(start, stop)
        start = stop + 1

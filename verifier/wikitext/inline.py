"""Turn wikitext inside a line into the words a reader sees: no quotes for bold, no tags, links as their labels."""

import re
from collections.abc import Iterator

from verifier.prose.flow import Words
from verifier.wikitext.entities import REFERENCE, char_of

_SCHEME = r"(?:https?:|ftps?:)?//"
_MARK = re.compile(
    r"(?P<quotes>'{2,5})"
    rf"|(?P<link>\[(?P<url>{_SCHEME}[^\s\[\]<>\"]+))"
    r"|(?P<close>\])"
    r"|(?P<tag></?[a-zA-Z][^<>]{0,2000}>)"
    rf"|(?P<entity>{REFERENCE.pattern})"
    r"|(?P<switch>__[A-Z]{3,20}__)"
    r"|(?P<bare>https?://[^\s\[\]<>\"'|{}]+)"
)
_SPACING = re.compile(r"</?(?:br|hr|p|div|li|td|tr)\b", re.IGNORECASE)
_TRAILING = ".,;:!?)"  # MediaWiki takes these for the sentence's, not for the URL's (makeFreeExternalLink)


class Reader:
    """Reads runs in order, since an external link may span several.

    `links` are the URLs of external links so far, `linked` the words of the first one, "" where it has none.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._open = 0
        self.links: list[str] = []
        self.linked = ""

    def begin(self) -> None:
        """Start a new block: a link that was not closed is forgotten."""
        self._open = 0

    def words(self, start: int, end: int) -> Iterator[Words]:
        """Yield the words of a run of the file."""
        position = start
        for match in _MARK.finditer(self._text, start, end):
            if match["close"] and not self._open:
                continue
            if match.start() > position:
                yield self._said(self._verbatim(position, match.start()))
            yield from map(self._said, self._mark(match))
            position = match.end()
        if end > position:
            yield self._said(self._verbatim(position, end))

    def _said(self, words: Words) -> Words:
        if self._open and len(self.links) == 1:
            self.linked += words.text.lstrip() if not self.linked else words.text
        return Words(words.text, words.place, words.width, words.literal, self.links[-1]) if self._open else words

    def _verbatim(self, start: int, end: int) -> Words:
        return Words(self._text[start:end], start)

    def _mark(self, match: re.Match[str]) -> Iterator[Words]:
        kind = match.lastgroup
        if match["entity"]:
            char = REFERENCE.fullmatch(match["entity"])
            if char is not None:
                yield Words(char_of(char), match.start(), len(match[0]))
        elif match["link"]:
            self._open += 1
            self.links.append(match["url"])
        elif match["close"]:
            self._open -= 1
        elif match["bare"]:
            self.links.append(match["bare"].rstrip(_TRAILING))
            yield self._verbatim(match.start(), match.end())
        elif kind == "tag" and _SPACING.match(match[0]):
            yield Words(" ", match.start(), len(match[0]))

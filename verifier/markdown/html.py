"""What readers see of a block of HTML: its text without tags, comments and scripts. No Markdown is read in it."""

import re
from collections.abc import Iterator

from verifier.markdown.content import Content, entity, superscript
from verifier.prose.flow import Words

_MARKUP = re.compile(r"<!--|<(script|style)\b|</?[A-Za-z][^<>]*>|<[!?][^<>]*>|&", re.I)
_ENDS = {  # of a comment, and of what a browser runs or applies
    "": re.compile("-->"),
    "script": re.compile("</script[^>]*>?", re.I),
    "style": re.compile("</style[^>]*>?", re.I),
}


def shown(content: Content) -> Iterator[Words]:
    """Yield the text of a block of HTML."""
    text, pos = content.text, 0
    while match := _MARKUP.search(text, pos):
        yield from _words(content, pos, match.start())
        pos = match.end()
        found = entity(text, match.start()) if match[0] == "&" else superscript(text, match.start())
        if found or match[0] == "&":
            shown, pos = found or ("&", pos)
            place = content.place(match.start())
            yield Words(shown, place, content.place(pos - 1) + 1 - place)
        elif match[0] == "<!--" or match[1]:
            end = _ENDS[(match[1] or "").lower()].search(text, pos)
            pos = end.end() if end else len(text)
        else:
            yield Words(" ", content.place(match.start()), 0)
    yield from _words(content, pos, len(text))


def _words(content: Content, start: int, end: int) -> Iterator[Words]:
    """Yield the text from `start` to `end`, line by line."""
    while start < end:
        stop = content.text.find("\n", start, end) + 1 or end
        yield Words(content.text[start:stop], content.place(start))
        start = stop

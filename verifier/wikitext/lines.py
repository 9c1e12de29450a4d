"""Where a line of wikitext begins, and where the text goes on behind what shows nothing."""

import re

from verifier.wikitext import templates
from verifier.wikitext.nodes import Node
from verifier.wikitext.tags import Tag

_INDENT = 80  # blanks before a template that still begins its line
_BLANKS = re.compile(rf"[ \t]{{0,{_INDENT}}}")


def begins_line(text: str, start: int) -> bool:
    """Tell whether nothing but a few blanks stands before `start` in its line."""
    lead = text[max(0, start - _INDENT) : start].rstrip(" \t")
    return lead.endswith("\n") or (not lead and start <= _INDENT)


def behind(text: str, child: Node | Tag) -> int:
    """Return where the text goes on behind a child: a comment that is alone on its line takes the line with it."""
    if not templates.is_comment(child):
        return child.end
    blanks = _BLANKS.match(text, child.end)
    end = blanks.end() if blanks is not None else child.end
    return end + 1 if text.startswith("\n", end) and begins_line(text, child.start) else child.end

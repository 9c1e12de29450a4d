"""Match the braces and brackets of wikitext: templates, links, and what stands in their parts.

This is MediaWiki's preprocessor in one pass with a stack (https://www.mediawiki.org/wiki/Preprocessor_ABNF): a closing
pair counts only for the innermost opening one; tags (references, comments, nowiki) are opaque; what is never closed is
plain text. Nothing recurses, so any depth is read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from verifier.wikitext.tags import Tag, scan

_TOKEN = re.compile(r"\{\{+|\}\}+|\[\[|\]\]|\|")

Kind = Literal["template", "parameter", "link"]


@dataclass(slots=True)
class Part:
    """A stretch of wikitext, `start` to `end`, and the nodes and tags in it, in order."""

    start: int
    end: int = -1
    children: list["Node | Tag"] = field(default_factory=list)


@dataclass(slots=True)
class Node:
    """A template ``{{...}}``, a parameter ``{{{...}}}`` or a link ``[[...]]``; its parts stand between the bars."""

    kind: Kind
    start: int
    end: int
    parts: list[Part]


@dataclass(slots=True)
class _Open:
    """Opening braces or brackets not yet closed: `count` are left; `parts` belong to the innermost ones."""

    start: int
    count: int
    is_link: bool
    parts: list[Part]


def parse(text: str, begin: int = 0, end: int | None = None) -> Part:
    """Return the stretch from `begin` to `end` with its nodes and tags."""
    return parse_with(text, list(scan(text, begin, end)), begin, len(text) if end is None else end)


def parse_with(text: str, tags: Sequence[Tag], begin: int, end: int) -> Part:
    """Return the stretch with its nodes; `tags` are those found in it."""
    root = Part(begin)
    stack: list[_Open] = []
    position = begin
    for tag in tags:
        _between(text, position, tag.start, root, stack)
        _innermost(root, stack).children.append(tag)
        position = tag.end
    _between(text, position, end, root, stack)
    for opened in stack:  # never closed: plain text, and the nodes in it belong to the stretch
        root.children.extend(child for part in opened.parts for child in part.children)
    root.end = end
    return root


def _between(text: str, begin: int, end: int, root: Part, stack: list[_Open]) -> None:
    """Take the braces, brackets and bars of a stretch without tags."""
    for match in _TOKEN.finditer(text, begin, end):
        token, start = match[0], match.start()
        if token[0] == "{":
            stack.append(_Open(start, len(token), False, [Part(match.end())]))
        elif token == "[[":
            stack.append(_Open(start, 2, True, [Part(match.end())]))
        elif not stack:
            continue
        elif token == "|":
            stack[-1].parts[-1].end = start
            stack[-1].parts.append(Part(match.end()))
        elif token == "]]" and stack[-1].is_link:
            _close_link(root, stack, start)
        elif token[0] == "}" and not stack[-1].is_link:
            _close_braces(root, stack, start, len(token))


def _close_link(root: Part, stack: list[_Open], start: int) -> None:
    opened = stack.pop()
    opened.parts[-1].end = start
    _innermost(root, stack).children.append(Node("link", opened.start, start + 2, opened.parts))


def _close_braces(root: Part, stack: list[_Open], start: int, count: int) -> None:
    """Close as many open braces as there are closing ones, three at a time where both have three."""
    while count >= 2 and stack and not stack[-1].is_link:
        opened = stack[-1]
        size = 3 if count >= 3 and opened.count >= 3 else 2
        opened.parts[-1].end = start
        opened.count -= size
        first = opened.start + opened.count
        node = Node("parameter" if size == 3 else "template", first, start + size, opened.parts)
        if opened.count >= 2:
            opened.parts = [Part(first, children=[node])]
        else:
            stack.pop()
            _innermost(root, stack).children.append(node)
        start, count = start + size, count - size


def _innermost(root: Part, stack: list[_Open]) -> Part:
    return stack[-1].parts[-1] if stack else root

"""Take the references of a page and the templates in them, and nothing else, at the speed of a search.

This is the reader's lower half for many pages at once: flat tuples, no article. It reads the same tags as `tags.scan`
and the same templates as `nodes.parse`, which it falls back on wherever a reference is not flat; that both agree is a
property that is tested. Its patterns begin with one literal character, which `re` searches for like memchr.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from verifier.wikitext import nodes, templates
from verifier.wikitext.nodes import Node, Part
from verifier.wikitext.tags import COMMENT, OPAQUE, Tag, closing_tag, decode_attributes, scan

# A reference whose text holds no tag at one go; of any other, where its text begins. Other tags hide references.
_TAG = re.compile(
    r"<(?:ref(\s[^>]*+|/)?+>(?:(?<=/>)|([^<]*+)(</ref\s*+>)?+)"
    rf"|(!--|(?:{'|'.join(OPAQUE)})(?=\s|/?>)))",
    re.IGNORECASE,
)
_INSIDE = re.compile(rf"<(?:!--|ref|{'|'.join(OPAQUE)})", re.IGNORECASE)
_ONE_NAME = re.compile(r"""\s*+name\s*+=\s*+(?:"([^"<>&\n\t]*+)"|([^\s"'=<>&/]++))\s*+/?""", re.IGNORECASE)
_NO_NAME = re.compile(r"[\[\]{}<>\n]")

Call = tuple[str, list[tuple[str, str]]]


class Reference(NamedTuple):
    """One ``<ref>``: where it stands, its name and group ("" without), whether it closes itself, its templates.

    Each template is a pair: its name, and its parameters as pairs of name and value, both stripped and without
    comments; positional ones are named "1", "2" ... Templates inside another template are part of its values.
    """

    start: int
    end: int
    name: str
    group: str
    closes_itself: bool
    calls: list[Call]


def references(text: str) -> Iterator[Reference]:
    """Yield the references of a page, in order, without those in comments and other tags that hide them."""
    stop = text.rfind(">") + 1
    never: set[str] = set()
    match = _TAG.search(text, 0, stop)
    while match is not None:
        start, end = match.span()
        written, content, closing, other = match.groups()
        if other is not None:
            end = _behind(text, match, other.lower(), never)
        elif content is None:
            yield Reference(start, end, *_names(written), True, [])
        elif closing is not None:
            yield Reference(start, end, *_names(written), False, _calls(content) if "{{" in content else [])
        else:
            end = match.start(2)
            found = None if "ref" in never else closing_tag("ref").search(text, end, stop)
            if found is None:
                never.add("ref")
            else:
                inner, end = end, found.end()
                yield Reference(start, end, *_names(written), False, _calls_between(text, inner, found.start()))
        match = _TAG.search(text, end, stop)


def _behind(text: str, match: re.Match[str], name: str, never: set[str]) -> int:
    """Return where the text goes on behind a tag that hides what is in it, or behind its start if it is none."""
    if name == COMMENT:
        end = text.find("-->", match.end())
        return end + 3 if end >= 0 else len(text)
    close = text.find(">", match.end())
    if close < 0:
        return match.end()
    if text[close - 1] == "/":
        return close + 1
    found = None if name in never else closing_tag(name).search(text, close + 1)
    if found is not None:
        return found.end()
    never.add(name)
    return len(text) if name == "includeonly" else close + 1


def _names(written: str | None) -> tuple[str, str]:
    """Return name and group of the attributes as written."""
    if not written or written == "/":
        return "", ""
    one = _ONE_NAME.fullmatch(written)
    if one is not None:
        name = one[1] if one[1] is not None else one[2]
        if "  " not in name:
            return name.strip(" "), ""
    given = decode_attributes(written[:-1] if written[-1] == "/" else written)
    return given.get("name", ""), given.get("group", "")


def _calls(content: str) -> list[Call]:
    """Return the templates of a reference without tags in its text."""
    calls: list[Call] = []
    start = content.find("{{")
    while start >= 0:
        end = content.find("}}", start)
        inner = content[start + 2 : end]
        if end < 0 or "{" in inner or "[[" in inner:
            return _calls_between(content, 0, len(content))
        call = _flat(inner)
        if call is not None:
            calls.append(call)
        start = content.find("{{", end + 2)
    return calls


def _flat(inner: str) -> Call | None:
    """Return a template in which neither a template nor a link stands, None if its name cannot be one."""
    name, *written = inner.split("|")
    name = name.strip()
    if not name or _NO_NAME.search(name):
        return None
    parameters, position = [], 0
    for each in written:
        key, equals, value = each.partition("=")
        if equals:
            parameters.append((key.strip(), value.strip()))
        else:
            position += 1
            parameters.append((str(position), key.strip()))
    return name, parameters


def _calls_between(text: str, begin: int, end: int) -> list[Call]:
    """Return the outermost templates of any reference."""
    if text.find("{{", begin, end) < 0:
        return []
    if "[[" not in text[begin:end] and not _INSIDE.search(text, begin, end) and text.find("{", begin, end) < 0:
        return _calls(text[begin:end])
    return list(_outermost(text, nodes.parse_with(text, list(scan(text, begin, end)), begin, end)))


def _outermost(text: str, part: Part) -> Iterator[Call]:
    stack: list[Node | Tag] = list(reversed(part.children))
    while stack:
        node = stack.pop()
        if not isinstance(node, Node):
            continue
        if node.kind == "template":
            template = templates.read(text, node)
            if template.name and not _NO_NAME.search(template.name):
                yield template.name, [(each.name, each.value) for each in template.parameters]
                continue
        stack.extend(child for each in reversed(node.parts) for child in reversed(each.children))

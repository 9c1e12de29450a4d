"""Read one template call: its name and its parameters, as MediaWiki hands them to the template."""

import re

from verifier.model.article import Parameter, Span, Template
from verifier.wikitext.nodes import Node, Part
from verifier.wikitext.tags import COMMENT, Tag

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def read(text: str, node: Node) -> Template:
    """Return the template; its name is without comments and blanks at its ends."""
    name = without_comments(text[node.parts[0].start : node.parts[0].end]).strip()
    parameters, position = [], 0
    for part in node.parts[1:]:
        equals = equals_sign(text, part)
        if equals < 0:
            position += 1
            key, start = str(position), part.start
        else:
            key, start = without_comments(text[part.start : equals]).strip(), equals + 1
        value, span = _value(text, start, part.end)
        parameters.append(Parameter(key, value, span))
    return Template(name, tuple(parameters), Span(node.start, node.end))


def equals_sign(text: str, part: Part) -> int:
    """Return the offset of the sign that ends the parameter's name, -1 where it has none."""
    position = part.start
    for child in part.children:
        found = text.find("=", position, child.start)
        if found >= 0:
            return found
        position = child.end
    return text.find("=", position, part.end)


def without_comments(text: str) -> str:
    """Return the text without comments."""
    return _COMMENT.sub("", text) if "<!--" in text else text


def arguments(text: str, node: Node) -> list[Part]:
    """Return the values of the positional arguments, in order; ``1=`` names the first."""
    found: dict[int, Part] = {}
    position = 0
    for part in node.parts[1:]:
        equals = equals_sign(text, part)
        if equals < 0:
            position += 1
            found[position] = part
        elif (key := text[part.start : equals].strip()).isascii() and key.isdigit():
            found[int(key[:4])] = value_part(text, part)
    return [found[number] for number in sorted(found)]


def named(text: str, node: Node) -> dict[str, str]:
    """Return the named arguments with their values, stripped, without comments; of equal names the last one."""
    return {each.name: each.value for each in read(text, node).parameters if not each.name.isdigit()}


def value_part(text: str, part: Part) -> Part:
    """Return the part that holds the value: what stands behind the name, with its children."""
    equals = equals_sign(text, part)
    if equals < 0:
        return part
    return Part(equals + 1, part.end, [child for child in part.children if child.start > equals])


def _value(text: str, start: int, end: int) -> tuple[str, Span]:
    """Return the value without comments and blanks at its ends, and its span in the file."""
    written = text[start:end]
    lead = len(written) - len(written.lstrip())
    value = without_comments(written).strip()
    return value, Span(start + min(lead, len(written)), start + len(written.rstrip()) if value else start + lead)


def references_in(part: Part) -> list[Tag]:
    """Return all ``<ref>`` tags in the part, at any depth, in order."""
    found: list[Tag] = []
    stack = [part]
    while stack:
        for child in stack.pop().children:
            if isinstance(child, Tag):
                found += [child] if child.name == "ref" else []
            else:
                stack.extend(child.parts)
    return sorted(found, key=lambda tag: tag.start)


def is_comment(child: Node | Tag) -> bool:
    """Tell whether the child is a comment."""
    return isinstance(child, Tag) and child.name == COMMENT

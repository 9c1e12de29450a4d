"""The wikitext of a value as the citation module sees it: templates and tags in it are something else already."""

import re

_BRACES = re.compile(r"\{\{|\}\}")
_TAGS = re.compile(r"<(?:nowiki|math|ref)\b[^<>]*>[^<]*</\w+\s*>|</?[a-zA-Z][^<>]*>", re.IGNORECASE)


def outside(value: str) -> str:
    """Return the value with blanks in place of the templates and tags in it, so that places stay what they are."""
    if "{{" not in value and "<" not in value:
        return value
    pieces, position, depth = [], 0, 0
    for brace in _BRACES.finditer(value):
        if brace[0] == "{{":
            if not depth:
                pieces.append(value[position : brace.start()])
                position = brace.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                pieces.append(" " * (brace.end() - position))
                position = brace.end()
    pieces.append(" " * (len(value) - position) if depth else value[position:])
    return _TAGS.sub(lambda tag: " " * len(tag[0]), "".join(pieces))

"""Read sources in YAML: what a front matter holds itself, and files of their own.

Only the events of YAML are read (https://yaml.org/spec/1.2.2/#3121-serialization-tree): nothing is built from tags, and
an alias stands for nothing, so that no file grows when it is read.
"""

import re

from verifier.bibliography.csl import Scalar, Value, sources
from verifier.bibliography.source import Broken, Sources

_DEEPEST = 50  # nested brackets; YAML in pure Python takes quadratic time on more
_BRACKET = re.compile(r"[\[\]{}]")


def read(text: str, offset: int = 0) -> Sources:
    """Return the sources of a YAML text that stands at an offset in its file."""
    value, broken = load(text, offset)
    return Sources(tuple(sources(value)) if value is not None else (), (broken,) if broken else ())


def load(text: str, offset: int = 0) -> tuple[Value | None, Broken | None]:
    """Return the value of a YAML text, or where it is none and why; neither for an empty one."""
    import yaml  # it takes longer to import than most articles to read

    if (deep := _too_deep(text)) is not None:
        return None, Broken(offset + deep, f"more than {_DEEPEST} brackets are open here")
    root: list[Value] = []
    waiting: list[tuple[Value, list[str]]] = [(root, [])]  # each container with the key that waits for its value
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark:
                place = (offset + event.start_mark.index, offset + event.end_mark.index)
                _put(waiting[-1], Scalar(event.value, *place))
            elif isinstance(event, yaml.AliasEvent):
                _put(waiting[-1], Scalar("", offset, offset))
            elif isinstance(event, yaml.CollectionStartEvent):
                made: Value = [] if isinstance(event, yaml.SequenceStartEvent) else {}
                _put(waiting[-1], made)
                waiting.append((made, []))
            elif isinstance(event, yaml.CollectionEndEvent):
                waiting.pop()
    except yaml.YAMLError as error:
        return None, _broken(error, text, offset)
    return (root[0] if root else None), None


def _broken(error: Exception, text: str, offset: int) -> Broken:
    mark = getattr(error, "problem_mark", None)
    place = min(mark.index, len(text)) if mark is not None else getattr(error, "position", 0)
    why = getattr(error, "problem", None) or getattr(error, "reason", None) or "it is not well formed"
    return Broken(offset + place, f"no YAML: {why}")


def _put(container: tuple[Value, list[str]], value: Value) -> None:
    """Add a value to a list, or as a key or a value to a mapping."""
    holder, keys = container
    if isinstance(holder, list):
        holder.append(value)
    elif isinstance(holder, dict) and keys:
        holder.setdefault(keys.pop(), value)
    else:
        keys.append(value.text if isinstance(value, Scalar) else "")


def _too_deep(text: str) -> int | None:
    """Return where more brackets are open than may be, None if they never are."""
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > _DEEPEST:
            return bracket.start()
    return None

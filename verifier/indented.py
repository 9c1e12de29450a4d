"""JSON as people read it: the text of `json.dumps(value, indent=2)`, in two thirds of the time.

Python's encoder in C does not indent, and the one that does asks a chain of generators for each comma.
"""

import json
from json.encoder import encode_basestring
from typing import Any

_STEP = "  "


def dumps(value: object, *, sort_keys: bool = False) -> str:
    """Return the value as JSON, two blanks a level, letters as they are.

    Raises ValueError for a number that JSON does not have (RFC 8259, section 6), TypeError for whatever else it has no
    word for; keys must be text.
    """
    return _written(value, "\n", sort_keys)


def _written(value: Any, line: str, sort_keys: bool) -> str:
    """Return the value, the last line of which begins with `line`."""
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None:
        return "null"
    if isinstance(value, int):
        return int.__repr__(value) if not isinstance(value, bool) else "true" if value else "false"
    inner = line + _STEP
    if isinstance(value, dict) and value:
        items = sorted(value.items()) if sort_keys else value.items()
        rows = [f"{encode_basestring(name)}: {_written(each, inner, sort_keys)}" for name, each in items]
        return f"{{{inner}{f',{inner}'.join(rows)}{line}}}"
    if isinstance(value, (list, tuple)) and value:
        return f"[{inner}{f',{inner}'.join([_written(each, inner, sort_keys) for each in value])}{line}]"
    return json.dumps(value, allow_nan=False)

"""Write a waiver as text at the end of a registry; what stands before it is not touched."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence

BY_HAND = "checked-by-hand"  # what a waiver is where somebody has looked


def block(
    target: Mapping[str, str],
    rules: Sequence[str],
    reason: str,
    by: str,
    until: dt.date,
    checked: dt.date | None = None,
) -> str:
    """Return the table of one waiver, in TOML; `target` is one of claim, url, host and glob with its value.

    `checked` is the day somebody has looked at the source, None if nobody has.
    """
    ((name, value),) = target.items()
    rows = [f"{name} = {_text(value)}", f"rules = [{', '.join(map(_text, rules))}]"]
    rows += [f"reason = {_text(reason)}", f"by = {_text(by)}", f"until = {until.isoformat()}"]
    rows += [f"as = {_text(BY_HAND)}", f"on = {checked.isoformat()}"] if checked else []
    return "\n".join(["[[waiver]]", *rows, ""])


def appended(data: bytes, made: str) -> bytes:
    """Return the registry with the table behind a blank line at its end, in its own line ends."""
    end = b"\r\n" if b"\r\n" in data else b"\n"
    gap = b"" if data.endswith(b"\n") or not data else end
    return data + gap + end + made.encode("utf-8", "replace").replace(b"\n", end)


def _text(value: str) -> str:
    """Return a basic string of TOML: JSON's escapes are valid there, and DEL needs one too (https://toml.io/en/v1.0.0)."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")

"""The baseline: findings that are accepted debt, in a file that is generated, committed and merged line by line.

`{"version": 1, "findings": [...]}`, one finding on each line, sorted by article, rule and id.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, cast, get_type_hints

from verifier import escape
from verifier.errors import InputError
from verifier.model.outcome import KnownRow

VERSION = 1
LIMIT = 100_000_000  # bytes
_HINT = "make it again with: verify baseline update --accept-new"


def parse(data: bytes, path: str) -> dict[str, KnownRow]:
    """Return the accepted findings by id; `path` names the file in errors. Raises InputError."""
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}: is no JSON ({str(error)[:100]})", _HINT) from error
    if not isinstance(value, dict) or not isinstance(value.get("findings"), list):
        raise InputError(f'{path}: is no baseline: it has no list of "findings"', _HINT)
    if value.get("version") != VERSION:
        told = json.dumps(value.get("version"))[:40]
        raise InputError(f"{path}: has version {told}, and this version of verify reads {VERSION}", _HINT)
    rows = [_row(each, f"{path}: finding {number}") for number, each in enumerate(value["findings"], 1)]
    return {row["id"]: row for row in rows}


def dump(rows: Iterable[KnownRow]) -> str:
    """Return the baseline of these findings."""
    lines = [
        escape.dumps(row, on_one_line=True).rstrip("\n")
        for row in sorted(rows, key=lambda row: (row["article"], row["rule"], row["id"]))
    ]
    return "\n".join([f'{{"version": {VERSION}, "findings": [', *([",\n".join(lines)] if lines else []), "]}"]) + "\n"


def updated(
    accepted: Mapping[str, KnownRow], gone: Iterable[KnownRow], found: Mapping[str, KnownRow] | None
) -> list[KnownRow]:
    """Return the accepted findings without those that are gone; with those of `found` where new ones are accepted."""
    left = {row["id"] for row in gone}
    kept = {identifier: row for identifier, row in accepted.items() if identifier not in left}
    return list({**(found or {}), **kept}.values())


def _row(value: object, place: str) -> KnownRow:
    if not isinstance(value, dict):
        raise InputError(f"{place} is no object", _HINT)
    return known_row(value, place)


def known_row(value: dict[str, Any], place: str) -> KnownRow:
    """Return the value as a finding that is known. Raises InputError where a key is missing or of the wrong kind."""
    for name, kind in get_type_hints(KnownRow).items():
        found = value.get(name)
        if not isinstance(found, str) and not (found is None and kind == (str | None)):
            raise InputError(f'{place} has no text as "{name}"', _HINT)
    return cast(KnownRow, {name: value[name] for name in get_type_hints(KnownRow)})

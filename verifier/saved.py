"""Read a saved JSON report back: whole and of a schema that is known, or an error that says where it is not.

The shape is that of `verifier.model.report` itself, so the two cannot differ.
"""

import json
from functools import cache
from types import UnionType
from typing import Any, Literal, NoReturn, Union, cast, get_args, get_origin, get_type_hints, is_typeddict

from verifier.errors import InputError
from verifier.model.report import SCHEMA, Report

LIMIT = 500_000_000  # bytes
_WORDS = {str: "a text", int: "a whole number", float: "a number", bool: "true or false", type(None): "null"}
_HINT = "make the report again with: verify -f json:FILE"


def load(data: bytes, path: str) -> Report:
    """Return the report that the bytes of a JSON report hold; `path` names it in errors. Raises InputError."""
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except RecursionError as error:
        raise InputError(f"{path}: is nested too deeply to be a report", _HINT) from error
    except ValueError as error:  # UnicodeDecodeError and JSONDecodeError too
        raise InputError(f"{path}: is no JSON ({error})", _HINT) from error
    schema = value.get("schema") if isinstance(value, dict) else None
    if not isinstance(schema, str) or not schema.startswith("verifier-report/"):
        raise InputError(f'{path}: is no report of verify: its schema is not "{SCHEMA}"', _HINT)
    if schema != SCHEMA:
        raise InputError(f'{path}: has the schema "{schema[:40]}", and this version reads "{SCHEMA}"', "update verify")
    _check(value, Report, "report", path)
    report = cast(Report, value)
    _check_ties(report, path)
    return report


def _check_ties(report: Report, path: str) -> None:
    """Raise InputError where one row names another that is not there."""
    rules = {rule["id"] for rule in report["rules"]}
    for each in (*report["findings"], *(row["finding"] for row in report["waived"])):
        if each["rule"] not in rules:
            raise InputError(
                f'{path}: a finding is of the rule "{each["rule"][:40]}", and report.rules lacks it', _HINT
            )
    for article in report["articles"]:
        markers = {claim["id"]: len(claim["markers"]) for claim in article["claims"]}
        for block in article["body"]:
            for piece in block["pieces"]:
                known = range(markers.get(piece["claim"] or "", 0))
                if any(index not in known for index in piece["markers"]):
                    told = f"{path}: line {block['line']} of the article shows a marker that its claim lacks"
                    raise InputError(told, _HINT)


def _check(value: object, kind: Any, place: str, path: str) -> None:
    """Raise InputError where the value is not of this kind; keys that are not known are left alone.

    What may be null and is missing becomes null.
    """
    origin = get_origin(kind)
    if is_typeddict(kind):
        row = value if isinstance(value, dict) else _wrong(value, "an object", place, path)
        for name, inner in _hints(kind).items():
            if name not in row:  # an older version of verify did not tell it yet
                row[name] = None if type(None) in get_args(inner) else _lacking(name, place, path)
            _check(row[name], inner, f"{place}.{name}", path)
    elif origin is list:
        rows = value if isinstance(value, list) else _wrong(value, "a list", place, path)
        for index, each in enumerate(rows):
            _check(each, get_args(kind)[0], f"{place}[{index}]", path)
    elif origin is Literal:
        if value not in get_args(kind):
            _wrong(value, f"one of {', '.join(map(str, get_args(kind)))}", place, path)
    elif origin in (Union, UnionType):
        if value is not None:
            _check(value, next(each for each in get_args(kind) if each is not type(None)), place, path)
    elif not _is(value, kind):
        _wrong(value, _WORDS[kind], place, path)


def _is(value: object, kind: type) -> bool:
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value) is kind


@cache
def _hints(kind: Any) -> dict[str, Any]:
    """Return the keys of a row with their kinds, resolved once for each kind of row."""
    return get_type_hints(kind)


def _wrong(value: object, wanted: str, place: str, path: str) -> NoReturn:
    found = json.dumps(value, default=str)[:40]
    raise InputError(f"{path}: {place} should be {wanted} and is {found}", _HINT)


def _lacking(name: str, place: str, path: str) -> NoReturn:
    raise InputError(f'{path}: {place} should have "{name}" and lacks it', _HINT)

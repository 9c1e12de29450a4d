"""The history: one line of JSON for each run, added to the end. A damaged line is left out with a warning.

A line holds the ids of all that was found, and tells the rest of a finding where it is new to the history.
"""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any, cast

from verifier import escape
from verifier.errors import InputError
from verifier.model.outcome import KnownRow, TrendRow
from verifier.model.past import Past, PastRun, Scope
from verifier.model.report import Report, SeverityName
from verifier.past import known
from verifier.past.baseline import known_row

VERSION = 1
LIMIT = 500_000_000  # bytes
_SEVERITIES = ("error", "warning", "note")


def parse(data: bytes, path: str) -> tuple[Past, list[str]]:
    """Return the earlier runs, and a warning for each line that could not be read."""
    runs: list[PastRun] = []
    rows: dict[str, KnownRow] = {}
    warnings = []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        if not line.strip():
            continue
        try:
            run, first = _run(json.loads(line))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError, InputError):
            warnings.append(f"{path}:{number}: this line is no run of the history and is left out")
            continue
        runs.append(run)
        rows.update(first)
    return Past(tuple(runs), rows), warnings


def line(report: Report, past: Past, day: str) -> str:
    """Return the line of this run, made on `day` (ISO 8601)."""
    scope, rows = known.scope(report), known.rows(report)
    found = report["summary"]["findings"]
    return escape.dumps(
        {
            "version": VERSION,
            "now": day,
            "mode": report["mode"],
            "status": report["run"]["status"],
            "counts": {name: found[name] for name in _SEVERITIES},  # type: ignore[literal-required]
            "articles": sorted(scope.articles),
            "topics": sorted(scope.topics),
            "rules": sorted(scope.rules) if scope.rules is not None else None,
            "unseen": sorted(scope.unseen),
            "findings": [[identifier, row["severity"]] for identifier, row in sorted(rows.items())],
            "first": [{**row, "first_seen": row["first_seen"] or day} for row in _new(rows, past.known)],
        },
        on_one_line=True,
    )


def _new(rows: Mapping[str, KnownRow], already: Mapping[str, KnownRow]) -> list[KnownRow]:
    return [row for identifier, row in sorted(rows.items()) if identifier not in already]


def _run(value: dict[str, Any]) -> tuple[PastRun, dict[str, KnownRow]]:
    if value["version"] != VERSION or value["status"] not in ("complete", "partial"):
        raise ValueError
    counts = {name: int(value["counts"][name]) for name in _SEVERITIES}
    day = dt.date.fromisoformat(value["now"]).isoformat()
    trend = cast(TrendRow, {"now": day, "status": value["status"], **counts})
    scope = Scope(
        articles=frozenset(map(str, value["articles"])),
        topics=frozenset(value["topics"]),
        rules=frozenset(map(str, value["rules"])) if value["rules"] is not None else None,
        unseen=frozenset((str(article), str(reference), str(kind)) for article, reference, kind in value["unseen"]),
    )
    found = {str(identifier): _severity(severity) for identifier, severity in value["findings"]}
    first = [known_row(dict(each), "first") for each in value["first"]]
    return PastRun(trend, scope, found, live=value["mode"] == "online"), {row["id"]: row for row in first}


def _severity(value: object) -> SeverityName:
    if value not in _SEVERITIES:
        raise ValueError
    return cast(SeverityName, value)

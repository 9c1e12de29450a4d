"""What a report tells to later ones: its findings, as they will be known, and what the run looked at."""

from verifier.model.outcome import CheckRow, KnownRow
from verifier.model.past import Scope
from verifier.model.report import FindingRow, Report

_PENDING = ("suspect", "blocked", "unknown", "unchecked")


def findings(report: Report) -> list[FindingRow]:
    """Return all findings, also those that are accepted."""
    return [*report["findings"], *(each["finding"] for each in report["waived"])]


def rows(report: Report) -> dict[str, KnownRow]:
    """Return the findings as later runs know them, by id."""
    kinds = {rule["id"]: rule["topic"] for rule in report["rules"]}
    return {
        each["id"]: {
            "id": each["id"],
            "rule": each["rule"],
            "kind": kinds[each["rule"]],
            "severity": each["severity"],
            "article": each["article"],
            "claim": each["claim"],
            "reference": each["reference"],
            "message": each["message"],
            "first_seen": each["first_seen"] or report["run"]["now"],
        }
        for each in findings(report)
    }


def scope(report: Report) -> Scope:
    """Return what the run looked at."""
    run = report["run"]
    return Scope(
        articles=frozenset(each["path"] for each in report["articles"]),
        topics=frozenset(run["topics"]),
        rules=frozenset(run["rules"]) if run["rules"] is not None else None,
        unseen=frozenset(
            (each["article"], each["reference"], each["kind"])
            for each in report["checks"]
            if _is_open(each) and each["reference"] is not None
        ),
        outage=run["status"] == "outage",
    )


def _is_open(check: CheckRow) -> bool:
    """Tell whether nothing was seen that can be compared; a person's word in place of an answer cannot."""
    return check["outcome"] in _PENDING or (check["outcome"] == "by_hand" and check["finding"] is None)

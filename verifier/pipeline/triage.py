"""Settle a report: which findings are accepted, which are new, what is fixed, and with which code the run ends."""

from collections.abc import Mapping

from verifier.model.outcome import FOUND, FailOnName, KnownRow, TrendRow
from verifier.model.past import Past
from verifier.model.report import FindingRow, Report
from verifier.past import changes, heartbeat, known
from verifier.pipeline import checks, tally

_NO_PAST = Past()


def settled(
    report: Report,
    *,
    fail_on: FailOnName,
    accepted: Mapping[str, KnownRow] | None = None,
    past: Past = _NO_PAST,
    strict: bool = False,
) -> Report:
    """Return the report as it stands against earlier ones; nothing given is changed.

    `accepted` are the findings of the baseline by id, `past` the earlier runs. A `strict` run fails
    where the baseline holds what no longer occurs.
    """
    debt = accepted or {}
    rows = known.rows(report)
    found = [_stated(each, rows[each["id"]], debt, past) for each in report["findings"]]
    kept = {each["id"] for each in found if each["state"] != "baselined"}
    lost = {each["id"] for each in found} - kept
    for each in found:
        if each["caused_by"] in lost and each["id"] in kept:  # its cause is accepted: it stands for itself
            each["caused_by"] = None
    whole: Report = {**report, "findings": found, "fixed": changes.fixed(past, debt, known.scope(report), rows)}
    made = _counted(whole, fail_on, past)
    if strict and outdated(made, debt):
        made["run"]["exit_code"] = FOUND
    return made


def outdated(report: Report, accepted: Mapping[str, KnownRow]) -> int:
    """Return how many findings of the baseline are fixed: looked for, and not there any more."""
    return sum(row["id"] in accepted for row in report["fixed"])


def _stated(finding: FindingRow, row: KnownRow, debt: Mapping[str, KnownRow], past: Past) -> FindingRow:
    identifier = finding["id"]
    earlier = debt.get(identifier) or past.known.get(identifier)
    return {
        **finding,
        "state": "baselined" if identifier in debt else changes.state(identifier, row, past.runs),
        "first_seen": earlier["first_seen"] if earlier else finding["first_seen"],
        "flapping": changes.is_flapping(identifier, row, past.runs, present=True),
    }


def _counted(report: Report, fail_on: FailOnName, past: Past) -> Report:
    """Return the report with its checks, counts, trend and exit code as its findings are."""
    kinds = {rule["id"]: rule["topic"] for rule in report["rules"]}
    made = [each for each in report["checks"] if each["finding"] is None]
    made += checks.of_findings(report["findings"], report["waived"], kinds)
    whole: Report = {**report, "checks": checks.in_order(made, [each["path"] for each in report["articles"]])}
    whole["summary"] = tally.summary(whole)
    whole["counts"] = tally.counts(whole)
    whole["run"] = {**report["run"], "reasons": list(tally.reasons(report)), "fail_on": fail_on}
    complete = heartbeat.of(past).complete
    whole["run"]["last_complete"] = complete.isoformat() if complete else None
    whole["run"]["exit_code"] = tally.exit_code(whole, fail_on)
    whole["trend"] = [*(run.trend for run in past.runs), _trend(whole)][-changes.RUNS :]
    return whole


def _trend(report: Report) -> TrendRow:
    found, run = report["summary"]["findings"], report["run"]
    return {"now": run["now"], "status": run["status"], **found}

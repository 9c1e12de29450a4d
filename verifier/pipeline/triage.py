"""Settle a report: which findings are accepted, which are new, what is fixed, and with which code the run ends."""

from verifier.model.outcome import FailOnName
from verifier.model.report import Report
from verifier.pipeline import checks, tally


def settled(report: Report, *, fail_on: FailOnName) -> Report:
    """Return the report with its checks, counts and exit code as its findings are; nothing given is changed."""
    kinds = {rule["id"]: rule["topic"] for rule in report["rules"]}
    made = [each for each in report["checks"] if each["finding"] is None]
    made += checks.of_findings(report["findings"], report["waived"], kinds)
    whole: Report = {**report, "checks": checks.in_order(made, [each["path"] for each in report["articles"]])}
    whole["summary"] = tally.summary(whole)
    whole["counts"] = tally.counts(whole)
    whole["run"] = {**report["run"], "reasons": list(tally.reasons(report)), "fail_on": fail_on}
    whole["run"]["exit_code"] = tally.exit_code(whole, fail_on)
    return whole

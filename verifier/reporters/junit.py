"""JUnit XML for CI servers: a suite for each article, a test case for each check.

Errors and warnings fail, notes pass and tell themselves; what is accepted (waived, in the baseline) or not settled yet
(suspect, blocked) is skipped; what got no answer or was not asked is an error. So every outcome is in, and the counts
are those of the JSON report. No time: the same report gives the same bytes.

The form is the one that Jenkins and GitLab read
(https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd).
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from verifier import tasks
from verifier.escape import xml
from verifier.model.outcome import CheckRow
from verifier.model.report import Report
from verifier.reporters import Reporter

_SKIPPED = ("suspect", "blocked", "by_hand", "waived", "baselined")
_ERRORS = ("unknown", "unchecked")


def render(report: Report) -> str:
    """Return the checks as JUnit XML."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    advice = tasks.advice(report)
    suites: dict[str, list[CheckRow]] = {article["path"]: [] for article in report["articles"]}
    for check in report["checks"]:
        suites.setdefault(check["article"], []).append(check)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="verify"{_counts(report["checks"])}>'
    for name, checks in suites.items():
        yield f'  <testsuite name="{xml(name)}"{_counts(checks)}>'
        names: Counter[str] = Counter()
        for check in checks:
            yield from _case(check, advice.get(check["finding"] or ""), names)
        yield "  </testsuite>"
    yield "</testsuites>"


def _counts(checks: Sequence[CheckRow]) -> str:
    found: Counter[str] = Counter(check["outcome"] for check in checks)
    errors, skipped = (sum(found[each] for each in names) for names in (_ERRORS, _SKIPPED))
    return f' tests="{len(checks)}" failures="{found["fail"]}" errors="{errors}" skipped="{skipped}"'


def _case(check: CheckRow, advice: str | None, names: Counter[str]) -> Iterator[str]:
    marker = f"[{check['marker']}]" if check["marker"] else ""
    about = check["claim"] or check["reference"] or "the article"
    name = " ".join(each for each in (about, marker, check["rule"] or check["kind"]) if each)
    names[name] += 1
    if names[name] > 1:
        name = f"{name} #{names[name]}"
    where = f'file="{xml(check["path"])}" line="{check["line"]}"'
    yield f'    <testcase classname="{xml(check["article"])}" name="{xml(name)}" {where}>'
    yield from _outcome(check, advice)
    yield "    </testcase>"


def _outcome(check: CheckRow, advice: str | None) -> Iterator[str]:
    outcome, reason = check["outcome"], xml(check["reason"])
    if outcome == "fail":
        told = f"{check['path']}:{check['line']}:{check['column']}: {check['reason']}"
        if advice:
            told += f"\nWhat to do: {advice}"
        yield f'      <failure type="{xml(check["rule"] or outcome)}" message="{reason}">{xml(told)}</failure>'
    elif outcome in _ERRORS:
        yield f'      <error type="{outcome}" message="{reason}"/>'
    elif outcome in _SKIPPED:
        yield f'      <skipped message="{outcome}: {reason}"/>'
    elif outcome == "noted":
        yield f"      <system-out>note: {reason}</system-out>"


REPORTER = Reporter("junit", ".xml", "a test case for each check, for CI servers", render)

"""Make the report: judge every dossier, set waived findings apart, sort, count."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from verifier import urls
from verifier.model.outcome import ByHandRow, CheckRow, HeldRow, KindName, RunRow, StatusName, WaiverRow
from verifier.model.report import SCHEMA, ArticleRow, FindingRow, ReferenceRow, Report, RuleRow, SkippedRow, WaivedRow
from verifier.model.rules import Dossier
from verifier.pipeline import checks, diagnosis, links, rows, snapshots, stamp, support, tally, waiving
from verifier.pipeline.judge import Judged, judge
from verifier.pipeline.triage import settled
from verifier.recovery import keys
from verifier.rules import Rule
from verifier.values import frozen


@frozen
class _Part:
    """What the report holds of one dossier."""

    article: ArticleRow
    findings: list[FindingRow]
    waived: list[WaivedRow]
    waivers: list[WaiverRow]
    checks: list[CheckRow]
    by_hand: list[ByHandRow]
    unverified: list[SkippedRow]


@frozen
class _Whole:
    """The same of all articles, in their order."""

    articles: list[ArticleRow]
    findings: list[FindingRow]
    waived: list[WaivedRow]
    waivers: list[WaiverRow]
    checks: list[CheckRow]
    by_hand: list[ByHandRow]
    unverified: list[SkippedRow]


def _whole(parts: Sequence[_Part]) -> _Whole:
    return _Whole(
        [part.article for part in parts],
        [each for part in parts for each in part.findings],
        [each for part in parts for each in part.waived],
        [each for part in parts for each in part.waivers],
        [each for part in parts for each in part.checks],
        [each for part in parts for each in part.by_hand],
        [each for part in parts for each in part.unverified],
    )


def run(
    dossiers: Sequence[Dossier],
    rules: Sequence[Rule],
    *,
    version: str,
    mode: Literal["offline", "online"],
    topics: Sequence[KindName],
    shown: Collection[str] | None,
    now: str | None = None,
    unread: Sequence[SkippedRow] = (),
) -> Report:
    """Return the report on the dossiers, in their order; all its findings are new.

    All rules run, so that the diagnosis is the same whatever is shown. `topics` are those that were asked for, `shown`
    the ids of the rules whose findings are reported, None for all; `now` is the day the report tells; `unread`
    are articles that could not be read.
    """
    visible = {rule.id for rule in rules if rule.topic in topics and (shown is None or rule.id in shown)}
    whole = _whole([_part(dossier, rules, visible, topics, now) for dossier in dossiers])
    judged = [*whole.findings, *(each["finding"] for each in whole.waived)]
    _free_of_unseen_causes(whole.findings, {finding["id"] for finding in judged})
    unverified = [*unread, *whole.unverified, *_unasked(dossiers, topics)]
    report: Report = {
        "schema": SCHEMA,
        "tool": {"name": "verifier", "version": version},
        "mode": mode,
        "run": _run_row(now, _status(dossiers, unverified), topics, shown),
        "summary": tally.NO_SUMMARY,
        "coverage": tally.coverage(whole.articles, [*whole.checks, *_looked_at(whole.waived, rules)], now),
        "counts": tally.NO_COUNTS,
        "articles": whole.articles,
        "references": [row for dossier in dossiers for row in _references(dossier)],
        "findings": whole.findings,
        "fixed": [],
        "trend": [],
        "checks": whole.checks,
        "suspects": _held(whole.checks, "suspect"),
        "blocked": _held(whole.checks, "blocked"),
        "unverified": unverified,
        "by_hand": whole.by_hand,
        "waived": whole.waived,
        "waivers": whole.waivers,
        "rules": _rules(rules, judged),
    }
    return settled(report, fail_on="error")


def _unasked(dossiers: Sequence[Dossier], topics: Sequence[KindName]) -> Iterator[SkippedRow]:
    """Yield what was not looked at beside the sources: keys of lists elsewhere, and claims without a page to read."""
    for dossier in dossiers:
        if "numbering" in topics:
            yield from _unread(dossier)
    for dossier in dossiers:
        yield from support.skipped(dossier)


def _status(dossiers: Sequence[Dossier], unverified: Sequence[SkippedRow]) -> StatusName:
    if any(dossier.evidence.outage for dossier in dossiers):
        return "outage"
    return "partial" if unverified else "complete"


def _free_of_unseen_causes(findings: Sequence[FindingRow], known: Collection[str]) -> None:
    """Let findings stand for themselves whose cause is not among those that are known."""
    for finding in findings:
        if finding["caused_by"] not in known:
            finding["caused_by"] = None


def _run_row(now: str | None, status: StatusName, topics: Sequence[KindName], shown: Collection[str] | None) -> RunRow:
    """Return what is said of the run itself, before its findings are counted."""
    return {
        "now": now,
        "status": status,
        "reasons": [],
        "exit_code": 0,
        "fail_on": "error",
        "topics": list(topics),
        "rules": sorted(shown) if shown is not None else None,
        "last_complete": None,
    }


def _part(
    dossier: Dossier, rules: Sequence[Rule], shown: Collection[str], topics: Collection[str], now: str | None
) -> _Part:
    open_ = list(checks.without_answer(dossier))
    seen, by = waiving.settled(dossier, open_, {rule.id: rule.topic for rule in rules})
    kept, excused, used, root, against = _judged(dossier, rules, shown, by.values())
    article = rows.article_row(dossier, root, against)
    waivers = dossier.registry.waivers if dossier.registry else ()
    return _Part(
        article,
        kept,
        excused,
        list(waiving.waiver_rows(dossier, used, now)),
        [*checks.without_findings(dossier, article, topics), *seen],
        [waiving.by_hand_row(open_[place], waivers[index]) for place, index in sorted(by.items())],
        [_skipped(each) for place, each in enumerate(open_) if place not in by],
    )


def _judged(
    dossier: Dossier, rules: Sequence[Rule], shown: Collection[str], settling: Collection[int]
) -> tuple[list[FindingRow], list[WaivedRow], frozenset[int], str | None, diagnosis.Errors]:
    """Return the findings, the waived ones, the used waivers, the root cause's rule id, and the errors of numbering.

    `settling` are the waivers that are of use already.
    """
    first = judge(dossier, [rule for rule in rules if not rule.last])
    causes = (first[each.cause].rule for each in first if each.cause is not None)
    root = next((rule.id for rule in (*causes, *(each.rule for each in first)) if rule.root), None)
    waivers = dossier.registry.waivers if dossier.registry else ()
    early = waiving.waived(dossier, stamp.findings(dossier, first)) if waivers else {}
    used = frozenset((*settling, *early.values()))
    late = replace(dossier, used_waivers=used)
    judged = [*first, *(Judged(rule, hit) for rule in rules if rule.last for hit in rule.check(late))]
    findings = stamp.findings(dossier, judged)
    covered = waiving.waived(dossier, findings)
    other = dossier.registry.path if dossier.registry else None  # what is wrong there is no fault of the article
    against = _against(
        [each for place, each in enumerate(findings) if place not in covered and each["path"] != other], rules
    )
    kept = [each for place, each in enumerate(findings) if place not in covered and each["rule"] in shown]
    excused = [
        waiving.waived_row(findings[place], waivers[index])
        for place, index in sorted(covered.items())
        if findings[place]["rule"] in shown
    ]
    paths = [dossier.article.path]
    kept.sort(key=lambda each: _order(each, paths))
    excused.sort(key=lambda each: _order(each["finding"], paths))
    return kept, excused, frozenset((*settling, *covered.values())), root, against


def _against(findings: Sequence[FindingRow], rules: Sequence[Rule]) -> diagnosis.Errors:
    """Count the errors of numbering, those of single citations and those of the list or the markup."""
    numbering = {rule.id for rule in rules if rule.topic == "numbering"}
    errors = [each for each in findings if each["severity"] == "error" and each["rule"] in numbering]
    single = sum(each["claim"] is not None for each in errors)
    return diagnosis.Errors(single, len(errors) - single)


def _order(finding: FindingRow, paths: Sequence[str]) -> tuple[object, ...]:
    """Sort by place: the article before other files, then path, line, column, rule and message, numbers as numbers."""
    return (
        finding["path"] not in paths,
        finding["path"],
        finding["line"],
        finding["column"],
        finding["rule"],
        tuple(int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", finding["message"])),
        finding["id"],
    )


def _references(dossier: Dossier) -> Iterator[ReferenceRow]:
    for reference in dossier.registry.references if dossier.registry else ():
        lookup = dossier.evidence.lookup(reference.id)
        found = dossier.evidence.live_of(reference.url)
        yield {
            "id": reference.id,
            "article": dossier.article.path,
            "path": dossier.registry.path if dossier.registry else "",
            "line": max(1, reference.line),
            "entry": reference.entry,
            "title": reference.title,
            "outlet": reference.outlet,
            "url": _shown(reference.url),
            "archive_url": _shown(reference.archive_url),
            "archive": snapshots.archive_row(lookup) if lookup else None,
            "live": links.live_row(found) if found else None,
            "citation": support.citation(dossier.support.of_page(reference.id)),
        }


def _shown(url: str | None) -> str | None:
    """Return the URL without what only its owner should see."""
    return urls.redact(url) if url is not None else None


def _unread(dossier: Dossier) -> Iterator[SkippedRow]:
    """Yield a row for each key that was not looked up."""
    why = keys.unread(dossier.article)
    for key in dict.fromkeys(each.label for each in keys.open_keys(dossier.article)):
        yield {"article": dossier.article.path, "reference": f"@{key}", "check": "numbering", "reason": why}


def _skipped(check: CheckRow) -> SkippedRow:
    return {
        "article": check["article"],
        "reference": check["reference"] or "",
        "check": "archive" if check["kind"] == "archive" else "live",
        "reason": check["reason"],
    }


def _looked_at(waived: Sequence[WaivedRow], rules: Sequence[Rule]) -> list[CheckRow]:
    """Return the findings that a person has looked at themselves, as checks by hand."""
    kinds = {rule.id: rule.topic for rule in rules}
    made = checks.of_findings((), [each for each in waived if each["by_hand"]], kinds)
    return [{**each, "outcome": "by_hand"} for each in made]


def _held(made: Sequence[CheckRow], outcome: Literal["suspect", "blocked"]) -> list[HeldRow]:
    return [
        {
            "article": each["article"],
            "reference": each["reference"] or "",
            "check": each["kind"],
            "url": each["url"],
            "reason": each["reason"],
        }
        for each in made
        if each["outcome"] == outcome
    ]


def _rules(rules: Sequence[Rule], found: Sequence[FindingRow]) -> list[RuleRow]:
    """Return the rules that reported something, sorted by id."""
    reported = {finding["rule"] for finding in found}
    return [
        {
            "id": rule.id,
            "topic": rule.topic,
            "summary": rule.summary,
            "severity": rule.severity.value,
            "help": rule.help,
        }
        for rule in rules
        if rule.id in reported
    ]

"""Make the report: judge every dossier, set waived findings apart, sort, count."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from verifier import urls
from verifier.model.evidence import Skipped
from verifier.model.report import (
    SCHEMA,
    ArticleRow,
    FindingRow,
    ReferenceRow,
    Report,
    RuleRow,
    SkippedRow,
    Summary,
    WaivedRow,
)
from verifier.model.rules import Dossier
from verifier.pipeline import rows, snapshots, stamp
from verifier.pipeline.judge import Judged, judge
from verifier.rules import Rule


def run(
    dossiers: Sequence[Dossier],
    rules: Sequence[Rule],
    *,
    version: str,
    mode: Literal["offline", "online"],
    topics: Collection[str],
    shown: Collection[str],
) -> Report:
    """Return the report on the dossiers, in their order.

    All rules run, so that the diagnosis is the same whatever is shown. `topics` are those that were asked for, `shown`
    the ids of the rules whose findings are reported.
    """
    visible = {rule.id for rule in rules if rule.topic in topics and rule.id in shown}
    articles: list[ArticleRow] = []
    found: list[FindingRow] = []
    waived: list[WaivedRow] = []
    for dossier in dossiers:
        kept, excused, root, against = _judged(dossier, rules, visible)
        articles.append(rows.article_row(dossier, root, against))
        found += kept
        waived += excused
    known = {finding["id"] for finding in (*found, *(each["finding"] for each in waived))}
    for finding in found:
        if finding["caused_by"] not in known:  # its cause is not shown: it stands for itself
            finding["caused_by"] = None
    references = [row for dossier in dossiers for row in _references(dossier)]
    unverified = [_skipped(each) for dossier in dossiers for each in dossier.evidence.skipped]
    return {
        "schema": SCHEMA,
        "tool": {"name": "verifier", "version": version},
        "mode": mode,
        "summary": _summary(articles, references, found, len(unverified), len(waived)),
        "articles": articles,
        "references": references,
        "findings": found,
        "unverified": unverified,
        "waived": waived,
        "rules": _rules(rules, (*found, *(each["finding"] for each in waived))),
    }


def _judged(
    dossier: Dossier, rules: Sequence[Rule], shown: Collection[str]
) -> tuple[list[FindingRow], list[WaivedRow], str | None, int]:
    """Return the findings, the waived ones, the rule id of the root cause, and how many errors a citation has."""
    first = judge(dossier, [rule for rule in rules if not rule.last])
    causes = (first[each.cause].rule for each in first if each.cause is not None)
    root = next((rule.id for rule in (*causes, *(each.rule for each in first)) if rule.root), None)
    used = frozenset(stamp.waived(dossier, stamp.findings(dossier, first)).values())
    late = replace(dossier, used_waivers=used)
    judged = [*first, *(Judged(rule, hit) for rule in rules if rule.last for hit in rule.check(late))]
    findings = stamp.findings(dossier, judged)
    covered = stamp.waived(dossier, findings)
    waivers = dossier.registry.waivers if dossier.registry else ()
    against = _against([each for place, each in enumerate(findings) if place not in covered], rules)
    kept = [each for place, each in enumerate(findings) if place not in covered and each["rule"] in shown]
    excused = [
        stamp.waived_row(findings[place], waivers[index])
        for place, index in sorted(covered.items())
        if findings[place]["rule"] in shown
    ]
    paths = [dossier.article.path]
    kept.sort(key=lambda each: _order(each, paths))
    excused.sort(key=lambda each: _order(each["finding"], paths))
    return kept, excused, root, against


def _against(findings: Sequence[FindingRow], rules: Sequence[Rule]) -> int:
    """Count the errors that say of a single citation that it leads to the wrong entry."""
    numbering = {rule.id for rule in rules if rule.topic == "numbering"}
    return sum(
        each["severity"] == "error" and each["claim"] is not None and each["rule"] in numbering for each in findings
    )


def _order(finding: FindingRow, paths: Sequence[str]) -> tuple[object, ...]:
    """Sort by place: the article before the registry, then line, column, rule and message, numbers as numbers."""
    return (
        finding["path"] not in paths,
        finding["line"],
        finding["column"],
        finding["rule"],
        tuple(int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", finding["message"])),
        finding["id"],
    )


def _references(dossier: Dossier) -> Iterator[ReferenceRow]:
    for reference in dossier.registry.references if dossier.registry else ():
        lookup = dossier.evidence.lookup(reference.id)
        yield {
            "id": reference.id,
            "article": dossier.article.path,
            "entry": reference.entry,
            "title": reference.title,
            "outlet": reference.outlet,
            "url": _shown(reference.url),
            "archive_url": _shown(reference.archive_url),
            "archive": snapshots.archive_row(lookup) if lookup else None,
        }


def _shown(url: str | None) -> str | None:
    """Return the URL without what only its owner should see."""
    return urls.redact(url) if url is not None else None


def _skipped(skipped: Skipped) -> SkippedRow:
    return {"reference": skipped.reference, "check": skipped.check, "reason": skipped.reason}


def _summary(
    articles: Sequence[ArticleRow],
    references: Sequence[ReferenceRow],
    found: Sequence[FindingRow],
    unverified: int,
    waived: int,
) -> Summary:
    own = [finding["severity"] for finding in found if finding["caused_by"] is None]
    return {
        "claims": sum(len(each["claims"]) for each in articles),
        "markers": sum(len(claim["markers"]) for each in articles for claim in each["claims"]),
        "entries": sum(len(each["entries"]) for each in articles),
        "references": len(references),
        "findings": {"error": own.count("error"), "warning": own.count("warning"), "note": own.count("note")},
        "folded": len(found) - len(own),
        "unverified": unverified,
        "waived": waived,
    }


def _rules(rules: Sequence[Rule], found: Sequence[FindingRow]) -> list[RuleRow]:
    """Return the rules that reported something, sorted by id."""
    reported = {finding["rule"] for finding in found}
    return [
        {"id": rule.id, "summary": rule.summary, "severity": rule.severity.value, "help": rule.help}
        for rule in rules
        if rule.id in reported
    ]

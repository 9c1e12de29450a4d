"""The checks of a report: every finding is one, and so is what was in order, got no answer or was not made."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypedDict

from verifier import urls
from verifier.model.evidence import ArchiveVerdict, Skipped
from verifier.model.live import Outcome
from verifier.model.outcome import CheckRow, KindName, OutcomeName
from verifier.model.registry import Reference, Registry
from verifier.model.report import ArticleRow, FindingRow, WaivedRow
from verifier.model.rules import Dossier
from verifier.pipeline import links

_GOOD = (ArchiveVerdict.PRESENT, ArchiveVerdict.PRESENT_NEAR, ArchiveVerdict.REDIRECT_OK)
_OPEN = "which entry it means cannot be told"


def without_findings(dossier: Dossier, article: ArticleRow, topics: Collection[str]) -> Iterator[CheckRow]:
    """Yield the checks of these topics that were in order, and the citations that lead nowhere sure.

    A citation that leads to no entry or to a wrong one, and a snapshot that fails, are findings of their rules.
    """
    if "numbering" in topics:
        yield from _markers(article)
    if dossier.registry is None:
        return
    if "registry" in topics:
        yield from _claims(dossier, dossier.registry)
    for reference in dossier.registry.references:
        lookup = dossier.evidence.lookup(reference.id)
        if lookup is not None and lookup.verdict in _GOOD:
            yield _archive(dossier, dossier.registry, reference, "ok", lookup.name)
        found = dossier.evidence.live_of(reference.url)
        if found is not None and found.outcome is Outcome.OK:
            yield _live(dossier, dossier.registry, reference, "ok", found.told)


def without_answer(dossier: Dossier) -> Iterator[CheckRow]:
    """Yield the checks that got no answer, or were not made."""
    if dossier.registry is not None:
        for skipped in dossier.evidence.skipped:
            yield _skipped(dossier, dossier.registry, skipped)


def of_findings(
    findings: Sequence[FindingRow], waived: Sequence[WaivedRow], kinds: Mapping[str, KindName]
) -> Iterator[CheckRow]:
    """Yield one check for each finding; `kinds` are the topics of the rules by id."""
    for finding in (*findings, *(each["finding"] for each in waived)):
        yield {
            **_row(finding["article"], kinds[finding["rule"]], _outcome(finding), finding["message"]),
            "path": finding["path"],
            "line": finding["line"],
            "column": finding["column"],
            "rule": finding["rule"],
            "finding": finding["id"],
            "claim": finding["claim"],
            "reference": finding["reference"],
            "url": finding["archive_url"] if kinds[finding["rule"]] == "archive" else finding["url"],
        }


def in_order(checks: Sequence[CheckRow], articles: Sequence[str]) -> list[CheckRow]:
    """Return the checks by article, then the article before its registry, then by place."""
    order = {path: place for place, path in enumerate(articles)}
    return sorted(
        checks,
        key=lambda each: (
            order.get(each["article"], len(order)),
            each["path"] != each["article"],
            *(each["path"], each["line"], each["column"], each["kind"], each["rule"] or "", each["finding"] or ""),
        ),
    )


def _outcome(finding: FindingRow) -> OutcomeName:
    if finding["state"] == "waived":
        return "waived"
    if finding["state"] == "baselined":
        return "baselined"
    return "noted" if finding["severity"] == "note" else "fail"


def _markers(article: ArticleRow) -> Iterator[CheckRow]:
    for claim in article["claims"]:
        for marker in claim["markers"]:
            if marker["state"] in ("wrong", "lost"):
                continue
            outcome: OutcomeName = "unknown" if marker["state"] == "open" else "ok"
            reason = _OPEN if outcome == "unknown" else f"leads to entry {marker['entry']}" if marker["entry"] else ""
            yield {
                **_row(article["path"], "numbering", outcome, reason),
                "line": marker["line"],
                "column": marker["column"],
                "claim": claim["id"],
                "marker": marker["label"],
            }


def _claims(dossier: Dossier, registry: Registry) -> Iterator[CheckRow]:
    for claim, place in zip(registry.claims, dossier.located, strict=True):
        if place is not None:
            row = _row(dossier.article.path, "registry", "ok", "its text is in the article")
            yield {**row, "path": registry.path, "line": max(1, claim.line), "claim": claim.id}


def _skipped(dossier: Dossier, registry: Registry, skipped: Skipped) -> CheckRow:
    reference = registry.reference(skipped.reference) or Reference(skipped.reference, 1)
    if skipped.check == "archive":
        lookup = dossier.evidence.lookup(reference.id)
        return _archive(dossier, registry, reference, "unknown" if lookup else "unchecked", skipped.reason)
    found = dossier.evidence.live_of(reference.url)
    outcome: OutcomeName = "unchecked"
    if found is not None:
        outcome = "blocked" if found.outcome is Outcome.BLOCKED else "suspect" if found.is_suspect else "unknown"
    return _live(dossier, registry, reference, outcome, skipped.reason)


def _live(dossier: Dossier, registry: Registry, reference: Reference, outcome: OutcomeName, reason: str) -> CheckRow:
    found = dossier.evidence.live_of(reference.url)
    row: CheckRow = {
        **_row(dossier.article.path, "live", outcome, reason),
        **_owned(registry, reference),
        "url": _shown(reference.url),
    }
    if found is not None:
        row["checked_at"] = found.recorded or None
        row["final_url"] = _shown(found.final) if found.status is not None else None
        row["status"] = found.status
        row["last_ok"] = links.last_ok(found)
        row["streak"] = len(found.past.failed)
    return row


def _archive(dossier: Dossier, registry: Registry, reference: Reference, outcome: OutcomeName, reason: str) -> CheckRow:
    lookup = dossier.evidence.lookup(reference.id)
    row: CheckRow = {
        **_row(dossier.article.path, "archive", outcome, reason),
        **_owned(registry, reference),
        "url": _shown(reference.archive_url),
    }
    if lookup is not None:
        said = [*(each.recorded for each in lookup.hops), *(each.recorded for each in lookup.witnesses)]
        told = [each for each in said if each]
        row["checked_at"] = min(told, default=None)
        row["last_ok"] = max(told, default=None) if outcome == "ok" else None
        row["final_url"] = _shown(lookup.capture.page) if lookup.capture else None
        row["status"] = lookup.capture.status if lookup.capture else None
    return row


class _Owned(TypedDict):
    """Where a reference stands."""

    path: str
    line: int
    reference: str | None


def _owned(registry: Registry, reference: Reference) -> _Owned:
    return {"path": registry.path, "line": max(1, reference.line), "reference": reference.id}


def _shown(url: str | None) -> str | None:
    return urls.redact(url) if url else None


def _row(article: str, kind: KindName, outcome: OutcomeName, reason: str) -> CheckRow:
    """Return a check of which no more is known than this."""
    return {
        "article": article,
        "path": article,
        "line": 1,
        "column": 1,
        "kind": kind,
        "outcome": outcome,
        "reason": reason,
        "rule": None,
        "finding": None,
        "claim": None,
        "marker": None,
        "reference": None,
        "url": None,
        "final_url": None,
        "status": None,
        "checked_at": None,
        "last_ok": None,
        "streak": 0,
    }

"""The rows of a report that tell what the cited pages say of the claims, and of their own citations."""

from dataclasses import asdict
from typing import cast
from urllib.parse import quote

from verifier import urls
from verifier.model.report import SkippedRow
from verifier.model.rules import Dossier
from verifier.model.support import Assessment, FieldCheck, PageCheck
from verifier.model.supports import CitationRow, FactRow, FieldRow, PassageRow, SupportRow
from verifier.support.fitted import BASE_RATE, fitted

_SIDE, _MANY = 8, 12  # words of a passage on each side of a link to it; values that a row shows


def rows(dossier: Dossier, claim: str) -> list[SupportRow]:
    """Return the row of each reference that the claim cites and whose page was to be judged."""
    return [_row(dossier, each) for each in dossier.support.of_claim(claim)]


def _row(dossier: Dossier, made: Assessment) -> SupportRow:
    return {
        "reference": made.reference,
        "verdict": made.verdict,
        "level": made.level,
        "said": said(made),
        "reason": made.reason,
        "why": made.why,
        "facts": [cast(FactRow, asdict(each)) for each in made.facts],
        "passages": [cast(PassageRow, asdict(each)) for each in made.passages],
        "missing": list(made.missing),
        "notes": list(made.notes),
        "words": made.words,
        "measured": measured(made),
        "link": _link(dossier, made),
    }


def skipped(dossier: Dossier) -> list[SkippedRow]:
    """Return a row for each reference of which no page could be held against the claims that cite it."""
    made = [each for each in dossier.support.assessments if each.verdict == "page-unavailable"]
    reasons = {each.reference: each.why for each in reversed(made)}
    return [
        {"article": dossier.article.path, "reference": each, "check": "support", "reason": reasons[each]}
        for each in dict.fromkeys(each.reference for each in made)
    ]


def said(made: Assessment) -> str:
    """Return the verdict in words: "supported" only where its level was measured to mean that."""
    tally = fitted().tally(made.verdict, made.level)
    if made.verdict == "supported" and (tally is None or not tally.earns):
        return "no problem found"
    return "partly supported" if made.verdict == "partial" else made.verdict.replace("-", " ")


def measured(made: Assessment) -> str:
    """Return what was measured of the verdict at its level: counts and a ratio, never a bare percentage."""
    tally = fitted().tally(made.verdict, made.level)
    if tally is None:
        return ""
    told = (
        f"in our test {tally.bad} of {tally.bad_of} claims that were not fully supported got this, "
        f"and {tally.good} of {tally.good_of} that were"
    )
    if made.verdict == "supported":
        return told
    right = f"where {BASE_RATE:.0%} of claims are bad it is right {tally.right(BASE_RATE):.0%} of the time"
    return f"{told}: {tally.ratio:.1f} times as common; {right}"


def _link(dossier: Dossier, made: Assessment) -> str | None:
    """Return the address of the snapshot, at its first passage where the passage is the only one of its words.

    See https://wicg.github.io/scroll-to-text-fragment/: a comma, a dash and an ampersand are written as codes.
    """
    reference = dossier.registry.reference(made.reference) if dossier.registry else None
    if reference is None or not reference.archive_url:
        return None
    address = urls.redact(reference.archive_url).partition("#")[0]
    if not made.unique or not made.passages:
        return address
    words = made.passages[0].text.split()
    if len(words) <= 2 * _SIDE:
        return f"{address}#:~:text={_coded(words)}"
    return f"{address}#:~:text={_coded(words[:_SIDE])},{_coded(words[-_SIDE:])}"


def _coded(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")


def citation(check: PageCheck | None) -> CitationRow | None:
    """Return the row of a citation against its page, None where no page was read."""
    if check is None:
        return None
    fields = {each.field: _field(each) for each in check.fields}
    unread: FieldRow = {"outcome": "not-checked", "places": [], "stated": [], "note": ""}
    return {
        "title": fields.get("title", unread),
        "outlet": fields.get("outlet", unread),
        "author": fields.get("author", unread),
        "date": fields.get("date", unread),
        "sha256": check.sha256,
    }


def _field(check: FieldCheck) -> FieldRow:
    shown = check.stated[:_MANY]
    return {
        "outcome": check.outcome,
        "places": list(dict.fromkeys(each.place for each in shown)),
        "stated": [{"value": each.value, "place": each.place} for each in shown],
        "note": check.note,
    }

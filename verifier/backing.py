"""Hits that several rules make of what the cited pages say: of claims, by verdict, and of citations, by field."""

from collections.abc import Iterator, Sequence

from verifier.model.rules import Confidence, Dossier, Hit, Severity
from verifier.model.support import Assessment, FactStatus, VerdictName
from verifier.text import shorten

_ORDER: tuple[VerdictName, ...] = (
    "supported",
    "not-judged",
    "page-unavailable",
    "partial",
    "not-found",
    "contradicted",
)
_LEVELS = {"high": Confidence.HIGH, "medium": Confidence.MEDIUM, "low": Confidence.LOW}
_SHOWN = 3  # values of a page that a message names


def of_claims(dossier: Dossier, verdict: VerdictName) -> Iterator[Hit]:
    """Yield one hit for each claim whose best page has this verdict.

    Several references behind a claim share it: while one of them supports it, or could not be judged, nothing is
    found; and a fact counts as missing only if all of them lack it.
    """
    for claim, spanned in zip(dossier.claim_ids, dossier.article.claims, strict=False):
        made = dossier.support.of_claim(claim)
        best = min(made, key=lambda each: _ORDER.index(each.verdict), default=None)
        if best is None or best.verdict != verdict or _carried(made):
            continue
        yield Hit(
            f"reference {best.reference} and the claim \u201c{shorten(spanned.text, 80)}\u201d: {best.why}",
            spanned.span,
            claim=claim,
            reference=best.reference,
            suggestion="read the passage; correct the claim, or cite a source that says it",
            confidence=_LEVELS[best.level or "low"],
            severity=Severity.NOTE if best.level == "low" else None,
        )


def _carried(made: Sequence[Assessment]) -> bool:
    """Tell whether several pages together carry every fact of a claim that none of them carries alone."""
    if len(made) < 2 or any(each.verdict == "contradicted" for each in made):
        return False
    lacking = [{fact.start for fact in each.facts if fact.status == "never-occurs"} for each in made]
    return bool(set.union(*lacking)) and not set.intersection(*lacking)


def of_quotes(dossier: Dossier) -> Iterator[tuple[str, Assessment, FactStatus]]:
    """Yield the quotations that stand on a page in other words, with the claim; not where another page has them."""
    for claim in dossier.claim_ids:
        made = dossier.support.of_claim(claim)
        kept = {fact.start for each in made for fact in each.facts if fact.kind == "quote" and fact.status == "found"}
        for each in made:
            for fact in each.facts:
                if fact.kind == "quote" and fact.status == "conflict" and fact.start not in kept:
                    yield claim, each, fact


def of_fields(dossier: Dossier, field: str) -> Iterator[Hit]:
    """Yield one hit for each reference whose field differs from all that its page states in a strong place."""
    for reference in dossier.registry.references if dossier.registry else ():
        check = dossier.support.of_page(reference.id)
        for each in check.fields if check else ():
            if each.field != field or each.outcome != "differs" or not each.strong:
                continue
            first = {stated.value: stated.place for stated in reversed(each.stated)}
            values = [f"\u201c{shorten(value, 60)}\u201d ({first[value]})" for value in reversed(first)]
            yield Hit(
                f"reference {reference.id}: the {field} cited is \u201c{shorten(each.cited, 80)}\u201d, "
                f"the page states {', '.join(values[:_SHOWN])}",
                line=reference.line_of("published" if field == "date" else field),
                reference=reference.id,
                suggestion=f"correct the {field}, or cite the page that has it",
                confidence=Confidence.MEDIUM,
                about=field,
            )

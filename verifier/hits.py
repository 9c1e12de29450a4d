"""Hits that several rules make in one way: of a snapshot, of a source that is too old, of dates in disorder."""

from collections.abc import Callable, Iterator

from verifier.model.article import Citation
from verifier.model.dates import Dates
from verifier.model.evidence import ArchiveVerdict
from verifier.model.registry import Reference
from verifier.model.rules import Confidence, Dossier, Hit, Severity
from verifier.recovery.timing import TOLERANCE, early

_EARLY_ISSUE = 62  # days before the month or year on it that an issue may be out


def of_snapshots(
    dossier: Dossier, verdict: ArchiveVerdict, *reasons: str, confidence: Confidence = Confidence.HIGH
) -> Iterator[Hit]:
    """Yield one hit for each reference whose archive URL has this verdict, for one of the reasons (any without)."""
    for reference in dossier.registry.references if dossier.registry else ():
        lookup = dossier.evidence.lookup(reference.id)
        if lookup is not None and lookup.holds(verdict, *reasons):
            message = f"reference {reference.id}: {lookup.told(verdict, *reasons)}"
            better = lookup.proposals[0] if lookup.proposals else None
            suggestion = f"{'cite' if better.sure else 'look at'} {better.new}" if better else None
            severity = Severity.WARNING if lookup.reason == "single-witness" else None
            line = reference.line_of("archive_url")
            yield Hit(
                message,
                line=line,
                reference=reference.id,
                suggestion=suggestion,
                severity=severity,
                confidence=confidence,
            )


def of_early_sources(dossier: Dossier, pick: Callable[[Citation], Dates | None], verb: str) -> Iterator[Hit]:
    """Yield one hit for each citation whose entry has a date, taken by `pick`, before the event it is cited for."""
    unreliable = dossier.recovery.structure.lost and not dossier.recovery.proposes
    for found in early(dossier, lambda entry: pick(entry.citation)):
        much = f"{found.days} days before" if found.event.is_day and found.date.is_day else "before that"
        message = (
            f"[{found.marker.label}] is cited for {found.event}, and entry {found.entry.printed} was {verb} "
            f"{found.date.when}, {much}"
        )
        if unreliable:
            message += "; the numbers of this copy are unreliable"
        yield Hit(
            message,
            found.marker.span,
            claim=dossier.claim_ids[found.claim],
            severity=Severity.ERROR if found.own else Severity.WARNING,
            confidence=Confidence.HIGH if found.own and not unreliable else Confidence.MEDIUM,
            about=f"[{found.marker.label}]",
        )


def of_date_order(dossier: Dossier, field: str, verb: str) -> Iterator[Hit]:
    """Yield one hit for each entry and reference whose date in `field` is before its publication."""
    for each in dossier.article.lists:
        for entry in each.entries:
            if told := _before_publication(entry.citation, field):
                yield Hit(f"entry {entry.printed} was {verb} {told}", entry.span, about=entry.text[:80])
    for reference in dossier.registry.references if dossier.registry else ():
        if told := _before_publication(reference, field):
            message = f"reference {reference.id} was {verb} {told}"
            yield Hit(message, line=reference.line_of(field), reference=reference.id)


def _before_publication(source: Citation | Reference, field: str) -> str:
    """Return the two dates in words if they are in disorder; monthly papers appear before their month begins."""
    date: Dates | None = getattr(source, field)
    published = source.published
    if date is None or published is None:
        return ""
    if (published.lo - date.hi).days <= (TOLERANCE if published.is_day else _EARLY_ISSUE):
        return ""
    return f"{date.when}, before its publication ({published})"

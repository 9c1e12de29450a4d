"""Hits that several rules make in one way: of remarks, snapshots, early sources, dates in disorder, templates."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from verifier.language import is_english
from verifier.model.article import Article, Citation, Entry, Parameter, Remark, Span
from verifier.model.dates import Dates
from verifier.model.evidence import ArchiveVerdict, Lookup
from verifier.model.live import LiveCheck, Outcome
from verifier.model.registry import Reference
from verifier.model.rules import Confidence, Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.recovery.timing import early
from verifier.text import one_line, shorten
from verifier.values import frozen

_ON_NAMES = ("ref-name-undefined", "list-definition-unused", "follow-without-parent", "list-missing-for-group")
_FORKS = "; numbers after this point differ between legacy and Parsoid"


def of_remarks(dossier: Dossier, make: Callable[[Remark], Hit], *kinds: str) -> Iterator[Hit]:
    """Yield one hit for each remark of these kinds: what `make` says of it, at its place and in its claim."""
    found = [remark for remark in dossier.article.remarks if remark.kind in kinds]
    claims = _claims(dossier) if found else {}
    for remark in found:
        hit = make(remark)
        yield replace(
            hit,
            message=hit.message + (_FORKS if remark.forks else ""),
            span=remark.span if remark.in_file is None else None,
            in_file=remark.in_file,
            claim=claims.get(remark.in_file.start) if remark.in_file else None,
            about=hit.about or next(iter(remark.names), remark.text),
        )


def spoiled(remark: Remark) -> tuple[tuple[str, str], ...]:
    """Return the hits that a remark explains: on names or groups that would be known without what it is about."""
    return tuple((rule, name) for name in remark.names for rule in _ON_NAMES)


def remarked_at(article: Article, *kinds: str) -> frozenset[int]:
    """Return where in the file the references begin that remarks of these kinds are about."""
    return frozenset(each.in_file.start for each in article.remarks if each.kind in kinds and each.in_file)


def entry_at(article: Article, entry: Entry) -> int:
    """Return where in the file the reference begins that gave the entry."""
    return article.origin.place(entry.span.start)


def _claims(dossier: Dossier) -> dict[int, str]:
    """Return the claims by the places in the file at which their markers begin."""
    place = dossier.article.origin.place
    pairs = zip(dossier.article.claims, dossier.claim_ids, strict=True)
    return {place(marker.span.start): name for claim, name in pairs for marker in claim.markers}


def of_links(dossier: Dossier, make: Callable[[Reference, LiveCheck], Hit | None]) -> Iterator[Hit]:
    """Yield one hit for each reference whose live page `make` has something to say of, at its URL in the registry."""
    for reference in dossier.registry.references if dossier.registry else ():
        found = dossier.evidence.live_of(reference.url)
        hit = make(reference, found) if found is not None else None
        if hit is not None:
            line, message = reference.line_of("url"), f"reference {reference.id}: {hit.message}"
            yield replace(hit, message=message, line=line, reference=reference.id)


def of_snapshots(
    dossier: Dossier, verdict: ArchiveVerdict, *reasons: str, confidence: Confidence = Confidence.HIGH
) -> Iterator[Hit]:
    """Yield one hit for each reference whose archive URL has this verdict, for one of the reasons (any without)."""
    for reference in dossier.registry.references if dossier.registry else ():
        lookup = dossier.evidence.lookup(reference.id)
        if lookup is not None and lookup.holds(verdict, *reasons):
            message = f"reference {reference.id}: {lookup.told(verdict, *reasons)}"
            severity = Severity.WARNING if lookup.reason == "single-witness" else None
            line = reference.line_of("archive_url")
            yield Hit(
                message,
                line=line,
                reference=reference.id,
                suggestion=_better(lookup, reference, dossier.evidence.live_of(reference.url)),
                severity=severity,
                confidence=confidence,
            )


def _better(lookup: Lookup, reference: Reference, live: LiveCheck | None) -> str | None:
    """Return what to cite in the place of a snapshot: another one, or a new one of a page that still answers."""
    if lookup.proposals:
        better = lookup.proposals[0]
        return f"{'cite' if better.sure else 'look at'} {better.new}"
    if live is not None and live.outcome is Outcome.OK:
        return f"the page itself still answers; if it shows what is cited, save it afresh: verify save {reference.id}"
    return None


def of_early_sources(dossier: Dossier, pick: Callable[[Citation], Dates | None], verb: str) -> Iterator[Hit]:
    """Yield one hit for each citation whose entry has a date, taken by `pick`, before the event it is cited for."""
    unreliable = (dossier.recovery.structure.lost and not dossier.recovery.proposes) or dossier.recovery.disordered
    for found in early(dossier, lambda entry: pick(entry.citation)):
        much = f"{found.days} days before" if found.event.is_day and found.date.is_day else "before that"
        whose = " (the day the paragraph gave before)" if found.inherited else ""
        message = (
            f"[{found.marker.label}] is cited for {found.event}{whose}, and entry {found.entry.printed} was {verb} "
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
    if (published.lo - date.hi).days <= published.ahead:
        return ""
    return f"{date.when}, before its publication ({published})"


@frozen
class Fault:
    """What is wrong with a citation template: in words, and the parameter it is wrong in (None: the whole template).

    `key` tells two faults of one template apart; it is the words where it is "".
    """

    told: str
    parameter: Parameter | None = None
    suggestion: str | None = None
    severity: Severity | None = None
    confidence: Confidence = Confidence.HIGH
    key: str = ""


def of_sources(dossier: Dossier, find: Callable[[Source], Iterable[Fault]]) -> Iterator[Hit]:
    """Yield one hit for each fault that `find` sees in the article's citation templates, in the order of the file."""
    entries = entry_names(dossier)
    for source in dossier.sources:
        for fault in find(source):
            where = entries.get(source.template.span) or f"{{{{{one_line(source.template.name)}}}}}"
            place = source.template.span
            if fault.parameter is not None and fault.parameter.span.start < fault.parameter.span.end:
                place = fault.parameter.span
            yield Hit(
                f"{where}: {fault.told}",
                suggestion=fault.suggestion,
                severity=fault.severity,
                confidence=fault.confidence,
                about=f"{fault.key or fault.told} {shorten(source.value('title', 'url', 'archive-url'), 80)}",
                in_file=place,
            )


def entry_names(dossier: Dossier) -> dict[Span, str]:
    """Return for the span of each template in an entry what the entry is called: "entry 3"."""
    return {
        template.span: f"entry {entry.printed}"
        for each in dossier.article.lists
        for entry in each.entries
        for template in entry.templates
    }


def has_template(dossier: Dossier) -> Callable[[Entry], bool]:
    """Return what tells whether an entry is written with a full citation template, which is judged by itself."""
    spans = {each.template.span for each in dossier.sources if each.is_full}
    return lambda entry: any(template.span in spans for template in entry.templates)


def surely(dossier: Dossier, find: Callable[[Source], Iterable[Fault]]) -> Callable[[Source], Iterable[Fault]]:
    """Return `find` for full citations of which it is known what they do not give: every name in them is understood.

    In other languages a name that nobody knows may give it; in English the templates take no other names, but an
    address under a mistyped name is still an address.
    """
    english = is_english(dossier.article)

    def is_sure(source: Source) -> bool:
        if not source.is_full or any("://" in each.value for each in (*source.unknown, *source.loose)):
            return False
        return not source.unknown or (source.language == "en" and english)

    return lambda source: find(source) if is_sure(source) else ()

"""
A source was published long after what it is cited for, in a text whose sources usually follow within days.

Why it matters: news reports what is new; a report weeks later is probably about something else, and the number wrong.
Books, papers and looks back are left alone as far as they can be told.

Remedy: read the source; find the one the claim was written from.

Elsewhere: none found.
"""

from collections.abc import Iterator
from statistics import quantiles

from verifier.model.article import Citation, Entry
from verifier.model.recovery import Class
from verifier.model.rules import Confidence, Dossier, Hit, Severity
from verifier.recovery.readings import pairs
from verifier.rules import Rule

_LEAST_DAYS = 30
_SPREAD = 3.0  # times the quartile range above the upper quartile
_ENOUGH = 4  # lags, to know what is usual
_NO_NEWS = ("isbn", "issn", "doi", "pmid", "pmc", "oclc", "arxiv", "jstor", "pp", "p.")


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each citation whose lag is out of the ordinary."""
    limit = _limit(dossier)
    if limit is None:
        return
    for index, _, marker, entry in pairs(dossier.article, dossier.reading):
        event, published = dossier.recovery.events[index], entry.citation.published
        if published is None or event.future or not event.is_own_day or not _is_news(entry.citation):
            continue
        lag = event.lag(published)
        if lag is not None and lag > limit and event.dates is not None:
            message = (
                f"[{marker.label}] is cited for {event.dates}, and entry {entry.printed} was published {lag} days "
                f"later ({published}); usual here are up to {limit:.0f} days"
            )
            claim, about = dossier.claim_ids[index], f"[{marker.label}]"
            yield Hit(message, marker.span, claim=claim, confidence=Confidence.MEDIUM, about=about)


def _limit(dossier: Dossier) -> float | None:
    """Return the lag from which on a source is out of the ordinary, None if too little is known."""
    found = _confirmed(dossier) if dossier.recovery.ran else _printed(dossier)
    known = [lag for lag in found if lag is not None and lag >= 0]
    if len(known) < _ENOUGH:
        return None
    first, _, third = quantiles(known, n=4, method="inclusive")
    return max(float(_LEAST_DAYS), third + _SPREAD * (third - first))


def _printed(dossier: Dossier) -> Iterator[int | None]:
    for index, _, _, entry in pairs(dossier.article, dossier.reading):
        yield _lag(dossier, index, entry)


def _confirmed(dossier: Dossier) -> Iterator[int | None]:
    """Yield the lags of the entries whose numbers are confirmed."""
    main = dossier.article.main_list
    confirmed = {each.best: each.entry for each in dossier.recovery.placements if each.kind is Class.CONFIRMED}
    for index, claim in enumerate(dossier.article.claims):
        for marker in claim.markers:
            if main is not None and not marker.group and marker.number in confirmed:
                yield _lag(dossier, index, main.entries[confirmed[marker.number]])


def _lag(dossier: Dossier, claim: int, entry: Entry) -> int | None:
    published = entry.citation.published
    return dossier.recovery.events[claim].lag(published) if published and _is_news(entry.citation) else None


def _is_news(citation: Citation) -> bool:
    return not any(detail.lower().startswith(_NO_NEWS) for detail in citation.details)


RULE = Rule("source-lag-outlier", "a source published unusually late", Severity.WARNING, check)

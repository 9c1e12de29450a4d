"""The rows of one article: its claims with their markers, and its entries with their numbers."""

from collections.abc import Iterator, Mapping

from verifier.model.article import Article, Entry, EntryList, Provenance
from verifier.model.dates import Dates
from verifier.model.recovery import Event, Placement, Recovery
from verifier.model.report import ArticleRow, ClaimRow, EntryRow, EventRow, NumberRow, SourceRow
from verifier.model.rules import Dossier
from verifier.pipeline import body, diagnosis, markers, support
from verifier.recovery.readings import place_of
from verifier.registry.locate import cites_of
from verifier.urls import redact, redact_in


def article_row(dossier: Dossier, root: str | None, against: diagnosis.Errors) -> ArticleRow:
    """Return the row of the article; `root` is the rule id of its root cause, None without one.

    `against` counts the errors that speak against its numbers.
    """
    article = dossier.article
    title = dossier.registry.article_title if dossier.registry else None
    known = {group: markers.meanings(part.article, part.recovery) for group, part in (("", dossier), *dossier.parts)}
    return {
        "path": article.path,
        "source": _source(article.provenance) if article.provenance else None,
        "title": title or article.title,
        "format": article.format,
        "language": article.language,
        "body": list(body.blocks(article, dossier.claim_ids)),
        "claims": list(_claims(dossier, known)),
        "entries": list(_entries(dossier)),
        "diagnosis": diagnosis.row(dossier, root, against),
    }


def _source(read: Provenance) -> SourceRow:
    return {
        "asked": redact(read.asked),
        "url": redact(read.url),
        "revision": read.revision or None,
        "recorded": read.recorded or None,
    }


def _claims(dossier: Dossier, known: Mapping[str, Mapping[int, markers.Meaning]]) -> Iterator[ClaimRow]:
    article = dossier.article
    registry = dossier.registry
    cites = cites_of(registry.claims if registry else (), dossier.located)
    for index, claim in enumerate(article.claims):
        line, column = article.origin.at(claim.span.start)
        end_line, end_column = article.origin.at(claim.span.end)
        yield {
            "id": dossier.claim_ids[index],
            "text": redact_in(claim.text),
            "section": claim.section,
            "line": line,
            "column": column,
            "end_line": end_line,
            "end_column": end_column,
            "cites": cites.get(index, []),
            "support": support.rows(dossier, dossier.claim_ids[index]),
            "event": _event(dossier.recovery.events[index]),
            "markers": [markers.row(article, dossier.reading, each, known) for each in claim.markers],
        }


def _event(event: Event) -> EventRow | None:
    return {"date": str(event.dates), "inherited": event.inherited} if event.dates is not None else None


def _entries(dossier: Dossier) -> Iterator[EntryRow]:
    article = dossier.article
    cited = {place_of(dossier.reading, marker) for marker in article.markers}
    parts = {group: part.recovery for group, part in dossier.parts}
    for number, each in enumerate(article.lists):
        recovery = dossier.recovery if each is article.main_list else parts.get(each.group)
        for position, entry in enumerate(each.entries):
            recovered = _number(recovery, position) if recovery is not None else _unknown()
            yield _entry(article, each, entry, recovered, cited=(number, position) in cited)


def _entry(article: Article, each: EntryList, entry: Entry, number: NumberRow, *, cited: bool) -> EntryRow:
    citation = entry.citation
    annex = article.origin.annex(article.origin.place(entry.span.start))
    return {
        "label": entry.label,
        "position": entry.position,
        "group": each.group,
        "path": annex.path if annex else None,
        "line": article.origin.at(entry.span.start)[0],
        "text": redact_in(entry.text),
        "author": citation.author,
        "title": citation.title,
        "outlet": citation.outlet,
        "published": _date(citation.published),
        "accessed": _date(citation.accessed),
        "archived": _date(citation.archived),
        "url": redact_in(citation.url) if citation.url else None,
        "archive_url": redact_in(citation.archive_url) if citation.archive_url else None,
        "cited": cited,
        "number": number,
    }


def _number(recovery: Recovery, position: int) -> NumberRow:
    if recovery.ran:
        placement = recovery.placement(position)
        return _placed(placement) if placement is not None else _unknown()
    shift = recovery.shift
    if shift is None:
        return _unknown()
    best = shift.number(position + 1)
    if best is None:
        return _unknown()
    sure = shift.probability >= 0.8 and not shift.is_open(position + 1)
    return {
        "value": str(best) if sure else None,
        "best": str(best),
        "class": "likely" if sure else "ambiguous",
        "probability": markers.rounded(shift.probability),
        "alternatives": [],
    }


def _placed(placement: Placement) -> NumberRow:
    return {
        "value": str(placement.value) if placement.value is not None else None,
        "best": str(placement.best),
        "class": placement.kind.value,
        "probability": markers.rounded(placement.probability),
        "alternatives": [
            {"value": str(number), "probability": markers.rounded(probability)}
            for number, probability in placement.alternatives
        ],
    }


def _unknown() -> NumberRow:
    return {"value": None, "best": None, "class": "unknown", "probability": 0.0, "alternatives": []}


def _date(date: Dates | None) -> str | None:
    return str(date) if date is not None else None

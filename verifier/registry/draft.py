"""What a registry of an article would hold: a reference for each entry, a claim for each claim. Pure.

``cites`` is filled with what is sure: what recovery confirms, or the printed entry where nothing speaks against the
numbers. Everything else stays empty, with the alternatives in a remark: nothing is made up.
"""

import re
from collections.abc import Iterator

from verifier.identity import drafted_ids
from verifier.model.article import CITEKEYS, Article, Citation, Claim, Entry, EntryList, Marker
from verifier.model.dates import Dates
from verifier.model.recovery import Class, Placement, Recovery
from verifier.recovery import readings, views
from verifier.text import counted, kebab
from verifier.values import frozen

_LOST, _POSSIBLE = 0.8, 0.05  # probabilities from which on an entry is called lost, and an alternative named


@frozen
class DraftReference:
    """A reference to be: its id, the label of its entry, and the entry's fields; what the list lacks is None."""

    id: str
    entry: str
    citation: Citation


@frozen
class DraftClaim:
    """A claim to be; `remarks` say why `cites` lacks what its markers may mean."""

    id: str
    text: str
    markers: tuple[str, ...]
    cites: tuple[str, ...]
    remarks: tuple[str, ...]


@frozen
class Draft:
    """A whole draft.

    `wordless` counts the clusters of markers that stand in no text, which no claim can hold; `notes` the entries that
    explain something and are no sources.
    """

    title: str
    references: tuple[DraftReference, ...]
    claims: tuple[DraftClaim, ...]
    wordless: int = 0
    notes: int = 0


def draft(article: Article, recovery: Recovery) -> Draft:
    """Return the draft of an article."""
    listed = [(each, entry) for each in article.lists for entry in each.entries]
    entries = [(each, entry) for each, entry in listed if _is_source(each, entry)]
    ids = drafted_ids(_name(entry) for _, entry in entries)
    references = tuple(
        DraftReference(identifier, _label(each, entry), entry.citation)
        for identifier, (each, entry) in zip(ids, entries, strict=True)
    )
    by_entry = {id(entry): identifier for identifier, (_, entry) in zip(ids, entries, strict=True)}
    reader = _Reader(article, recovery, by_entry)
    sourced = [claim for claim in article.claims if not reader.rests_on_notes(claim)]
    worded = [claim for claim in sourced if claim.text]
    names = drafted_ids(claim.text for claim in worded)
    claims = tuple(reader.claim(name, claim) for name, claim in zip(names, worded, strict=True))
    return Draft(article.title, references, claims, len(sourced) - len(worded), len(listed) - len(entries))


def _is_source(each: EntryList, entry: Entry) -> bool:
    """Tell whether an entry is a source: a note that names neither page, outlet, author nor day explains something."""
    said = entry.citation
    is_note = (bool(each.group) and each.group != CITEKEYS) or each.is_lettered
    return not is_note or any((said.url, said.archive_url, said.outlet, said.author, said.published))


class _Reader:
    """Decides what each claim rests on."""

    def __init__(self, article: Article, recovery: Recovery, by_entry: dict[int, str]) -> None:
        self._article = article
        self._by_entry = by_entry
        self._printed = readings.printed(article)
        self._placed = {each.best: each for each in recovery.placements}
        self._damaged = {group for group, _, _ in views.damaged(article)}
        self._tested = recovery.ran or recovery.shift is not None or recovery.disordered
        self._disordered = recovery.disordered
        self._near = _candidates(recovery)
        self._lost = {number for number, probability in recovery.lost if probability >= _LOST and recovery.proposes}

    def rests_on_notes(self, claim: Claim) -> bool:
        """Tell whether all that the claim cites are notes that are no sources."""
        return bool(claim.markers) and all(self._sure(marker) == "" for marker in claim.markers)

    def claim(self, name: str, claim: Claim) -> DraftClaim:
        """Return the draft of one claim."""
        cites: list[str] = []
        remarks: list[str] = []
        for marker in claim.markers:
            sure = self._sure(marker)
            if sure == "":
                continue
            if sure is None:
                remarks.append(f"[{marker.label}]: {self._open(marker)}")
            elif sure not in cites:
                cites.append(sure)
        labels = tuple(marker.label for marker in claim.markers)
        return DraftClaim(name, claim.text, labels, tuple(cites), tuple(dict.fromkeys(remarks)))

    def _sure(self, marker: Marker) -> str | None:
        """Return the reference that the marker surely means; "" where it leads to a note that is no source."""
        if self._tested and not marker.group and marker.number is not None:
            placement = self._placed.get(marker.number)
            confirmed = placement is not None and placement.kind is Class.CONFIRMED
            return self._at(placement) if placement is not None and confirmed else None
        if marker.group in self._damaged:
            return None
        entry = readings.entry_of(self._article, self._printed, marker)
        return self._by_entry.get(id(entry), "") if entry is not None else None

    def _open(self, marker: Marker) -> str:
        near = self._near.get(marker.number or 0, []) if not marker.group else []
        if near and marker.number not in self._lost:
            told = ", ".join(f"{self._at(each)} ({probability:.2f})" for each, probability in near)
            return f"not sure; perhaps {told}"
        if marker.group in self._damaged:
            return "not sure; the list it leads to lost or gained entries, or has them elsewhere"
        if self._disordered and not marker.group:
            return "not sure; the list is not in the order of the numbers"
        return "its entry is lost" if self._tested else "it has no entry in the list"

    def _at(self, placement: Placement) -> str:
        main = self._article.main_list
        return self._by_entry[id(main.entries[placement.entry])] if main is not None else ""


def _candidates(recovery: Recovery) -> dict[int, list[tuple[Placement, float]]]:
    """Return for each number the entries it may mean, the most probable first."""
    near: dict[int, list[tuple[Placement, float]]] = {}
    for placement in recovery.placements:
        for number, probability in placement.alternatives:
            if probability >= _POSSIBLE:
                near.setdefault(number, []).append((placement, probability))
    return {number: sorted(found, key=lambda pair: -pair[1]) for number, found in near.items()}


def _label(each: EntryList, entry: Entry) -> str:
    """Return the label as printed, with its group where the list has one; a key is one by itself."""
    if each.group == CITEKEYS:
        return entry.printed
    grouped = each.group and entry.label is not None and not entry.label.lower().startswith(each.group)
    return f"{each.group} {entry.printed}" if grouped else entry.printed


def _name(entry: Entry) -> str:
    """Return what the id is made of: outlet (or author, or title) and date."""
    citation = entry.citation
    outlet = re.sub(r"(?<=\w)-(?=\w)", "", citation.outlet or "")
    words = kebab(outlet, 24).removesuffix("-news") or kebab((citation.author or "").split(",")[0], 24)
    words = words or kebab(citation.title or entry.text, 32) or f"entry-{entry.position}"
    return f"{words} {_day(citation.published)}" if citation.published else words


def _day(date: Dates) -> str:
    return str(date).partition("/")[0]


def gaps(made: Draft) -> Iterator[str]:
    """Yield in words what the draft could not fill."""
    total = len(made.references)
    for name, missing in (
        ("title", [each for each in made.references if each.citation.title is None]),
        ("outlet", [each for each in made.references if each.citation.outlet is None]),
        ("publication date", [each for each in made.references if each.citation.published is None]),
        ("URL", [each for each in made.references if each.citation.url is None]),
        ("archive URL", [each for each in made.references if each.citation.archive_url is None]),
    ):
        if missing:
            yield f"{len(missing)} of {counted(total, 'reference')} without {name}"
    unsure = [each for each in made.claims if any("perhaps" in remark for remark in each.remarks)]
    lost = [each for each in made.claims if each.remarks and each not in unsure]
    if unsure:
        yield f"{len(unsure)} of {counted(len(made.claims), 'claim')}: which reference they rest on is not sure"
    if made.notes:
        yield counted(made.notes, "note that names", "notes that name") + " no source"
    if made.wordless:
        yield f"{counted(made.wordless, 'citation stands', 'citations stand')} in no text"
    if lost:
        yield f"{len(lost)} of {counted(len(made.claims), 'claim')}: their entry is not in the list"

"""Compare the snapshots of one registry with each other: sites send all their lost pages to one friendly page.

Such a page never says "not found"; only that several citations end there shows it (A Link Rot Bestiary, chapter 3,
https://en.wikibooks.org/wiki/A_Link_Rot_Bestiary). Pure.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from verifier import urls
from verifier.content import cues
from verifier.errors import InputError
from verifier.model.evidence import ArchiveVerdict, Cue, Lookup
from verifier.model.registry import Reference
from verifier.playback.faults import Fault, ranked

_STRONG = 3  # different cited pages of one host, from which on it is no accident
_GOOD = (ArchiveVerdict.PRESENT, ArchiveVerdict.PRESENT_NEAR, ArchiveVerdict.REDIRECT_OK)

Pair = tuple[Reference, Lookup]


def compare(pairs: Sequence[Pair]) -> list[Lookup]:
    """Return the lookups in the same order, those changed that end where citations of other pages end."""
    added: dict[int, list[Cue]] = defaultdict(list)
    for name, end, what in (
        ("many-to-one", _target, "all lead to this one"),
        ("shared-body", _body, "all show this text"),
    ):
        for places, count in _shared(pairs, end):
            told = f"{count} cited pages of one site {what}"
            for place in places:
                added[place].append(Cue(name, count >= _STRONG, told))
    return [_with(lookup, added[place]) for place, (_, lookup) in enumerate(pairs)]


def _shared(pairs: Sequence[Pair], end: Callable[[Lookup], str]) -> Iterator[tuple[list[int], int]]:
    """Yield the places of lookups that end at one thing, and how many different pages of one host they cite."""
    groups: dict[tuple[str, str], dict[int, str]] = defaultdict(dict)
    for place, (reference, lookup) in enumerate(pairs):
        page, reached = _cited(reference, lookup), end(lookup)
        if page and reached:
            groups[page.partition(")")[0], reached][place] = page
    for members in groups.values():
        count = len(set(members.values()))
        if count > 1:
            yield list(members), count


def _cited(reference: Reference, lookup: Lookup) -> str:
    """Return the key of the cited page, "" where its capture cannot be compared."""
    if lookup.verdict not in _GOOD or lookup.capture is None or not lookup.capture.comparable:
        return ""
    snapshot = urls.read_snapshot(reference.archive_url or "") if reference.url is None else None
    try:
        return urls.page_key(reference.url or (snapshot.inner if snapshot else ""))
    except InputError:
        return ""


def _target(lookup: Lookup) -> str:
    is_moved = lookup.verdict is ArchiveVerdict.REDIRECT_OK and lookup.capture is not None
    return urls.page_key(lookup.capture.page) if is_moved and lookup.capture else ""


def _body(lookup: Lookup) -> str:
    return lookup.capture.sha256 if lookup.capture else ""


def _with(lookup: Lookup, added: Sequence[Cue]) -> Lookup:
    if not added or lookup.capture is None:
        return lookup
    found = (*lookup.capture.cues, *added)
    kept = replace(lookup, capture=replace(lookup.capture, cues=found))
    kept = replace(kept, evidence=(*lookup.evidence, *(f"cue {cue.name}: {cue.found}" for cue in added)))
    cue = cues.decide(found)
    if cue is None:
        return kept
    moved = lookup.verdict is ArchiveVerdict.REDIRECT_OK
    reason = cue.name if cue.name == "many-to-one" or not moved else "target-soft-404"
    verdict = ArchiveVerdict.REDIRECT_BAD if moved else ArchiveVerdict.SOFT_404
    fault = Fault(verdict, reason, f"the captured page stands in for others: {cue.found}")
    said = dict(lookup.because)
    held = [_named(name, said.get(name, "")) for name in (lookup.name, *lookup.also)]
    first, *others = ranked((fault, *held))
    return replace(
        kept,
        verdict=first.verdict,
        reason=first.reason,
        also=tuple(each.name for each in others),
        because=tuple((each.name, each.sentence) for each in (first, *others)),
        proposals=(),
    )


def _named(name: str, sentence: str) -> Fault:
    verdict, _, reason = name.partition("/")
    return Fault(ArchiveVerdict(verdict), reason, sentence)

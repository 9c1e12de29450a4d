"""What to cite instead of a snapshot that failed, in InternetArchiveBot's order: before the visit, then after it.

The availability service is asked for all that failed at once, the index for what it did not name, so the candidates are
proposals to look at; a damaged URL is repaired and played back
(https://github.com/internetarchive/internetarchivebot, https://github.com/greencardamom/WaybackMedic).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from verifier import urls
from verifier.archives import Suggest
from verifier.errors import InputError, NotRecorded
from verifier.model.evidence import ArchiveVerdict, Lookup, Proposal
from verifier.model.registry import Reference
from verifier.playback import chain, nearest, repairs
from verifier.urls import SnapshotUrl
from verifier.wayback import availability, index
from verifier.wayback.availability import Hints, Place
from verifier.wayback.site import SITE
from verifier.web import Transport

_MOST = 3  # repairs that are tried
_PLAYED = (ArchiveVerdict.PRESENT, ArchiveVerdict.PRESENT_NEAR, ArchiveVerdict.REDIRECT_OK)
_HIDDEN = "it plays back, and the index lists nothing of it: it is hidden from the index"


def prepare(pairs: Sequence[tuple[Reference, Lookup]], transport: Transport) -> Suggest:
    """Ask at once for other captures of all that failed; return what suggests with the answers."""
    places = [place for reference, lookup in pairs if (place := _place(reference, lookup)) is not None]
    return partial(suggest, hints=availability.hints(places, transport))


def suggest(reference: Reference, lookup: Lookup, transport: Transport, hints: Hints) -> Lookup:
    """Return the lookup with what may be cited instead; unchanged where nothing failed or nothing is known."""
    place, snapshot = _place(reference, lookup), urls.read_snapshot(reference.archive_url or "")
    if snapshot is not None and lookup.verdict is ArchiveVerdict.ABSENT:
        lookup = _doubted(lookup, hints, place) if place else lookup
        repaired = _repaired(snapshot, transport) if lookup.verdict is ArchiveVerdict.ABSENT else ()
        return replace(lookup, proposals=(*lookup.proposals, *repaired))
    if place is None or snapshot is None:
        return lookup
    if hints.stamps.get(place):
        lookup = lookup.hear(hints.witnesses[place])
        better = nearest.proposals(snapshot, lookup, hints.stamps[place], place[1])
        return replace(lookup, proposals=better or lookup.proposals)
    return _listed(snapshot, lookup, place[1], transport)


def _place(reference: Reference, lookup: Lookup) -> Place | None:
    """Return the page and the second near which another capture is wanted, None where none is."""
    snapshot = urls.read_snapshot(reference.archive_url or "")
    if snapshot is None:
        return None
    moment = nearest.wanted(reference, snapshot)
    is_wanted = lookup.name == "absent/single-witness" or nearest.is_worse(lookup, moment)
    return (snapshot.inner, moment) if is_wanted else None


def _doubted(lookup: Lookup, hints: Hints, place: Place) -> Lookup:
    """Return an absence on one witness as unknown where another service names a capture of the page."""
    if not hints.stamps.get(place):
        return lookup
    lookup = lookup.hear(hints.witnesses[place])
    because = (("unknown/indexed-but-not-playable", hints.witnesses[place].told),)
    return replace(lookup, verdict=ArchiveVerdict.UNKNOWN, reason="indexed-but-not-playable", because=because)


def _listed(snapshot: SnapshotUrl, lookup: Lookup, moment: str, transport: Transport) -> Lookup:
    """Ask the index for captures near the second, where the availability service named none."""
    listed = index.nearest(snapshot.inner, moment, transport)
    if listed.problem == NotRecorded.kind:
        return lookup  # no news, and no need of any
    lookup = lookup.hear(listed.witness)
    if lookup.capture is not None and (listed.problem in ("owner", "robots") or not (listed.problem or listed.stamps)):
        return replace(lookup, evidence=(*lookup.evidence, _HIDDEN))
    better = nearest.proposals(snapshot, lookup, (each.stamp for each in listed.captures if each.good), moment)
    return replace(lookup, proposals=better or lookup.proposals)


def _repaired(snapshot: SnapshotUrl, transport: Transport) -> Iterator[Proposal]:
    """Yield the URL without its damage and its snapshot, if one plays back."""
    for repaired, what in islice(repairs.of(snapshot.inner), _MOST):
        try:
            urls.parse(repaired)
        except InputError:
            continue
        walk = chain.walk(SITE, replace(snapshot, inner=repaired), transport)
        if walk.verdict in _PLAYED:
            stamp = walk.played or snapshot.stamp
            why = f"the cited address is {what}; without that it plays back"
            yield Proposal("archive_url", replace(walk.at, stamp=stamp, modifier="").canonical, why, sure=True)
            yield Proposal("url", repaired, why, sure=True)
            return

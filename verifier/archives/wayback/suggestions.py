"""What to cite instead of a snapshot that failed, in InternetArchiveBot's order: before the visit, then after it.

The index names the candidates, so they are proposals to look at; a damaged URL is repaired and played back
(https://github.com/internetarchive/internetarchivebot, https://github.com/greencardamom/WaybackMedic).
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from verifier import urls
from verifier.errors import InputError, NotRecorded
from verifier.model.evidence import ArchiveVerdict, Lookup, Proposal
from verifier.model.registry import Reference
from verifier.playback import chain, nearest, repairs
from verifier.urls import SnapshotUrl
from verifier.wayback import index
from verifier.wayback.site import SITE
from verifier.web import Transport

_MOST = 3  # repairs that are tried
_PLAYED = (ArchiveVerdict.PRESENT, ArchiveVerdict.PRESENT_NEAR, ArchiveVerdict.REDIRECT_OK)
_HIDDEN = "it plays back, and the index lists nothing of it: it is hidden from the index"


def suggest(reference: Reference, lookup: Lookup, transport: Transport) -> Lookup:
    """Return the lookup with what may be cited instead; unchanged where nothing failed or nothing is known."""
    snapshot = urls.read_snapshot(reference.archive_url or "")
    if snapshot is None:
        return lookup
    if lookup.verdict is ArchiveVerdict.ABSENT:
        return replace(lookup, proposals=(*lookup.proposals, *_repaired(snapshot, transport)))
    moment = nearest.wanted(reference, snapshot)
    if not nearest.is_worse(lookup, moment):
        return lookup
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

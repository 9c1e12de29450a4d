"""What to cite instead of a snapshot that failed, in InternetArchiveBot's order: before the visit, then after it.

The index names the candidates, so they are proposals to look at; a damaged URL is repaired and played back
(https://github.com/internetarchive/internetarchivebot, https://github.com/greencardamom/WaybackMedic).
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from verifier import urls
from verifier.archives.wayback import index
from verifier.archives.wayback.index import Listed
from verifier.archives.wayback.site import SITE
from verifier.errors import InputError, NotRecorded
from verifier.model.evidence import ArchiveVerdict, Lookup, Proposal, Witness
from verifier.model.registry import Reference
from verifier.playback import chain, repairs
from verifier.playback.stamps import distance
from verifier.urls import SnapshotUrl
from verifier.web import Transport

_MOST = 3  # proposals, and repairs that are tried
_FAILED = (ArchiveVerdict.ERROR_CAPTURE, ArchiveVerdict.SOFT_404, ArchiveVerdict.REDIRECT_BAD)
_PLAYED = (ArchiveVerdict.PRESENT, ArchiveVerdict.PRESENT_NEAR, ArchiveVerdict.REDIRECT_OK)
_HIDDEN = "it plays back, and the index lists nothing of it: it is hidden from the index"


def suggest(reference: Reference, lookup: Lookup, transport: Transport) -> Lookup:
    """Return the lookup with what may be cited instead; unchanged where nothing failed or nothing is known."""
    snapshot = urls.read_snapshot(reference.archive_url or "")
    if snapshot is None:
        return lookup
    if lookup.verdict is ArchiveVerdict.ABSENT:
        return replace(lookup, proposals=(*lookup.proposals, *_repaired(snapshot, transport)))
    wanted = _wanted(reference, snapshot)
    if not _is_worse(lookup, wanted):
        return lookup
    listed = index.nearest(snapshot.inner, wanted, transport)
    if listed.problem == NotRecorded.kind:
        return lookup  # no news, and no need of any
    lookup = _heard(lookup, listed.witness)
    if lookup.capture is not None and (listed.problem in ("owner", "robots") or not (listed.problem or listed.stamps)):
        return replace(lookup, evidence=(*lookup.evidence, _HIDDEN))
    better = tuple(islice(_proposals(snapshot, lookup, listed.captures, wanted), _MOST))
    return replace(lookup, proposals=better or lookup.proposals)


def _is_worse(lookup: Lookup, wanted: str) -> bool:
    """Tell whether another capture may be better: what was found is bad, or was offered from after the visit."""
    held = {name.partition("/")[2] for name in (lookup.name, *lookup.also)}
    if lookup.verdict in _FAILED or held & {"other-title", "before-publication"}:
        return True
    return "closest-out-of-tolerance" in held and (lookup.played or "") > wanted


def _wanted(reference: Reference, snapshot: SnapshotUrl) -> str:
    """Return the second to look near: the end of the visit, else a day after the publication, else what was asked."""
    if reference.accessed is not None:
        return f"{reference.accessed.hi:%Y%m%d}235959"
    return f"{reference.published.hi:%Y%m%d}235959" if reference.published is not None else snapshot.stamp


def _proposals(snapshot: SnapshotUrl, lookup: Lookup, found: tuple[Listed, ...], wanted: str) -> Iterator[Proposal]:
    """Yield the good captures before the wanted second, the nearest first, then those after it."""
    stamps = {each.stamp for each in found if each.good} - {snapshot.stamp, lookup.played}
    for stamp in sorted(stamps, key=lambda each: (each > wanted, distance(each, wanted))):
        where = "after" if stamp > wanted else "before"
        why = f"the index lists it as the nearest good capture {where} {wanted[:4]}-{wanted[4:6]}-{wanted[6:8]}"
        yield Proposal("archive_url", replace(snapshot, stamp=stamp, modifier="").canonical, why)


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


def _heard(lookup: Lookup, witness: Witness) -> Lookup:
    return replace(lookup, evidence=(*lookup.evidence, witness.told), witnesses=(*lookup.witnesses, witness))

"""Order the captures that may be cited instead of one that failed: before the visit, then after it.

The order is InternetArchiveBot's (https://github.com/internetarchive/internetarchivebot).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from verifier.model.evidence import ArchiveVerdict, Lookup, Proposal
from verifier.model.registry import Reference
from verifier.playback.stamps import distance
from verifier.urls import SnapshotUrl

_FAILED = (ArchiveVerdict.ERROR_CAPTURE, ArchiveVerdict.SOFT_404, ArchiveVerdict.REDIRECT_BAD)
_MOST = 3


def is_worse(lookup: Lookup, moment: str) -> bool:
    """Tell whether another capture may be better: what was found is bad, or was offered from after the visit."""
    held = {name.partition("/")[2] for name in (lookup.name, *lookup.also)}
    if lookup.verdict in _FAILED or held & {"other-title", "before-publication"}:
        return True
    return "closest-out-of-tolerance" in held and (lookup.played or "") > moment


def wanted(reference: Reference, snapshot: SnapshotUrl) -> str:
    """Return the second to look near: the end of the visit, else of the day of publication, else what was asked."""
    if reference.accessed is not None:
        return f"{reference.accessed.hi:%Y%m%d}235959"
    return f"{reference.published.hi:%Y%m%d}235959" if reference.published is not None else snapshot.stamp


def proposals(snapshot: SnapshotUrl, lookup: Lookup, stamps: Iterable[str], moment: str) -> tuple[Proposal, ...]:
    """Return the best of the captures, those before the second first, the nearest of each first."""
    others = set(stamps) - {snapshot.stamp, lookup.played}
    ordered = sorted(others, key=lambda stamp: (stamp > moment, distance(stamp, moment)))
    return tuple(_proposals(snapshot, ordered[:_MOST], moment))


def _proposals(snapshot: SnapshotUrl, stamps: Iterable[str], moment: str) -> Iterator[Proposal]:
    for stamp in stamps:
        side = "after" if stamp > moment else "before"
        why = f"it is listed near {moment[:4]}-{moment[4:6]}-{moment[6:8]}, {side} it"
        yield Proposal("archive_url", replace(snapshot, stamp=stamp, modifier="").canonical, why)

"""Play a guessed or listed page back, and tell whether it is the one that the reference describes."""

from dataclasses import replace

from verifier import urls
from verifier.content.likeness import Likeness
from verifier.lost import dated, slugs
from verifier.lost.dated import Window
from verifier.model.evidence import ArchiveVerdict
from verifier.model.registry import Reference
from verifier.playback import arrival, chain
from verifier.playback.chain import Walk
from verifier.urls import SnapshotUrl
from verifier.values import frozen
from verifier.wayback.site import SITE
from verifier.web import Transport

_GOOD = (ArchiveVerdict.PRESENT, ArchiveVerdict.PRESENT_NEAR, ArchiveVerdict.REDIRECT_OK)
_BY_SLUG, _BY_DATE, _BY_DAY = 0.6, 0.2, 0.2  # our own weights, not measured on labelled data


@frozen
class Candidate:
    """A page that plays back under the reference's title. `score` is 0 to 1; `evidence` is one sentence per fact."""

    url: str
    archive_url: str
    score: float
    evidence: tuple[str, ...]


def play(page: str, stamp: str, reference: Reference, days: Window, transport: Transport) -> tuple[Walk, bool]:
    """Play the page back near this second; return how that went, and whether it is the page in the window.

    A capture outside of the tolerance of playback, but in the window, is played at its own second.
    """
    walk = chain.walk(SITE, SnapshotUrl(stamp, "", page), transport)
    if walk.verdict is ArchiveVerdict.WRONG_DATE and days.holds(walk.played or ""):
        walk = chain.walk(SITE, SnapshotUrl(walk.played or "", "", page), transport)
    arrived = arrival.judge(walk, replace(reference, url=None))
    walk = arrived.walk
    fits = walk.verdict in _GOOD and not arrived.faults and days.holds(walk.played or "")
    return walk, fits and arrived.alike is Likeness.SAME


def of(walk: Walk, reference: Reference) -> Candidate:
    """Return the candidate that a walk to the page has made."""
    page, stamp = walk.at.inner, walk.played or walk.at.stamp
    part = slugs.share(slugs.telling(reference.title or ""), page)
    agrees = dated.agrees(page, reference.published.lo if reference.published else None)
    same_day = reference.archived is not None and f"{reference.archived.lo:%Y%m%d}" == stamp[:8]
    score = _BY_SLUG * part + _BY_DATE * bool(agrees) + _BY_DAY * same_day
    facts = [f"{round(100 * part)} % of the title's telling words are in its address"]
    if agrees is not None:
        facts.append(f"the date in its address {'fits' if agrees else 'does not fit'} the publication")
    if reference.archived is not None:
        facts.append(f"captured on {stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}; the archive date is {reference.archived}")
    archive_url = replace(walk.at, stamp=stamp, modifier="").canonical
    return Candidate(page, archive_url, round(score, 2), (*facts, *map(urls.redact_in, walk.evidence)))

"""Play a snapshot back and follow it: to another second, through captured redirects, never out of the archive.

`step` is pure and takes one answer at a time. The rules for redirects are those of EDGI's wayback
(https://github.com/edgi-govdata-archiving/wayback, `get_memento`).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urljoin

from verifier import urls
from verifier.errors import InputError, StoreError, TransportError
from verifier.model.evidence import ArchiveVerdict, Hop, Witness
from verifier.playback import answers, targets
from verifier.playback.answers import Row
from verifier.playback.site import Site
from verifier.playback.stamps import apart, distance, stamp_of
from verifier.urls import SnapshotUrl, moment
from verifier.values import frozen
from verifier.web import Request, Response, Transport

TOLERANCE = dt.timedelta(hours=24)  # EDGI's default window between what was asked and what plays
MAX_HOPS = 6


@frozen
class Walk:
    """How far a walk has come. It has ended when `verdict` is set.

    `asked` is the cited snapshot, `at` the one to ask for next; `played` is the timestamp of what played back or was
    offered instead, `page` the answer that is a capture. `redirected` and `near` tell what happened on the way;
    `evidence` has one sentence per fact, `hops` the answers, `witnesses` what was said beside playback; `said` is why
    it has ended so.
    """

    site: Site
    asked: SnapshotUrl
    at: SnapshotUrl
    seen: tuple[str, ...] = ()
    redirected: bool = False
    near: bool = False
    verdict: ArchiveVerdict | None = None
    reason: str = ""
    played: str | None = None
    evidence: tuple[str, ...] = ()
    proposal: str | None = None
    hops: tuple[Hop, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    page: Response | None = None
    said: str = ""

    def end(self, verdict: ArchiveVerdict, reason: str, *sentences: str) -> "Walk":
        """Return the walk with this end, and the sentences added to its evidence; the last of all says why."""
        evidence = self.evidence + sentences
        return replace(self, verdict=verdict, reason=reason, evidence=evidence, said=evidence[-1] if evidence else "")

    def hear(self, witness: Witness) -> "Walk":
        """Return the walk with what one more service said."""
        return replace(self, evidence=(*self.evidence, witness.told), witnesses=(*self.witnesses, witness))


def walk(site: Site, snapshot: SnapshotUrl, transport: Transport) -> Walk:
    """Ask for the snapshot, and for what the answers lead to, until the verdict is known."""
    here = Walk(site, snapshot, snapshot)
    while here.verdict is None:
        if here.at.original in here.seen:
            here = _lost(here, "loop", "the captured redirects run in a circle")
        elif len(here.seen) == MAX_HOPS:
            here = _lost(here, "too-many-hops", f"no page after {MAX_HOPS} answers")
        else:
            here = _ask(here, transport)
    return here


def _lost(here: Walk, reason: str, sentence: str) -> Walk:
    """End a walk that arrives nowhere; where no redirect was captured, it is the archive that leads us about."""
    if any(hop.meaning == Row.REDIRECT for hop in here.hops):
        return here.end(ArchiveVerdict.REDIRECT_BAD, reason, sentence)
    return here.end(ArchiveVerdict.UNKNOWN, "unrecognised", "the archive's own redirects lead to no capture")


def _ask(here: Walk, transport: Transport) -> Walk:
    url = here.at.original
    try:
        response = transport.send(Request(url, limit=answers.PAGE))
    except TransportError as error:
        return here.end(ArchiveVerdict.UNKNOWN, error.kind, f"asked for {urls.redact(url)}: {error.message}")
    except StoreError as error:
        return here.end(ArchiveVerdict.UNKNOWN, "store-damaged", error.message)
    return step(replace(here, seen=(*here.seen, url)), response)


def step(here: Walk, response: Response) -> Walk:
    """Return the walk after one answer: with a next snapshot to ask for, or with a verdict."""
    row = answers.classify(response, here.site.notices)
    hop = _hop(here, row, response)
    here = replace(here, hops=(*here.hops, hop), evidence=(*here.evidence, _sentence(hop, response)))
    if row in _STEPS:
        return _STEPS[row](here, response)
    return here.end(*_ENDS[row])


def only_at(here: Walk, stamps: Sequence[str]) -> Walk:
    """End a walk whose page is listed at other times only, with the nearest of them proposed."""
    closest = min(sorted(stamps), key=lambda stamp: distance(stamp, here.asked.stamp))
    proposal = replace(here.asked, stamp=closest).canonical
    return replace(here.end(ArchiveVerdict.WRONG_DATE, "other-dates-only"), proposal=proposal)


def _capture(here: Walk, response: Response) -> Walk:
    taken, asked = answers.captured_at(response), moment(here.asked.stamp)
    if taken is None or asked is None:
        return here.end(*_ENDS[Row.UNRECOGNISED])
    here = replace(_played(here, stamp_of(taken)), page=response)
    if abs(taken - asked) > TOLERANCE:
        return _too_far(here, taken, asked)
    if here.redirected:
        return _landed(here)
    if here.near or taken != asked:
        sentence = f"the capture is {apart(taken, asked)} the cited second"
        return here.end(ArchiveVerdict.PRESENT_NEAR, "closest-within-tolerance", sentence)
    return replace(here, verdict=ArchiveVerdict.PRESENT, proposal=None)


def _landed(here: Walk) -> Walk:
    """Judge the end of a captured redirect by its address; what the page says is for the rules of its content."""
    source, target = here.asked.inner, here.at.inner
    bad = targets.bad_target(source, target)
    if bad:
        return replace(here.end(ArchiveVerdict.REDIRECT_BAD, bad), proposal=None)
    reason = "moved" if targets.share_slug(source, target) else "target-unconfirmed"
    return here.end(ArchiveVerdict.REDIRECT_OK, reason, f"the page was captured at {urls.redact(target)}")


def _redirect(here: Walk, response: Response) -> Walk:
    target = _target(here, response)
    if target is None:
        return here.end(ArchiveVerdict.UNKNOWN, "unrecognised", "the captured redirect leads to no web address")
    moved = urls.loose_key(target.inner) != urls.loose_key(here.at.inner)
    return replace(here, at=target, redirected=here.redirected or moved)


def _error(here: Walk, response: Response) -> Walk:
    taken = answers.captured_at(response)
    if taken is None:
        return here.end(*_ENDS[Row.UNRECOGNISED])
    here = replace(here, played=stamp_of(taken), page=response)
    if here.redirected:
        return here.end(ArchiveVerdict.REDIRECT_BAD, "target-error")
    return here.end(ArchiveVerdict.ERROR_CAPTURE, f"status-{response.status}")


def _other_time(here: Walk, response: Response) -> Walk:
    stamp, target = answers.found_stamp(response) or "", _target(here, response)
    taken, asked = moment(stamp), moment(here.asked.stamp)
    same = target is not None and urls.page_key(target.inner) == urls.page_key(here.at.inner)
    if taken is None or asked is None or not (same or answers.REASON in response.headers):
        return here.end(*_ENDS[Row.UNRECOGNISED])  # somebody else's redirect: a login page of a network, for instance
    there = target if target is not None and same else here.at  # only the page itself is looked for at another second
    here = replace(here, at=replace(there, stamp=stamp))
    if abs(taken - asked) > TOLERANCE:
        return _too_far(_played(here, stamp), taken, asked)
    return replace(here, near=here.near or not (here.redirected or stamp == here.asked.stamp))


def _not_archived(here: Walk, _: Response) -> Walk:
    if here.redirected:
        return here.end(ArchiveVerdict.REDIRECT_BAD, "target-absent")
    return here.end(ArchiveVerdict.ABSENT, "single-witness")


_STEPS = {
    Row.CAPTURE: _capture,
    Row.REDIRECT: _redirect,
    Row.ERROR: _error,
    Row.OTHER_TIME: _other_time,
    Row.NOT_ARCHIVED: _not_archived,
}
_ENDS = {
    Row.OWNER: (ArchiveVerdict.EXCLUDED, "owner"),
    Row.ROBOTS: (ArchiveVerdict.EXCLUDED, "robots"),
    Row.TROUBLE: (ArchiveVerdict.UNKNOWN, "archive-trouble"),
    Row.LIMITED: (ArchiveVerdict.UNKNOWN, "rate-limited"),
    Row.BAD_QUERY: (ArchiveVerdict.UNKNOWN, "bad-query"),
    Row.UNRECOGNISED: (ArchiveVerdict.UNKNOWN, "unrecognised"),
}


def _target(here: Walk, response: Response) -> SnapshotUrl | None:
    """Return the snapshot that Location names, None if it leads out of the web.

    Wayback writes its own address, whole or as a path; other software the site's, which is read at the same time. An
    address on any other host is the site's: it is looked for inside the archive, and never asked itself.
    """
    location = urls.ascii_only(response.headers.get("location", ""))
    try:
        snapshot = here.site.read(urljoin(here.at.original, location))
        if snapshot is None or not moment(snapshot.stamp):
            snapshot = replace(here.at, modifier="", inner=urljoin(here.at.inner, location).partition("#")[0])
        urls.parse(snapshot.inner)
    except (InputError, ValueError):  # ValueError: urljoin, of a broken IPv6 address
        return None
    return snapshot


def _played(here: Walk, stamp: str) -> Walk:
    """Note what played, or is offered, and propose its address instead of the cited one."""
    return replace(here, played=stamp, proposal=replace(here.at, stamp=stamp).canonical)


def _too_far(here: Walk, taken: dt.datetime, asked: dt.datetime) -> Walk:
    sentence = f"the closest capture is {apart(taken, asked)} the cited second"
    if here.redirected:
        return replace(here.end(ArchiveVerdict.REDIRECT_BAD, "target-too-far", sentence), proposal=None)
    return here.end(ArchiveVerdict.WRONG_DATE, "closest-out-of-tolerance", sentence)


def _hop(here: Walk, row: Row, response: Response) -> Hop:
    taken = answers.captured_at(response)
    return Hop(
        urls.redact(here.at.original),
        response.status,
        row.value,
        captured=stamp_of(taken) if taken else "",
        location=urls.redact(response.headers.get("location", "")),
        recorded=response.recorded,
    )


def _sentence(hop: Hop, response: Response) -> str:
    taken, stamp = answers.captured_at(response), answers.found_stamp(response)
    facts = [f"{hop.url}: {hop.status}, {hop.meaning}"]
    if taken:
        facts.append(f"Memento-Datetime {taken:%Y-%m-%d %H:%M:%S} UTC")
    if hop.meaning == Row.OTHER_TIME and stamp:
        facts.append(f"found a capture at {stamp}")
    if hop.recorded:
        facts.append(f"recorded {hop.recorded[:10]}")
    return ", ".join(facts)

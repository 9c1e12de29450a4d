"""Gather what is to be known about the references, before any rule runs: the network is over when judging begins."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from verifier import urls
from verifier.errors import InputError, NotRecorded
from verifier.model.evidence import ArchiveVerdict, Evidence, Lookup, Missing, Proposal, Skipped
from verifier.model.live import USUAL, LiveCheck, Outcome, Past
from verifier.model.registry import Reference, Registry
from verifier.text import counted
from verifier.urls import moment
from verifier.web import Transport

_WORDS = {
    "not-recorded": "its answer is not recorded in the store; run once without --offline",
    "rate-limited": "the archive asked us to slow down; run again later",
    "timeout": "the archive did not answer in time; run again later",
    "refused": "the archive refused the connection, which means throttled; run again in an hour or more",
    "archive-trouble": "the archive had trouble; run again later",
    "budget": "the time of the run was up before it was answered; it comes first in the next run",
    "stopped": "the run was stopped before it was answered; it comes first in the next run",
    "canary": "the archive gave known answers wrongly, so nothing can be concluded now",
    "indexed-but-not-playable": "the index lists it and it does not play back; run again another day",
    "service-unverifiable": "it cannot be verified by a program; look by hand",
    "store-damaged": "the recorded answer is damaged; delete it and run once without --offline",
    "owner": "excluded from the archive by its owner, which is not the same as absent",
    "robots": "excluded from the archive by robots.txt, which is not the same as absent",
}


def gather(
    registry: Registry | None,
    transport: Transport,
    topics: Collection[str],
    today: dt.date | None = None,
    known: Mapping[str, Past] | None = None,
    *,
    required: bool = False,
) -> Evidence:
    """Return what was found out about every reference, and each check that was due and got no answer.

    What was asked lately is not asked again; `today` says what that means, and None that everything is asked. `known`
    is what earlier runs saw of live pages. Where recorded answers are `required`, those that are missing are noted.
    """
    references = registry.references if registry else ()
    lookups: list[tuple[str, Lookup]] = []
    skipped: list[Skipped] = []
    missing: list[Missing] = []
    if "archive" in topics or "support" in topics:
        lookups, missing = _in_archives(registry, transport, today, required)
        skipped += _archive_skips(references, dict(lookups)) if "archive" in topics else ()
    live: dict[str, LiveCheck] = {}
    is_down = False
    cited = [each.url for each in references if each.url and _is_asked(each)]
    if "live" in topics and cited:
        from verifier.live import gather as gather_live  # as large as the archives

        rule = registry.confirmation if registry else USUAL
        live, is_down = gather_live.look_all(cited, transport, known or {}, today, rule)
        skipped += _live_skips(references, live)
        missing += _live_misses(references, live) if required else ()
    return Evidence(tuple(lookups), tuple(skipped), tuple(missing), live=live, outage=is_down)


def _in_archives(
    registry: Registry | None, transport: Transport, today: dt.date | None, required: bool
) -> tuple[list[tuple[str, Lookup]], list[Missing]]:
    """Return the lookup of every reference with a snapshot, and which of the answers that it `required` are missing."""
    archived = [each for each in registry.references if each.archive_url] if registry else []
    if not archived:
        return [], []
    from verifier.asking import Desk, known_archives  # loads every archive, and many registries name none

    desk = Desk(transport, known_archives(registry), today)
    lookups = [(each.id, lookup) for each, lookup in zip(archived, desk.look_all(archived), strict=True)]
    return lookups, [Missing(each.id, miss) for each in archived if required for miss in desk.misses(each)]


def better(
    registry: Registry, found: Evidence, transport: Transport, today: dt.date
) -> Iterator[tuple[Reference, Proposal]]:
    """Yield what may stand in the registry instead of snapshots that failed: only what plays back and is the page.

    A repaired URL and the snapshot's own day come with the snapshot, where the reference gives them.
    """
    from verifier.asking import Desk, known_archives

    desk = Desk(transport, known_archives(registry), today)
    for reference in registry.references:
        lookup = found.lookup(reference.id)
        proposals = lookup.proposals if lookup else ()
        repaired = next((each for each in proposals if each.field == "url" and each.sure), None)
        for each in (proposal for proposal in proposals if proposal.field == "archive_url"):
            url = repaired.new if repaired else reference.url
            tried = desk.look_one(replace(reference, url=url, archived=None, archive_url=each.new))
            if tried.verdict is ArchiveVerdict.PRESENT:
                yield reference, each
                if repaired:
                    yield reference, repaired
                yield from _day(reference, tried)
                break


def _day(reference: Reference, lookup: Lookup) -> Iterator[tuple[Reference, Proposal]]:
    taken = moment(lookup.played or "")
    if taken is None or reference.archived is None or reference.archived.lo <= taken.date() <= reference.archived.hi:
        return
    yield reference, Proposal("archived", taken.date().isoformat(), "the day in the new archive URL", sure=True)


def _is_asked(reference: Reference) -> bool:
    """Tell whether the cited URL can be asked; a malformed one has a finding of its own."""
    try:
        return bool(reference.url and urls.parse(reference.url))
    except InputError:
        return False


def _live_misses(references: Sequence[Reference], live: Mapping[str, LiveCheck]) -> Iterator[Missing]:
    for each in references:
        check = live.get(each.url or "")
        if check is not None and check.reason == NotRecorded.kind:
            yield Missing(each.id, f"GET {urls.redact(check.final)}")


def _live_skips(references: Sequence[Reference], live: Mapping[str, LiveCheck]) -> Iterator[Skipped]:
    """Yield what only a person or a later run can settle: what is ours, blocked, or not confirmed yet."""
    for each in references:
        check = live.get(each.url or "")
        if check is None:
            continue
        if check.outcome is Outcome.BLOCKED:
            yield Skipped(each.id, "live", f"{check.told}: look at it in a browser")
        elif check.is_suspect:
            times = f"suspect {min(check.past.lately(check.rule), check.rule.failed)}/{check.rule.failed}"
            yield Skipped(each.id, "live", f"{times}: {check.told}; {_when_dead(check)}")
        elif check.ours:
            yield Skipped(each.id, "live", check.told)


def _when_dead(check: LiveCheck) -> str:
    """Return what it takes to call a suspect page dead, and when that can be at the earliest."""
    rule, past = check.rule, check.past
    needed = f"{rule.failed} failed ones of {rule.of}" if rule.of > rule.failed else f"{rule.failed} failed"
    apart = f", {counted(rule.apart, 'day')} apart or more" if rule.apart > 1 else ""
    told = f"it is called dead after {needed} checks{apart}, over {counted(rule.span, 'day')} or more"
    return f"{told}: on {past.earliest(rule)} at the earliest"


def _archive_skips(references: Sequence[Reference], lookups: dict[str, Lookup]) -> Iterator[Skipped]:
    for each in references:
        lookup = lookups.get(each.id)
        if lookup is None:
            yield Skipped(each.id, "archive", "it has no archive URL, so there was nothing to look up")
        elif lookup.verdict in (ArchiveVerdict.UNKNOWN, ArchiveVerdict.EXCLUDED):
            yield Skipped(each.id, "archive", _WORDS.get(lookup.reason, f"no answer could be had ({lookup.reason})"))

"""Gather what is to be known about the references, before any rule runs: the network is over when judging begins."""

from collections.abc import Collection, Iterator, Sequence

from verifier import archives
from verifier.archives import Archive
from verifier.model.evidence import ArchiveVerdict, Evidence, Lookup, Skipped
from verifier.model.registry import Reference, Registry
from verifier.parts import discover
from verifier.playback import elsewhere, together
from verifier.web import Transport

_WORDS = {
    "not-recorded": "its answer is not recorded in the store; run once without --offline",
    "rate-limited": "the archive asked us to slow down; run again later",
    "timeout": "the archive did not answer in time; run again later",
    "refused": "the archive refused the connection, which means throttled; run again in an hour or more",
    "archive-trouble": "the archive had trouble; run again later",
    "canary": "the archive gave known answers wrongly, so nothing can be concluded now",
    "indexed-but-not-playable": "the index lists it and it does not play back; run again another day",
    "service-unverifiable": "it cannot be verified by a program; look by hand",
    "store-damaged": "the recorded answer is damaged; delete it and run once without --offline",
    "owner": "excluded from the archive by its owner, which is not the same as absent",
    "robots": "excluded from the archive by robots.txt, which is not the same as absent",
}


def gather(registry: Registry | None, transport: Transport, topics: Collection[str]) -> Evidence:
    """Return what the archives said of every reference, and each check that was due and got no answer."""
    references = registry.references if registry else ()
    lookups: list[tuple[str, Lookup]] = []
    skipped: list[Skipped] = []
    if "archive" in topics:
        known = _known(registry)
        pairs = [(each, _look(each, transport, known)) for each in references if each.archive_url]
        compared = together.compare(pairs)
        lookups = [
            (each.id, _suggested(each, lookup, transport, known))
            for (each, _), lookup in zip(pairs, compared, strict=True)
        ]
        skipped += _archive_skips(references, dict(lookups))
    if "live" in topics:
        skipped += [Skipped(each.id, "live", "this version does not ask live pages") for each in references if each.url]
    return Evidence(tuple(lookups), tuple(skipped))


def _known(registry: Registry | None) -> tuple[Archive, ...]:
    """Return the archives that are asked, those of the registry first."""
    kinds = discover(archives, "ARCHIVE", Archive)
    hosts = registry.archives if registry else ()
    return (*(kind.adopt(host) for host in hosts for kind in kinds if kind.adopt), *kinds)


def _look(reference: Reference, transport: Transport, known: Sequence[Archive]) -> Lookup:
    return _owner(reference, known).look(reference, transport)


def _suggested(reference: Reference, lookup: Lookup, transport: Transport, known: Sequence[Archive]) -> Lookup:
    """Return the lookup with what may be cited instead, from the same archive or from another."""
    owner = _owner(reference, known)
    lookup = owner.suggest(reference, lookup, transport) if owner.suggest else lookup
    return elsewhere.suggest(lookup, reference.url, transport) if reference.url else lookup


def _owner(reference: Reference, known: Sequence[Archive]) -> Archive:
    return next(archive for archive in known if archive.owns(reference.archive_url or ""))


def _archive_skips(references: Sequence[Reference], lookups: dict[str, Lookup]) -> Iterator[Skipped]:
    for each in references:
        lookup = lookups.get(each.id)
        if lookup is None:
            yield Skipped(each.id, "archive", "it has no archive URL, so there was nothing to look up")
        elif lookup.verdict in (ArchiveVerdict.UNKNOWN, ArchiveVerdict.EXCLUDED):
            yield Skipped(each.id, "archive", _WORDS.get(lookup.reason, f"no answer could be had ({lookup.reason})"))

"""Look references up in their archives: from memory what was asked lately, the rest at once, in a fixed order."""

import datetime as dt
from collections.abc import Callable, Sequence

from verifier import archives, urls, web
from verifier.archives import Archive, Suggest
from verifier.errors import NotRecorded
from verifier.freshness import is_fresh
from verifier.model.evidence import ArchiveVerdict, Lookup
from verifier.model.registry import Reference, Registry
from verifier.parts import discover
from verifier.playback import elsewhere, together
from verifier.values import frozen
from verifier.web import Online, Request, Response, Transport

_Task = Callable[[Reference, Transport], Lookup]
_ROW = 5  # unknowns in a row after which an archive may be ill: our choice
_Prepare = Callable[[Sequence[tuple[Reference, Lookup]], Transport], Suggest]


@frozen
class Desk:
    """Where references are looked up. `known` are the archives, in the order in which they are asked who owns a URL.

    `today` decides what is fresh, and which timestamps are too late; None: nothing and none is.
    """

    transport: Transport
    known: tuple[Archive, ...]
    today: dt.date | None = None

    def look(self, reference: Reference, transport: Transport | None = None) -> Lookup:
        """Return what the archive says of the reference's archive URL."""
        return self._owner(reference).look(reference, transport or self.transport, today=self.today)

    def look_one(self, reference: Reference) -> Lookup:
        """Return what the archive says of one archive URL: from memory what is fresh, or where nothing answers now."""
        return self._each(self.look, [reference])[0][0]

    def look_all(self, references: Sequence[Reference]) -> list[Lookup]:
        """Return the lookup of every reference, in their order, with what to cite instead of a snapshot that failed."""
        looked = self._believed(references, *self._each(self.look, references))
        compared = together.compare(list(zip(references, looked, strict=True)))
        found = {id(each): lookup for each, lookup in zip(references, compared, strict=True)}
        ways = self._ways(list(zip(references, compared, strict=True)))

        def suggest(each: Reference, transport: Transport) -> Lookup:
            way = ways[self._owner(each)]
            lookup = way(each, found[id(each)], transport) if way else found[id(each)]
            return elsewhere.suggest(lookup, each.url, transport) if each.url else lookup

        return self._each(suggest, references)[0]

    def _ways(self, pairs: Sequence[tuple[Reference, Lookup]]) -> dict[Archive, Suggest | None]:
        """Return for each archive what suggests what to cite instead, having asked about all that failed at once."""
        ways = {archive: archive.suggest for archive in self.known}
        for archive in self.known:
            if archive.prepare:
                owned = [pair for pair in pairs if self._owner(pair[0]) is archive]
                ways[archive] = self._prepared(archive.prepare, owned)
        return ways

    def _prepared(self, prepare: _Prepare, pairs: Sequence[tuple[Reference, Lookup]]) -> Suggest:
        """Ask, or remember; hints are as fresh as the verdicts on the snapshots that failed."""
        if isinstance(self.transport, Online):
            memory = self.transport.recall()
            remembered = prepare(pairs, memory)
            if self._counts(ArchiveVerdict.ERROR_CAPTURE, "", memory, self.transport):
                return remembered
        return prepare(pairs, self.transport)

    def misses(self, reference: Reference) -> tuple[str, ...]:
        """Return the questions about the reference's snapshot whose answers are not recorded: "GET https://..."."""
        noting = _Noting(self.transport)
        self.look(reference, noting)
        return tuple(dict.fromkeys(noting.misses))

    def _believed(self, references: Sequence[Reference], looked: list[Lookup], asked: Sequence[int]) -> list[Lookup]:
        """Return the lookups after a second look at the health of archives; `asked` are the places asked for now."""
        if not isinstance(self.transport, Online):
            return looked
        for archive in self.known:
            if archive.recheck is None or not any(map(_was_missing, looked)):
                continue
            owned = {place for place, each in enumerate(references) if self._owner(each) is archive}
            verdicts = [looked[place].verdict for place in asked if place in owned]
            row = "".join("?" if verdict is ArchiveVerdict.UNKNOWN else "." for verdict in verdicts)
            doubted = [place for place in sorted(owned) if _was_missing(looked[place])]
            if doubted and "?" * _ROW in row:
                archive.recheck(self.transport)
                for place in doubted:
                    looked[place] = self._doubted(references[place], looked[place], self.transport)
        return looked

    def _doubted(self, reference: Reference, lookup: Lookup, transport: Online) -> Lookup:
        """Return the lookup, or that it is unknown, as a run offline will say, if the archive is not well now."""
        later = self.look(reference, transport.recall())
        return later if later.reason == "canary" else lookup

    def _each(self, task: _Task, references: Sequence[Reference]) -> tuple[list[Lookup], list[int]]:
        """Do the task for every reference, and tell the places of those that were asked for, in this order.

        What was never answered is asked before what is no longer fresh.
        """
        if not isinstance(self.transport, Online):
            return [task(each, self.transport) for each in references], []
        transport, found, missed, stale = self.transport, dict[int, Lookup](), list[int](), list[int]()
        for place, each in enumerate(references):
            memory = transport.recall()
            lookup = task(each, memory)
            if self._counts(lookup.verdict, each.archive_url or "", memory, transport):
                found[place] = lookup
            else:
                (missed if memory.missed else stale).append(place)
        due = [*missed, *stale]
        asked = web.each(
            transport,
            lambda place: _as_replayed(task, references[place], transport),
            due,
            lambda place: references[place].archive_url or "",
        )
        found.update(zip(due, asked, strict=True))
        return [found[place] for place in range(len(references))], due

    def _counts(self, verdict: ArchiveVerdict, url: str, memory: web.Recall, transport: Online) -> bool:
        """Tell whether the remembered answers that led to a verdict are all there, and fresh."""
        if memory.missed or (memory.recorded and (transport.refreshes or self.today is None)):
            return False
        return is_fresh(verdict, url, memory.recorded, memory.confirmed, self.today or dt.date.min)

    def _owner(self, reference: Reference) -> Archive:
        return next(archive for archive in self.known if archive.owns(reference.archive_url or ""))


class _Noting:
    """A `Transport` around another that notes what is not recorded."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self.misses: list[str] = []

    def send(self, request: Request) -> Response:
        try:
            return self._transport.send(request)
        except NotRecorded:
            self.misses.append(f"{request.method} {urls.redact(request.url)}")
            raise


def known_archives(registry: Registry | None) -> tuple[Archive, ...]:
    """Return the archives that are asked, those of the registry first."""
    kinds = discover(archives, "ARCHIVE", Archive)
    hosts = registry.archives if registry else ()
    if registry is not None and registry.canary is not None:
        kinds = tuple(kind.trust(registry.canary) if kind.trust else kind for kind in kinds)
    return (*(kind.adopt(host) for host in hosts for kind in kinds if kind.adopt), *kinds)


def _was_missing(lookup: Lookup) -> bool:
    """Tell whether the verdict rests on the archive's health."""
    return any(witness.service == "canary" for witness in lookup.witnesses)


def _as_replayed(task: _Task, reference: Reference, transport: Online) -> Lookup:
    """Ask; where that brings no answer but earlier runs had one, return what these answers say, as offline is done."""
    lookup = task(reference, transport)
    if lookup.verdict is not ArchiveVerdict.UNKNOWN:
        return lookup
    memory = transport.recall()
    earlier = task(reference, memory)
    return lookup if memory.missed else earlier

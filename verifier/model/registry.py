"""The nouns of the registry: `references.toml`, parsed and valid, with the line each thing stands on."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from verifier.model.archives import ArchiveHost, Canary
from verifier.model.dates import Dates
from verifier.model.live import USUAL, Confirmation
from verifier.model.outlets import Outlet
from verifier.values import frozen


@frozen
class Reference:
    """One ``[[reference]]``: what a claim may rest on. `entry` is the label printed in the article's own list."""

    id: str
    line: int
    title: str | None = None
    outlet: str | None = None
    entry: str | None = None
    author: str | None = None
    url: str | None = None
    archive_url: str | None = None
    published: Dates | None = None
    accessed: Dates | None = None
    archived: Dates | None = None
    lines: tuple[tuple[str, int], ...] = ()

    def line_of(self, field: str) -> int:
        """Return the line `field` stands on, else the line of the table."""
        return dict(self.lines).get(field, self.line)


@frozen
class RegistryClaim:
    """One ``[[claim]]``: a passage of the article and the ids of the references it really rests on."""

    id: str
    line: int
    text: str
    markers: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()


@frozen
class Waiver:
    """One ``[[waiver]]``: findings a person has judged, until a date. Exactly one of the four targets is set.

    `by_hand`: the person has looked at the source, `on` this day if that is told.
    """

    line: int
    rules: tuple[str, ...]
    reason: str
    by: str
    until: dt.date
    claim: str | None = None
    url: str | None = None
    host: str | None = None
    glob: str | None = None
    by_hand: bool = False
    on: dt.date | None = None

    @property
    def target(self) -> str:
        """Return what it covers, for people."""
        return self.claim or self.url or self.host or self.glob or ""


@dataclass(frozen=True)  # no slots: references are found by a table that is made when first asked
class Registry:
    """A whole registry. `path` is as given; `article_path` is relative to the registry's folder.

    `lines` are its lines, so that a finding can cover one. `archives` and `outlets` are those it adds to the known,
    `canary` is asked instead of the known one, `confirmation` says when a silent page is dead.
    """

    path: str
    article_path: str | None
    article_title: str | None
    article_url: str | None
    references: tuple[Reference, ...]
    claims: tuple[RegistryClaim, ...]
    waivers: tuple[Waiver, ...]
    lines: tuple[str, ...] = ()
    archives: tuple[ArchiveHost, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    canary: Canary | None = None
    confirmation: Confirmation = USUAL

    def text_of(self, line: int) -> str:
        """Return a line (1-based), "" for one that does not exist."""
        return self.lines[line - 1] if 1 <= line <= len(self.lines) else ""

    def reference(self, identifier: str) -> Reference | None:
        """Return the reference with this id, None if there is none."""
        return self._by_id.get(identifier)

    @cached_property
    def _by_id(self) -> dict[str, Reference]:
        return {each.id: each for each in reversed(self.references)}  # of equal ids the first counts

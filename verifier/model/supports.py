"""The rows of a report that tell what the cited pages say. They belong to the tree of `verifier.model.report`."""

from typing import TypedDict

from verifier.model.support import FieldName, LevelName, StatusName, VerdictName


class FactRow(TypedDict):
    """One fact of a claim: `start` and `end` are into the claim's text, the others into the page's main text."""

    text: str
    kind: str
    status: StatusName
    start: int
    end: int
    page_start: int | None
    page_end: int | None
    page_text: str | None
    rule: str


class PassageRow(TypedDict):
    """A verbatim slice of the page's main text."""

    start: int
    end: int
    text: str


class SupportRow(TypedDict):
    """What the page of one reference says of a claim.

    `said` is the verdict in words, which calls nothing supported that was not measured to be. `why` is a sentence for
    people, `missing` the words that stand nowhere near the passages, `measured` what was
    measured of this verdict at this level, in a sentence; "" where nothing was. `link` leads to the snapshot, at the
    passage where one can be linked to.
    """

    reference: str
    verdict: VerdictName
    level: LevelName | None
    said: str
    reason: str
    why: str
    facts: list[FactRow]
    passages: list[PassageRow]
    missing: list[str]
    notes: list[str]
    words: int
    measured: str
    link: str | None


class StatedRow(TypedDict):
    """A value that a page states of itself, and the place that states it."""

    value: str
    place: str


class FieldRow(TypedDict):
    """How a field of a citation stands to what the page states."""

    outcome: FieldName
    places: list[str]
    stated: list[StatedRow]
    note: str


class CitationRow(TypedDict):
    """A citation against its page, field by field. `sha256` is of the page's main text as it was judged."""

    title: FieldRow
    outlet: FieldRow
    author: FieldRow
    date: FieldRow
    sha256: str

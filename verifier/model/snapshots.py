"""The rows of a report that tell what is known about a snapshot; they belong to the tree of `verifier.model.report`."""

from typing import TypedDict


class HopRow(TypedDict):
    """One answer of playback: what was asked, what the answer means, and where it led ("" where it led nowhere)."""

    url: str
    status: int
    meaning: str
    captured: str
    location: str
    recorded: str


class WitnessRow(TypedDict):
    """What one service beside playback said."""

    service: str
    said: str
    recorded: str


class CueRow(TypedDict):
    """One sign that a page stands in for a missing one, and its words."""

    name: str
    strong: bool
    found: str


class CaptureRow(TypedDict):
    """What played back, in the page's own words; `sha256` is of the `size` bytes that were read."""

    page: str
    status: int
    original: str
    source: str
    content_type: str
    title: str
    excerpt: str
    sha256: str
    size: int
    truncated: bool
    comparable: bool
    cues: list[CueRow]


class ProposalRow(TypedDict):
    """A better value for a field of the reference; `sure` tells that it played back."""

    field: str
    new: str
    why: str
    sure: bool


class ArchiveRow(TypedDict):
    """What is known about one archive URL; timestamps have 14 digits, UTC; `drift` is in seconds."""

    verdict: str
    reason: str
    also: list[str]
    asked: str | None
    played: str | None
    drift: int | None
    evidence: list[str]
    hops: list[HopRow]
    witnesses: list[WitnessRow]
    capture: CaptureRow | None
    proposal: str | None
    proposals: list[ProposalRow]

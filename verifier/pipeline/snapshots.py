"""The rows of a report that tell what is known about a snapshot; what only its owner should see is left out."""

from dataclasses import fields
from typing import Any, cast

from verifier import urls
from verifier.model.evidence import Capture, Lookup
from verifier.model.snapshots import ArchiveRow, CaptureRow, CueRow, HopRow, ProposalRow, WitnessRow


def archive_row(lookup: Lookup) -> ArchiveRow:
    """Return the row of one archive URL."""
    return {
        "verdict": lookup.verdict.value,
        "reason": lookup.reason,
        "also": list(lookup.also),
        "asked": lookup.asked,
        "played": lookup.played,
        "drift": lookup.drift,
        "evidence": [urls.redact_in(each) for each in lookup.evidence],
        "hops": [cast(HopRow, _shown(each)) for each in lookup.hops],
        "witnesses": [cast(WitnessRow, _shown(each)) for each in lookup.witnesses],
        "capture": _capture(lookup.capture) if lookup.capture else None,
        "proposal": urls.redact(lookup.proposal) if lookup.proposal else None,
        "proposals": [cast(ProposalRow, _shown(each)) for each in lookup.proposals],
    }


def _capture(capture: Capture) -> CaptureRow:
    cues = [cast(CueRow, _shown(each)) for each in capture.cues]
    shown = {name: value for name, value in _shown(capture).items() if name != "body"}
    return cast(CaptureRow, {**shown, "cues": cues})


def _shown(noun: object) -> dict[str, Any]:
    """Return the fields of a noun of evidence by name, its texts redacted."""
    values = {each.name: getattr(noun, each.name) for each in fields(noun)}  # type: ignore[arg-type]
    return {name: urls.redact_in(value) if isinstance(value, str) else value for name, value in values.items()}

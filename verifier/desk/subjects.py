"""What a decision is about, taken from the report and the registry and never from a form."""

import glob
from typing import Any

from verifier.model.decision import Passage, Place
from verifier.model.report import ClaimRow, FindingRow


def passage(row: ClaimRow) -> Passage:
    """Return the claim of a row."""
    return Passage(row["id"], row["text"], tuple(marker["label"] for marker in row["markers"]))


def place(finding: FindingRow, values: dict[str, Any]) -> Place:
    """Return what a waiver of a finding without a claim covers: the address of its reference, else its file.

    The address is the registry's: reports leave out what only its owner should see.
    """
    return page(finding["reference"], values) or Place("glob", glob.escape(finding["path"]))


def page(reference: str | None, values: dict[str, Any]) -> Place | None:
    """Return what a waiver of what a reference cites covers; None where no address is known."""
    references = values.get("reference", [])
    known: dict[str, Any] = next((each for each in references if each.get("id") == reference), {})
    address: str | None = known.get("url") or known.get("archive_url")
    return Place("url", address) if address else None

"""The nouns of review: what an editor decides, each of them one small change of the registry."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A claim as the article has it: its id, its words and the numbers printed there."""

    id: str
    text: str
    markers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cite:
    """The claim rests on this reference; with `drop` it does not. A claim that the registry lacks is added to it.

    `instead` is the reference whose place it takes, "" for none.
    """

    claim: Passage
    reference: str
    instead: str = ""
    drop: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """A field of a reference has this value: `field` is "url" or "archive_url"."""

    reference: str
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Waive:
    """Findings of these rules on the claim may stay until a day, for a reason; `by_hand`: somebody has looked."""

    claim: Passage
    rules: tuple[str, ...]
    reason: str
    by: str
    until: dt.date
    by_hand: bool = False


Decision = Cite | Fill | Waive


def subject(decision: Decision) -> str:
    """Return the id of the claim or the reference it is about."""
    return decision.reference if isinstance(decision, Fill) else decision.claim.id


def told(decision: Decision) -> str:
    """Return the decision in words."""
    match decision:
        case Cite(drop=True):
            return f"{decision.claim.id} does not rest on {decision.reference}"
        case Cite():
            instead = f", not on {decision.instead}" if decision.instead else ""
            return f"{decision.claim.id} rests on {decision.reference}{instead}"
        case Fill():
            return f"{decision.reference}: {decision.field} filled"
        case Waive(by_hand=True):
            return f"{decision.claim.id}: checked by hand ({', '.join(decision.rules)})"
        case Waive():
            return f"{decision.claim.id}: waived ({', '.join(decision.rules)})"

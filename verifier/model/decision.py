"""The nouns of review: what an editor decides, each of them one small change of the registry."""

import datetime as dt

from verifier.values import frozen


@frozen
class Passage:
    """A claim as the article has it: its id, its words and the numbers printed there."""

    id: str
    text: str
    markers: tuple[str, ...]


@frozen
class Cite:
    """The claim rests on this reference; with `drop` it does not. A claim that the registry lacks is added to it.

    `instead` is the reference whose place it takes, "" for none.
    """

    claim: Passage
    reference: str
    instead: str = ""
    drop: bool = False


@frozen
class Fill:
    """A field of a reference has this value: `field` is "url" or "archive_url"."""

    reference: str
    field: str
    value: str


@frozen
class Place:
    """What a waiver without a claim is about: a URL of a reference ("url"), or a file ("glob")."""

    key: str
    value: str


@frozen
class Waive:
    """Findings of these rules may stay until a day, for a reason; `checked`: when somebody has looked."""

    about: Passage | Place
    rules: tuple[str, ...]
    reason: str
    by: str
    until: dt.date
    checked: dt.date | None = None


Decision = Cite | Fill | Waive


def subject(decision: Decision) -> str:
    """Return the id of the claim or the reference it is about, or the place."""
    match decision:
        case Cite():
            return decision.claim.id
        case Fill():
            return decision.reference
        case Waive():
            return decision.about.id if isinstance(decision.about, Passage) else decision.about.value


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
        case Waive():
            how = "checked by hand" if decision.checked else "waived"
            return f"{subject(decision)}: {how} ({', '.join(decision.rules)})"

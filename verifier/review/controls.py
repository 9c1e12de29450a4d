"""What a page offers beside reading: nothing in a file; forms where the desk serves it."""

from collections.abc import Callable

from markupsafe import Markup

from verifier.model.outcome import HeldRow
from verifier.model.report import ClaimRow, FindingRow, ReferenceRow
from verifier.review.context import Context
from verifier.review.html import NOTHING
from verifier.values import frozen


@frozen
class Controls:
    """Forms for a claim, a reference, a finding and a page to look at, the top, and what the policy must allow."""

    banner: Markup = NOTHING
    claim: Callable[[Context, ClaimRow], Markup] = lambda _context, _row: NOTHING
    reference: Callable[[ReferenceRow], Markup] = lambda _row: NOTHING
    finding: Callable[[FindingRow], Markup] = lambda _row: NOTHING
    held: Callable[[HeldRow], Markup] = lambda _row: NOTHING
    form_action: str = "'none'"
    referrer: str = "no-referrer"


NONE = Controls()

"""A number as an interval with kind and unit, and how a number of a claim and one of a page relate."""

import math
from enum import StrEnum

from verifier.values import frozen

_BETWEEN = ("between", "zwischen")
_TO = ("to", "bis")


class Relation(StrEnum):
    """How a number of the page stands to one of the claim."""

    FOUND = "found"
    VARIANT = "variant"
    UNDECIDED = "undecided"
    DIFFERENT = "different"


@frozen
class Number:
    """One number from `start` to `end`: an interval from `low` to `high`, each end open or closed.

    `mode` is how it was said ("exact", "more", "least", "less", "most", "nearly", "about", "range"); `kind` is "plain",
    "percent", "money", "ordinal", "score", or "mark" (7/10, as percent); `unit` are the stems of what is counted;
    `other` is the second reading of an ambiguous figure ("1.234"), `noun` the stem of the word before it; one that is
    `vague` may be part of a name or a point in time, and never contradicts; `currency` is the sign of money.
    """

    start: int
    end: int
    value: float
    low: float
    high: float
    mode: str = "exact"
    kind: str = "plain"
    unit: tuple[str, ...] = ()
    other: float | None = None
    noun: str = ""
    vague: bool = False
    currency: str = ""

    @property
    def low_open(self) -> bool:
        """Tell whether the lower end is not part of the interval."""
        return self.mode in ("more", "less", "most")

    @property
    def high_open(self) -> bool:
        """Tell whether the upper end is not part of the interval."""
        return self.mode in ("less", "nearly", "more", "least")


def relation(claim: Number, page: Number) -> Relation:
    """Return how the page's number stands to the claim's; both are of one kind."""
    if claim.kind == "score":
        return Relation.FOUND if (claim.low, claim.high) == (page.low, page.high) else Relation.DIFFERENT
    if claim.low == page.low and claim.high == page.high and claim.mode == page.mode:
        return Relation.FOUND
    if _ambiguous(claim, page) or _rounded(claim, page):
        return Relation.VARIANT
    if page.mode in ("about", "nearly") and page.value == claim.value and claim.mode != "more":
        return Relation.VARIANT
    if page.mode == "exact" and claim.mode in ("about", "nearly") and page.value == claim.value:
        return Relation.VARIANT
    if _inside(page, claim):
        return Relation.FOUND
    if _apart(claim, page):
        bound = claim.mode == "exact" and page.mode in ("more", "less") and claim.value == page.value
        return Relation.UNDECIDED if bound else Relation.DIFFERENT
    return Relation.UNDECIDED


def _ambiguous(claim: Number, page: Number) -> bool:
    ours, theirs = {claim.value, claim.other}, {page.value, page.other}
    return claim.mode == page.mode == "exact" and bool((ours & theirs) - {None})


def _rounded(claim: Number, page: Number) -> bool:
    """Tell whether one is the other, rounded to its own digits: at least two, of 1,000 and more or with decimals."""
    if claim.mode != "exact" or page.mode != "exact" or claim.kind == "ordinal":
        return False
    return any(_rounds(first, second) for first, second in ((claim.value, page.value), (page.value, claim.value)))


def _rounds(exact: float, rounded: float) -> bool:
    digits = _digits(rounded)
    if digits < 2 or exact == 0 or not (abs(rounded) >= 1_000 or rounded != int(rounded)):
        return False
    places = digits - 1 - math.floor(math.log10(abs(exact)))
    return math.isclose(round(exact, places), rounded, rel_tol=1e-9) and abs(exact - rounded) <= 0.05 * abs(exact)


def _digits(value: float) -> int:
    return len(f"{abs(value):.12g}".replace(".", "").strip("0")) if abs(value) < 1e12 else 2


def _inside(inner: Number, outer: Number) -> bool:
    low = inner.low > outer.low or (inner.low == outer.low and (inner.low_open or not outer.low_open))
    high = inner.high < outer.high or (inner.high == outer.high and (inner.high_open or not outer.high_open))
    return low and high


def _apart(first: Number, second: Number) -> bool:
    for left, right in ((first, second), (second, first)):
        if left.high < right.low or (left.high == right.low and (left.high_open or right.low_open)):
            return True
    return False


def ends(mode: str, value: float) -> tuple[float, float]:
    """Return the ends of the interval that a number is, said in this mode."""
    if mode in ("more", "least"):
        return value, math.inf
    if mode in ("less", "most"):
        return 0.0, value
    if mode == "nearly":
        return 0.85 * value, value
    return (0.9 * value, 1.1 * value) if mode == "about" else (value, value)

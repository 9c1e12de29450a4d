"""The nouns of looking: where a value stands on a page, and what was found of one fact."""

from dataclasses import field

from verifier.support.facts import Fact
from verifier.values import frozen

FOUND, VARIANT, INFERRED, ELSEWHERE = "found", "variant", "inferred", "found-elsewhere"
UNDECIDED, CONFLICT, NEVER, NOT_CHECKED = "undecided", "conflict", "never-occurs", "not-checked"
MANY = 40  # places of one value that are kept
LESS_PRECISE = 0.5  # what a value weighs that the page says less precisely: enough that the claim is not supported
RIVALS = 1_000  # other values of a page that are weighed; more has only a page made to cost time


@frozen
class Place:
    """Where a value stands: its offsets on the page, its sentence, and the rule that joined two forms ("" for none)."""

    start: int
    end: int
    sentence: int
    rule: str = ""


@frozen
class Found:
    """What was found of one fact.

    `status` is as far as the fact alone tells; `places` are where it stands. `missing` are the places in the claim of
    words that stand nowhere, `weight` what they weigh; `rivals` are other values of its kind on the page; `outside`
    names where it stands when it is not in the main text; `tried` are the variants that were looked for;
    `clash` tells how surely the first rival is another value of the same thing. `is_today` tells that it is the day or
    month of publication, of which a page says at its head that it is today's, and beside what happened nothing.
    """

    fact: Fact
    status: str
    places: tuple[Place, ...] = ()
    missing: tuple[int, ...] = ()
    weight: float = 0.0
    rivals: tuple[Place, ...] = ()
    outside: str = ""
    tried: tuple[str, ...] = field(default=())
    clash: float = 0.0
    is_today: bool = False

    @property
    def sentences(self) -> frozenset[int]:
        """Return the sentences in which it stands."""
        return frozenset(each.sentence for each in self.places)

    @property
    def is_unmet(self) -> bool:
        """Tell whether the page does not have it: nowhere, less precisely, or only of something else."""
        return self.status in (NEVER, UNDECIDED) or (self.status == ELSEWHERE and self.weight >= 1)

"""What bench/support_fit.py has fitted, and from what: fitted.json, written by that program and by no hand."""

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib import resources

from verifier.model.support import LevelName
from verifier.values import frozen

_SHARE, _LEAST = 0.85, 0.70  # of claims that must be fully supported, and at least, before "supported" is said of them
BASE_RATE = 0.27  # of ordinary claims that their pages do not support: PeopleProfiles, https://arxiv.org/abs/2506.12637


@frozen
class Tally:
    """What was measured of a verdict at a level: how many claims had it, not fully supported and fully supported.

    `bad_of` and `good_of` are all that were tested of each kind.
    """

    bad: int
    bad_of: int
    good: int
    good_of: int

    @property
    def ratio(self) -> float:
        """Return the likelihood ratio: how many times as common among unsupported claims as among supported ones."""
        return ((self.bad + 0.5) / (self.bad_of + 1)) / ((self.good + 0.5) / (self.good_of + 1))

    @property
    def earns(self) -> bool:
        """Tell whether enough of the claims that had it were fully supported to call it support.

        That is .85 of them, and at least .70 by Wilson's interval of 95 %.
        """
        tried, z = self.bad + self.good, 1.96
        if not tried:
            return False
        share = self.good / tried
        half = z * math.sqrt((share * (1 - share) + z * z / (4 * tried)) / tried)
        return share >= _SHARE and (share + z * z / (2 * tried) - half) / (1 + z * z / tried) >= _LEAST

    def right(self, base: float) -> float:
        """Return how often it is right where a share `base` of all claims is bad."""
        odds = self.ratio * base / (1 - base)
        return odds / (1 + odds)


@frozen
class Fitted:
    """The weights of the counts, the limits of the verdicts, and what each level was measured to mean."""

    bias: float
    weights: Mapping[str, float]
    flag: float
    sure: float
    window: float
    levels: Mapping[str, Tally]
    provenance: str

    def score(self, counts: Mapping[str, float]) -> float:
        """Return how likely something is wrong, 0 to 1, by a logistic regression on the counts."""
        total = self.bias + sum(weight * counts[name] for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))

    def tally(self, verdict: str, level: LevelName | None) -> Tally | None:
        """Return what was measured of a verdict at a level, None for what was not."""
        return self.levels.get(f"{verdict}/{level}")


@cache
def fitted() -> Fitted:
    """Return what the file holds."""
    data = json.loads((resources.files("verifier.support") / "fitted.json").read_text(encoding="utf-8"))
    levels = {name: Tally(*counts) for name, counts in data["levels"].items()}
    limits = data["limits"]
    return Fitted(
        data["bias"], data["weights"], limits["flag"], limits["sure"], limits["window"], levels, data["provenance"]
    )

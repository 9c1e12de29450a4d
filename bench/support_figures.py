"""One figure of the support check: its n, its value, its interval, and the goal it is held against."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.support_data import ENGLISH
from verifier.support import facts, judge
from verifier.support.found import NEVER
from verifier.support.index import Index
from verifier.support.judge import Weighed

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table."""

    measure: str
    data: str
    n: str
    value: str
    goal: str = ""
    note: str = ""

    def __str__(self) -> str:
        """Return it as a row of Markdown."""
        return f"| {self.measure} | {self.data} | {self.n} | {self.value} | {self.goal} | {self.note} |"


def share(hits: int, total: int) -> str:
    """Return a share with Wilson's 95 % interval."""
    if not total:
        return "none"
    z, part = 1.96, hits / total
    middle = (part + z * z / (2 * total)) / (1 + z * z / total)
    half = z * ((part * (1 - part) + z * z / (4 * total)) / total) ** 0.5 / (1 + z * z / total)
    return f"{part:.3f} [{middle - half:.3f}–{middle + half:.3f}]"


def balanced(flagged: Flags, wrong: Flags) -> float:
    """Return the mean of both recalls."""
    return float((flagged[wrong].mean() + (~flagged[~wrong]).mean()) / 2)


def f1(found: Flags, true: Flags) -> float:
    """Return the harmonic mean of precision and recall."""
    return float(2 * (found & true).sum() / max(1, found.sum() + true.sum()))


def drawn(measure: Callable[[Flags, Flags], float], found: Flags, true: Flags) -> str:
    """Return a measure with its bootstrap interval."""
    chance = np.random.default_rng(1)
    draws = [measure(found[pick], true[pick]) for pick in chance.integers(0, len(found), (2_000, len(found)))]
    low, high = np.percentile(draws, [2.5, 97.5])
    return f"{measure(found, true):.3f} [{low:.3f}–{high:.3f}]"


def weighed(text: str, page: Index, title: str = "") -> Weighed:
    """Return a claim weighed on a page."""
    return judge.weigh(facts.read(text, ENGLISH), page, title)


def missing(made: Weighed) -> bool:
    """Tell whether R1 flags it: some name, number or date stands nowhere (spec/support.md, section 1)."""
    return any(each.status == NEVER and each.fact.kind != "quote" for each in made.found)

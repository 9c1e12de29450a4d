"""The scores of large problems, a row at a time on numpy arrays: the same formulas, thousands of numbers at once."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from verifier.recovery.align import NEVER
from verifier.recovery.dating import Dating, Days
from verifier.recovery.score import Scores, combined
from verifier.recovery.wording import BESIDE, MOST, UNRELATED


def rows(scores: Scores, within: range) -> Iterator[Any]:
    """Yield what `Scores.banded` gives for each entry."""
    import numpy as np

    numbers = sorted(scores.cited_by)
    claims = np.array([claim for number in numbers for claim in scores.cited_by[number]], dtype=np.int64)
    sizes = np.array([len(scores.cited_by[number]) for number in numbers], dtype=np.int64)
    starts = np.cumsum([0, *sizes])[:-1]
    places = np.array(numbers, dtype=np.int64)
    dating = Dating([_events(scores, np)], scores.trust, _arithmetic(np))
    event_of = np.array(scores.event_of, dtype=np.int64)
    places_of: dict[int, tuple[Any, Any]] = {}
    size = max(len(scores.sources) + within[-1], *numbers[-1:]) + 1
    texts, dates = np.zeros(size), np.zeros(size)
    for entry, source in enumerate(scores.sources):
        band = slice(max(1, entry + 1 + within[0]), entry + within[-1] + 2)
        parts = (dating.of(source.citation)[0] + np.zeros(len(scores.events)))[event_of][claims]
        dates[places] = combined(np.maximum.reduceat(parts, starts), np.minimum.reduceat(parts, starts), np)
        totals = np.zeros(len(scores.claims))
        for word in scores.wording.entries[entry]:
            found = places_of.get(id(word.places))
            if found is None:
                found = places_of[id(word.places)] = _arrays(word.places, np)
            totals[found[0]] += np.array(word.gains)[found[1]]
        words = np.add.reduceat(totals[claims], starts) / sizes
        texts[places] = np.minimum(MOST, scores.wording.absent[entry] + words)
        below = np.full(max(0, -within[0] - entry), NEVER)  # there is no number 0
        yield np.concatenate((below, _floored(texts[band], np) + dates[band]))


def _floored(values: Any, np: Any) -> Any:
    top = values.max()
    level = top + np.log(np.mean(np.exp(values - top)))
    ratios = np.exp(values - level)
    padded = np.concatenate(([1.0], ratios, [1.0]))
    return np.log((1.0 - UNRELATED - 2 * BESIDE) * ratios + BESIDE * (padded[:-2] + padded[2:]) + UNRELATED)


def _events(scores: Scores, np: Any) -> Days:
    names = ("lo", "hi", "group", "future", "count")
    return Days(*(np.array([getattr(each, name) for each in scores.events]) for name in names))


def _arithmetic(np: Any) -> Any:
    def tally(counts: list[float], codes: Any, amounts: Any) -> None:
        for code, count in enumerate(np.bincount(codes, amounts, len(counts))):
            counts[code] += float(count)

    def pick(table: Any, codes: Any) -> Any:
        return np.array(table)[codes]

    return SimpleNamespace(log=np.log, maximum=np.maximum, where=np.where, total=np.sum, tally=tally, pick=pick)


def _arrays(places: Any, np: Any) -> tuple[Any, Any]:
    return np.array([*places.keys()], dtype=np.int64), np.array([*places.values()], dtype=np.int64)

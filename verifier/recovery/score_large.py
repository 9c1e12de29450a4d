"""The scores of large problems, a row at a time on numpy arrays: the same formulas, thousands of numbers at once."""

from collections.abc import Iterator
from typing import Any

from verifier.recovery.score import Days, Scores, combined, date_part, text_part


def rows(scores: Scores, spare: int) -> Iterator[Any]:
    """Yield for each entry the scores of its `spare` + 1 numbers, as `Scores.row` gives them."""
    import numpy as np

    numbers = sorted(scores.cited_by)
    claims = np.array([claim for number in numbers for claim in scores.cited_by[number]], dtype=np.int64)
    starts = np.cumsum([0, *(len(scores.cited_by[number]) for number in numbers)])[:-1]
    places = np.array(numbers, dtype=np.int64)
    events = _events(scores, np)
    event_of = np.array(scores.event_of, dtype=np.int64)
    postings = {word: _arrays(found, np) for word, found in scores.postings().items() if word in scores.weights}
    line = np.zeros(max(numbers) + 1)
    for entry, source in enumerate(scores.sources):
        totals = np.zeros(len(scores.claims))
        for word in scores.words[entry]:
            if word in postings:
                index, nearness = postings[word]
                totals[index] += scores.weights[word] * nearness
        parts = date_part(events, source.citation, np)[event_of] + text_part(totals, scores.norm(entry), np)
        chosen = parts[claims]
        best, worst = np.maximum.reduceat(chosen, starts), np.minimum.reduceat(chosen, starts)
        line[places] = combined(best, worst, np)
        yield line[entry + 1 : entry + spare + 2].copy()


def _events(scores: Scores, np: Any) -> Days:
    days = scores.events
    return Days(
        np.array([each.lo for each in days]),
        np.array([each.hi for each in days]),
        np.array([each.is_day for each in days]),
        np.array([each.future for each in days]),
        np.array([each.weight for each in days]),
    )


def _arrays(found: list[tuple[int, float]], np: Any) -> tuple[Any, Any]:
    return np.array([claim for claim, _ in found]), np.array([nearness for _, nearness in found])

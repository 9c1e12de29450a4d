"""When no mapping of the whole list is proposed, and why: a wrong mapping is worse than none."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from verifier.model.article import Article
from verifier.model.recovery import Placement, Recovery
from verifier.recovery.score import Scores

_UNFIT = "what the entries say does not go with the order of the numbers"
_SORTED = "the list looks sorted by date, so its order tells nothing"
_UNTIED = "of an entry and a claim with a day on both sides"
UNORDERED = frozenset({_UNFIT, _SORTED})  # with one of these not even single numbers can be told
_FIT = 0.12  # nats for each entry: the best path through a shuffled list reaches .1
_GAIN = 6.0  # nats over the printed reading, where the numbers alone prove nothing
_SURE = 0.75  # mean of the greatest probabilities: three in four of the proposed numbers must be expected right
_PAIRS = 3  # with a day on both sides
_LOST = 0.7  # share of the entries
_MOSTLY = 0.8  # share of the steps between events that go the list's way
_DATED = 5  # entries and claims with a day, to tell a sorted list


def reasons(
    article: Article,
    recovery: Recovery,
    placements: Sequence[Placement],
    scores: Scores,
    cited_by: Mapping[int, Sequence[int]],
    fixed: Mapping[int, int],
) -> list[str]:
    """Return every reason against proposing the mapping, in words; an empty list allows it.

    `fixed` are the numbers of entries that links prove; such a pair ties the list to the text as well as days do.
    """
    return list(_reasons(article, recovery, placements, scores, cited_by, fixed))


def _reasons(
    article: Article,
    recovery: Recovery,
    placements: Sequence[Placement],
    scores: Scores,
    cited_by: Mapping[int, Sequence[int]],
    fixed: Mapping[int, int],
) -> Iterator[str]:
    found = recovery.structure
    if found.greatest <= found.entries and recovery.best_score - recovery.printed_score < _GAIN:
        yield "the printed numbers fit about as well"
    if recovery.best_score < _FIT * (len(placements) - len(fixed)):
        yield _UNFIT
    if len(article.plain_lists) > 1:
        yield "the article has several lists that cannot be told apart"
    if found.lost > _LOST * found.greatest:
        yield f"{found.lost} of {found.greatest} entries are lost, too many to place the rest"
    sure = sum(placement.alternatives[0][1] for placement in placements) / len(placements)
    if sure < _SURE:
        yield f"the entries could stand in many places (mean probability of the best ones {sure:.2f})"
    if any(fixed.get(placement.entry, placement.best) != placement.best for placement in placements):
        yield "the links that are left do not go with the order of the list"
    if not is_tied(article, recovery, placements, cited_by, fixed):
        yield f"{_counted(_dated(article, recovery, placements, cited_by))} {_UNTIED}"
    open_ = [placement for placement in placements if placement.entry not in fixed]
    if any(scores.is_vetoed(placement.entry, placement.best) for placement in open_):
        yield "the best mapping has sources that are older than what they would prove"
    if _looks_sorted(article, recovery, cited_by):
        yield _SORTED


def is_untied(reasons: Sequence[str]) -> bool:
    """Tell whether nothing speaks against a mapping but, at most, that words alone tie the list to the text."""
    return all(each.endswith(_UNTIED) for each in reasons)


def is_tied(
    article: Article,
    recovery: Recovery,
    placements: Sequence[Placement],
    cited_by: Mapping[int, Sequence[int]],
    fixed: Mapping[int, int],
) -> bool:
    """Tell whether days or links tie the list to the text, and not words alone."""
    return _dated(article, recovery, placements, cited_by) + len(fixed) >= _PAIRS


def _dated(
    article: Article, recovery: Recovery, placements: Sequence[Placement], cited_by: Mapping[int, Sequence[int]]
) -> int:
    return sum(_has_days(article, recovery, placement, cited_by) for placement in placements)


def _counted(pairs: int) -> str:
    return {0: "no pair", 1: "only one pair"}.get(pairs, f"only {pairs} pairs")


def _has_days(
    article: Article, recovery: Recovery, placement: Placement, cited_by: Mapping[int, Sequence[int]]
) -> bool:
    published = article.main_list.entries[placement.entry].citation.published if article.main_list else None
    events = [recovery.events[claim].dates for claim in cited_by.get(placement.best, ())]
    return published is not None and published.is_day and any(each is not None and each.is_day for each in events)


def _looks_sorted(article: Article, recovery: Recovery, cited_by: Mapping[int, Sequence[int]]) -> bool:
    """Tell whether the list is in the order of its dates while the numbers are not in the order of their events."""
    entries = article.main_list.entries if article.main_list else ()
    published = [each.citation.published.lo for each in entries if each.citation.published]
    firsts = [recovery.events[claims[0]].dates for _, claims in sorted(cited_by.items())]
    events = [when.lo for when in firsts if when is not None and when.is_day]
    if min(len(published), len(events)) < _DATED or len(set(published)) < _DATED:
        return False
    return any(_in_order(published, turn) and not _mostly(events, turn) for turn in (1, -1))


def _in_order(days: Sequence[dt.date], turn: int) -> bool:
    return all((second - first).days * turn >= 0 for first, second in pairwise(days))


def _mostly(days: Sequence[dt.date], turn: int) -> bool:
    steps = [(second - first).days * turn >= 0 for first, second in pairwise(days)]
    return sum(steps) >= _MOSTLY * len(steps)

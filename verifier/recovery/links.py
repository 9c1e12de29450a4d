"""Links that survived: a marker that still leads to an entry fixes the pair, whatever the numbers have become.

A number whose link leads to no entry of any list belongs to an entry that is lost, if all entries that are left still
carry ids: an entry without one may be where a dangling link led.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from verifier.model.article import Article
from verifier.recovery.structure import plain_markers
from verifier.values import frozen

_PROOF = 200.0  # nats


@frozen
class Links:
    """What links prove: the number of an entry (0-based, of the main list), and the numbers that no entry has."""

    fixed: Mapping[int, int]
    lost: frozenset[int]


def of(article: Article) -> Links:
    """Return what the links between the plain numbers and the main list prove."""
    entries = article.main_list.entries if article.main_list is not None else ()
    ids = {entry.anchor for each in article.lists for entry in each.entries if entry.anchor}
    numbers: dict[str, int] = {}
    for marker in plain_markers(article):
        if marker.anchor and marker.number is not None:
            numbers.setdefault(marker.anchor, marker.number)
    if not any(entry.anchor in numbers for entry in entries if entry.anchor):
        return Links({}, frozenset())
    fixed = {index: numbers[entry.anchor] for index, entry in enumerate(entries) if entry.anchor in numbers}
    whole = all(entry.anchor for entry in entries)
    lost = {number for anchor, number in numbers.items() if whole and anchor not in ids}
    return Links(fixed, frozenset(lost - set(fixed.values())))


def applied(rows: Iterable[Sequence[float]], links: Links, low: int) -> Iterator[Sequence[float]]:
    """Yield the scores of each entry i for its numbers, i + 1 + k from k = `low` on, with what the links prove."""
    for index, row in enumerate(rows):
        first = index + 1 + low
        if index in links.fixed:
            yield [0.0 if number == links.fixed[index] else -_PROOF for number in range(first, first + len(row))]
        elif links.lost:
            barred = range(first, first + len(row))
            yield [value - _PROOF * (number in links.lost) for number, value in zip(barred, row, strict=True)]
        else:
            yield row

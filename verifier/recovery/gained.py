"""A list that gained entries: the roles swap, and each number of the text is aligned to one of the entries.

Entries that were added take no number, so those behind them print one that is too great. A list that is longer than the
text's numbers is no proof of that: its last entries may be further reading. As for a shift, several numbers must fit
better than printed and few worse, and words or impossible dates must speak against the printed numbers.
"""

from collections.abc import Callable, Iterator, Sequence

from verifier.recovery import prior
from verifier.recovery.align import Alignment, Posterior, Shape, align
from verifier.recovery.prior import Way, log_choose
from verifier.recovery.score import Scores
from verifier.recovery.shift import ALARM, Change, is_supported
from verifier.values import frozen

Row = tuple[tuple[int, float], ...]


@frozen
class Gained:
    """How the numbers align: `aligned` has a row for each number, whose k says how many entries were added before.

    `printed` and `pushed` are the scores where all entries were added at the end, or all at the beginning; `way` says
    that each placement is as probable beforehand as any.
    """

    aligned: Alignment
    printed: float
    pushed: float
    way: Way

    @property
    def total(self) -> float:
        """Return the sum over all placements, each as probable beforehand as any."""
        return self.aligned.total - self.way.weight

    @property
    def best(self) -> list[tuple[int, int]]:
        """Return for each number how many entries were added before the one it means."""
        return [(number, k) for number, k in enumerate(self.aligned.best, 1) if k is not None]

    def posterior(self, temperature: float) -> Posterior:
        """Return the posterior that knows of entries that were all added at one end."""
        spare = len(self.way.shape.ends) - 1
        return prior.mixed(
            [(self.way, self.aligned)], [(0, self.printed / temperature), (spare, self.pushed / temperature)]
        )


def find(scores: Scores, entries: int, numbers: int, temperature: float) -> Gained | None:
    """Return how `numbers` numbers align to more entries, None where nothing speaks against the printed numbers."""
    spare = entries - numbers
    table, words = (_table(entries, numbers, row) for row in (scores.row, scores.words_row))
    shape = Shape.plain(spare)
    way = Way(1 - 2 * prior.CUT, shape, log_choose(entries, numbers))
    aligned = align(table, shape, temperature)
    printed, pushed = sum(row[0] for row in table), sum(row[-1] for row in table)
    found = Gained(aligned, printed, pushed, way)
    if found.total - printed / temperature <= ALARM:
        return None
    return found if is_supported(list(_changes(scores, table, words, aligned.best))) else None


def by_entry(rows: Sequence[Row], entries: int) -> list[list[tuple[int, float]]]:
    """Return for each entry the (number, probability) it may have, the most probable first; none for an added one."""
    found: list[list[tuple[int, float]]] = [[] for _ in range(entries)]
    for index, row in enumerate(rows):
        for k, probability in row:
            found[index + k].append((index + 1, probability))
    return [sorted(each, key=lambda pair: (-pair[1], pair[0])) for each in found]


def _table(entries: int, numbers: int, row: Callable[[int, int, int], list[float]]) -> list[list[float]]:
    """Return for each number the scores of the entries it may mean: the one that prints it, and those behind."""
    spare = entries - numbers
    table = [[0.0] * (spare + 1) for _ in range(numbers)]
    for entry in range(entries):
        first, last = max(1, entry + 1 - spare), min(numbers, entry + 1)
        for number, score in enumerate(row(entry, first, last - first + 1), first):
            table[number - 1][entry + 1 - number] = score
    return table


def _changes(
    scores: Scores, table: Sequence[Sequence[float]], words: Sequence[Sequence[float]], best: Sequence[int | None]
) -> Iterator[Change]:
    """Yield what each number that moves gains by meaning another entry than the one that prints it."""
    for index, k in enumerate(best):
        if k:
            own, told = table[index][0], words[index]
            yield Change(index + 1, own, table[index][k] - own, told[k] - told[0], scores.is_vetoed(index, index + 1))

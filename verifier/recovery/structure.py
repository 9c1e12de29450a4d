"""What the numbers alone say, before any evidence: gaps, a hidden prefix, and how many entries were lost."""

from bisect import bisect_right
from collections.abc import Collection, Container, Iterable
from itertools import pairwise

from verifier.model.article import Article, EntryList, Marker
from verifier.model.recovery import Regime, Structure
from verifier.text import fold, western

_AUTHORS, _SORTED = 5, 0.9  # authors a list must name, and the share of neighbours in alphabetical order
_SPARSE = 50  # a text that cites fewer than one number in so many has no gaps, it has no numbering


def of(article: Article) -> Structure:
    """Return the structure of the article's main list and the plain numbers that point into it."""
    main = article.main_list
    numbers = [marker.number for marker in plain_markers(article) if marker.number is not None]
    cited = tuple(dict.fromkeys(numbers))
    if not cited or main is None:
        return Structure(cited, greatest=max(cited, default=0), entries=len(main.entries) if main else 0)
    wild = wild_numbers(cited, len(main.entries))
    greatest = max((number for number in cited if number not in wild), default=0)
    body = [number for marker in body_markers(article) if (number := marker.number) not in wild and number]
    # docutils numbers the footnotes with a label by where they are defined: which is called first says nothing
    orderless = is_alphabetical(main) or main.has_own_rules
    return Structure(
        cited,
        wild,
        greatest=greatest,
        entries=len(main.entries),
        hidden_prefix=0 if orderless else hidden_prefix(dict.fromkeys(body), noted(article)),
        never_cited=_never_cited(set(cited), greatest),
        regime=Regime.LINKED if _is_linked(article, main) else _regime(main, greatest),
    )


def plain_markers(article: Article) -> list[Marker]:
    """Return the markers without a group, in order.

    A marker that is linked to an entry of another list than the main one has no number in the main one.
    """
    main = article.main_list
    others = {entry.anchor for each in article.lists if each is not main for entry in each.entries} - {""}
    plain = (each for each in article.markers if not each.group and each.number is not None)
    return [each for each in plain if each.anchor not in others]


def body_markers(article: Article) -> list[Marker]:
    """Return the plain markers of the text in order, without the numbers that stand inside entries of a list.

    A note that cites a source is numbered where the note itself is cited, so its place in the list says nothing about
    order (docs/numbering.md, "HTML"; test 2728 of Cite's parser tests).
    """
    skipped, lists = noted(article), _Lists(article)
    return [each for each in plain_markers(article) if each.number not in skipped and not lists.hold(each)]


def noted(article: Article) -> frozenset[int]:
    """Return the plain numbers that entries of a list cite."""
    lists = _Lists(article)
    return frozenset(each.number for each in plain_markers(article) if each.number is not None and lists.hold(each))


class _Lists:
    """Where the lists of an article stand, in order."""

    def __init__(self, article: Article) -> None:
        self._spans = sorted(each.span for each in article.lists)
        self._starts = [span.start for span in self._spans]

    def hold(self, marker: Marker) -> bool:
        """Tell whether the marker stands inside a list."""
        index = bisect_right(self._starts, marker.span.start) - 1
        return index >= 0 and marker.span.start < self._spans[index].end


def hidden_prefix(first_appearances: Iterable[int], noted: Container[int] = ()) -> int:
    """Return h: the numbers 1..h were first cited in content that is not here.

    The greatest number that first appears after a greater one, or the one before the first number; 0 if neither, or if
    the text begins with [1]: then nothing before it was left out. Numbers in `noted` are not missed.
    """
    hidden = greatest = 0
    for position, number in enumerate(first_appearances):
        if position == 0:
            hidden = missing_below(number, noted)
            if not hidden:
                return 0
        if number < greatest:
            hidden = max(hidden, number)
        greatest = max(greatest, number)
    return hidden


def missing_below(number: int, noted: Container[int]) -> int:
    """Return the greatest number below that is not in `noted`, 0 if there is none."""
    number -= 1
    while number > 0 and number in noted:
        number -= 1
    return max(0, number)


def _is_linked(article: Article, main: EntryList) -> bool:
    """Tell whether every plain number is a link to its entry, so that none can lead astray."""
    anchors = {entry.anchor for entry in main.entries} - {""}
    return all(each.anchor in anchors for each in plain_markers(article))


def _never_cited(cited: set[int], greatest: int) -> tuple[int, ...]:
    if greatest > _SPARSE * len(cited):
        return ()
    return tuple(number for number in range(1, greatest + 1) if number not in cited)


def is_alphabetical(main: EntryList | None) -> bool:
    """Tell whether the list is sorted by its authors' names, so that numbers do not follow the text."""
    entries = main.entries if main is not None else ()
    names = [fold(entry.citation.author.split(",")[0]) for entry in entries if entry.citation.author]
    steps = [first <= second for first, second in pairwise(names)]
    return len(names) >= _AUTHORS and sum(steps) >= _SORTED * len(steps)


def wild_numbers(cited: Collection[int], entries: int) -> tuple[int, ...]:
    """Return the numbers that are typing errors, not lost entries: few, and far above everything else.

    ``[111]`` in an article that counts to 20 does not mean that its list lost 91 entries. A number is wild if it is
    more than twice the next lower one (or the list's length), plus 10; at most one in twenty can be. So are a few
    behind a list whose entries are all cited, if they do not go on where that ends: lost entries leave no gap.
    """
    behind = {number for number in cited if number > entries}
    is_few = 0 < len(behind) <= max(1, entries // 20)
    if is_few and min(behind) > entries + len(behind) + 1 and set(range(1, entries + 1)) <= set(cited):
        return tuple(sorted(behind))
    numbers = sorted(set(cited), reverse=True)
    most = max(1, len(numbers) // 20)
    wild: list[int] = []
    for number, lower in zip(numbers, [*numbers[1:], 0], strict=True):
        if number <= 2 * max(lower, entries) + 10:
            break
        wild.append(number)
    return tuple(sorted(wild)) if len(wild) <= most else ()


def _regime(main: EntryList, greatest: int) -> Regime:
    labels = [entry.label for entry in main.entries]
    if not _numbered_afresh(labels):
        return Regime.LABELLED
    return Regime.SUBSET if greatest > len(labels) else Regime.IDENTITY


def _numbered_afresh(labels: list[str | None]) -> bool:
    """Tell whether the labels are a clean 1..m, or absent: only then may they be a renumbering."""
    return all(label is None or western(label) == str(position) for position, label in enumerate(labels, 1))

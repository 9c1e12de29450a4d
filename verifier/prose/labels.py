"""The labels that the lists of a text print: what a letter, a key or a word must match to be a marker."""

import re
from collections.abc import Iterator, Sequence

from verifier.model.article import EntryList, Span
from verifier.prose import roman
from verifier.prose.starts import KEY
from verifier.values import frozen

_NEXT = 3  # letters behind the last label of a list that are still taken for labels
_APART = 3  # times the entries: how far numerals of a list lie apart ("c, d, l" are letters)
_GROUPS = frozenset({"n", "nb", "note"})
_KEY = re.compile(KEY)


@frozen
class Labels:
    """The labels that the lists of the document print.

    `length` is that of the longest list, `entries` is where entries stand; `parts` are those ("3.1") that the text
    counts of entries without parts.
    """

    groups: frozenset[str]
    letters: frozenset[str]
    dotted: frozenset[str]
    length: int
    has_keys: bool = False
    parts: frozenset[str] = frozenset()
    entries: tuple[Span, ...] = ()

    @classmethod
    def of(
        cls, lists: Sequence[EntryList], words: frozenset[str] = frozenset(), letters: frozenset[str] = frozenset()
    ) -> "Labels":
        """Collect the labels of all lists; by `words` ("Anm.") and `letters` the text cites notes without labels."""
        printed = [entry.label for each in lists for entry in each.entries if entry.label]
        return cls(
            groups=frozenset(each.group.casefold() for each in lists if each.group) | _GROUPS | words,
            letters=letters
            | {each for label in printed if label.isalpha() for each in (label, *_following(label))}
            | {each for some in lists for each in _numerals([entry.label for entry in some.entries])},
            dotted=frozenset(label for label in printed if "." in label),
            length=max((len(each.entries) for each in lists), default=0),
            has_keys=any(_KEY.fullmatch(label) for label in printed),
            entries=tuple(sorted(entry.span for each in lists for entry in each.entries)),
        )


def _following(label: str) -> Iterator[str]:
    """Yield the letters next to a letter: one that no entry has is cited in vain."""
    if len(label) == 1:
        yield from (chr(ord(label) + step) for step in range(1, _NEXT + 1) if chr(ord(label) + step).isalpha())


def _numerals(labels: Sequence[str | None]) -> Iterator[str]:
    """Yield the numerals that a list counts with, those that it has lost and the next ones too."""
    values = [roman.value(label) if label else None for label in labels]
    counted = [each for each in values if each is not None]
    if (
        len(counted) == len(values) > 1
        and counted == sorted(set(counted))
        and counted[-1] - counted[0] < _APART * len(values)
    ):
        yield from (roman.numeral(number) for number in range(1, counted[-1] + _NEXT + 1))

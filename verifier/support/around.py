"""Read what stands around a number: the comparator before or behind it, and the unit that it counts."""

from collections.abc import Sequence

from verifier.support.language import Language
from verifier.support.words import Word

DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212")
_UNIT_WORDS = 3
_ARTICLES = ("a", "an", "ein", "eine")
_OUT_OF = (
    ("out", "of", "the"),
    ("out", "of"),
    ("of", "the"),
    ("of",),
    ("von",),
    ("von", "den"),
    ("der",),
)  # "15 of the 28 provinces"


class Around:
    """The words of one text, asked for what stands beside a number; each method looks at a fixed number of tokens."""

    def __init__(self, words: Sequence[Word], language: Language) -> None:
        self._words, self._language = words, language

    def fold(self, place: int) -> str:
        """Return the folded token at a place, "" outside the text."""
        return self._words[place].fold if 0 <= place < len(self._words) else ""

    def touches(self, place: int) -> bool:
        """Tell whether the token stands right behind the one before it."""
        return 0 < place < len(self._words) and self._words[place].start == self._words[place - 1].end

    def is_vague(self, first: int, kind: str) -> bool:
        """Tell whether a word of time stands before the number, or a name it may belong to ("PlayStation 4")."""
        if self._before(first) in self._language.time:
            return True
        before = self._words[first - 1] if first else None
        return kind == "plain" and before is not None and before.kind == "word" and before.capital and first > 1

    def noun(self, first: int) -> str:
        """Return the stem of the word before a number, which may be what it numbers: "season 4"."""
        before = self._words[first - 1] if first else None
        said = before is not None and before.kind == "word" and before.fold not in self._language.stop_words
        return self._language.stem(before.fold) if before is not None and said else ""

    def _before(self, first: int) -> str:
        """Return the word before a number, not counting an article."""
        return self.fold(first - 2 if self.fold(first - 1) == "the" else first - 1)

    def comparator(self, first: int, kind: str) -> str:
        """Return what the words before the number make of it ("more", "about" ...), "" for nothing."""
        if kind == "ordinal" and (side := self._language.date_bounds.get(self._before(first))):
            return {"before": "less", "after": "more", "until": "most", "since": "least"}[side]
        if self.fold(first - 1) in _ARTICLES:
            first -= 1  # "more than a dozen"
        for length in (4, 3, 2, 1):
            words = tuple(self.fold(each) for each in range(max(0, first - length), first))
            if len(words) == length and words in self._language.comparators:
                return self._language.comparators[words]
        if kind == "ordinal" and (bound := self._language.comparators.get((self._before(first),))):
            return bound
        if self.fold(first - 1) == "." and (self.fold(first - 2),) in self._language.comparators:
            return self._language.comparators[(self.fold(first - 2),)] if len(self.fold(first - 2)) <= 2 else ""
        return "about" if self.fold(first - 1) in ("~", "\u2248") else ""

    def behind(self, after: int) -> str:
        """Return what the words behind the number make of it, "" for nothing."""
        if self.fold(after) == "+" and self.touches(after):
            return "least"
        for length in (2, 1):
            words = tuple(self.fold(each) for each in range(after, after + length))
            if words in self._language.after:
                return self._language.after[words]
        return ""

    def _behind_whole(self, after: int) -> int:
        """Return the place behind "out of 28" and "of the 28", whose unit is that of the part too."""
        for length in (3, 2, 1):
            step = after + length
            known = tuple(map(self.fold, range(after, step))) in _OUT_OF and step < len(self._words)
            if known and (self._words[step].kind == "figure" or self.fold(step) in self._language.numbers):
                return step + 1
        return after

    def unit(self, after: int) -> tuple[str, ...]:
        """Return the stems of the words that follow, up to a sign or a word that says nothing."""
        found: list[str] = []
        after = self._behind_whole(after)
        for place in range(after, min(after + _UNIT_WORDS + 2, len(self._words))):
            word = self._words[place]
            if word.kind == "sign" and word.fold in DASHES and self.touches(place):
                continue
            if word.kind != "word":
                break
            if word.fold in self._language.stop_words:
                if found:
                    break
                continue
            found.append(self._language.stem(word.fold))
            if len(found) == _UNIT_WORDS:
                break
        return tuple(found)

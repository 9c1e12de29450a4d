"""A page made ready for questions: where each word, number and date stands, sentence by sentence. Made once a page."""

import datetime as dt
import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from verifier.support import datelines, dates, figures, names
from verifier.support.dates import Date
from verifier.support.language import Language
from verifier.support.names import romanised
from verifier.support.numbers import Number
from verifier.support.words import Word, cut

_JOINING = frozenset("of the and for de la und der des".split())  # inside names, without an initial

Spans = Sequence[tuple[int, int]]


class Index:
    """One page. `sentences` are (start, end) in `text`; `elsewhere` are (place, text) of what is outside the main text.

    `published` are the days of publication that the page states; where it states none, its dateline tells. `whole` says
    that nothing is missing at the page's end: only then can a thing stand nowhere on it.
    """

    def __init__(
        self,
        text: str,
        sentences: Spans,
        language: Language,
        *,
        elsewhere: Iterable[tuple[str, str]] = (),
        published: Sequence[dt.date] = (),
        whole: bool = True,
    ) -> None:
        self.text, self.sentences, self.language = text, list(sentences), language
        self.whole = whole
        self.words: list[Word] = list(cut(text))
        self._starts = [start for start, _ in self.sentences]
        self.folds: dict[str, list[int]] = defaultdict(list)
        self.stems: dict[str, list[int]] = defaultdict(list)
        self.groups: dict[int, list[int]] = defaultdict(list)
        self.grouped: dict[int, set[str]] = defaultdict(set)
        self.positions: dict[str, list[int]] = defaultdict(list)
        self._index()
        self.lengths = [sum(bag.values()) for bag in self.bags]
        self.mean_length = sum(self.lengths) / max(1, len(self.lengths)) or 1.0
        self.size = sum(word.kind != "sign" for word in self.words)
        found = dates.read(self.words, language)
        taken = {place for _, places in found for place in places}
        self.dates: list[Date] = [date for date, _ in found]
        self.published = tuple(published) or datelines.read(self.words, self.sentences, self.dates, language)
        self.numbers: list[Number] = list(figures.read(text, self.words, taken, language))
        self._number_starts = [each.start for each in self.numbers]
        self._offsets = [word.start for word in self.words]
        self._values: dict[int, Number | Date] = {each.start: each for each in self.numbers}
        self._values |= {each.start: each for each in self.dates}
        self.initials = _initials(self.words)
        self.names: list[int] = [place for place, word in enumerate(self.words) if self._is_name(place, word)]
        self.romanised: dict[str, list[str]] = defaultdict(list)
        for fold in self.folds:
            self.romanised[romanised(fold)[:1]].append(fold)
        self._elsewhere(elsewhere)

    def _index(self) -> None:
        """Note for each word where it stands, and for its stem and its groups in which sentences."""
        self.bags: list[Counter[str]] = [Counter() for _ in self.sentences]
        for place, word in enumerate(self.words):
            if word.kind == "sign":
                continue
            sentence = self.sentence_of(word.start)
            for fold in {word.fold, word.fold.removesuffix("'s")}:
                _add(self.folds[fold], sentence)
                self.positions[fold].append(place)
            if word.fold in self.language.stop_words:
                continue
            stem = self.stem(word)
            _add(self.stems[stem], sentence)
            for group in {*self.language.alike.get(word.fold, ()), *self.language.alike.get(stem, ())}:
                _add(self.groups[group], sentence)
                self.grouped[group].add(word.fold)
            if self.bags:
                self.bags[sentence][stem] += 1

    def stem(self, word: Word) -> str:
        """Return the form by which a word is looked for."""
        return word.fold if word.kind == "figure" else self.language.stem(word.fold.removesuffix("'s"))

    def _elsewhere(self, pieces: Iterable[tuple[str, str]]) -> None:
        self.outside: dict[str, str] = {}
        self.outside_numbers: list[tuple[str, Number]] = []
        self.outside_dates: list[tuple[str, Date]] = []
        for place, text in pieces:
            words = list(cut(text))
            for word in words:
                if word.kind != "sign":
                    self.outside.setdefault(word.fold.removesuffix("'s"), place)
            found = dates.read(words, self.language)
            taken = {each for _, places in found for each in places}
            self.outside_dates += [(place, date) for date, _ in found]
            self.outside_numbers += [(place, each) for each in figures.read(text, words, taken, self.language)]

    def _is_name(self, place: int, word: Word) -> bool:
        """Tell whether a name begins with a word of the page: it has a capital, and no sentence begins there."""
        if (
            word.kind != "word"
            or not word.capital
            or word.fold in self.language.stop_words
            or word.end - word.start < 3
        ):
            return False
        if word.fold in self.language.months or word.fold in self.language.weekdays:
            return False
        begins = (
            place == 0
            or self.words[place - 1].fold in '.!?:;"\u201c\u2018'
            or self.sentence_of(word.start) != self.sentence_of(self.words[place - 1].start)
        )
        return not begins and not (self.words[place - 1].capital and self.words[place - 1].kind == "word")

    def sentence_of(self, offset: int) -> int:
        """Return the number of the sentence at the offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def word_at(self, offset: int) -> int:
        """Return the place in `words` of the token that begins at the offset or behind it."""
        return bisect_left(self._offsets, offset)

    def value_at(self, offset: int) -> Number | Date | None:
        """Return the number or date that begins at the offset."""
        return self._values.get(offset)

    def numbers_in(self, start: int, end: int) -> list[Number]:
        """Return the numbers that begin between two offsets."""
        first = bisect_left(self._number_starts, start)
        return self.numbers[first : bisect_left(self._number_starts, end)]

    def idf(self, among: int) -> float:
        """Return how telling a word is that stands in so many sentences of this page, after Robertson (BM25)."""
        total = len(self.sentences)
        return math.log(1 + (total - among + 0.5) / (among + 0.5))


def _add(places: list[int], sentence: int) -> None:
    if not places or places[-1] != sentence:
        places.append(sentence)


def _initials(words: Sequence[Word]) -> dict[str, int]:
    """Return the initials of every run of two to six words with a capital, with the place where the run begins."""
    found: dict[str, int] = {}
    run: list[int] = []
    for place, word in enumerate(words):
        if word.kind == "word" and word.capital:
            run.append(place)
            for length in range(2, min(6, len(run)) + 1):
                begin = run[-length]
                found.setdefault("".join(words[each].fold[0] for each in run[-length:]), begin)
        elif not (word.kind == "sign" and word.fold == "-") and word.fold not in _JOINING:
            run = []
    return found


__all__ = ["Index", "names"]

"""A page made ready for questions: where each word, number and date stands, sentence by sentence. Made once a page."""

import datetime as dt
import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from verifier.support import dates, names, numbers
from verifier.support.dates import Date
from verifier.support.language import Language
from verifier.support.names import romanised
from verifier.support.numbers import Number
from verifier.support.words import Word, cut

Spans = Sequence[tuple[int, int]]


class Index:
    """One page. `sentences` are (start, end) in `text`; `elsewhere` are (place, text) of what is outside the main text.

    `whole` tells that nothing is missing at the page's end: only then can a thing stand nowhere on it.
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
        self.published, self.whole = tuple(published), whole
        self.words: list[Word] = list(cut(text))
        self._starts = [start for start, _ in self.sentences]
        self.folds: dict[str, list[int]] = defaultdict(list)
        self.stems: dict[str, list[int]] = defaultdict(list)
        self.groups: dict[int, list[int]] = defaultdict(list)
        self._index()
        found = dates.read(self.words, language)
        taken = {place for _, places in found for place in places}
        self.dates: list[Date] = [date for date, _ in found]
        self.numbers: list[Number] = list(numbers.read(text, self.words, taken, language))
        self.initials = _initials(self.words)
        self.romanised: dict[str, list[str]] = defaultdict(list)
        for fold in self.folds:
            self.romanised[romanised(fold)[:1]].append(fold)
        self._elsewhere(elsewhere)

    def _index(self) -> None:
        """Note for each word and its stem the sentences it stands in."""
        self.bags: list[Counter[str]] = [Counter() for _ in self.sentences]
        for word in self.words:
            if word.kind == "sign":
                continue
            sentence = self.sentence_of(word.start)
            for fold in {word.fold, word.fold.removesuffix("'s")}:
                _add(self.folds[fold], sentence)
            if word.fold in self.language.stop_words:
                continue
            stem = self.stem(word)
            _add(self.stems[stem], sentence)
            for group in {*self.language.alike.get(word.fold, ()), *self.language.alike.get(stem, ())}:
                _add(self.groups[group], sentence)
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
            self.outside_numbers += [(place, each) for each in numbers.read(text, words, taken, self.language)]

    def sentence_of(self, offset: int) -> int:
        """Return the number of the sentence at the offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

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
        elif word.kind != "word" or word.fold not in ("of", "the", "and", "for", "de", "la", "und", "der", "des"):
            if not (word.kind == "sign" and word.fold == "-"):
                run = []
    return found


__all__ = ["Index", "names"]

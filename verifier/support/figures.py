"""Read the numbers of a text: "more than 20 people" is everything above 20, of people.

What counts as which comparator, scale or unit word stands in the language's file; years and parts of dates are not
numbers.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from verifier.support.around import DASHES, Around
from verifier.support.digits import LONGEST, value_of
from verifier.support.language import Language
from verifier.support.numbers import Number, ends
from verifier.support.words import Word

_CURRENCIES = frozenset("$\u00a3\u20ac\u00a5\u20b9")
_CURRENCY_WORDS = {
    "dollar": "$", "dollars": "$", "usd": "$", "euro": "\u20ac", "euros": "\u20ac", "eur": "\u20ac", "pounds": "\u00a3",
    "gbp": "\u00a3", "franken": "chf",
}  # fmt: skip
_NATIONS = frozenset("us usd ca cad a aud c hk nz s".split())  # whose dollars, before the sign
_GROUP_BLANKS = "\u00a0\u202f\u2009"
_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))
_MEASURES = frozenset("km kg cm mm ft mi lb lbs mph kph kmh gb mb tb kw mw hp c f l g".split())
_JOINS = ("and", "und")
_REACHED = ("and", "or", "und", "oder")  # over which a comparator reaches: "more than 15 and 7 per cent"


def read(text: str, words: Sequence[Word], taken: Collection[int], language: Language) -> Iterator[Number]:
    """Yield the numbers in order; `taken` are the places in `words` that dates have."""
    position, last = 0, len(words)
    last_found: Number | None = None
    reader = _Reader(text, words, taken, language)
    while position < last:
        found, after = reader.at(position)
        if found is not None:
            found = reader.reached(found, last_found)
            last_found = found
            yield found
        position = max(after, position + 1)


class _Reader:
    """Reads the numbers of one text; each method looks at a fixed number of tokens."""

    def __init__(self, text: str, words: Sequence[Word], taken: Collection[int], language: Language) -> None:
        self._text, self._words, self._taken, self._language = text, words, taken, language
        self._around = Around(words, language)
        self._fold, self._touches = self._around.fold, self._around.touches

    def at(self, place: int) -> tuple[Number | None, int]:
        """Return the number that begins at the token, and the place of the token behind it."""
        if place in self._taken:
            return None, place + 1
        word = self._words[place]
        if word.kind == "figure":
            return self._figure(place)
        if word.kind == "word" and (word.fold in self._language.numbers or word.fold in self._language.ordinals):
            return self._spelled(place)
        return None, place + 1

    def reached(self, number: Number, before: Number | None) -> Number:
        """Return the number with the comparator of the one before it, where nothing but "and" stands between them."""
        if before is None or before.mode in ("exact", "range") or number.mode != "exact" or before.kind != number.kind:
            return number
        if self._text[before.end : number.start].strip().lower() not in _REACHED:
            return number
        low, high = ends(before.mode, number.value)
        return replace(number, low=low, high=high, mode=before.mode, vague=False)

    def _figure(self, place: int) -> tuple[Number | None, int]:
        value, other, after = self._value(place)
        if value is None or self._in_a_name(place):
            return None, after
        if self._fold(after) == ":" and self._touches(after) and self._touches(after + 1):
            return None, after + 2  # a time of day
        kind, behind = "plain", after
        if self._fold(after) == "/" and value <= (out_of := self._denominator(after)) and out_of in (5, 10, 100):
            number, _ = self._completed(place, value / out_of * 100, None, "plain", after)
            return replace(number, kind="mark", unit=(), end=self._words[after + 1].end), after + 2
        if self._touches(after) and self._fold(after) in _ORDINAL_ENDS:
            kind, behind = "ordinal", after + 1
        elif self._touches(after) and self._words[after].kind == "word" and not self._may_touch(after):
            return None, after + 1  # an identifier: "4K", "5G"
        elif self._touches(after) and self._fold(after) in DASHES and self._touches(after + 1):
            ranged = self._range(place, value, after)
            if ranged:
                return ranged
        return self._completed(place, value, other, kind, behind)

    def _denominator(self, slash: int) -> float:
        """Return what a mark is out of, as in "7/10"; 0 for none."""
        behind = self._fold(slash + 1)
        return float(behind) if behind in ("5", "10", "100") else 0.0

    def _may_touch(self, place: int) -> bool:
        word = self._fold(place)
        return word in self._language.scales or word in _MEASURES or word in self._language.suffix_kinds

    def _in_a_name(self, place: int) -> bool:
        """Tell whether the figure is joined to a word, by a dash or by nothing: "COVID-19", "B52"."""
        if not self._touches(place):
            return False
        if self._words[place - 1].kind == "word":
            return True
        return self._fold(place - 1) in DASHES and self._touches(place - 1) and self._words[place - 2].kind == "word"

    def _value(self, place: int) -> tuple[float | None, float | None, int]:
        """Return the value of the figure, its second reading, and the place behind it; blanks may group digits."""
        written, after = self._fold(place), place + 1
        while (
            after < len(self._words)
            and len(self._fold(after)) == 3
            and self._words[after].kind == "figure"
            and self._text[self._words[after - 1].end : self._words[after].start] in _GROUP_BLANKS
            and self._words[after].start > self._words[after - 1].end
            and len(written) < LONGEST
        ):
            written, after = written + self._fold(after), after + 1
        value, other = value_of(written, self._language)
        return value, other, after

    def _range(self, place: int, value: float, dash: int) -> tuple[Number | None, int] | None:
        if dash + 1 >= len(self._words) or self._words[dash + 1].kind != "figure":
            return None
        second, _, after = self._value(dash + 1)
        if second is None:
            return None
        if second <= value and value < 200:
            start, end = self._words[place].start, self._words[after - 1].end
            return Number(start, end, value, value, second, "range", "score"), after
        number, after = self._completed(place, value, None, "plain", after)
        if number is None or second <= value:
            return number, after
        factor = number.value / value if value else 1
        top = second if factor == 1 else second * factor
        return replace(number, low=number.value, high=top, mode="range", value=number.value), after

    def _spelled(self, place: int) -> tuple[Number | None, int]:
        total, current, after, ordinal = 0.0, 0.0, place, False
        language = self._language
        while after < len(self._words) and after - place < 12:
            word = self._fold(after)
            if word in language.scales and (after > place):
                scale = language.scales[word]
                current = (current or 1) * scale
                if scale >= 1_000:
                    total, current = total + current, 0.0
            elif word in language.ordinals:
                current, ordinal, after = current + language.ordinals[word], True, after + 1
                break
            elif word in language.numbers and (after == place or self._joined(after, current)):
                current += language.numbers[word]
            elif not (after > place and self._skips(after)):
                break
            after += 1
        value = total + current
        if after == place + 1 and self._fold(place) in language.not_numbers:
            return None, after
        if ordinal and self._fold(after) in DASHES and self._touches(after):
            return None, after  # "an eleventh-hour deal" counts nothing
        return self._completed(place, value, None, "ordinal" if ordinal else "plain", after)

    def _joined(self, place: int, current: float) -> bool:
        """Tell whether a number word goes on the number before it: "twenty-one", "three hundred twenty"."""
        value = self._language.numbers[self._fold(place)]
        return (current % 100 == 0 and value < 100) or (current % 10 == 0 and current % 100 >= 20 and value < 10)

    def _skips(self, place: int) -> bool:
        """Tell whether a dash, "and" or "a" stands inside a number: a number or scale word must follow."""
        word, following = self._fold(place), self._fold(place + 1)
        if word in DASHES:
            return self._touches(place) and (
                following in self._language.numbers or following in self._language.ordinals
            )
        before = self._fold(place - 1)
        if word in _JOINS:
            return before in self._language.scales and following in self._language.numbers
        return word == "a" and before == "half" and following in self._language.scales

    def _completed(self, place: int, value: float, other: float | None, kind: str, after: int) -> tuple[Number, int]:
        """Return the number with its scale, kind, comparator and unit, which stand around it."""
        start, end = self._words[place].start, self._words[after - 1].end
        step = after + 1 if self._fold(after) in DASHES and self._touches(after) else after
        if self._fold(step) in self._language.scales and not (
            self._fold(step) == "m" and self._plain_metre(place, step)
        ):
            scale = self._language.scales[self._fold(step)]
            value, other = value * scale, (other * scale if other is not None else None)
            end, after = self._words[step].end, step + 1
        first, currency = place, ""
        if place and self._fold(place - 1) in _CURRENCIES:
            kind, first, currency = "money", place - 1, self._fold(place - 1)
            if self._fold(first - 1) in _NATIONS:
                first -= 1
        if self._fold(after) == "%" or (self._fold(after) == "per" and self._fold(after + 1) == "cent"):
            kind, after = "percent", after + (1 if self._fold(after) == "%" else 2)
            end = self._words[after - 1].end
        elif self._fold(after) in self._language.suffix_kinds or self._fold(after) in _CURRENCIES:
            kind = self._language.suffix_kinds.get(self._fold(after), "money")
            currency = currency or _CURRENCY_WORDS.get(self._fold(after), self._fold(after)) if kind == "money" else ""
            end, after = self._words[after].end, after + 1
        mode = self._around.comparator(first, kind) or self._around.behind(after) or "exact"
        low, high = ends(mode, value)
        number = Number(
            start, end, value, low, high, mode, kind, self._around.unit(after), other, self._around.noun(first),
            vague=mode == "exact" and self._around.is_vague(first, kind), currency=currency,
        )  # fmt: skip
        return number, after

    def _plain_metre(self, place: int, step: int) -> bool:
        return not (place and self._fold(place - 1) in _CURRENCIES)

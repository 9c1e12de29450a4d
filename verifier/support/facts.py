"""What a claim says that can be looked for: its numbers, dates, names and quotations, each with its place."""

from collections.abc import Iterator, Sequence

from verifier.support import dates, figures, names, quotes
from verifier.support.dates import Date
from verifier.support.language import Language
from verifier.support.names import Name
from verifier.support.numbers import Number
from verifier.support.words import Word, cut
from verifier.values import frozen

LONGEST = 6_000  # characters of a claim that are read; the rest is not checked
_COMMON, _NAME, _FIGURE = 0.5, 1.3, 1.2  # what words weigh beside an ordinary one


@frozen
class Fact:
    """One thing that can be looked for; `value` is a Number, a Date, a Name or a Quote."""

    start: int
    end: int
    kind: str
    value: Number | Date | Name | quotes.Quote


@frozen
class Claim:
    """A claim, read: its words, its facts in order, and the stems that it is looked for by, with what each weighs.

    `places` leads from each stem to the places of its words.
    """

    text: str
    words: tuple[Word, ...]
    facts: tuple[Fact, ...]
    weights: dict[str, float]
    places: dict[str, list[int]]


def read(text: str, language: Language) -> Claim:
    """Return the claim with its facts. Linear in its length, of which `LONGEST` characters are read."""
    text = text[:LONGEST]
    words = tuple(cut(text))
    found = dates.read(words, language)
    taken = {place for _, places in found for place in places}
    facts = [Fact(date.start, date.end, "date", date) for date, _ in found]
    facts += [Fact(each.start, each.end, "number", each) for each in figures.read(text, words, taken, language)]
    facts += [Fact(each.start, each.end, "name", each) for each in names.spans(words, language, starts=begins(words))]
    facts += [Fact(each.start, each.end, "quote", each) for each in quotes.read(text, words, language)]
    weights, places = _weights(words, language)
    return Claim(text, words, tuple(sorted(facts, key=lambda each: (each.start, each.end))), weights, places)


def says_something(claim: Claim) -> bool:
    """Tell whether a claim puts two things together, of which a page can say whether they belong together.

    A name, a number, a date or any other word that stands alone says nothing that is true or false; a quotation does.
    """
    if any(each.kind == "quote" for each in claim.facts):
        return True
    starts = [claim.words[place].start for places in claim.places.values() for place in places]
    alone = sum(not any(each.start <= start < each.end for each in claim.facts) for start in starts)
    return len(claim.facts) + alone > 1


def begins(words: Sequence[Word]) -> frozenset[int]:
    """Return the places at which sentences begin."""
    stops = (place + 1 for place, word in enumerate(words) if word.fold in ".!?;:")
    return frozenset((0, *_first_words(words), *stops))


def _first_words(words: Sequence[Word]) -> Iterator[int]:
    """Yield the places of words behind an opening quotation mark."""
    return (place + 1 for place, word in enumerate(words) if word.fold in '"\u201c\u201e\u00ab')


def _weights(words: Sequence[Word], language: Language) -> tuple[dict[str, float], dict[str, list[int]]]:
    weights: dict[str, float] = {}
    places: dict[str, list[int]] = {}
    starts = begins(words)
    for place, word in enumerate(words):
        if word.kind == "sign" or word.fold in language.stop_words or (len(word.fold) < 2 and word.kind == "word"):
            continue
        if place and word.start == words[place - 1].end and words[place - 1].kind == "figure":
            continue  # the end of an ordinal, or a unit
        fold = word.fold.removesuffix("'s")
        stem = fold if word.kind == "figure" else language.stem(fold)
        named = word.capital and place not in starts and not language.nouns_capitalised
        weight = _FIGURE if word.kind == "figure" else _NAME if named else _COMMON if fold in language.common else 1.0
        weights[stem] = max(weight, weights.get(stem, 0.0))
        places.setdefault(stem, []).append(place)
    return weights, places

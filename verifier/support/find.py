"""Look for each fact of a claim on a page, variants allowed: what stands where, in which form, or nowhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from verifier.support import dates, names, numbers, quotes
from verifier.support.dates import Date
from verifier.support.facts import Claim, Fact
from verifier.support.index import Index
from verifier.support.names import Name
from verifier.support.numbers import Number
from verifier.support.quotes import Quote
from verifier.support.words import Word

FOUND, VARIANT, INFERRED, ELSEWHERE = "found", "variant", "inferred", "found-elsewhere"
UNDECIDED, CONFLICT, NEVER, NOT_CHECKED = "undecided", "conflict", "never-occurs", "not-checked"
_PREFIX, _REST = 5, 4  # letters that two forms share at least, and that may follow
_TITLE, _GENERIC = 0.6, 0.4  # what a missing word of the article's title and a generic one weigh
_MANY = 40  # places of one value that are kept


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: its offsets on the page, its sentence, and the rule that joined two forms ("" for none)."""

    start: int
    end: int
    sentence: int
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of one fact.

    `status` is as far as the fact alone tells; `places` are where it stands. `missing` are the places in the claim of
    words that stand nowhere, `weight` what they weigh; `rivals` are other values of its kind on the page; `outside`
    names where it stands when it is not in the main text; `tried` are the variants that were looked for.
    """

    fact: Fact
    status: str
    places: tuple[Place, ...] = ()
    missing: tuple[int, ...] = ()
    weight: float = 0.0
    rivals: tuple[Place, ...] = ()
    outside: str = ""
    tried: tuple[str, ...] = field(default=())

    @property
    def sentences(self) -> frozenset[int]:
        """Return the sentences in which it stands."""
        return frozenset(each.sentence for each in self.places)


def look(claim: Claim, index: Index, known: frozenset[str] = frozenset()) -> list[Found]:
    """Return what was found of each fact, in order; `known` are the folded words of the article's title."""
    makers = {Number: _number, Date: _date, Quote: _quote}
    found = []
    for fact in claim.facts:
        maker = makers.get(type(fact.value))
        found.append(maker(fact, index) if maker else _name(fact, claim, index, known))
    return [_whole(each, index) for each in found]


def _whole(found: Found, index: Index) -> Found:
    """Say of a page that was cut only what stands on it."""
    if index.whole or found.status not in (NEVER, CONFLICT):
        return found
    return Found(found.fact, NOT_CHECKED, rivals=found.rivals, tried=found.tried)


# Numbers


def _number(fact: Fact, index: Index) -> Found:
    claim = fact.value
    assert isinstance(claim, Number)
    yes: list[Place] = []
    unsure: list[Place] = []
    rivals: list[Place] = []
    for each in index.numbers:
        if not _one_kind(claim, each):
            continue
        relation = numbers.relation(claim, each)
        place = Place(each.start, each.end, index.sentence_of(each.start), _rule(relation))
        if relation in (numbers.Relation.FOUND, numbers.Relation.VARIANT):
            yes.append(place)
        else:
            (unsure if relation is numbers.Relation.UNDECIDED else rivals).append(place)
    if yes:
        exact = any(not each.rule for each in yes)
        return Found(fact, FOUND if exact else VARIANT, tuple(yes[:_MANY]), rivals=tuple(rivals))
    outside = next((where for where, each in index.outside_numbers if _supports(claim, each)), "")
    if outside:
        return Found(fact, ELSEWHERE, outside=outside, rivals=tuple(rivals), weight=0.5)
    if unsure:
        return Found(fact, UNDECIDED, tuple(unsure[:_MANY]), rivals=tuple(rivals))
    return Found(fact, NEVER, weight=_number_weight(claim), rivals=tuple(rivals))


def _number_weight(number: Number) -> float:
    return 0.5 if number.kind == "ordinal" and number.value <= 3 else 1.0


def _rule(relation: numbers.Relation) -> str:
    return "rounded, or said otherwise" if relation is numbers.Relation.VARIANT else ""


def _one_kind(claim: Number, page: Number) -> bool:
    if claim.kind == page.kind:
        return True
    return {claim.kind, page.kind} == {"plain", "money"} and claim.value >= 1_000


def _supports(claim: Number, page: Number) -> bool:
    return _one_kind(claim, page) and numbers.relation(claim, page) in (numbers.Relation.FOUND, numbers.Relation.VARIANT)


# Dates


def _date(fact: Fact, index: Index) -> Found:
    claim = fact.value
    assert isinstance(claim, Date)
    if claim.shift is not None or (claim.weekday is not None and not index.dates):
        return Found(fact, NOT_CHECKED)
    yes, unsure, rivals = [], [], []
    for each in index.dates:
        relation = dates.relation(claim, each)
        place = Place(each.start, each.end, index.sentence_of(each.start))
        if relation is dates.Relation.FOUND:
            yes.append(place)
        elif relation is dates.Relation.UNDECIDED:
            unsure.append(place)
        elif relation is dates.Relation.DIFFERENT:
            rivals.append(place)
    if yes:
        return Found(fact, FOUND, tuple(yes[:_MANY]), rivals=tuple(rivals))
    if inferred := _inferred(claim, index) or _in_parts(claim, index):
        return Found(fact, INFERRED, tuple(inferred[:_MANY]), rivals=tuple(rivals))
    if any(dates.relation(claim, _of_day(each)) is dates.Relation.FOUND for each in index.published):
        return Found(fact, ELSEWHERE, outside="the page's publication date", rivals=tuple(rivals), weight=0.3)
    outside = next((at for at, each in index.outside_dates if dates.relation(claim, each) is dates.Relation.FOUND), "")
    if outside:
        return Found(fact, ELSEWHERE, outside=outside, rivals=tuple(rivals), weight=0.5)
    if unsure and not (claim.year is not None and not any(_has_year(claim, index))):
        return Found(fact, UNDECIDED, tuple(unsure[:_MANY]), rivals=tuple(rivals), weight=0.3)
    return Found(fact, NEVER, weight=1.0, rivals=tuple(rivals))


def _of_day(day: object) -> Date:
    return Date(0, 0, day.year, day.month, day.day)  # type: ignore[attr-defined]


def _has_year(claim: Date, index: Index) -> Iterator[bool]:
    for each in index.dates:
        if each.year is not None and claim.year is not None and each.year <= claim.year <= (each.last or each.year):
            yield True


def _inferred(claim: Date, index: Index) -> list[Place]:
    """Return where a weekday, "yesterday" or a date without year means the claim's date, seen from publication."""
    found = []
    for each in index.dates:
        if each.year is not None and each.weekday is None:
            continue
        for day in index.published:
            meant = dates.resolve(each, day)
            if meant is not None and dates.relation(claim, meant) is dates.Relation.FOUND:
                rule = f"seen from the publication on {day.isoformat()}"
                found.append(Place(each.start, each.end, index.sentence_of(each.start), rule))
                break
    return found


def _in_parts(claim: Date, index: Index) -> list[Place]:
    """Return where day and month stand together, if the year stands elsewhere on the page."""
    if claim.year is None or claim.month is None or not (any(_has_year(claim, index)) or _on_day(claim, index)):
        return []
    return [
        Place(each.start, each.end, index.sentence_of(each.start), "the year stands elsewhere on the page")
        for each in index.dates
        if each.year is None and each.month == claim.month and each.day == claim.day
    ]


def _on_day(claim: Date, index: Index) -> bool:
    return any(day.year == claim.year for day in index.published)


# Names


def _name(fact: Fact, claim: Claim, index: Index, known: frozenset[str]) -> Found:
    name = fact.value
    assert isinstance(name, Name)
    words = [claim.words[place] for place in name.words]
    if acronym := _as_acronym(words, index):
        return Found(fact, VARIANT, (acronym,))
    places: list[tuple[Place, ...]] = []
    missing, outside, weight = [], "", 0.0
    joined = _joined(words, index)
    for place, word in zip(name.words, words, strict=True):
        found = word_places(word, index) or joined.get(word, ())
        if found:
            places.append(found)
        elif word.fold.removesuffix("'s") in index.outside:
            outside = outside or index.outside[word.fold.removesuffix("'s")]
        else:
            missing.append(place)
            weight = max(weight, _word_weight(word, index, known))
    together = _together(places)
    tried = tuple(dict.fromkeys((" ".join(each.fold for each in words), words[-1].fold)))
    if missing:
        return Found(fact, NEVER, together, tuple(missing), weight, tried=tried)
    if outside:
        return Found(fact, ELSEWHERE, together, outside=outside, weight=0.3)
    exact = all(any(not each.rule for each in one) for one in places)
    return Found(fact, FOUND if exact else VARIANT, together)


def _joined(words: Sequence[Word], index: Index) -> dict[Word, tuple[Place, ...]]:
    """Return the words of a name that have a synonym together ("United States"), with where that stands."""
    found: dict[Word, tuple[Place, ...]] = {}
    for length in (4, 3, 2):
        for begin in range(len(words) - length + 1):
            run = words[begin : begin + length]
            if at := index.folds.get("".join(each.fold for each in run)):
                found.update(dict.fromkeys(run, tuple(Place(-1, -1, each, "written as one word") for each in at)))
            head = index.language.synonyms.get("-".join(each.fold for each in run))
            if head is not None and (places := _of_synonyms(head, index)):
                found.update(dict.fromkeys(run, places))
    return found


def _of_synonyms(head: str, index: Index) -> tuple[Place, ...]:
    """Return the sentences in which a form of the name stands; all words of a form must."""
    held: set[int] = set()
    for form, other in index.language.synonyms.items():
        if other == head:
            held |= set.intersection(*(set(index.folds.get(part, ())) for part in form.split("-")))
    return tuple(Place(-1, -1, sentence, "a synonym") for sentence in sorted(held)[:_MANY])


def _word_weight(word: Word, index: Index, known: frozenset[str]) -> float:
    fold = word.fold.removesuffix("'s")
    if fold in index.language.generic or fold in index.language.common:
        return _GENERIC
    return _TITLE if fold in known else 1.0


def _together(places: Sequence[tuple[Place, ...]]) -> tuple[Place, ...]:
    """Return the places where most of the words stand in one sentence, the nearest first in the text."""
    if not places:
        return ()
    counts: dict[int, int] = {}
    for one in places:
        for sentence in {each.sentence for each in one}:
            counts[sentence] = counts.get(sentence, 0) + 1
    most = max(counts.values())
    rarest = min(places, key=len)
    return tuple(each for one in places for each in one if counts[each.sentence] == most)[:_MANY] or rarest


def _as_acronym(words: Sequence[Word], index: Index) -> Place | None:
    """Return where a name stands as its initials, or initials as a name."""
    if len(words) == 1 and 2 <= len(words[0].fold) <= 6 and words[0].fold in index.initials:
        place = index.initials[words[0].fold]
        if words[0].fold not in index.folds and words[0].end - words[0].start == len(words[0].fold):
            return _at(index, place, place + len(words[0].fold), "its initials")
    initials = "".join(each.fold[0] for each in words)
    if len(words) >= 3 and initials in index.folds and not all(each.fold in index.folds for each in words):
        place = next(at for at, word in enumerate(index.words) if word.fold == initials)
        return _at(index, place, place + 1, "its initials")
    return None


def _at(index: Index, first: int, last: int, rule: str) -> Place:
    start = index.words[first].start
    return Place(start, index.words[min(last, len(index.words)) - 1].end, index.sentence_of(start), rule)


def word_places(word: Word, index: Index) -> tuple[Place, ...]:
    """Return where a word of a name stands, in the first way in which it does."""
    fold = word.fold.removesuffix("'s")
    for form, rule in _forms(fold, index):
        if at := index.folds.get(form):
            return tuple(Place(-1, -1, sentence, rule) for sentence in at[:_MANY])
    head = index.language.synonyms.get(fold)
    return _of_synonyms(head, index) if head is not None else ()


def _forms(fold: str, index: Index) -> Iterator[tuple[str, str]]:
    """Yield the forms by which a word may stand on the page, with the rule that joins them."""
    yield fold, ""
    for each in by_stem(index).get(index.language.stem(fold), ()):
        yield each, ""
    if len(fold) >= _PREFIX:
        yield from ((each, "another form of the word") for each in beginning(fold, index))
    if len(fold) >= 4:
        first = names.romanised(fold)[:1]
        near = index.romanised.get(first, ())
        yield from ((each, "another romanisation") for each in near if abs(len(each) - len(fold)) <= 3 and names.same_word(fold, each))


def beginning(fold: str, index: Index) -> Iterable[str]:
    """Return the page's words that share the beginning of a word, with little more on either side."""
    stem = fold[:_PREFIX]
    return [
        each
        for each in prefixes(index).get(stem, ())
        if max(len(each), len(fold)) - _shared(each, fold) <= _REST and _shared(each, fold) >= min(len(each), len(fold)) - 2
    ]


def _shared(first: str, second: str) -> int:
    count = 0
    for left, right in zip(first, second, strict=False):
        if left != right:
            break
        count += 1
    return count


@lru_cache(maxsize=4)
def by_stem(index: Index) -> dict[str, list[str]]:
    """Return the page's words by their stem."""
    found: dict[str, list[str]] = {}
    for fold in index.folds:
        found.setdefault(index.language.stem(fold), []).append(fold)
    return found


@lru_cache(maxsize=4)
def prefixes(index: Index) -> dict[str, list[str]]:
    """Return the page's words by their first letters."""
    found: dict[str, list[str]] = {}
    for fold in index.folds:
        if len(fold) >= _PREFIX:
            found.setdefault(fold[:_PREFIX], []).append(fold)
    return found


# Quotations


def _quote(fact: Fact, index: Index) -> Found:
    quote = fact.value
    assert isinstance(quote, Quote)
    words = [each for each in index.words if each.kind != "sign"]
    at = quotes.find(quote, words)
    if at is not None:
        start, end = words[at[0]].start, words[at[1] - 1].end
        return Found(fact, FOUND, (Place(start, end, index.sentence_of(start)),))
    if not words or not quote.is_speech:
        return Found(fact, NOT_CHECKED)
    first, last, share = quotes.closest(quote, words)
    start, end = words[first].start, words[last - 1].end
    if share >= quotes.CLOSE:
        return Found(fact, CONFLICT, rivals=(Place(start, end, index.sentence_of(start), "the closest passage"),))
    return Found(fact, NEVER, weight=0.3)

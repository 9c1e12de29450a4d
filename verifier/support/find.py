"""Look for each fact of a claim on a page, variants allowed: what stands where, in which form, or nowhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from verifier.support import conflict, dates, names, numbers, quotes
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
_RELATED = 0.25  # score from which on a value that meets a bound is one of the same thing
_CLEAR = 0.4  # by which a rival must be likelier than a value that agrees
_YES = (numbers.Relation.FOUND, numbers.Relation.VARIANT)
_SAID = {numbers.Relation.VARIANT: "rounded, or said otherwise"}
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
    names where it stands when it is not in the main text; `tried` are the variants that were looked for;
    `clash` tells how surely the first rival is another value of the same thing.
    """

    fact: Fact
    status: str
    places: tuple[Place, ...] = ()
    missing: tuple[int, ...] = ()
    weight: float = 0.0
    rivals: tuple[Place, ...] = ()
    outside: str = ""
    tried: tuple[str, ...] = field(default=())
    clash: float = 0.0

    @property
    def sentences(self) -> frozenset[int]:
        """Return the sentences in which it stands."""
        return frozenset(each.sentence for each in self.places)


def look(claim: Claim, index: Index, known: frozenset[str] = frozenset()) -> list[Found]:
    """Return what was found of each fact, in order; `known` are the folded words of the article's title."""
    found = []
    for fact in claim.facts:
        if isinstance(fact.value, Number):
            made = _number(fact, fact.value, claim, index)
        elif isinstance(fact.value, Date):
            made = _date(fact, fact.value, claim, index)
        elif isinstance(fact.value, Quote):
            made = _quote(fact, fact.value, index)
        else:
            made = _name(fact, fact.value, claim, index, known)
        found.append(_whole(made, index))
    return found


def _whole(found: Found, index: Index) -> Found:
    """Say of a page that was cut only what stands on it."""
    if index.whole or found.status not in (NEVER, CONFLICT):
        return found
    return Found(found.fact, NOT_CHECKED, rivals=found.rivals, tried=found.tried)


# Numbers


def _number(fact: Fact, number: Number, claim: Claim, index: Index) -> Found:
    related = ((each, numbers.relation(number, each)) for each in index.numbers if _one_kind(number, each))
    near = [(each, relation) for each, relation in related if relation in _YES or each.kind == number.kind]
    yes = [(each, relation) for each, relation in near if relation in _YES]
    rivals = tuple(
        _placed(each, index) for each, relation in near if relation is numbers.Relation.DIFFERENT and not each.vague
    )
    if yes and number.mode == "exact":
        places = tuple(_placed(each, index, _SAID.get(relation, "")) for each, relation in yes[:_MANY])
        return Found(fact, FOUND if any(not each.rule for each in places) else VARIANT, places, rivals=rivals)
    if near:
        return _weighed(fact, number, claim, index, near, rivals)
    outside = next((where for where, each in index.outside_numbers if _supports(number, each)), "")
    if outside:
        return Found(fact, ELSEWHERE, outside=outside, rivals=rivals, weight=0.5)
    return Found(fact, NEVER, weight=_number_weight(number), rivals=rivals)


def _weighed(
    fact: Fact,
    number: Number,
    claim: Claim,
    index: Index,
    near: Sequence[tuple[Number, numbers.Relation]],
    rivals: tuple[Place, ...],
) -> Found:
    """Let the page's value decide that is most surely one of the same thing: a bound is met by many other values."""
    around = conflict.company(claim.words, fact, index.language)
    scored = [(conflict.score(around, fact, index, each), -each.start, each, relation) for each, relation in near]
    clash, _, top, relation = max(scored, key=lambda each: each[:2])
    place = _placed(top, index, _SAID.get(relation, ""))
    if relation in _YES and clash >= _RELATED:
        return Found(fact, VARIANT if place.rule else FOUND, (place,), rivals=rivals)
    outside = next((where for where, each in index.outside_numbers if _supports(number, each)), "")
    if outside and clash < conflict.STRICT:
        return Found(fact, ELSEWHERE, outside=outside, rivals=rivals, weight=0.5)
    if relation is not numbers.Relation.DIFFERENT:
        return Found(fact, UNDECIDED, (place,), rivals=rivals)
    supported = max((score for score, _, _, each in scored if each in _YES), default=0.0)
    if number.vague or top.vague or _is_common(number) or supported > clash - _CLEAR:
        clash = min(clash, conflict.NORMAL - 0.01)
    return Found(fact, NEVER, weight=_number_weight(number), rivals=(place, *rivals), clash=clash)


def _is_common(number: Number) -> bool:
    """Tell whether a number is too common to contradict: "first", or a rank with a bound, whose better end is open."""
    return number.kind == "ordinal" and (number.value <= 1 or number.mode != "exact")


def _placed(value: Number | Date, index: Index, rule: str = "") -> Place:
    return Place(value.start, value.end, index.sentence_of(value.start), rule)


def _number_weight(number: Number) -> float:
    return 0.5 if number.kind == "ordinal" and number.value <= 3 else 1.0


def _one_kind(claim: Number, page: Number) -> bool:
    if claim.kind == page.kind:
        return True
    kinds = {claim.kind, page.kind}
    return (kinds == {"plain", "money"} and claim.value >= 1_000) or kinds == {"percent", "mark"}


def _supports(claim: Number, page: Number) -> bool:
    return _one_kind(claim, page) and numbers.relation(claim, page) in (
        numbers.Relation.FOUND,
        numbers.Relation.VARIANT,
    )


# Dates


def _date(fact: Fact, date: Date, claim: Claim, index: Index) -> Found:
    if date.shift is not None or (date.weekday is not None and not index.dates):
        return Found(fact, NOT_CHECKED)
    near = [(each, dates.relation(date, each)) for each in index.dates]
    rivals = tuple(_placed(each, index) for each, relation in near if relation is dates.Relation.DIFFERENT)
    yes = [each for each, relation in near if relation is dates.Relation.FOUND]
    if yes and not date.bound:
        return Found(fact, FOUND, tuple(_placed(each, index) for each in yes[:_MANY]), rivals=rivals)
    if yes or rivals:
        top, relation, clash = _likeliest(fact, claim, index, near)
        if relation is dates.Relation.FOUND:
            return Found(fact, FOUND, (_placed(top, index),), rivals=rivals)
    else:
        top, clash = None, 0.0
    if inferred := _inferred(date, index) or _in_parts(date, index):
        return Found(fact, INFERRED, tuple(inferred[:_MANY]), rivals=rivals)
    if any(dates.relation(date, _of_day(each)) is dates.Relation.FOUND for each in index.published):
        return Found(fact, ELSEWHERE, outside="the page's publication date", rivals=rivals, weight=0.3)
    outside = next((at for at, each in index.outside_dates if dates.relation(date, each) is dates.Relation.FOUND), "")
    if outside:
        return Found(fact, ELSEWHERE, outside=outside, rivals=rivals, weight=0.5)
    unsure = [each for each, relation in near if relation is dates.Relation.UNDECIDED and _is_closer(date, each, index)]
    if unsure and not (date.year is not None and not any(_has_year(date, index))):
        return Found(fact, UNDECIDED, tuple(_placed(each, index) for each in unsure[:_MANY]), rivals=rivals, weight=0.3)
    first = (_placed(top, index),) if top is not None else ()
    return Found(fact, NEVER, weight=1.0, rivals=(*first, *rivals), clash=clash)


def _likeliest(
    fact: Fact, claim: Claim, index: Index, near: Sequence[tuple[Date, dates.Relation]]
) -> tuple[Date, dates.Relation, float]:
    """Return the page's date that is most surely one of the same event, how it stands to the claim's, and how sure."""
    around = conflict.company(claim.words, fact, index.language)
    known = [pair for pair in near if pair[1] is not dates.Relation.UNRELATED]
    scored = [(conflict.score(around, fact, index, each), -each.start, each, relation) for each, relation in known]
    clash, _, top, relation = max(scored, key=lambda each: each[:2])
    supported = max((score for score, _, _, each in scored if each is not dates.Relation.DIFFERENT), default=0.0)
    if supported > clash - _CLEAR:
        clash = min(clash, conflict.NORMAL - 0.01)
    return top, relation, clash if relation is dates.Relation.DIFFERENT else 0.0


def _is_closer(date: Date, page: Date, index: Index) -> bool:
    """Tell whether a less precise date of the page may be the claim's: its month, or its day, is said nowhere else."""
    if date.month is None or date.year is None:
        return True
    if page.month is None:
        return any(each.month == date.month for each in index.dates)
    return not any(each.month == date.month and each.day not in (None, date.day) for each in index.dates)


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


def _name(fact: Fact, name: Name, claim: Claim, index: Index, known: frozenset[str]) -> Found:
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
            if at := index.positions.get("".join(each.fold for each in run)):
                places = tuple(_at(index, each, each + 1, "written as one word") for each in at[:_MANY])
                found.update(dict.fromkeys(run, places))
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
    return tuple(Place(*index.sentences[each], each, "a synonym") for each in sorted(held)[:_MANY])


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
    for form, rule in forms(fold, index):
        if at := index.positions.get(form):
            return tuple(_at(index, each, each + 1, rule) for each in at[:_MANY])
    head = index.language.synonyms.get(fold)
    return _of_synonyms(head, index) if head is not None else ()


def forms(fold: str, index: Index) -> Iterator[tuple[str, str]]:
    """Yield the forms by which a word may stand on the page, with the rule that joins them."""
    yield fold, ""
    for each in by_stem(index).get(index.language.stem(fold), ()):
        yield each, ""
    if len(fold) >= _PREFIX:
        yield from ((each, "another form of the word") for each in beginning(fold, index))
    if len(fold) >= 4:
        first = names.romanised(fold)[:1]
        near = index.romanised.get(first, ())
        yield from (
            (each, "another romanisation")
            for each in near
            if abs(len(each) - len(fold)) <= 3 and names.same_word(fold, each)
        )


def beginning(fold: str, index: Index) -> Iterable[str]:
    """Return the page's words that share the beginning of a word, with little more on either side."""
    stem = fold[:_PREFIX]
    return [
        each
        for each in prefixes(index).get(stem, ())
        if max(len(each), len(fold)) - _shared(each, fold) <= _REST
        and _shared(each, fold) >= min(len(each), len(fold)) - 2
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


def _quote(fact: Fact, quote: Quote, index: Index) -> Found:
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

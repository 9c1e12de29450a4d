"""Look for a name on a page, word by word, in every form that the rules of names join; each says which rule it was."""

from collections.abc import Iterator, Sequence

from verifier.support import misspelt, names, nouns
from verifier.support.facts import Claim, Fact, begins
from verifier.support.found import ELSEWHERE, FOUND, MANY, NEVER, VARIANT, Found, Place
from verifier.support.index import Index
from verifier.support.names import Name
from verifier.support.words import Word

_ROOT = 4  # letters that a place and its people share at least
PEOPLE = "a place and its people"
_TITLE, _GENERIC = 0.6, 0.4  # what a missing word of the article's title and a generic one weigh


def of_name(fact: Fact, name: Name, claim: Claim, index: Index, known: frozenset[str]) -> Found:
    """Return what was found of a name; `known` are the words of the article's title."""
    words = [claim.words[place] for place in name.words]
    whole = [claim.words[place] for place in name.whole]
    known_as = _as_acronym(words, claim, index) or _as_acronym(whole, claim, index) or _as_told(words, claim, index)
    if known_as:
        return Found(fact, VARIANT, (known_as,))
    places: list[tuple[Place, ...]] = []
    missing, outside, weight = [], "", 0.0
    joined = _joined(whole, index)
    for place, word in zip(name.words, words, strict=True):
        kind = _kind(place, name, claim, index)
        found = word_places(word, index, kind, derived=_is_adjective(word, words, index)) or joined.get(word, ())
        found = found or misspelt.places(word, words, index)
        if found:
            places.append(found)
        elif _is_initial(word, words):
            continue
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


def is_word(name: Name, claim: Claim, index: Index) -> bool:
    """Tell whether a capital only begins a sentence: the page has the word in small letters, and never as a name."""
    if len(name.whole) > 1 or name.words[0] not in begins(claim.words) or index.language.nouns_capitalised:
        return False
    fold = claim.words[name.words[0]].fold.removesuffix("'s")
    places = [place for form in (fold, fold.removesuffix("s")) for place in index.positions.get(form, ())]
    return any(not index.words[place].capital for place in places) and not set(places) & set(index.names)


def _joined(words: Sequence[Word], index: Index) -> dict[Word, tuple[Place, ...]]:
    """Return the words of a name that have a synonym together ("United States"), with where that stands."""
    found: dict[Word, tuple[Place, ...]] = {}
    for length in (4, 3, 2):
        for begin in range(len(words) - length + 1):
            run = words[begin : begin + length]
            if at := index.positions.get("".join(each.fold for each in run)):
                places = tuple(_at(index, each, each + 1, "written as one word") for each in at[:MANY])
                found.update(dict.fromkeys(run, places))
            head = index.language.synonyms.get("-".join(each.fold for each in run))
            if head is not None and (places := _of_synonyms(head, index)):
                found.update(dict.fromkeys(run, places))
    return found


def _of_synonyms(head: str, index: Index) -> tuple[Place, ...]:
    """Return where a form of the name stands; the words of a form must follow each other."""
    found = []
    for form, other in index.language.synonyms.items():
        parts = form.split("-")
        for place in index.positions.get(parts[0], ()) if other == head else ():
            run = index.words[place : place + len(parts)]
            if [word.fold.removesuffix("'s") for word in run] == parts:
                found.append(_at(index, place, place + len(parts), "a synonym"))
    return tuple(sorted(found, key=lambda each: each.start)[:MANY])


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
    return tuple(each for one in places for each in one if counts[each.sentence] == most)[:MANY] or rarest


def _as_acronym(words: Sequence[Word], claim: Claim, index: Index) -> Place | None:
    """Return where a name stands as its initials, or initials as a name."""
    if len(words) == 1 and 2 <= len(words[0].fold) <= 6 and words[0].fold in index.initials:
        place = index.initials[words[0].fold]
        if words[0].fold not in index.folds and claim.text[words[0].start : words[0].end].isupper():
            return _at(index, place, place + len(words[0].fold), "its initials")
    initials = "".join(each.fold[0] for each in words)
    if len(words) >= 3 and initials in index.folds and not all(each.fold in index.folds for each in words):
        place = next(at for at, word in enumerate(index.words) if word.fold == initials)
        return _at(index, place, place + 1, "its initials")
    return None


def _as_told(words: Sequence[Word], claim: Claim, index: Index) -> Place | None:
    """Return where the name stands whose initials the claim puts in brackets behind it: "Pistol on My Side (POMS)"."""
    if len(words) != 1 or not 2 <= len(words[0].fold) <= 6:
        return None
    at = claim.words.index(words[0])
    size = len(words[0].fold)
    run = claim.words[max(0, at - 1 - size) : at - 1] if at and claim.words[at - 1].fold == "(" else ()
    if "".join(each.fold[0] for each in run if each.kind == "word") != words[0].fold:
        return None
    places = [index.positions.get(each.fold) for each in run if each.fold not in index.language.stop_words]
    if not places or None in places:
        return None
    return _at(index, (places[0] or [0])[0], (places[0] or [0])[0] + 1, "initials that the claim explains")


def _is_initial(word: Word, words: Sequence[Word]) -> bool:
    """Tell whether a word is a middle initial, which other texts leave out: "William J. Seymour"."""
    return len(word.fold) == 1 and word not in (words[0], words[-1])


def _at(index: Index, first: int, last: int, rule: str) -> Place:
    start = index.words[first].start
    return Place(start, index.words[min(last, len(index.words)) - 1].end, index.sentence_of(start), rule)


def _is_adjective(word: Word, words: Sequence[Word], index: Index) -> bool:
    """Tell whether a word of a name may be a people or an adjective of a place: it stands alone, or before "Army".

    Before another name it is a given name, and "Julian Brandt" is not "Julia Brandt".
    """
    after = words.index(word) + 1
    return len(words) == 1 or (after < len(words) and words[after].fold in index.language.generic)


def _kind(place: int, name: Name, claim: Claim, index: Index) -> str:
    """Return what a word of a name is: "noun", "name", or "given": a name before another, which is in no other case.

    "Andreas Bauer" is not "Andrea Bauer"; in "Merkels Rede" a noun follows.
    """
    if not index.language.nouns_capitalised:
        return "name"
    if nouns.is_noun(claim.words, place, index.language):
        return "noun"
    behind = name.words[name.words.index(place) + 1 :]
    return "given" if behind and claim.words[behind[0]].fold not in nouns.on(index) else "name"


def word_places(word: Word, index: Index, kind: str = "name", *, derived: bool) -> tuple[Place, ...]:
    """Return where a word of a name stands: as it is, else in the first form that does; the rest as in `forms`.

    Where it stands as it is, it is also wherever its people or a synonym stand: the page may say either of one thing.
    """
    fold = word.fold.removesuffix("'s")
    head = index.language.synonyms.get(fold)
    found: list[Place] = []
    for form, rule in forms(fold, index, kind, derived=derived):
        if not found or (rule == PEOPLE and not found[0].rule):
            found += [_at(index, each, each + 1, rule) for each in index.positions.get(form, ())[:MANY]]
    if head is not None and not (found and found[0].rule):
        held = {each.start for each in found}
        found += [each for each in _of_synonyms(head, index) if each.start not in held]
    return tuple(found[: 2 * MANY])


def forms(fold: str, index: Index, kind: str = "name", *, derived: bool) -> Iterator[tuple[str, str]]:
    """Yield the forms by which a word of a name may stand on the page, with the rule that joins them.

    `derived` allows a people for its place and the like ("Libya", "Libyan"). Other words of the same stem are other
    names: "Porter" is no port. Where nouns have a capital, too, only one of the `kind` "noun" may stand as another noun
    of the page, a "name" in another case, and a "given" name as it is.
    """
    yield fold, ""
    common = nouns.on(index) if index.language.nouns_capitalised else frozenset[str]()
    if kind == "noun":
        yield from ((each, "another form of the word") for each in nouns.related(fold, index) if each in common)
    if kind != "given":
        cases = (each for each in nouns.cases(fold, index.language) if each in index.folds)
        yield from ((each, "") for each in cases if kind == "noun" or each not in common)
    if derived and len(fold) >= _ROOT:
        near = nouns.prefixes(index).get(fold[:_ROOT], ())
        yield from ((each, PEOPLE) for each in near if _is_derived(fold, each, index))
    if len(fold) >= 4 and kind != "noun":
        first = names.romanised(fold)[:1]
        near = index.romanised.get(first, ())
        yield from (
            (each, "another romanisation")
            for each in near
            if abs(len(each) - len(fold)) <= 3 and each not in common and names.same_word(fold, each)
        )
        yield from ((each, misspelt.VOWEL) for each in near if each not in common and misspelt.one_vowel(fold, each))


def _is_derived(fold: str, other: str, index: Index) -> bool:
    """Tell whether one word is the people, the adjective or the teaching of the other, and a name on the page."""
    shared, language = nouns.shared(fold, other), index.language
    ends = fold[shared:], other[shared:]
    if fold == other or shared < _ROOT or not any(index.words[place].capital for place in index.positions[other]):
        return False
    if all(each in language.people_endings for each in ends):
        return True
    return any(
        here in language.people_endings and there in ("", *language.place_endings) for here, there in (ends, ends[::-1])
    )

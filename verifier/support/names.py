"""Find the names in a claim, and tell whether two words or names are spellings of one.

The rules go from exact to loose, and each is named where it was needed: equal when folded, a possessive or a part of a
hyphenated word, a synonym, a people and its country, and last the same name in another romanisation. Plain likeness of
letters decides nothing: "Karim" and "Karam" are two people.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from verifier.support.language import Language
from verifier.support.words import Word, cut
from verifier.values import frozen

_DASHES = frozenset("-\u2010\u2011\u2012\u2013")
_ARTICLE = re.compile(r"^(?:al|el|ul|as|ash|an|ar|ad|az|ez|et|at|ed)[- ](?=.)")
_ABD = re.compile("^abd[aeiou]l$")
_ARTICLES = frozenset("al el ul as ash an ar ad az ez et at ed".split())
_CLASSES = (  # romanisations of one sound, the longer ones first
    ("^abd[aeiou]l", "abdul"),
    ("^mac(?=[b-df-hj-np-tv-z])", "mc"), ("^ye(?=[vlkr])", "e"), ("x", "ks"), ("tch", "ch"), ("kh", "x"),
    ("gh", "\u0263"), ("dj", "j"), ("sch", "sh"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("c(?!h)", "k"),
    ("oo", "u"), ("ou", "u"), ("ey", "ay"), ("ei", "ay"), ("ai", "ay"), ("ee", "i"), ("w(?![aeiou])", "u"),
    ("(?:y|i)+$", "i"), ("(?<=[^aeiou])y", "i"), ("iy", "i"),
)  # fmt: skip
NUMERAL = re.compile("m*(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")  # "Super Bowl XXXVII"
_TELLING = 3  # consonants that hardly another name has, so that a vowel more or less is one of spelling
_VOWELS = frozenset("aeiou")
_NEAR = frozenset(("ae", "ei", "ou"))  # vowels that romanisations confuse; "ai" would make Karim of Karam
_LONG = (("ay", "e"), ("au", "o"))  # a diphthong that others write as one vowel
_SOUNDS = frozenset(("gj", "gq", "kq", "q\u0263", "g\u0263"))  # consonants that romanisations confuse


@frozen
class Name:
    """One name of a claim from `start` to `end`; `words` are the places of its words, without particles.

    `whole` are those of the names that "and" or "for" joins to it, too: they may have initials together.
    """

    start: int
    end: int
    words: tuple[int, ...]
    whole: tuple[int, ...]


def spans(words: Sequence[Word], language: Language, *, starts: frozenset[int] = frozenset((0,))) -> Iterator[Name]:
    """Yield the runs of words with a capital letter; `starts` are the places at which sentences begin."""
    place = 0
    while place < len(words):
        if not _is_name(words, place, language, starts):
            place += 1
            continue
        run, after = [place], place + 1
        while after < len(words):
            step = _step(words, after, language)
            if step is None or not _is_name(words, step, language, frozenset()):
                break
            run.append(step)
            after = step + 1
        for part in _parted(words, run, language):
            yield Name(words[part[0]].start, words[part[-1]].end, part, tuple(run))
        place = after


def _parted(words: Sequence[Word], run: Sequence[int], language: Language) -> Iterator[tuple[int, ...]]:
    """Yield the names of a run, which are two where "and" or "in" stands between: the page may say them apart."""
    part: list[int] = []
    for place in run:
        if part and any(words[each].fold in language.joiners for each in range(part[-1] + 1, place)):
            yield tuple(part)
            part = []
        part.append(place)
    yield tuple(part)


def _step(words: Sequence[Word], place: int, language: Language) -> int | None:
    """Return the place of the next word of a name: behind a particle, a dash or the point of an initial."""
    if words[place].kind == "sign":
        joined = words[place].fold in _DASHES and words[place].start == words[place - 1].end
        initial = words[place].fold == "." and words[place - 1].end - words[place - 1].start <= 2
        following = place + 1 if joined or initial or words[place].fold == "&" else None
        return following if following is not None and following < len(words) else None
    steps = 0
    while place < len(words) and words[place].kind == "word" and not words[place].capital and steps < 2:
        if words[place].fold not in language.particles | language.joiners:
            return None
        place, steps = place + 1, steps + 1
    return place if place < len(words) else None


def _is_name(words: Sequence[Word], place: int, language: Language, starts: frozenset[int]) -> bool:
    word = words[place]
    if word.kind != "word" or not word.capital:
        return False
    if word.fold in language.months or word.fold in language.weekdays or word.fold in language.titles:
        return False
    if word.fold in language.seasons and not _has_capital(words, place + 1):
        return False
    if word.fold in language.stop_words or word.fold in language.numbers:
        return False
    is_plain = word.fold in language.common or _is_plain(word, language) or _is_apart(words, place, language)
    if place in starts and is_plain:
        return _has_capital(words, place + 1)
    return True


def _has_capital(words: Sequence[Word], place: int) -> bool:
    return place < len(words) and words[place].capital


def _is_apart(words: Sequence[Word], place: int, language: Language) -> bool:
    """Tell whether the first word of a sentence has a comma or "of" and no name behind it: "Causes of fire are ..."."""
    behind = words[place + 1 : place + 3]
    return bool(behind) and (
        behind[0].fold == "," or (behind[0].fold == language.day_of and not any(each.capital for each in behind))
    )


def _is_plain(word: Word, language: Language) -> bool:
    """Tell whether a sentence may begin with the word without naming anything: it has the form of an inflected one."""
    return (
        word.fold.endswith(language.plain_endings)
        or word.fold in language.negation
        or word.fold in language.ordinals
        or (word.fold,) in language.comparators
    )


@lru_cache(maxsize=65_536)
def romanised(word: str) -> str:
    """Return a folded word in one romanisation: articles gone, letters of one sound made one, doubled ones single."""
    word = _ARTICLE.sub("", word).replace("'", "").replace("-", "")
    for pattern, put in _CLASSES:
        word = re.sub(pattern, put, word)
    word = re.sub(r"(.)\1+", r"\1", word)
    return word[:-1] if word.endswith("h") and len(word) > 3 else word


def same_word(first: str, second: str) -> bool:
    """Tell whether two folded words are one name: the consonants are, and the vowels between them agree in order.

    Vowels agree where romanisations confuse them; one more or one less is allowed between three or more consonants,
    any other one where there are more, and none at the end, where a vowel tells a woman from a man.
    """
    if first == second:
        return True
    if NUMERAL.fullmatch(first) and NUMERAL.fullmatch(second):
        return False
    one, two = romanised(first), romanised(second)
    if one == two or _umlauts(first) == _umlauts(second):
        return min(len(one), len(two)) > 1
    ours, theirs = _skeleton(one), _skeleton(two)
    if len(ours) != len(theirs) or not ours or min(len(one), len(two)) < 3:
        return False
    return all(map(_one_sound, ours, theirs)) and _vowels_agree(one, two, len(ours))


def _umlauts(word: str) -> str:
    return word.replace("ue", "u").replace("oe", "o").replace("aa", "a").replace("ae", "a")


def _one_sound(left: str, right: str) -> bool:
    return left == right or "".join(sorted((left, right))) in _SOUNDS


def _skeleton(word: str) -> str:
    """Return the consonants; a y counts at the beginning only."""
    return "".join(char for place, char in enumerate(word) if char not in _VOWELS and (place == 0 or char not in "yh'"))


def _vowels_agree(one: str, two: str, consonants: int) -> bool:
    """Compare the vowels between the consonants."""
    ours, theirs = _gaps(one), _gaps(two)
    if {ours[-1], theirs[-1]} == {"", "e"} and consonants >= _TELLING and ours[-2:-1] == ["a"]:
        ours[-1] = theirs[-1] = ""  # silent, as French writes a long a: "Salmane"; Simone is not Simon
    if len(ours) != len(theirs) or (len(ours[-1]) != len(theirs[-1]) and not _is_long(ours[-1], theirs[-1])):
        return False
    added = sum(len(left) != len(right) and not _is_long(left, right) for left, right in zip(ours, theirs, strict=True))
    others = sum(not _group_agrees(left, right) for left, right in zip(ours, theirs, strict=True))
    return added <= (consonants >= _TELLING) and others <= (consonants > _TELLING)


def _group_agrees(left: str, right: str) -> bool:
    if left == right or _is_long(left, right):
        return True
    if len(left) != len(right):
        return abs(len(left) - len(right)) == 1 and (
            not left or not right or left[0] == right[0] or left[-1] == right[-1]
        )
    return all(a == b or "".join(sorted((a, b))) in _NEAR for a, b in zip(left, right, strict=True))


def _is_long(left: str, right: str) -> bool:
    return any({left, right} <= {long, short, *("u" if short == "o" else "")} for long, short in _LONG)


def _gaps(word: str) -> list[str]:
    return re.split(r"[^aeiouy]+", word[0] + word[1:].replace("h", "").replace("'", ""))


def same_name(first: str, second: str, language: Language) -> bool:
    """Tell whether two names are one: every word of each stands in the other, in some romanisation.

    Articles count for nothing; words of direction and number must be equal.
    """
    ours, theirs = _parts(first), _parts(second)
    if not ours or not theirs:
        return False
    if romanised("".join(ours)) == romanised("".join(theirs)) or _unspaced(first) == _unspaced(second):
        return True
    if len(ours) != len(theirs):
        return _joined(ours, theirs) or _joined(theirs, ours)
    return all(_pair(left, right, language) for left, right in zip(ours, theirs, strict=True))


def _pair(left: str, right: str, language: Language) -> bool:
    if left == right:
        return True
    return left not in language.compass and right not in language.compass and same_word(left, right)


def _joined(long: list[str], short: list[str]) -> bool:
    """Tell whether two neighbouring words of the longer name are one of the shorter ("Abdel Nasser", "Abdelnasser")."""
    return len(long) == len(short) + 1 and any(
        all(same_word(a, b) for a, b in zip([*long[:i], long[i] + long[i + 1], *long[i + 2 :]], short, strict=True))
        for i in range(len(short))
    )


def _unspaced(name: str) -> str:
    return "".join(each.fold for each in cut(name) if each.kind == "word")


def _parts(name: str) -> list[str]:
    words = [each.fold for each in cut(name) if each.kind == "word"]
    kept = [_ABD.sub("abd", each) for each in words if each not in _ARTICLES]
    return kept or words

"""What the support check knows of a language: its words, months, numbers and stop words, from one file each.

`languages/XX.toml` is the whole of it: one more language is one more file. Words are folded as `words.fold` does.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

from verifier.support.words import fold
from verifier.values import frozen


@frozen
class Language:
    """One language; every word in it is folded.

    `months` and `weekdays` lead from a name to its number (1 to 12, Monday 0); `numbers`, `ordinals` and `scales` from
    a word to its value. `comparators` and `after` lead from the words before or behind a number to what they mean.
    `synonyms` lead from a name, its words joined by "-", to the one that stands for all; `alike` from a general word to
    the numbers of its groups of words that say the same.
    """

    tag: str
    decimal: str
    grouping: str
    ordinal_dot: bool
    nouns_capitalised: bool
    month_first: bool
    day_of: str
    function_words: frozenset[str]
    stop_words: frozenset[str]
    abbreviations: frozenset[str]
    suffixes: tuple[str, ...]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: frozenset[str]
    relative_days: Mapping[str, int]
    numbers: Mapping[str, float]
    ordinals: Mapping[str, float]
    scales: Mapping[str, float]
    suffix_kinds: Mapping[str, str]
    comparators: Mapping[tuple[str, ...], str]
    after: Mapping[tuple[str, ...], str]
    date_bounds: Mapping[str, str]
    relative_years: Mapping[tuple[str, ...], int]
    case_endings: tuple[str, ...]
    hissing_endings: tuple[str, ...]
    hissing: tuple[str, ...]
    noun_endings: tuple[str, ...]
    determiners: frozenset[str]
    adjective_endings: tuple[str, ...]
    verb_endings: tuple[str, ...]
    plain_endings: tuple[str, ...]
    superlatives: tuple[str, ...]
    particles: frozenset[str]
    joiners: frozenset[str]
    place_endings: frozenset[str]
    people_endings: frozenset[str]
    titles: frozenset[str]
    generic: frozenset[str]
    compass: frozenset[str]
    speech: frozenset[str]
    synonyms: Mapping[str, str]
    opposites: Mapping[str, frozenset[str]]
    negation: frozenset[str]
    hedges: frozenset[str]
    vague: frozenset[str]
    time: frozenset[str]
    not_numbers: frozenset[str]
    published: frozenset[str]
    common: frozenset[str]
    alike: Mapping[str, tuple[int, ...]]

    def stem(self, word: str) -> str:
        """Return a folded word without its ending; at least three letters remain, and doubled ones are made single."""
        word = re.split("['\u2019]", word)[0]
        for suffix in self.suffixes:
            if word.endswith(suffix) and len(word) - len(suffix) >= (3 if len(suffix) < 3 else 4):
                word = word[: -len(suffix)]
                break
        if len(word) > 4 and word[-1] in "eiy":
            word = word[:-1]
        return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word

    def denies(self, word: str) -> bool:
        """Tell whether a folded word is a negation: "not", "denied", "didn't"."""
        return word in self.negation or word.endswith("n't")


def known() -> tuple[str, ...]:
    """Return the tags of the languages there are, sorted."""
    folder = resources.files("verifier.support") / "languages"
    return tuple(sorted(each.name.removesuffix(".toml") for each in folder.iterdir() if each.name.endswith(".toml")))


@cache
def language(tag: str) -> Language:
    """Return the language with this tag, one of `known()`."""
    path = resources.files("verifier.support") / "languages" / f"{tag}.toml"
    return _read(tag, tomllib.loads(path.read_text(encoding="utf-8")))


def _read(tag: str, data: dict[str, Any]) -> Language:
    function = _words(data["function_words"])
    return Language(
        tag=tag,
        decimal=data["decimal"],
        grouping=data["grouping"],
        ordinal_dot=data["ordinal_dot"],
        nouns_capitalised=data["nouns_capitalised"],
        month_first=data["month_first"],
        day_of=data["day_of"],
        function_words=function,
        stop_words=function | _words(data["stop_words"]),
        abbreviations=_words(data["abbreviations"]),
        suffixes=tuple(sorted(_words(data["suffixes"]), key=lambda each: (-len(each), each))),
        months=_numbered(data["months"], 1),
        weekdays=_numbered(data["weekdays"], 0),
        seasons=_words(data["seasons"]),
        relative_days=_folded(data["relative_days"]),
        numbers=_folded(data["numbers"]),
        ordinals=_folded(data["ordinals"]),
        scales=_folded(data["scales"]),
        suffix_kinds=_folded(data["suffix_kinds"]),
        comparators={tuple(map(fold, key.split())): value for key, value in data["comparators"].items()},
        after={tuple(map(fold, key.split())): value for key, value in data["after"].items()},
        date_bounds=_folded(data["date_bounds"]),
        relative_years={tuple(map(fold, key.split())): value for key, value in data["relative_years"].items()},
        opposites={fold(key): _words(value) for key, value in data["opposites"].items()},
        alike=_alike(data["words"]["alike"]),
        **_names(data["names"]),
        **_cues(data["cues"]),
    )


def _names(names: dict[str, Any]) -> dict[str, Any]:
    """Return what is known of names: `Language` has the same words for it."""
    sets = ("particles", "joiners", "place_endings", "people_endings", "titles", "generic", "compass", "speech")
    endings = ("case_endings", "hissing_endings", "hissing", "noun_endings", "adjective_endings", "verb_endings")
    return {
        **{key: _words(names[key]) for key in (*sets, "determiners")},
        **{key: tuple(sorted(_words(names[key]))) for key in (*endings, "plain_endings")},
        "synonyms": _groups(names["synonyms"]) | _groups(names["people"]),
    }


def _cues(cues: dict[str, Any]) -> dict[str, Any]:
    """Return the words that tell how a thing is said."""
    sets = ("negation", "hedges", "vague", "time", "not_numbers", "published", "common")
    return {**{key: _words(cues[key]) for key in sets}, "superlatives": tuple(sorted(_words(cues["superlatives"])))}


def _alike(text: str) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(text.strip().splitlines()):
        for word in sorted(_words(line)):
            found[word] = (*found.get(word, ()), number)
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold, text.split()))


def _numbered(lines: Iterable[str], first: int) -> dict[str, int]:
    return {fold(word): number for number, line in enumerate(lines, first) for word in line.split()}


def _folded(table: Mapping[str, Any]) -> dict[str, Any]:
    return {fold(key): value for key, value in table.items()}


def _groups(table: Mapping[str, str]) -> dict[str, str]:
    """Return each form of each line with the first one, which stands for itself too."""
    return {fold(form): fold(key) for key, line in table.items() for form in (key, *line.split())}

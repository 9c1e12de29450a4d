"""What the citation templates of the wikis are called, and what their parameters mean: the .toml files, read once."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from verifier.values import frozen

ENGLISH = "en"
_LONGEST = 40  # characters of a name that is compared with others
_NUMBER = re.compile(r"\d+")
_SPACES = re.compile(r"[\s_]+")


@frozen
class Names:
    """The names of one wiki.

    `templates` leads from a name, as `template_name` gives it, to a kind; `parameters` from a name with "#" for its
    number, and from the name without any, to a meaning; `months` from the folded name of a month to its number.
    `headings` are folded. `ref_is_name`: |ref= gives the name in an anchor, not the anchor.
    """

    language: str
    templates: Mapping[str, str]
    parameters: Mapping[str, str]
    namespaces: tuple[str, ...] = ()
    headings: frozenset[str] = frozenset()
    months: Mapping[str, int] | None = None
    ref_is_name: bool = False


@frozen
class English:
    """What only the English data says: names that are no sources, and which parameters the module takes.

    `beside` are templates that stand among full citations and are none.

    `allowed` are the names with "#" that every template takes, `own` those that templates of one kind take besides;
    `former` leads from a name that the module took once to the one it takes now, "" for none.
    """

    no_sources: frozenset[str]
    beside: frozenset[str]
    allowed: frozenset[str]
    own: Mapping[str, frozenset[str]]
    former: Mapping[str, str]

    def takes(self, kind: str, name: str) -> bool:
        """Tell whether a template of this kind takes a parameter of this name."""
        if name in self.former:
            return False
        pattern, _ = split_number(name)
        forms = (name, pattern, f"{name}#")
        lists = (self.allowed, *(self.own.values() if kind == "citation" else (self.of(kind),)))
        return "#" not in name and any(form in each for each in lists for form in forms)

    def closest(self, kind: str, name: str) -> str:
        """Return the name that a template of this kind takes and that was probably meant, "" for none.

        That is what the module takes now instead of a former name, else a name with other capitals and marks, else one
        that differs in a single letter.
        """
        if name in self.former:
            return self.former[name]
        digits = "".join(char for char in name if char.isdecimal())
        for form in _forms(split_number(name)[0][:_LONGEST]):
            for meant in _by_form().get(form, ()):
                with_number = meant.replace("#", digits)
                if self.takes(kind, with_number) and ("#" in meant or not digits):
                    return with_number
        return ""

    def of(self, kind: str) -> frozenset[str]:
        """Return the names that only templates of this kind take."""
        return self.own.get(kind, frozenset())


@cache
def wikis() -> tuple[Names, ...]:
    """Return the names of all wikis, English first, the others by language."""
    return tuple(_names(language, table) for language, table in _tables().items())


@cache
def parameters() -> Mapping[str, str]:
    """Return what the names of all wikis mean; of one that means two things, the English or the first meaning."""
    return {name: meaning for wiki in reversed(wikis()) for name, meaning in wiki.parameters.items()}


@cache
def wiki(language: str) -> Names | None:
    """Return the names of one wiki, None for one that is not known."""
    return next((each for each in wikis() if each.language == language), None)


@cache
def english() -> English:
    """Return what only the English data says."""
    table = _tables()[ENGLISH]
    own = {kind: frozenset(names) for kind, names in table["own"].items()}
    listed = {name for names in table["parameters"].values() for name in names} | set(table["allowed"]["names"])
    taken = listed.difference(*own.values()).difference(table["former"])
    return English(frozenset(table["not"]), frozenset(table["beside"]), frozenset(taken), own, table["former"])


@cache
def months() -> Mapping[str, int]:
    """Return the number of each month by its folded name, in all languages; what means two months is left out."""
    found: dict[str, set[int]] = {}
    for wiki in wikis():
        for name, number in (wiki.months or {}).items():
            found.setdefault(name, set()).add(number)
    return {name: next(iter(numbers)) for name, numbers in found.items() if len(numbers) == 1}


def means(name: str) -> str:
    """Return what a parameter without a number means on any wiki, "" for one that is not known."""
    return parameters().get(unicodedata.normalize("NFC", name), "")


def partner(name: str, meaning: str) -> str:
    """Return the name with this meaning that goes with another name: in its language, and with dashes if it has any."""
    for wiki in wikis():
        if name in wiki.parameters:
            listed = [each for each, found in wiki.parameters.items() if found == meaning]
            alike = [each for each in listed if ("-" in each) == ("-" in name)]
            return (alike or listed or [meaning])[0]
    return meaning


def template_name(name: str) -> str:
    """Return the name as the data has it: without namespace, in lower case, with single blanks."""
    folded = _SPACES.sub(" ", fold(name)).strip()
    prefix, colon, rest = folded.partition(":")
    return rest.strip() if colon and prefix.strip() in _namespaces() else folded


def is_beside(name: str) -> bool:
    """Tell whether a template may stand among full citations and is none itself: layout, identifiers, notices."""
    folded = template_name(name)
    return folded in english().beside or folded.startswith(("lang-", "use ", "#"))


def split_number(name: str) -> tuple[str, int | None]:
    """Return the name with "#" for its last number, and the number, None without one ("author2-last": 2)."""
    found = list(_NUMBER.finditer(name))
    if not found or len(found[-1][0]) > 4:
        return name, None
    last = found[-1]
    return f"{name[: last.start()]}#{name[last.end() :]}", int(last[0])


def fold(text: str) -> str:
    """Return the text as names are compared: composed, in lower case, with its accents."""
    return unicodedata.normalize("NFC", text.casefold()) if not text.isascii() else text.lower()


@cache
def _by_form() -> Mapping[str, tuple[str, ...]]:
    """Return the names that the module takes by their bare forms, and by these with one letter left out."""
    found: dict[str, list[str]] = {}
    table = english()
    for name in sorted(table.allowed.union(*table.own.values()), key=lambda each: (not each.islower(), each)):
        for form in _forms(name):
            found.setdefault(form, []).append(name)
    return {form: tuple(listed) for form, listed in found.items()}


def _forms(name: str) -> list[str]:
    """Return the bare letters of a name, and these with each letter left out; equal ones are a letter apart."""
    bare = re.sub(r"[\W_]", "", name.lower().replace("#", ""))
    return [bare, *(dict.fromkeys(bare[:place] + bare[place + 1 :] for place in range(len(bare)) if len(bare) > 3))]


@cache
def _namespaces() -> frozenset[str]:
    return frozenset(name for table in _tables().values() for name in table.get("namespaces", ()))


def _names(language: str, table: dict[str, Any]) -> Names:
    return Names(
        language,
        {fold(name): kind for kind, names in table["templates"].items() for name in names},
        _meanings(table.get("parameters", {})),
        tuple(table.get("namespaces", ())),
        frozenset(fold(heading) for heading in table.get("headings", ())),
        {fold(name): number for number, names in enumerate(table.get("months", ()), 1) for name in names.split("|")},
        table.get("ref_is_name", False),
    )


def _meanings(table: Mapping[str, list[str]]) -> dict[str, str]:
    listed = [(unicodedata.normalize("NFC", name), meaning) for meaning, names in table.items() for name in names]
    first = {name.replace("#", ""): f"{meaning}1" for name, meaning in listed if "#" in name}
    return {**first, **dict(listed)}


@cache
def _tables() -> dict[str, dict[str, Any]]:
    """Return the parsed files by language, English first."""
    folder = resources.files("verifier.citations.cs1")
    files = {each.name.removesuffix(".toml"): each for each in folder.iterdir() if each.name.endswith(".toml")}
    order = sorted(files, key=lambda language: (language != ENGLISH, language))
    return {language: tomllib.loads(files[language].read_text("utf-8")) for language in order}

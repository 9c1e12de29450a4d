"""The people of a citation, as the module prints them and as it makes anchors of them.

https://en.wikipedia.org/wiki/Help:Citation_Style_1#Authors
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from verifier.model.article import Parameter
from verifier.model.source import Source
from verifier.values import frozen

Plain = Callable[[str], str]
_ET_AL = re.compile(r"\bet\.? ?al(?:i[ai]?e?)?\b[.;,\"']*$", re.IGNORECASE)
_VANCOUVER = re.compile(r"\(\([^()]*\)\)|[^,;()]+")
_INITIALS = re.compile(r" ([A-Z]{1,3}(?: (?:Jr|Sr|\d(?:st|nd|rd|th)|I{1,3}))?)$")
_WIDEST = 999  # an author's number beyond which names are not looked for


@frozen
class Person:
    """One name: `last` is the family name or the whole, `between` what is printed before the first name.

    The parameters are those that the parts stand in.
    """

    last: str
    first: str = ""
    last_in: Parameter | None = None
    first_in: Parameter | None = None
    between: str = ", "


def listed(source: Source, role: str, plain: Plain) -> list[Person]:
    """Return the people in this role ("author", "editor", "translator" ...), in order."""
    if found := list(_numbered(source, role, plain)):
        return found
    vancouver = source.parameter({"author": "vauthors", "editor": "veditors"}.get(role, ""))
    return _split(vancouver, plain) if vancouver is not None else []


def shown(source: Source, role: str, plain: Plain) -> tuple[list[Person], bool]:
    """Return the people who are printed, and whether "et al." follows them."""
    everybody = listed(source, role, plain)
    wanted = plain(source.value(f"display-{role}s")).strip()
    limit = int(wanted) if wanted.isdecimal() and len(wanted) < 4 else len(everybody)
    cut, others = everybody[:limit], limit < len(everybody) or _ET_AL.fullmatch(wanted) is not None
    told = _ET_AL.search(cut[-1].last) if cut else None
    if told is None:
        return cut, others
    rest = told.string[: told.start()].rstrip(" ;,\"'")
    return [*cut[:-1], *([replace(cut[-1], last=rest)] if rest else [])], True


def _numbered(source: Source, role: str, plain: Plain) -> Iterator[Person]:
    """Yield the names; the list goes on over one missing number, as the module's does."""
    number, missing = 1, 0
    while missing < 2 and number <= _WIDEST:
        last, first = source.given.get(f"{role}-last{number}"), source.given.get(f"{role}-first{number}")
        name = _bare(plain(last.value)) if last is not None else ""
        missing = 0 if name else missing + 1
        if name:
            yield Person(name, _bare(plain(first.value)) if first is not None else "", last, first)
        number += 1


def _bare(name: str) -> str:
    """Return the name without the double brackets that keep the module from taking it apart."""
    stripped = " ".join(name.split())
    return stripped[2:-2].strip() if stripped.startswith("((") and stripped.endswith("))") else stripped


def _split(parameter: Parameter, plain: Plain) -> list[Person]:
    """Return the people of a list in Vancouver style: "Smith AB, ((World Bank)), et al."."""
    found = []
    for name in _VANCOUVER.findall(plain(parameter.value)):
        bare = _bare(name)
        initials = _INITIALS.search(bare) if not name.startswith("((") else None
        if initials:
            found.append(Person(bare[: initials.start()], initials[1], parameter, parameter, " "))
        elif bare:
            found.append(Person(bare, last_in=parameter))
    return found

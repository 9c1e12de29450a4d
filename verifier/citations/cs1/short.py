"""Short citations ({{sfn}}, {{harvnb}} ...): whom and what year they name, and what they print.

https://en.wikipedia.org/wiki/Template:Sfn, https://en.wikipedia.org/wiki/Template:Sfnm and
https://en.wikipedia.org/wiki/Template:Harvard_citation.
"""

import re

from verifier.citations.cs1.names import template_name
from verifier.citations.cs1.pieces import Piece, Plain, Sentence
from verifier.model.article import Parameter
from verifier.model.source import Source
from verifier.text import one_line
from verifier.values import frozen

_NAMES = 4  # family names that a short citation can have
_MANY = re.compile(r"([1-9]\d?)(?:a[1-4]|y)")
_SEVERAL = re.compile(r"[\u2013,&-]")


@frozen
class Named:
    """One source as a short citation names it: the parameters of the names and the year, and the place in it."""

    names: tuple[Parameter, ...]
    year: Parameter | None
    page: Parameter | None
    several: bool
    place: Parameter | None
    ref: str = ""


def named(source: Source) -> tuple[Named, ...]:
    """Return the sources that a short citation names: one, or as many as {{sfnm}} has."""
    values = {each.name: each for each in source.template.parameters if each.value}
    if source.kind == "footnotes":
        numbers = sorted({int(found[1]) for name in values if (found := _MANY.fullmatch(name))})
        return tuple(_one(values, f"{number}", f"{number}a", f"{number}y") for number in numbers)
    if source.kind == "contribution":
        return (_one(values, "", "in", "year"),)
    if template_name(source.template.name) in ("harvs", "harvard citations"):
        return (_one(values, "", "last", "year"),)
    given = [values[str(number)] for number in range(1, _NAMES + 2) if str(number) in values]
    return (
        _with_place(
            values, "", tuple(given[:-1]) if len(given) > 1 else tuple(given), given[-1] if given[1:] else None
        ),
    )


def _one(values: dict[str, Parameter], before: str, name: str, year: str) -> Named:
    numbered = [values.get(f"{name}{number}") or (values.get(name) if number == 1 else None) for number in range(1, 5)]
    return _with_place(values, before, tuple(each for each in numbered if each is not None), values.get(year))


def _with_place(
    values: dict[str, Parameter], before: str, names: tuple[Parameter, ...], year: Parameter | None
) -> Named:
    page = values.get(f"{before}p") or values.get(f"{before}page")
    pages = values.get(f"{before}pp") or values.get(f"{before}pages")
    place = values.get(f"{before}loc") or values.get(f"{before}at")
    ref = values.get("ref") or values.get("Ref") if not before else values.get(f"{before}ref")
    return Named(names, year, page or pages, page is None, place, ref.value if ref else "")


def pieces(source: Source, plain: Plain = one_line) -> Sentence:
    """Return what the short citation prints: "Smith & Jones 2010, p. 4."."""
    brackets, end = _style(template_name(source.template.name))
    row: list[Piece] = []
    for each in (each for each in named(source) if each.names):
        row += [Piece("; ")] if row else []
        row += _printed(each, plain, brackets)
    return (*row, Piece(end)) if row and end else tuple(row)


def _style(name: str) -> tuple[str, str]:
    """Return where the brackets stand ("year", "all", "from-year", "") and what is printed at the end."""
    if name.startswith(("sfn", "shortened", "snf")):
        return ("year" if name in ("sfnp", "sfnmp") else ""), "."
    if name in ("harvtxt", "harvcoltxt", "harvard citation text", "harvnbtxt"):
        return "from-year", ""
    if name in ("harvp", "harvsp"):
        return "year", ""
    return ("all" if name in ("harv", "harvcol", "harvard citation") else ""), ""


def _printed(each: Named, plain: Plain, brackets: str) -> list[Piece]:
    row = [Piece("(")] if brackets == "all" else []
    row += _authors(each, plain)
    if each.year is not None:
        row.append(Piece(" (" if brackets in ("year", "from-year") else " "))
        row.append(Piece(one_line(plain(each.year.value)), each.year))
        row += [Piece(")")] if brackets == "year" else []
    if each.page is not None:
        page = one_line(plain(each.page.value))
        row += [Piece(", pp. " if each.several and _SEVERAL.search(page) else ", p. "), Piece(page, each.page)]
    if each.place is not None:
        row += [Piece(", "), Piece(one_line(plain(each.place.value)), each.place)]
    return [*row, Piece(")")] if brackets in ("all", "from-year") and each.year is not None else row


def _authors(each: Named, plain: Plain) -> list[Piece]:
    names = [Piece(one_line(plain(name.value)), name) for name in each.names]
    if len(names) >= _NAMES:
        return [names[0], Piece(" et al.")]
    row: list[Piece] = []
    for index, name in enumerate(names):
        row += [Piece(" & " if index == len(names) - 1 else ", ")] if row else []
        row.append(name)
    return row

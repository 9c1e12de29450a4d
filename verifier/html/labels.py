"""Labels as pages print them: what a marker says, and the numbers that a list gives its items."""

import re
from collections.abc import Callable

from verifier.prose import roman
from verifier.prose.brackets import RANGE_LIMIT
from verifier.text import one_line, shorten
from verifier.values import frozen

_PAIRS = {"[": "]", "(": ")"}
_NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,6})?")
_GROUPED = re.compile(r"(.*\S) (\d{1,6}(?:\.\d{1,6})?)")
_SEVERAL = re.compile(r"\d{1,6}(?: ?[-\u2010-\u2014\u2212,;] ?\d{1,6})+")
_SEPARATOR = re.compile(r" ?([-\u2010-\u2014\u2212,;]) ?")
_SHORT = re.compile(
    r"\d{1,4}(?:\.\d{1,3})?|[a-z\u03b1-\u03c9]{1,4}|[^\W\d_]{1,5} \d{1,3}|[*\u2020\u2021\u00a7\u00b6]", re.I
)
_LONGEST = 400  # characters of what a link of a citation prints
_LETTERS = 26
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"


@frozen
class Label:
    """A printed label, its group ("" without one) and its integer value (None for letters and names)."""

    text: str
    group: str = ""
    number: int | None = None


def read(text: str, *, keyed: bool = False) -> list[Label]:
    """Return the labels that a link prints: mostly one, several for "2-4"; none if it prints nothing.

    What is `keyed` has no group: "Doe 2016" is a name and a year.
    """
    inner = shorten(bare(text), _LONGEST)
    if not inner:
        return []
    if _NUMBER.fullmatch(inner):
        return [Label(inner, "", int(inner.partition(".")[0]))]
    if _SEVERAL.fullmatch(inner):
        return [Label(str(number), "", number) for number in _numbers(inner)]
    grouped = None if keyed else _GROUPED.fullmatch(inner)
    if grouped is not None:
        return [Label(inner, grouped[1], int(grouped[2].partition(".")[0]))]
    return [Label(inner)]


def bare(text: str) -> str:
    """Return a label without its brackets, as one line."""
    line = one_line(text)
    if line[:1] in _PAIRS and line[-1:] == _PAIRS[line[0]]:
        line = line[1:-1]
    return line.strip("[] ") if line.count("[") != line.count("]") else line.strip()


def is_short(text: str) -> bool:
    """Tell whether this is what a label looks like: "1", "a", "note 1", "*"."""
    return _SHORT.fullmatch(bare(text)) is not None


def _numbers(text: str) -> list[int]:
    """Return the numbers of "1, 3-5"; of a range that falls or is too long only the ends."""
    first, *rest = _SEPARATOR.split(text)
    found = [int(first)]
    for separator, each in zip(rest[::2], rest[1::2], strict=True):
        number = int(each)
        between = separator not in ",;" and 0 < number - found[-1] < RANGE_LIMIT
        found += range(found[-1] + 1, number + 1) if between else [number]
    return found


def _alpha(number: int) -> str:
    letters = ""
    while number > 0:
        number, letter = divmod(number - 1, _LETTERS)
        letters = chr(ord("a") + letter) + letters
    return letters


def _greek(number: int) -> str:
    return _GREEK[number - 1] if 0 < number <= len(_GREEK) else str(number)


# How lists print their numbers: https://www.w3.org/TR/css-counter-styles-3/#predefined-counters.
STYLES: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lower-alpha": lambda number: _alpha(number) or str(number),
    "upper-alpha": lambda number: _alpha(number).upper() or str(number),
    "lower-roman": roman.numeral,
    "upper-roman": lambda number: roman.numeral(number).upper(),
    "lower-greek": _greek,
}

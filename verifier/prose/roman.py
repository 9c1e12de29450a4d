"""Roman numerals in small letters, as lists of notes count with them: https://www.w3.org/TR/css-counter-styles-3/#roman."""

import re

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 3999
_NUMERAL = re.compile(r"(?=[mdclxvi])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


def numeral(number: int) -> str:
    """Return the numeral of a number, its digits where there is none: "iv" of 4."""
    if not 0 < number <= _MOST:
        return str(number)
    letters = ""
    for value, letter in _ROMAN:
        count, number = divmod(number, value)
        letters += letter * count
    return letters


def value(text: str) -> int | None:
    """Return the number of a numeral, None of any other word: 4 of "iv"."""
    if not _NUMERAL.fullmatch(text):
        return None
    number, rest = 0, text
    for each, letter in _ROMAN:
        while rest.startswith(letter):
            number, rest = number + each, rest[len(letter) :]
    return number

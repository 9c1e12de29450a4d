"""Join a measure and its conversion: "50 feet (15 m)" says one length twice, and a page with one of both supports it.

Factors to SI units are those of the international agreement of 1959 on the yard and the pound, and of NIST Special
Publication 811, Appendix B.8; a gallon may be the one of either country. Conversions in articles are rounded.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from verifier.support.facts import Claim
from verifier.support.found import FOUND, INFERRED, NEVER, VARIANT, Found
from verifier.support.numbers import Number
from verifier.support.words import Word

_ROUNDED = 0.05  # by which a conversion may differ from the exact one
_BETWEEN = 30  # characters between a measure and the number in the bracket behind it
_SQUARE = ("sq", "square")
_HOUR = 3_600.0
_LENGTHS = {
    0.001: "mm millimetre millimetres millimeter millimeters", 0.01: "cm centimetre centimetres centimeter centimeters",
    1.0: "m metre metres meter meters", 1_000.0: "km kilometre kilometres kilometer kilometers",
    0.0254: "inch inches", 0.3048: "ft foot feet", 0.9144: "yd yard yards", 1_609.344: "mi mile miles",
    1_852.0: "nmi",
}  # fmt: skip
_OTHERS = {
    "mass": {
        0.001: "g gram grams", 1.0: "kg kilogram kilograms kilogramme kilogrammes", 1_000.0: "t tonne tonnes",
        0.45359237: "lb lbs pound pounds", 0.028349523125: "oz ounce ounces", 6.35029318: "stone",
    },
    "area": {10_000.0: "ha hectare hectares", 4_046.8564224: "acre acres"},
    "volume": {0.001: "l litre litres liter liters", 0.003785411784: "gal gallon gallons"},
    "speed": {0.44704: "mph", 1_000 / _HOUR: "kmh kph", 1_852 / _HOUR: "kn knot knots"},
}  # fmt: skip
_OTHER_GALLON = 4.54609 / 3.785411784  # the imperial one in ones of the United States
_UNITS = {word: ("length", factor) for factor, words in _LENGTHS.items() for word in words.split()} | {
    word: (quantity, factor)
    for quantity, factors in _OTHERS.items()
    for factor, words in factors.items()
    for word in words.split()
}


def joined(claim: Claim, found: Sequence[Found]) -> list[Found]:
    """Return what was found, in which a measure that stands nowhere follows from its conversion that does."""
    made = list(found)
    places = [place for place, each in enumerate(made) if isinstance(each.fact.value, Number)]
    for first, second in pairwise(places):
        if not _is_conversion(claim, made[first], made[second]):
            continue
        for here, other in ((first, second), (second, first)):
            carries = made[other].status in (FOUND, VARIANT) and bool(made[other].places)
            if made[here].status == NEVER and carries:
                rule = f"converted from {claim.text[made[other].fact.start : made[other].fact.end]}"
                at = tuple(replace(each, rule=rule) for each in made[other].places)
                made[here] = Found(made[here].fact, INFERRED, at)
    return made


def _is_conversion(claim: Claim, first: Found, second: Found) -> bool:
    between = claim.text[first.fact.end : second.fact.start]
    if "(" not in between or ")" in between or len(between) > _BETWEEN:
        return False
    ours, theirs = (list(_measured(each, claim.words)) for each in (first, second))
    return any(
        one[0] == other[0] and abs(one[1] - other[1]) <= _ROUNDED * max(one[1], other[1])
        for one in ours
        for other in theirs
    )


def _measured(found: Found, words: Sequence[Word]) -> Iterator[tuple[str, float]]:
    """Yield what a number may measure and how much, in SI units."""
    number = found.fact.value
    behind = [word.fold for word in words if word.start >= found.fact.end][:4]
    if behind and behind[0] in ("-", "\u2010", "\u2011"):
        behind = behind[1:]
    squared = bool(behind) and behind[0] in _SQUARE
    unit = _UNITS.get(next(iter(behind[1:] if squared else behind), ""))
    if unit is None or not isinstance(number, Number):
        return
    quantity, factor = unit
    if squared:
        quantity, factor = "area", factor * factor
    elif behind[1:3] == ["/", "h"]:
        quantity, factor = "speed", factor / _HOUR
    yield quantity, number.value * factor
    if quantity == "volume":
        yield quantity, number.value * factor * _OTHER_GALLON

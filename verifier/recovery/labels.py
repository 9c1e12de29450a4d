"""Whether two printed labels can mean one number: "8" and "9" cannot, "a" and "1" can (a list in another style)."""

from verifier.model.article import Entry, Marker
from verifier.recovery.readings import key_of

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
_LETTERS = 2  # of an alphabetical label


def disagree(marker: Marker, entry: Entry) -> bool:
    """Tell whether the marker's label cannot be the one its entry prints; what cannot be compared may be."""
    if entry.label is None:
        return False
    said, printed = key_of(marker).casefold(), entry.label.split()[-1].casefold()
    if said == printed:
        return False
    ours, theirs = _values(said), _values(printed)
    return bool(ours) and bool(theirs) and not ours & theirs


def _values(label: str) -> set[tuple[int, ...]]:
    """Return the numbers that a label can stand for: "c" is 3 in letters and 100 in Roman numerals."""
    parts = label.split(".")
    if all(part.isdecimal() for part in parts):
        return {tuple(int(part) for part in parts)}
    found = set[tuple[int, ...]]()
    if len(label) == 1 and label in _GREEK:
        found.add((_GREEK.index(label) + 1,))
    if label.isascii() and label.isalpha() and len(label) <= _LETTERS:
        value = 0
        for letter in label:
            value = 26 * value + ord(letter) - ord("a") + 1
        found.add((value,))
    if all(letter in _ROMAN for letter in label):
        values = [_ROMAN[letter] for letter in label]
        signed = (
            -value if any(value < later for later in values[place + 1 :]) else value
            for place, value in enumerate(values)
        )
        found.add((sum(signed),))
    return found

"""How a number is printed at its marker: as digits, as the letter of its group, or behind the group's name.

On the English Wikipedia the groups lower-alpha, lower-roman ... have labels of their own
(https://en.wikipedia.org/wiki/Help:Footnotes#Predefined_groups); a wiki sets others by its message
``cite_link_label_group-GROUP``, whose n-th word is the n-th label.
"""

import re
from collections.abc import Mapping, Sequence

from verifier.wikitext.calls import Note

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_RUNS = re.compile(r"[\s_]+")
_ALPHA = "abcdefghijklmnopqrstuvwxyz"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"


def label(group: str, number: int, sub: int | None, words: Mapping[str, Sequence[str]] | None) -> str:
    """Return the label of a note; `sub` is its number below its parent.

    `words` are the labels that a wiki sets for its groups; without them those of Wikipedia hold.
    """
    own = style(group, number) if words is None else next(iter(words.get(group, ())[number - 1 : number]), None)
    printed = own or (f"{group} {number}" if group else str(number))
    return printed if sub is None else f"{printed}.{sub}"


def style(group: str, number: int) -> str | None:
    """Return the number in the style that the group is named after, None if it is named after none."""
    if group in ("lower-alpha", "upper-alpha"):
        printed = _letters(number, _ALPHA)
    elif group in ("lower-roman", "upper-roman"):
        printed = _roman(number)
    elif group == "lower-greek":
        printed = _letters(number, _GREEK)
    elif group == "decimal":
        printed = str(number)
    else:
        return None
    return printed.upper() if group.startswith("upper") else printed


def _letters(number: int, alphabet: str) -> str:
    printed = ""
    while number > 0:
        number, place = divmod(number - 1, len(alphabet))
        printed = alphabet[place] + printed
    return printed


def _roman(number: int) -> str:
    printed = ""
    for value, digits in (*_ROMAN, *_ROMAN_SMALL):
        count, number = divmod(number, value)
        printed += digits * count
    return printed


def anchor(note: Note) -> str:
    """Return the id of the note's entry, which its markers link to: ``cite_note-NAME-ID`` or ``cite_note-ID``."""
    if not note.name:
        return f"cite_note-{note.id}"
    return f"cite_note-{_RUNS.sub('_', note.name)}-{note.id}"


def marker_number(note: Note) -> int | None:
    """Return the number of a marker, None where its label is a letter."""
    is_lettered = note.group != "decimal" and style(note.group, 1) is not None
    return None if is_lettered else note.number


def position_label(group: str, position: int) -> str:
    """Return what the list of a group prints at a position: lists of lettered groups print letters."""
    return style(group, position) or str(position)

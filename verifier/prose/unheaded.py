"""Find the list at the end of a text that no heading names: footnotes as word processors and pandoc export them.

::

    The board voted for it.[1]
    ________________
    [1] Hollis, Greta: Harbour board votes for a new breakwater.

Its last lines are such a list if their labels ("[1]", Word's "[i]", "1.", "1") rise to the last and the text before
them cites most of them. A text with markers in brackets may end with numbered steps: where the labels are no brackets
each entry must look like a reference, or the text must cite all of them without brackets.
"""

import re
from collections.abc import Callable, Sequence

from verifier.model.article import Citation, Entry, EntryList, Span
from verifier.prose import lists, markers, roman
from verifier.prose.labels import Labels
from verifier.prose.starts import RAISED, STYLES, Line, label_of, lines_of, looks_like_source, value

_BRACKETS = "[1]"
_NUMBERED = (_BRACKETS, "1.", "1)", "1", RAISED)
_RULE = re.compile(r"\s*(?:[-_*\u2014\u2500=](?:\s*[-_*\u2014\u2500=]){2,})\s*")
_MOST_AFTER = 3  # paragraphs behind it: "Thanks for reading!"
_LEAST = 2  # entries
_CITED = 0.5  # of the entries, by the text before them


def find(text: str, spans: Sequence[tuple[int, int]], read: Callable[[str], Citation]) -> tuple[EntryList, ...]:
    """Return the one list that ends the text, none if there is none. `spans` are its lines."""
    rows = lines_of(text, spans)
    for style in _NUMBERED:
        first = _first(rows, style)
        if first is None:
            continue
        entries = lists.collected(rows, first, len(rows), style, read)
        if len(entries) >= _LEAST and _is_list(text, entries, style):
            return (EntryList("", "", style, Span(entries[0].span.start, entries[-1].span.end), entries),)
    return ()


def _first(rows: Sequence[Line], style: str) -> int | None:
    """Return the row in which the first of the labels stands that rise to the last of the text."""
    first, least, is_open, after = None, 0, False, 0
    for index in reversed(range(len(rows))):
        row = rows[index]
        number = _number(row, style)
        if number is not None and (first is None or number < least):
            first, least, is_open = index, number, False
        elif row.blank or _RULE.fullmatch(row.text):
            if is_open and (first is not None or after == _MOST_AFTER):
                break  # a paragraph without a label
            after, is_open = after + is_open, False
            if first is not None and not row.blank:
                break
        else:
            is_open = True
        if least == 1:
            break
    return first


def _number(row: Line, style: str) -> int | None:
    """Return the number that a row begins with, also as a numeral in brackets."""
    match = STYLES[style].match(row.text)
    return _value(label_of(match)) if match else None


def _value(label: str | None) -> int | None:
    return value(label) or roman.value(label.casefold()) if label and " " not in label else None


def _is_list(text: str, entries: Sequence[Entry], style: str) -> bool:
    """Tell whether the labels rise, and the text before cites them."""
    numbers = [number for entry in entries if (number := _value(entry.label)) is not None]
    if len(numbers) < len(entries) or numbers != sorted(set(numbers)):
        return False  # "[a]" is a label, too
    before = text[: entries[0].span.start]
    printed = {entry.label for entry in entries}
    letters = frozenset(each for each in printed if each and each.isalpha())
    labels = Labels(frozenset(), letters, frozenset(), numbers[-1])
    found = markers.find(before, markers.blocked(before, ()), labels)
    cited = {each.label for each in found.markers if not each.group}.intersection(printed)
    sources = style == _BRACKETS or all(looks_like_source(entry.text) for entry in entries)
    return len(cited) >= (_CITED if sources else 1) * len(numbers) and (sources or "brackets" not in found.styles)

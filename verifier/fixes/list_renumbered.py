"""Give the entries of a plain-text or Markdown list their true numbers, where recovery has confirmed them.

A number is left as it is where it is not confirmed, and where the confirmed one is printed at an entry whose own number
is not known: two entries of one number would be worse than a wrong one.

Markdown counts the items of a list itself, from the first one's number: "1. 2. 5." shows 1, 2, 3. So where a number
does not follow from the one before, an empty comment begins a new list
(https://spec.commonmark.org/0.31.2/#lists: the start number is that of the first item).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from verifier.fixes import Case, Fix
from verifier.model.article import Entry, Span
from verifier.model.change import Change
from verifier.model.recovery import Class
from verifier.recovery import recover
from verifier.text import counted, in_digits_of, shorten, western

_FORMATS = ("plaintext", "markdown")
_LABEL = re.compile(r"[\s>*+-]{0,8}[\[({<]?\^?(\d+)")
_ITEM = re.compile(r"(\d{1,9})[.)][ \t]")  # of a list that Markdown counts
_QUOTED = re.compile(r"[ >]{0,8}")  # what may stand before an item; it goes before the comment too
_COMMENT = "<!-- -->"


def propose(case: Case) -> Iterator[Change]:
    """Yield one change for each entry whose confirmed number is not the printed one."""
    main = case.article.main_list
    if case.article.format not in _FORMATS or main is None:
        return
    recovery = recover.of(case.article)
    if recovery.gained:
        return  # what was added has no number: it must go, and that is for a person to decide
    confirmed = {
        placement.entry: placement.best
        for placement in recovery.placements
        if placement.kind is Class.CONFIRMED and placement.entry < len(main.entries)
    }
    labels = Counter(western(str(confirmed.get(index, entry.printed))) for index, entry in enumerate(main.entries))
    wanted = {
        index: str(number)
        for index, number in confirmed.items()
        if str(number) != western(main.entries[index].printed) and labels[str(number)] == 1
    }
    items = [_item(case, entry) for entry in main.entries]
    if case.article.format == "markdown" and all(items):
        yield from _counted(case, main.entries, wanted) if wanted else ()
        return
    for index, number in sorted(wanted.items()):
        span = _label(case, main.entries[index])
        if span is not None:
            shown = in_digits_of(main.entries[index].printed, int(number))
            yield Change(span, shown, _reason(main.entries[index], number))


def _counted(case: Case, entries: tuple[Entry, ...], wanted: Mapping[int, str]) -> Iterator[Change]:
    """Yield the changes of a list that Markdown counts; each entry that is not to be changed keeps its number."""
    before = ""
    for index, entry in enumerate(entries):
        number = wanted.get(index, entry.printed)
        place = case.article.origin.place(entry.span.start)
        start = case.text.rfind("\n", 0, place) + 1
        lead, digits = case.text[start:place], _ITEM.match(case.text, place)
        assert digits is not None
        if not _QUOTED.fullmatch(lead):
            return  # in an item of another list a comment would begin none
        if index and int(number) != int(before) + 1 and int(entry.printed) == int(entries[index - 1].printed) + 1:
            comment = f"{lead}{_COMMENT}{_line_end(case.text)}{lead}{number}"
            yield Change(Span(start, digits.end(1)), comment, f"{_reason(entry, number)}; a new list begins with it")
        elif index in wanted:
            yield Change(Span(*digits.span(1)), number, _reason(entry, number))
        before = number


def _reason(entry: Entry, number: str) -> str:
    verb = "is" if number != entry.printed else "stays"
    return f"entry {entry.printed} {verb} number {number}: {shorten(entry.text, 60)}"


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _item(case: Case, entry: Entry) -> bool:
    """Tell whether an entry is an item that Markdown counts."""
    printed = entry.label is not None and entry.label.isdecimal()
    return printed and _ITEM.match(case.text, case.article.origin.place(entry.span.start)) is not None


def _label(case: Case, entry: Entry) -> Span | None:
    """Return where the digits of the label stand in the file, None where they are not found there."""
    found = _LABEL.match(case.text, case.article.origin.place(entry.span.start))
    return Span(*found.span(1)) if found is not None and found[1] == entry.label else None


def left(case: Case) -> str:
    """Return which entries keep a number that may be wrong, where others get theirs."""
    placements = recover.of(case.article).placements
    many = sum(each.kind is not Class.CONFIRMED for each in placements)
    if not many or next(iter(propose(case)), None) is None:
        return ""
    return (
        f"{many} of {counted(len(placements), 'entry', 'entries')} could not be confirmed and keep the number they "
        "print, which may be wrong: look at them before the list is used"
    )


FIX = Fix("list-renumbered", "gives the entries of a list their confirmed numbers", propose, _FORMATS, left)

"""Give the entries of a plain-text or Markdown list their true numbers, where recovery has confirmed them.

A number is left as it is where it is not confirmed, and where the confirmed one is printed at an entry whose own number
is not known: two entries of one number would be worse than a wrong one.
"""

import re
from collections import Counter
from collections.abc import Iterator

from verifier.fixes import Case, Fix
from verifier.model.article import Entry, Span
from verifier.model.change import Change
from verifier.model.recovery import Class
from verifier.recovery import recover
from verifier.text import shorten

_FORMATS = ("plaintext", "markdown")
_LABEL = re.compile(r"[\s>*+-]{0,8}[\[({<]?\^?(\d+)")


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
    labels = Counter(str(confirmed.get(index, entry.printed)) for index, entry in enumerate(main.entries))
    for index, number in sorted(confirmed.items()):
        entry = main.entries[index]
        span = _label(case, entry)
        if span is not None and str(number) != entry.printed and labels[str(number)] == 1:
            reason = f"entry {entry.printed} is number {number}: {shorten(entry.text, 60)}"
            yield Change(span, str(number), reason)


def _label(case: Case, entry: Entry) -> Span | None:
    """Return where the digits of the label stand in the file, None where they are not found there."""
    found = _LABEL.match(case.text, case.article.origin.place(entry.span.start))
    return Span(*found.span(1)) if found is not None and found[1] == entry.label else None


FIX = Fix("list-renumbered", "gives the entries of a list their confirmed numbers", propose)

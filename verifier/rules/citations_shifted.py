"""
From one point on all numbers are off by the same amount, or by more at each of several points.

Why it matters: when an extractor drops or adds one item of a list, every later number leads to a neighbour of the right
source. Dates and words fit clearly better when the later numbers are moved; the finding says from where and by how
much. A list that gained entries here and there is aligned to the numbers. This is a root cause; what it explains is
folded under it.

Remedy: compare the list with the original around the place named, and restore the item.

Elsewhere: none found; one reference checker had the fault itself (https://github.com/gianlucasb/hallucinator/issues/297).
"""

from collections.abc import Iterator

from verifier.model.article import Article, EntryList
from verifier.model.recovery import Class, Recovery
from verifier.model.rules import Confidence, Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import counted

_CLEAR = 12.0  # nats
_NAMED = 8


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit if the shift test gave the alarm, or if the list gained entries here and there."""
    shift, main = dossier.recovery.shift, dossier.article.main_list
    if main is not None and dossier.recovery.gained and dossier.recovery.rearranged is None:
        yield _gained(main, dossier.recovery)
    if shift is None or main is None:
        return
    first = main.entries[shift.first - 1]
    where = f"entry {shift.best}"
    if shift.first != shift.last:
        where += f" (somewhere from entry {shift.first} to entry {shift.last})"
    lost = "lost" if shift.by > 0 else "gained"
    many = f"{abs(shift.by)} item{'s' if abs(shift.by) > 1 else ''}"
    message = f"from {where} on all numbers are off by {abs(shift.by)}: the list {lost} {many} before it"
    sure = shift.gain >= _CLEAR or _leads_nowhere(dossier.article, main)
    severity = Severity.ERROR if sure else Severity.WARNING
    confidence = Confidence.HIGH if shift.gain >= _CLEAR else Confidence.MEDIUM
    suggestion = "compare the list with the original around that entry"
    yield Hit(message, first.span, suggestion=suggestion, severity=severity, confidence=confidence)


def _gained(main: EntryList, recovery: Recovery) -> Hit:
    gained = recovery.gained
    named = ", ".join(main.entries[entry].printed for entry in gained[:_NAMED])
    more = len(gained) - _NAMED
    where = f"{named} and {more} more" if more > 0 else named
    many = "gained" if recovery.proposes else "seems to have gained"
    message = (
        f"the list {many} {counted(len(gained), 'entry', 'entries')} that no number of the text means (probably "
        f"{where}): behind {'it' if len(gained) == 1 else 'them'} the numbers lead to a neighbour of the right entry"
    )
    moved = any(each.kind is Class.CONFIRMED and each.best != each.entry + 1 for each in recovery.placements)
    severity = Severity.ERROR if recovery.proposes or moved else Severity.WARNING
    confidence = Confidence.HIGH if recovery.proposes else Confidence.MEDIUM
    suggestion = "compare the list with the original"
    return Hit(message, main.entries[gained[0]].span, suggestion=suggestion, severity=severity, confidence=confidence)


def _leads_nowhere(article: Article, main: EntryList) -> bool:
    """Tell whether a number is past the end of the list: an error that is folded here, and must not be lost."""
    cited = [each.number for each in article.markers if each.group == main.group and each.number is not None]
    return max(cited, default=0) > len(main.entries)


RULE = Rule(
    "citations-shifted", "from one point on all numbers are off by a constant", Severity.ERROR, check, root=True
)

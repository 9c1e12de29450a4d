"""Find markers that stand in no square brackets: superscripts, digits glued to a sentence's end, round brackets."""

import re
from collections.abc import Sequence

from verifier.model.article import Marker, Span
from verifier.prose.brackets import RANGE_LIMIT, REACH
from verifier.prose.labels import Labels

_SUPERSCRIPT = re.compile(
    r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+"
    r"(?:[-,\u02d2\u201a\u207b\u2010-\u2013][\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)*"
)
_MEASURE = re.compile(r"\d$|(?:[\d\s/]|^)(?:[kcmdnµ]?m|ft|in|yd|mi|ha|s|kg|g|l)$|10$|[)\]]$")  # an exponent follows
_GLUED = re.compile(  # behind a comma the sentence goes on
    r"(?:(?<=[^\W\d_][.!?])(?=\d{1,3}(?:\s+[\"\u201c(A-Z]|\s*$))|(?<=[^\W\d_][,;])(?=\d{1,3}(?:\s|$)))(\d{1,3})", re.M
)
_ENUMERATES = re.compile(r"(?:^|[,;:.(\n]|\b(?:and|or|und|et|y))\s*$")  # "(1) rye, (2) wheat and (3) oats"
_ROUND = re.compile(r"\((\d{1,3}(?:[ ]?[-,;\u2010-\u2013][ ]?\d{1,3})*)\)")
_RAISED, _PLAIN = "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079", "1230456789"
_FROM_SUPERSCRIPT, _TO_SUPERSCRIPT = str.maketrans(_RAISED, _PLAIN), str.maketrans(_PLAIN, _RAISED)


def raised(text: str) -> str:
    """Return the text with its digits as superscripts: a mark for what a format shows raised."""
    return text.translate(_TO_SUPERSCRIPT)


def find(text: str, labels: Labels, has_brackets: bool) -> list[tuple[str, list[Marker]]]:
    """Return superscripts and, in a document without brackets, glued digits and round brackets."""
    most = labels.length
    raised = [
        Marker(str(number), "", number, Span(match.start(), match.end()), 0)
        for match in _SUPERSCRIPT.finditer(text)
        if not _MEASURE.search(text, max(0, match.start() - 8), match.start())
        for part in re.split(r"[,\u02d2\u201a]", match[0].translate(_FROM_SUPERSCRIPT))
        for number in _numbers(re.split(r"\D", part))
    ]
    styles = [("superscript", raised if _fits(raised, REACH * most, 3, 0.5) else [])]
    if has_brackets or styles[0][1]:
        return styles
    for style, pattern, least, share in (("glued", _GLUED, 5, 0.0), ("round", _ROUND, 3, 0.6)):
        hits = [
            Marker(str(number), "", number, Span(match.start(), match.end()), 0)
            for match in pattern.finditer(text)
            if not (style == "round" and _ENUMERATES.search(text, max(0, match.start() - 8), match.start()))
            for part in re.split("[,;]", match[1])
            for number in _numbers(re.split(r"\D+", part.strip()))
        ]
        fitting = [marker for marker in hits if (marker.number or 0) <= most]
        is_style = len(fitting) >= least and len(fitting) >= share * len(hits)
        reach = REACH * most if style == "glued" else most  # "(8)" may count something, "rose.8" counts nothing
        styles.append((style, [each for each in hits if (each.number or 0) <= reach] if is_style else []))
    return styles


def _numbers(ends: Sequence[str]) -> list[int]:
    """Return the numbers of one part of a mark without brackets: one, or those from its first end to its last."""
    numbers = [int(each) for each in ends if not each.startswith("0") and len(each) <= 6]
    if len(numbers) == 2 and 0 < numbers[1] - numbers[0] < RANGE_LIMIT:
        return list(range(numbers[0], numbers[1] + 1))
    return numbers


def _fits(markers: list[Marker], most: float, least: int, share: float) -> bool:
    fitting = sum(1 for marker in markers if (marker.number or 0) <= most)
    return len(markers) >= least and fitting >= share * len(markers)

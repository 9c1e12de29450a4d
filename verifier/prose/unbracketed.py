"""Find markers that stand in no square brackets: superscripts, digits glued to a sentence's end, round brackets."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from verifier.model.article import Marker, Span
from verifier.prose.brackets import RANGE_LIMIT, REACH
from verifier.prose.labels import Labels
from verifier.prose.starts import DIGITS, RAISED_DIGITS

_SUPERSCRIPT = re.compile(
    r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+"
    r"(?:[-,\u02d2\u201a\u207b\u2010-\u2013][\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)*"
)
_UNIT = re.compile(r"(?:(?:[\d\s/]|^)(?:[kcmdnµ]?m|ha|kg)|(?:\d\s?|/\s?)(?:ft|in|yd|mi|s|g|l))$")
_VARIABLE = re.compile(r"(?:(?:^|[^\w.])[^\W\d_]|\u207b)$")  # "x" of "x\u2074", the minus of "mol\u207b\u00b9"
_DIGITS = re.compile(r"[\d.,]*\d$")
_YEAR = re.compile(r"(?:1\d|20)\d\d")
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]$")
_WORD = re.compile(r"[^\W\d_]{3}|\b(?:1\d|20)\d\d\b")
_BEFORE = 60  # characters in which it shows whether an exponent follows
_SOME = r"\d{1,3}(?:[,\u2013-]\d{1,3})*"
_CAPITAL = '["\u201c\u00ab(A-Z\u00c0-\u00de\u0410-\u042f]'
_GLUED = re.compile(  # "rose.8 The"; behind a comma the sentence goes on
    rf"(?:(?<=[^\W\d_][.!?])(?={_SOME}(?:\s+{_CAPITAL}|\s*$))|(?<=[^\W\d_][,;])(?=\d{{1,3}}(?:\s|$)))({_SOME})", re.M
)
_INSIDE = re.compile(  # "rose8. The", "in 20148. The", as French is printed; not "CO2" and "B12"
    rf"(?:(?<=[a-z\u00df-\u00ff\u0430-\u044f]{{2}})|(?<=\u00bb)|(?<!\d)(?:1\d|20)\d\d)({_SOME})(?=[.,;:!?)\u00bb]*(?:\s|$))"
)
_STEP, _LEAST, _SHARE = 3, 5, 0.8  # of numbers that go on in their order
# "(1) rye, (2) wheat and (3) oats", "eight (8) members"; behind "rose.(2)" stands no blank.
_ENUMERATES = re.compile(
    r"(?:^|[(\n])\s*$|(?:[,;:.]|\b(?:and|or|und|et|y|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\s+$",
    re.I,
)
_ROUND = re.compile(r"\((\d{1,3}(?:[ ]?[-,;\u2010-\u2013][ ]?\d{1,3})*)\)")
_FROM_SUPERSCRIPT, _TO_SUPERSCRIPT = str.maketrans(RAISED_DIGITS, DIGITS), str.maketrans(DIGITS, RAISED_DIGITS)


def raised(text: str) -> str:
    """Return the text with its digits as superscripts: a mark for what a format shows raised."""
    return text.translate(_TO_SUPERSCRIPT)


def find(text: str, labels: Labels, has_brackets: bool) -> list[tuple[str, list[Marker]]]:
    """Return superscripts and, in a document without brackets, glued digits and round brackets."""
    most = labels.length
    high = [
        Marker(str(number), "", number, Span(match.start(), match.end()), 0)
        for match in _SUPERSCRIPT.finditer(text)
        if not _is_exponent(text[max(0, match.start() - _BEFORE) : match.start()])
        for part in re.split(r"[,\u02d2\u201a]", match[0].translate(_FROM_SUPERSCRIPT))
        for number in _numbers(re.split(r"\D", part))
    ]
    styles = [("superscript", high if _fits(high, REACH * most, 3, 0.5) else [])]
    if has_brackets or styles[0][1]:
        return styles
    for style, pattern, least, share in (("glued", _GLUED, 5, 0.0), ("round", _ROUND, 3, 0.6)):
        hits = [
            marker
            for match in pattern.finditer(text)
            if not (style == "round" and _ENUMERATES.search(text, max(0, match.start() - 8), match.start()))
            and not _is_inside(match.start(), labels.entries)  # "2014;12(3):7": a volume and its issue
            for marker in _marked(match, 0)
        ]
        fitting = [marker for marker in hits if (marker.number or 0) <= most]
        is_style = len(fitting) >= least and len(fitting) >= share * len(hits)
        reach = REACH * most if style == "glued" else _reached(hits, most)
        styles.append((style, [each for each in hits if (each.number or 0) <= reach] if is_style else []))
    return styles if any(found for _, found in styles) else [("glued", _inside(text, labels))]


def _inside(text: str, labels: Labels) -> list[Marker]:
    """Return the numbers glued to words before a full stop, if they are first used in the order of the whole list."""
    matches = [match for match in _INSIDE.finditer(text) if not _is_inside(match.start(), labels.entries)]
    if 2 * sum(text[match.end() : match.end() + 1] in {*".!?:", ""} for match in matches) < len(matches):
        return []  # "usb2, usb3" are names of things
    found = [marker for match in matches for marker in _marked(match, 1)]
    kept: list[Marker] = []
    greatest = 0
    for marker in found:
        if 0 < (marker.number or 0) <= greatest + _STEP:
            kept.append(marker)
            greatest = max(greatest, marker.number or 0)
    numbers = {marker.number for marker in kept}
    are_markers = len(numbers) >= max(_LEAST, _SHARE * greatest, _SHARE * labels.length) and labels.length > 0
    return kept if are_markers and len(kept) >= _SHARE * len(found) else []


def _marked(match: re.Match[str], group: int) -> list[Marker]:
    """Return a marker for each number that the match holds; they stand where its group does."""
    return [
        Marker(str(number), "", number, Span(*match.span(group)), 0)
        for part in re.split("[,;]", match[1])
        for number in _numbers(re.split(r"\D+", part.strip()))
    ]


def _reached(hits: Sequence[Marker], most: int) -> int:
    """Return how far numbers in round brackets go: "(8)" may count something, unless (7) was the last."""
    for hit in hits:
        most = max(most, hit.number or 0) if (hit.number or 0) == most + 1 else most
    return most


def _is_inside(place: int, spans: Sequence[Span]) -> bool:
    index = bisect_right(spans, place, key=lambda span: span.start) - 1
    return index >= 0 and place < spans[index].end


def _is_exponent(before: str) -> bool:
    """Tell whether an exponent follows: of a number that is no year, a variable, a unit, or brackets without a word."""
    if digits := _DIGITS.search(before):
        return _YEAR.fullmatch(digits[0]) is None
    if before.endswith((")", "]")):
        inside = _IN_BRACKETS.search(before)
        return inside is None or _WORD.search(inside[1]) is None
    return _UNIT.search(before) is not None or _VARIABLE.search(before) is not None


def _numbers(ends: Sequence[str]) -> list[int]:
    """Return the numbers of one part of a mark without brackets: one, or those from its first end to its last."""
    numbers = [int(each) for each in ends if not each.startswith("0") and len(each) <= 6]
    if len(numbers) == 2 and 0 < numbers[1] - numbers[0] < RANGE_LIMIT:
        return list(range(numbers[0], numbers[1] + 1))
    return numbers


def _fits(markers: list[Marker], most: float, least: int, share: float) -> bool:
    fitting = sum(1 for marker in markers if (marker.number or 0) <= most)
    return len(markers) >= least and fitting >= share * len(markers)

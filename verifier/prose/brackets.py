"""Find markers in square brackets.

::

    marker = "[" item *( ("," / ";") item ) *( "," place ) "]" [":" page]
    place  = "p. 4" / "Sec. 2" / "Theorem 3.2" / "Eq. (3)" and so on
    item   = [ group SP ] number / number dash number / number ":" SP page *("," page) / letter-label
             / key               ; as in "[Abc99]"
             / number "." part   ; of an entry, where the text counts its parts from 1: "[3.1]", "[3.2]"
    dash   = "-" U+2010 U+2011 U+2012 U+2013 U+2014 U+2212
    number = 1*6DIGIT            ; any Unicode decimal digits, compared as integers, no leading zero

A bracket may go on in the next line. A dash between two markers stands for the numbers between theirs:
``[1]-[3]``, as IEEE papers write it.

What looks like a marker and is none: an index in code (``a[1] +``), a link (``[1](..)``, ``[1]: ..``), a bracket
inside a URL, years, ``[edit]``, ``[citation needed]``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from verifier.model.article import Marker, Remark, Span
from verifier.prose.labels import Labels
from verifier.prose.starts import KEY

REACH = 1.5  # times the entries of the list: how far numbers may go that it has lost
RANGE_LIMIT = 20  # GROBID's MAX_RANGE (https://github.com/kermitt2/grobid): more is a page range or a mistake
_BRACKET = re.compile(r"\[([^\[\]]{1,80})\](?::(\d{1,5}(?:[-\u2013]\d{1,5})?)(?!\w))?")
_WIDE = re.compile(r"[\uff3b\u3010\u3014](\s*\d[\d\s,;\u2013-]{0,30})[\uff3d\u3011\u3015]")
_ITEM = re.compile(
    r"\s*(?:(?P<group>[^\s\d\[\],;:]{1,15})[\s\xa0]+|(?P<joined>(?=[^\W\d_])[^\x00-\x7f][^\s\d\[\],;:]{0,14}(?=\d)))?"
    r"(?:(?P<first>\d{1,6})\s*[-\u2010-\u2014\u2212]\s*(?P<last>\d{1,10})|(?P<number>\d{1,6}(?:\.\d{1,3})?)|(?P<letter>[a-z\u03b1-\u03c9]{1,5}))"
    r"\s*",
    re.IGNORECASE,
)
_PART = re.compile(r"\[\s*((?!0)\d{1,4})\.((?!0)\d{1,3})\s*\]")
_PAGED = re.compile(r"\s*((?!0)\d{1,6}):\s+((?:pp?\.?\s*)?\d{1,5}(?:[-\u2013]\d{1,5})?)\s*")  # "[12:30]" is a time
_PAGE = re.compile(
    r"\s*(?:pp?|ss?|sec(?:t|tions?)?s?|ch(?:ap(?:ters?)?)?|eqs?|equations?|figs?|figures?|tab(?:les?)?|th(?:eore)?ms?"
    r"|lem(?:ma)?|prop(?:osition)?|def(?:inition)?|cor(?:ollary)?|app(?:endix)?|vols?|nos?|arts?|articles?|paras?|ex"
    r"|example|rem(?:ark)?|\u00a7{1,2})\.?\s*[(]?(?:\d[\w.\u2013-]*|[ivxlc]{1,6}|[A-Z](?:\.\d+)*)[)]?\s*$"
    r"|\s*pp?\.?\s*[\d\u2013, -]+$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s*([^\W\d_]{1,12})\.?\s*\d[\d\u2013\u2014-]*[a-z]?\s*")
_ASSIGNED = re.compile(r" ?(?:[-+*/]?=|\+\+|--(?!\w))")  # "killed[12]--the rest" has a dash
_OPERATOR = re.compile(r" ?(?:[=+*/<>^&]|;\s*$|-\w)|[{(|]", re.MULTILINE)  # "A[1] (north)" and "A[1] | 3" are prose
_OPERATED = re.compile(r"(?:[=+*/<>^]|(?<![A-Z])&)\s?$|\|$")  # "b[i] + c[2]", not "R&B[2]"
_LINK = re.compile(r"\(\s*(?:<[^<>\n]{1,2000}>|(?=[^\s()]{0,200}[/#.:])[^\s()])")  # "[1](north)" is prose, too
_DASH = re.compile(r"\s?[-\u2010-\u2013\u2212]\s?")
_IDENTIFIER = re.compile(r"(?<!\w)([A-Za-z\d_]{1,40})$")  # no word of a script without blanks
_FIRST_INDEX = re.compile(r"\w\[0\]")  # a text that has one is about code
_BLANK_LINE = re.compile(r"\n\s*\n")
_KEY = re.compile(rf"\s*({KEY})\s*")


def western(text: str) -> str:
    """Return the text with square brackets for those of East Asia around numbers: "［1］", "【1】", "〔1〕"."""
    return _WIDE.sub(lambda match: f"[{match[1]}]", text)


def find(text: str, labels: Labels, remarks: list[Remark]) -> Iterator[Marker]:
    """Yield the markers in brackets, in order, and add to the `remarks` on them."""
    labels = replace(labels, parts=_parts(text, labels))
    last: Marker | None = None
    index = -1  # where an index in code ends: what follows at once is another, ``m[3][8]``
    known = labels.length if labels.length or _FIRST_INDEX.search(text) else RANGE_LIMIT
    for match in _BRACKET.finditer(text):
        if match.start() == index or _is_code_or_link(text, match, known):
            index = match.end() if match[1].isdecimal() and not text.startswith(("(", ":"), match.end()) else -1
            continue
        if _BLANK_LINE.search(match[1]) or (match[1].isalpha() and text[match.end() : match.end() + 1].islower()):
            continue  # "[s]he"
        items = _items(match[1], labels, Span(match.start(), match.end()), remarks)
        if last is not None and items and _DASH.fullmatch(text, last.span.end, match.start()):
            yield from _between(last, items[0], Span(last.span.end, match.start()))
        for marker in items:
            last = marker
            yield replace(marker, page=match[2]) if match[2] else marker


def _parts(text: str, labels: Labels) -> frozenset[str]:
    """Return the parts of entries that the text counts without a gap; without two of one entry there are none."""
    found = {(int(match[1]), int(match[2])) for match in _PART.finditer(text) if int(match[1]) <= labels.length}
    counted: set[tuple[int, int]] = set()
    for number, part in sorted(found):
        if part == 1 or (number, part - 1) in counted:
            counted.add((number, part))
    is_counting = any(part > 1 for _, part in counted)
    return frozenset(f"{number}.{part}" for number, part in counted) if is_counting else frozenset()


def _between(first: Marker, last: Marker, dash: Span) -> Iterator[Marker]:
    """Yield the markers that a dash between two stands for."""
    low, high = first.number, last.number
    plain = not first.group and not last.group and "." not in first.label + last.label
    if plain and low is not None and high is not None and 1 < high - low < RANGE_LIMIT:
        yield from (Marker(str(number), "", number, dash, 0) for number in range(low + 1, high))


def _is_code_or_link(text: str, match: re.Match[str], greatest: int) -> bool:
    """Tell whether a bracket is an index, a link or a definition; behind one letter no citation is greater."""
    after = match.start() + len(match[1]) + 2
    if _LINK.match(text, after):
        return True
    before = text[max(0, match.start() - 40) : match.start()]
    if text.startswith(":", after) and not match[2] and (before.rstrip(" ") or "\n")[-1] in "\n\r":
        return True
    if not before or not (before[-1].isalnum() or before[-1] == "_"):
        return False
    word = _IDENTIFIER.search(before)
    if word is None or word[1].isdigit():
        return False
    if _ASSIGNED.match(text, after):
        return True
    name = word[1]
    if len(name) == 1 and name.islower() and match[1].isdecimal() and int(match[1]) > greatest:
        return True  # "a[7] is set": no entry that it could lead to
    code = len(name) == 1 or "_" in name or any(char.isdigit() for char in name)
    operated = _OPERATED.search(before[: word.start(1)]) is not None
    variable = "_" in name or (len(name) == 1 and name.islower())  # "vitamin B12[3][4]" is prose
    twice = variable and text.startswith("[", after) and text[after + 1 : after + 2].isalnum()
    return code and (operated or twice or _OPERATOR.match(text, after) is not None)


def _items(inner: str, labels: Labels, span: Span, remarks: list[Remark]) -> list[Marker]:
    """Return the markers of one bracket, none if any part of it is something else."""
    if ";" in inner:  # "[2, p. 4; 6]": each part with its own page
        each = [_items(part, labels, span, remarks) for part in inner.split(";")]
        return [marker for some in each for marker in some] if all(each) else []
    markers: list[Marker] = []
    parts = inner.split(",")
    page = None
    while len(parts) > 1 and (_PAGE.match(parts[-1]) or _is_place(parts[-1], parts[0], labels)):
        page = parts.pop().strip()
    for part in parts:
        found = _listed(part, markers[-1] if markers else None, labels, span, remarks)
        if found is None:
            return []
        markers.extend(found)
    return [replace(marker, page=page) for marker in markers] if page else markers


def _is_place(part: str, first: str, labels: Labels) -> bool:
    """Tell whether a part is a place in the entry that the first one names, in any language: "cap. 3"."""
    match = _PLACE.fullmatch(part)
    number = first.strip()
    is_entry = number.isdecimal() and 0 < int(number) <= labels.length
    return match is not None and is_entry and match[1].casefold() not in labels.groups


def _listed(part: str, before: Marker | None, labels: Labels, span: Span, remarks: list[Remark]) -> list[Marker] | None:
    """Return the markers of what stands between two commas, None where it is something else."""
    if labels.has_keys and (key := _KEY.fullmatch(part)):
        return [Marker(key[1], "", None, span, 0)]
    if (paged := _PAGED.fullmatch(part)) and int(paged[1]) <= labels.length:
        return [Marker(paged[1], "", int(paged[1]), span, 0, page=paged[2])]
    if before is not None and before.page and (number := part.strip()).isdecimal() and int(number) > labels.length:
        return []  # "[3: 45, 47]": another page
    match = _ITEM.fullmatch(part)
    return _item(match, labels, span, remarks) if match else None


def _item(match: re.Match[str], labels: Labels, span: Span, remarks: list[Remark]) -> list[Marker] | None:
    group = match["group"] or match["joined"] or ""
    if group and group.casefold() not in labels.groups:
        return None
    if match["first"]:
        return None if group else _range(match, span, labels.length, remarks)
    if match["letter"]:
        known = not group and match["letter"] in labels.letters
        return [Marker(match["letter"], "", None, span, 0)] if known else None
    number = match["number"]
    if number in labels.parts and number not in labels.dotted:
        number = number.partition(".")[0]
    if number.startswith("0") or ("." in number and number not in labels.dotted):
        return None
    label = f"{group} {number}" if group else number
    return [Marker(label, group.casefold(), int(number.split(".")[0]), span, 0)]


def _range(match: re.Match[str], span: Span, most: int, remarks: list[Remark]) -> list[Marker] | None:
    if match["first"].startswith("0"):
        return None
    first, last = int(match["first"]), int(match["last"])
    if 1000 <= first <= 2999 and first > most and len(match["last"]) in (2, 4):
        return None  # years: "[1921-1964]", "[1998-99]"
    if last < first:
        remarks.append(Remark("range-reversed", f"[{match[0].strip()}]", span))
        last = first
    elif last - first >= RANGE_LIMIT:
        remarks.append(Remark("range-oversized", f"[{match[0].strip()}]", span))
        return [Marker(str(first), "", first, span, 0)]
    return [Marker(str(number), "", number, span, 0) for number in range(first, last + 1)]


def without_years(markers: list[Marker], labels: Labels) -> list[Marker]:
    """Drop brackets like [2016] unless the document really counts that far."""
    plain = [marker.number for marker in markers if marker.number is not None and not 1000 <= marker.number <= 2999]
    reach = REACH * max(labels.length, max(plain, default=0) if len(plain) >= 100 else 0)
    return [
        marker
        for marker in markers
        if marker.number is None or not 1000 <= marker.number <= 2999 or marker.number <= max(reach, labels.length)
    ]

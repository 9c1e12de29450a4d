"""Find the printed markers of running text: ``[1]``, ``[1, 2]``, ``[2-5]``, ``[note 1]``, superscripts and their kin.

::

    marker = "[" item *( ("," / ";") item ) ["," page] "]" [":" page]
    item   = [ group SP ] number / number dash number / letter-label / key    ; a key as in "[Abc99]"
    dash   = "-" U+2010 U+2011 U+2012 U+2013 U+2014 U+2212
    number = 1*6DIGIT            ; any Unicode decimal digits, compared as integers, no leading zero

A dash between two markers stands for the numbers between theirs: ``[1]-[3]``, as IEEE papers write it.

What looks like a marker and is none: an index in code (``a[1] +``), a link (``[1](..)``, ``[1]: ..``), a bracket
inside a URL, years, ``[edit]``, ``[citation needed]``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from verifier.model.article import EntryList, Marker, Remark, Span
from verifier.prose.lists import KEY

_REACH = 1.5  # times the entries of the list: how far numbers may go that it has lost
_NEXT = 3  # letters behind the last label of a list that are still taken for labels
RANGE_LIMIT = 20  # GROBID's MAX_RANGE (https://github.com/kermitt2/grobid): more is a page range or a mistake
_GROUPS = frozenset({"n", "nb", "note"})
_BRACKET = re.compile(r"\[([^\[\]\n]{1,80})\](?::(\d{1,5}(?:[-\u2013]\d{1,5})?)(?!\w))?")
_ITEM = re.compile(
    r"\s*(?:(?P<group>[^\W\d_]{1,12})[\s\xa0]+)?"
    r"(?:(?P<first>\d{1,6})\s*[-\u2010-\u2014\u2212]\s*(?P<last>\d{1,10})|(?P<number>\d{1,6}(?:\.\d{1,3})?)|(?P<letter>[a-z\u03b1-\u03c9]{1,5}))"
    r"\s*",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\s*pp?\.?\s*[\d\u2013, -]+$", re.IGNORECASE)
_ASSIGNED = re.compile(r" ?(?:[-+*/]?=|\+\+|--(?!\w))")  # "killed[12]--the rest" has a dash
_OPERATOR = re.compile(r" ?(?:[=+*/<>^|&]|;\s*$|-\w)|[{(]|\[\w", re.MULTILINE)  # "Group A[1] (north)" is prose
_OPERATED = re.compile(r"[=+*/<>^|&]\s?$")  # "b[i] + c[2]"
_DASH = re.compile(r"\s?[-\u2010-\u2013\u2212]\s?")
_IDENTIFIER = re.compile(r"(?:^|[^\w])(\w{1,40})$")
_FIRST_INDEX = re.compile(r"\w\[0\]")  # a text that has one is about code
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
_KEY = re.compile(rf"\s*({KEY})\s*")
_BETWEEN = re.compile(r"[\s,]*")
# URLs, code and formulas. A URL ends before a marker that follows a full stop ("example.org/a.[1]"); a formula has no
# blank inside its dollars ("$5 [1] and $6" is none).
_OTHER = re.compile(
    r"https?://(?:(?![.,;:!?)]{1,3}\[\d)[^\s<>\"\u201c\u201d])+|`[^`\n]+`|\$[^\s$](?:[^$\n]{0,200}[^\s$])?\$(?!\d)"
)
_FROM_SUPERSCRIPT = str.maketrans("\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079", "1230456789")


@dataclass(frozen=True, slots=True)
class Found:
    """The markers of a text, the styles they are printed in ("brackets", "superscript" ...), and the remarks."""

    markers: tuple[Marker, ...]
    styles: tuple[str, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels that the lists of the document print: what a letter or a group word must match to be a marker."""

    groups: frozenset[str]
    letters: frozenset[str]
    dotted: frozenset[str]
    length: int
    has_keys: bool = False

    @classmethod
    def of(cls, lists: Sequence[EntryList]) -> "Labels":
        """Collect the labels of all lists."""
        printed = [entry.label for each in lists for entry in each.entries if entry.label]
        return cls(
            groups=frozenset(each.group.casefold() for each in lists if each.group) | _GROUPS,
            letters=frozenset(each for label in printed if label.isalpha() for each in (label, *_following(label))),
            dotted=frozenset(label for label in printed if "." in label),
            length=max((len(each.entries) for each in lists), default=0),
            has_keys=any(_KEY.fullmatch(label) for label in printed),
        )


def _following(label: str) -> Iterator[str]:
    """Yield the letters next to a letter: one that no entry has is cited in vain."""
    if len(label) == 1:
        yield from (chr(ord(label) + step) for step in range(1, _NEXT + 1) if chr(ord(label) + step).isalpha())


def find(text: str, blocked: Sequence[Span], labels: Labels) -> Found:
    """Return the markers of `text` in order, without those that start inside a `blocked` span (entry labels, URLs)."""
    remarks: list[Remark] = []
    brackets = list(_unblocked(_brackets(text, labels, remarks), blocked))
    brackets = _without_years(brackets, labels)
    others = _other_styles(text, labels, bool(brackets))
    styles = (("brackets",) if brackets else ()) + tuple(style for style, found in others if found)
    found = brackets + [marker for style, hits in others for marker in _unblocked(hits, blocked)]
    found.sort(key=lambda marker: marker.span)
    return Found(tuple(_clustered(text, found)), styles, tuple(remarks))


def blocked(text: str, found_lists: Sequence[EntryList]) -> list[Span]:
    """Return where no marker can stand: in the entries' own labels, URLs, code and formulas."""
    labels = [Span(entry.span.start, entry.body) for each in found_lists for entry in each.entries]
    return [*labels, *(Span(*match.span()) for match in _OTHER.finditer(text))]


def in_groups(found: Sequence[Marker], found_lists: Sequence[EntryList]) -> tuple[Marker, ...]:
    """Let ``[n 1]`` and ``[note 1]`` lead to the one list of notes there is, whatever word its labels carry."""
    groups = {each.group for each in found_lists if each.group}
    if len(groups) != 1:
        return tuple(found)
    (only,) = groups
    return tuple(replace(each, group=only) if each.group and each.group != only else each for each in found)


def _unblocked(markers: Iterable[Marker], blocked: Sequence[Span]) -> Iterator[Marker]:
    spans = iter(sorted(blocked))
    span = next(spans, None)
    for marker in markers:
        while span is not None and span.end <= marker.span.start:
            span = next(spans, None)
        if span is None or marker.span.start < span.start:
            yield marker


def _brackets(text: str, labels: Labels, remarks: list[Remark]) -> Iterator[Marker]:
    last: Marker | None = None
    index = -1  # where an index in code ends: what follows at once is another, ``m[3][8]``
    known = labels.length if labels.length or _FIRST_INDEX.search(text) else RANGE_LIMIT
    for match in _BRACKET.finditer(text):
        if match.start() == index or _is_code_or_link(text, match, known):
            index = match.end() if match[1].isdecimal() and not text.startswith(("(", ":"), match.end()) else -1
            continue
        if match[1].isalpha() and text[match.end() : match.end() + 1].isalpha():
            continue  # "[s]he"
        items = _items(match[1], labels, Span(match.start(), match.end()), remarks)
        if last is not None and items and _DASH.fullmatch(text, last.span.end, match.start()):
            yield from _between(last, items[0], Span(last.span.end, match.start()))
        for marker in items:
            last = marker
            yield replace(marker, page=match[2]) if match[2] else marker


def _between(first: Marker, last: Marker, dash: Span) -> Iterator[Marker]:
    """Yield the markers that a dash between two stands for."""
    low, high = first.number, last.number
    plain = not first.group and not last.group and "." not in first.label + last.label
    if plain and low is not None and high is not None and 1 < high - low < RANGE_LIMIT:
        yield from (Marker(str(number), "", number, dash, 0) for number in range(low + 1, high))


def _is_code_or_link(text: str, match: re.Match[str], greatest: int) -> bool:
    """Tell whether a bracket is an index, a link or a definition; behind one letter no citation is greater."""
    after = match.start() + len(match[1]) + 2
    if text.startswith("(", after) and not text.startswith("( ", after):
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
    return code and (operated or _OPERATOR.match(text, after) is not None)


def _items(inner: str, labels: Labels, span: Span, remarks: list[Remark]) -> list[Marker]:
    """Return the markers of one bracket, none if any part of it is something else."""
    if ";" in inner:  # "[2, p. 4; 6]": each part with its own page
        each = [_items(part, labels, span, remarks) for part in inner.split(";")]
        return [marker for some in each for marker in some] if all(each) else []
    markers: list[Marker] = []
    parts = inner.split(",")
    page = None
    while len(parts) > 1 and _PAGE.match(parts[-1]):
        page = parts.pop().strip()
    for part in parts:
        if labels.has_keys and (key := _KEY.fullmatch(part)):
            markers.append(Marker(key[1], "", None, span, 0))
            continue
        match = _ITEM.fullmatch(part)
        found = _item(match, labels, span, remarks) if match else None
        if found is None:
            return []
        markers.extend(found)
    return [replace(marker, page=page) for marker in markers] if page else markers


def _item(match: re.Match[str], labels: Labels, span: Span, remarks: list[Remark]) -> list[Marker] | None:
    group = match["group"] or ""
    if group and group.casefold() not in labels.groups:
        return None
    if match["first"]:
        return None if group else _range(match, span, labels.length, remarks)
    if match["letter"]:
        known = not group and match["letter"] in labels.letters
        return [Marker(match["letter"], "", None, span, 0)] if known else None
    number = match["number"]
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


def _without_years(markers: list[Marker], labels: Labels) -> list[Marker]:
    """Drop brackets like [2016] unless the document really counts that far."""
    plain = [marker.number for marker in markers if marker.number is not None and not 1000 <= marker.number <= 2999]
    reach = _REACH * max(labels.length, max(plain, default=0) if len(plain) >= 100 else 0)
    return [
        marker
        for marker in markers
        if marker.number is None or not 1000 <= marker.number <= 2999 or marker.number <= max(reach, labels.length)
    ]


def _other_styles(text: str, labels: Labels, has_brackets: bool) -> list[tuple[str, list[Marker]]]:
    """Return superscripts and, in a document without brackets, glued digits and round brackets."""
    most = labels.length
    raised = [
        Marker(str(number), "", number, Span(match.start(), match.end()), 0)
        for match in _SUPERSCRIPT.finditer(text)
        if not _MEASURE.search(text, max(0, match.start() - 8), match.start())
        for part in re.split(r"[,\u02d2\u201a]", match[0].translate(_FROM_SUPERSCRIPT))
        for number in _numbers(re.split(r"\D", part))
    ]
    styles = [("superscript", raised if _fits(raised, _REACH * most, 3, 0.5) else [])]
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
        reach = _REACH * most if style == "glued" else most  # "(8)" may count something, "rose.8" counts nothing
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


def _clustered(text: str, markers: list[Marker]) -> Iterator[Marker]:
    """Count the clusters: markers with nothing but blanks or commas between them share one."""
    cluster, end = -1, -1
    for marker in markers:
        gap = _BETWEEN.match(text, end) if 0 <= end <= marker.span.start else None
        if end < 0 or (marker.span.start >= end and (gap is None or gap.end() < marker.span.start or "\n" in gap[0])):
            cluster += 1
        end = marker.span.end
        yield marker.in_cluster(cluster)

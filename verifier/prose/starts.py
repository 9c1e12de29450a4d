"""How an entry of a list begins: its label, in each of the styles that lists are printed in."""

import re
from collections.abc import Sequence

from verifier.prose import backs
from verifier.values import frozen

KEY = r"[A-Z][A-Za-z+]{1,9}\d{2}[a-z]?"  # what BibTeX's style "alpha" prints for the names and the year
RAISED = "\u00b9"
STYLES = {  # name: what an entry of that style starts with; digits are those of any script
    "[1]": re.compile(
        r"\s*\[\s*((?!0)\d{1,6}|[a-z]{1,2}|[ivxl]{3,7}|(?:n|nb|note)[ \xa0](?!0)\d{1,4})\s*\][:.]?\s*", re.IGNORECASE
    ),
    "note 1": re.compile(r"\s*\(?((?:n|nb|note)[ \xa0](?!0)\d{1,4})[.:)]+(?:\s+|$)", re.IGNORECASE),
    "1.": re.compile(r"\s*((?!0)\d{1,6})\.(?:\s+|$|(?=[^\W\d_]|[\"\u201c]))"),
    "1)": re.compile(r"\s*((?!0)\d{1,6})\)(?:\s+|$)"),
    "(1)": re.compile(r"\s*\(((?!0)\d{1,4})\)(?:\s+|$)"),
    "{1}": re.compile(r"\s*\{((?!0)\d{1,6})\}\s*"),
    "<1>": re.compile(r"\s*<((?!0)\d{1,6})>\s*"),
    "1": re.compile(r"\s*((?!0)\d{1,6})\s+(?=\S)"),
    RAISED: re.compile(
        "\\s*([\u00b9\u00b2\u00b3\u2074-\u2079][\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{0,3})\\s*(?=\\S)"
    ),
    "a.": re.compile(r"\s*([a-z]{1,2}|[ivxlc]{3,7}|[\u03b1-\u03c9])[.)]\s+"),
    "[Abc99]": re.compile(rf"\s*\[({KEY})\]:?\s*"),
    "*": re.compile(r"\s*[*\u2022\u00b7\u2023-]\s+"),
    "^": re.compile(rf"\s*(?=[{backs.ARROWS}])"),
}
_CITATION = re.compile(
    '["\u201c\u201e\u00ab\u300c\u300e]|https?://|Retrieved |Archived '
    r"|\([^()]{0,40}\b[12]\d{3}\)|\b[12]\d{3}(?:\.|\s*$)|[12]\d{3}[\u5e74\ub144]"
)
_SOURCE = re.compile(
    "[\"\u201c\u00ab]|[^\\W\\d_][\\w\u2019'-]*, [^\\W\\d_]|https?://"
)  # as titles, authors and links begin
RAISED_DIGITS, DIGITS = "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079", "1230456789"
_FROM_RAISED = str.maketrans(RAISED_DIGITS, DIGITS)
_LEAP = 10  # numbers that a list without a full stop behind them may leave out


@frozen
class Line:
    """A line of the text, and where it stands."""

    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """Tell whether nothing is in it."""
        return not self.text.strip()


def lines_of(text: str, spans: Sequence[tuple[int, int]]) -> list[Line]:
    """Return the lines that stand at these places."""
    return [Line(start, end, text[start:end]) for start, end in spans]


def number_of(row: Line, style: str) -> int | None:
    """Return the number that the row begins with as an entry of this style does."""
    match = STYLES[style].match(row.text)
    return value(label_of(match)) if match else None


def looks_like_source(text: str) -> bool:
    """Tell whether a text looks like a reference: it has a title in quotes, a link or a year."""
    return _CITATION.search(text) is not None


def begins(row: Line, style: str) -> bool:
    """Tell whether a list may begin with this row in this style."""
    match = STYLES[style].match(row.text)
    if match is None or (style == "1" and not looks_like_source(row.text)):
        return False
    label = label_of(match)
    return label is None or fits(label, 0, style)


def label_of(match: re.Match[str]) -> str | None:
    """Return the label that an entry of some style begins with, with digits that are not raised."""
    return match[1].translate(_FROM_RAISED) if match.re.groups else None


def fits(label: str, previous: int, style: str) -> bool:
    """Tell a label from a wrapped line that happens to start with a number ("2016. Archived from ...")."""
    number = value(label) if style == "note 1" or label.isdecimal() else None
    if number is None:
        return True
    if style == "1":
        return number == previous + 1
    return (
        number == previous + 1 or number <= previous or (number < 1000 and number - previous <= max(50, 2 * previous))
    )


def leaps(label: str, previous: int, style: str, text: str) -> bool:
    """Tell whether a bare number that leaves some out is a label: a source begins behind it, and no date ("3 May")."""
    return style == "1" and 0 < int(label) - previous <= _LEAP and _SOURCE.match(text) is not None


def value(label: str | None) -> int | None:
    """Return the number of a label ("4", "note 4"), None where it has none."""
    last = label.split()[-1] if label else ""
    return int(last) if last.isdecimal() else None

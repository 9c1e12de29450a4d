"""What blocks begin and end with; https://github.github.com/gfm/#leaf-blocks."""

import re

ANY = re.compile(r"[-#=*_+>|:!?0-9]|```|~~~|\[\^|<[A-Za-z/!?]")  # what none of these begins is text
HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,}).*$")
RULE = re.compile(r"(?:\*[ \t]*+){3,}+$|(?:-[ \t]*+){3,}+$|(?:_[ \t]*+){3,}+$")
UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
ITEM = re.compile(r"([-+*]|\d{1,9}[.)])(?=[ \t]|$)", re.ASCII)
FOOTNOTE = re.compile(r"\[\^([^\] \t\r\n\0]+)\]:[ \t]*")
BOX = re.compile(r"(?:!!!|\?{3}\+?)[ \t]+[\w-]+|===[!+]{0,2}(?=[ \t]+\")")  # of Python-Markdown: a note, a tab
TABLE = re.compile(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*$")
_CELL = re.compile(r"(?:[^|\\]|\\.?)*+")

_TAGS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt"
    "|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu"
    "|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead"
    "|title|tr|track|ul"
)
TAG = (
    r"<[A-Za-z][A-Za-z0-9-]*+(?:\s++[A-Za-z_:][\w.:-]*+(?:\s*+=\s*+(?:[^\s\"'=<>`]++|'[^']*+'|\"[^\"]*+\"))?+)*+\s*+/?>"
    r"|</[A-Za-z][A-Za-z0-9-]*+\s*+>"
)
_HTML = tuple(  # how a block of HTML begins, and how it ends (None: at a blank line)
    (re.compile(begin, re.I), re.compile(end, re.I) if end else None)
    for begin, end in (
        (r"<(?:script|pre|style|textarea)(?:\s|>|$)", r"</(?:script|pre|style|textarea)>"),
        (r"<!--", r"-->"),
        (r"<\?", r"\?>"),
        (r"<!(?-i:[A-Z])", r">"),
        (r"<!\[CDATA\[", r"\]\]>"),
        (rf"</?(?:{_TAGS})(?:\s|/?>|$)", None),
        (rf"(?:{TAG})[ \t]*$", None),
    )
)
_ALONE = len(_HTML) - 1  # any tag that is alone in its line; it does not interrupt a paragraph


def heading_end(text: str, start: int, end: int) -> int:
    """Return where the text of a heading ends: before the blanks and the number signs that may close it."""
    line = text[start:end].rstrip(" \t")
    open_ = line.rstrip("#")
    closed = not open_ or open_[-1] in " \t"
    return start + len(open_.rstrip(" \t") if closed else line)


def html(text: str, pos: int, end: int, *, in_paragraph: bool) -> int | None:
    """Return the kind of the block of HTML that begins at `pos`, None where none does."""
    for kind, (begin, _) in enumerate(_HTML):
        if not (in_paragraph and kind == _ALONE) and begin.match(text, pos, end):
            return kind
    return None


def html_ends(kind: int, text: str, pos: int, end: int) -> bool:
    """Tell whether a block of HTML of this kind ends with the line from `pos` to `end`."""
    last = _HTML[kind][1]
    return last is not None and last.search(text, pos, end) is not None


def html_ends_blank(kind: int) -> bool:
    """Tell whether a block of HTML of this kind ends at a blank line."""
    return _HTML[kind][1] is None


def cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the (start, end) of the cells of a table's row, without the blanks around them."""
    start, end = _trimmed(text, start, end)
    if text.startswith("|", start, end):
        start += 1
    found = []
    while start < end:
        match = _CELL.match(text, start, end)
        stop = match.end() if match else end
        found.append(_trimmed(text, start, stop))
        start = stop + 1
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    raw = text[start:end]
    first = start + len(raw) - len(raw.lstrip())
    return first, max(first, end - (len(raw) - len(raw.rstrip())))

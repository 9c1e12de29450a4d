"""Turn the tokens of Markdown into what an article is made of: words, and cites for calls and numbered links."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from verifier.markdown.nodes import key
from verifier.markdown.reading import Part, Piece, Reading
from verifier.markdown.tokens import Reference, Token
from verifier.prose.flow import CELL, Cite, Inline, Words
from verifier.prose.unbracketed import raised

NUMBER = re.compile(r"[1-9][0-9]{0,5}")  # the label of a definition that is a source, and no mere link
_LINKED = re.compile(r"\[([1-9][0-9]{0,2})\]\(")  # a link that shows a number
_AMONG = re.compile(r"[,;] ?$")
_END = re.compile(r"[.!?\"\u201d\u00bb)]\s$")  # of a sentence, behind which a note may stand after a blank
_TASK = re.compile(r"\[[ xX]\][ \t]")


def of_rows(part: Part, reading: Reading) -> Iterator[list[Inline]]:
    """Yield the words and cites of each row of a block, with a bar between the cells of a table."""
    leaf = part.leaf
    for row in part.rows:
        found: list[Inline] = []
        for index, piece in enumerate(row):
            if index:
                found.append(Words(CELL, piece.content.place(0), 0))
            is_task = leaf.item is not None and leaf.is_first and _TASK.match(piece.content.text) is not None
            found.extend(_of_piece(piece, reading, 3 if is_task else 0))
        yield found


def _of_piece(piece: Piece, reading: Reading, start: int) -> Iterator[Inline]:
    """Yield the words and cites of a piece from the offset `start` on."""
    url, raised_until = "", -1  # the number of a source is shown raised, as others are
    reference: Reference | None = None  # the numbered one whose text is being read
    skipped = 0  # what stands before this offset is shown by a cite
    unread = [(each.behind, each.end) for each in piece.references if is_dangling(piece, each)]
    dangling = set(chain.from_iterable(range(*each) for each in unread))
    edges = sorted({start, *chain.from_iterable(unread)}) if start or unread else []
    tokens = chain.from_iterable(_cut(token, edges) for token in piece.tokens) if edges else piece.tokens
    for token in tokens:
        if token.start < start or (token.start < skipped and token.kind != "end"):
            continue
        if token.kind == "link":
            url, reference = _address(token, reading), _numbered(token)
            raised_until = _number_end(piece, token, url, raised_until)
            shown = _shown_number(piece, reference) if reference else ""
            if reference is not None and shown:
                yield _link_cite(piece, reference, shown, reference.start)
                skipped, reference = reference.end, None
        elif token.kind == "end":
            if reference is not None:
                yield _link_cite(piece, reference, reference.label.strip(), reference.behind)
            url, reference = "", None
        elif token.kind == "call":
            yield _call(piece, token, reading)
        elif token.end == raised_until and token.kind == "text":
            yield Words(raised(token.text), piece.content.place(token.start), None, False, url)
        else:
            yield _words(piece, token, url, is_literal=token.kind == "literal" or token.start in dangling)


def _number_end(piece: Piece, link: Token, url: str, last: int) -> int:
    """Return where the number ends that a link cites a source by, the `last` one's end where it does not.

    So it does in ``rose.[1](#n1)`` and ``([1](https://a.org), [2](https://b.org))``, not in ``see issue [12](..)``.
    """
    text = piece.content.text
    found = _LINKED.match(text, link.start)
    if found is None or link.reference:
        return last
    before = text[max(0, link.start - 2) : link.start]
    if before.endswith("["):
        return last  # "[[1](..)]" has brackets
    near = bool(before) and not before[-1].isspace() and before[-1] != "#"  # "#[4](..)" is an issue
    ends = url.startswith("#") and (last >= 0 or _END.search(before) is not None)  # not "see chapters [1](#c1)"
    behind = last >= 0 and _AMONG.search(before) is not None
    return found.end(1) if near or behind or ends else last


def _cut(token: Token, edges: Sequence[int]) -> Iterable[Token]:
    """Return the token, text in parts that begin and end at these offsets."""
    inside = edges[bisect_right(edges, token.start) : bisect_left(edges, token.end)]
    if token.kind != "text" or not inside:
        return (token,)
    spans = pairwise([token.start, *inside, token.end])
    return [Token("text", token.text[a - token.start : b - token.start], a, b) for a, b in spans]


def _words(piece: Piece, token: Token, url: str, *, is_literal: bool) -> Words:
    width = _width(piece, token.start, token.end) if token.kind == "other" else None
    return Words(token.text, piece.content.place(token.start), width, is_literal, url)


def is_dangling(piece: Piece, reference: Reference) -> bool:
    """Tell whether a reference lacks its definition, so that it is shown as it is written.

    ``[1][2]`` without definitions are two printed numbers; ``x[i][j]`` is an index.
    """
    text = piece.content.text
    before = text[reference.start - 1] if reference.start else " "
    shown = text[reference.start + 1 : reference.behind - 1].strip()
    if reference.is_defined or before.isalnum() or before in "_])" or reference.label.startswith(("@", "^")):
        return False
    if reference.form == "collapsed":
        return any(char.isalnum() for char in shown)
    return not (NUMBER.fullmatch(reference.label.strip()) and NUMBER.fullmatch(shown))


def _call(piece: Piece, token: Token, reading: Reading) -> Inline:
    """Return the cite of a call; one without a definition is shown as it is written."""
    place, width = piece.content.place(token.start), _width(piece, token.start, token.end)
    number = reading.numbers.get(key(token.text))
    if number is None:
        return Words("" if token.hidden else f"[^{token.text}]", place, width, literal=True)
    return Cite(str(number), "", number, place, width, note_anchor(token.text), hidden=token.hidden)


def _address(token: Token, reading: Reading) -> str:
    return reading.links[key(token.text)].url if token.reference else token.text


def _numbered(token: Token) -> Reference | None:
    """Return the reference of a link if its label is a number: then it cites a source."""
    found = token.reference
    return found if found and NUMBER.fullmatch(found.label.strip()) else None


def _shown_number(piece: Piece, reference: Reference) -> str:
    """Return the number that a reference shows instead of words: ``[7]`` or, by mistake, ``[7][8]``."""
    shown = piece.content.text[reference.start + 1 : reference.behind - 1].strip()
    return shown if NUMBER.fullmatch(shown) else ""


def _link_cite(piece: Piece, reference: Reference, label: str, start: int) -> Cite:
    place = piece.content.place(start)
    return Cite(label, "", int(label), place, _width(piece, start, reference.end), link_anchor(reference.label))


def _width(piece: Piece, start: int, end: int) -> int:
    return piece.content.place(end - 1) + 1 - piece.content.place(start)


def note_anchor(label: str) -> str:
    """Return the anchor of a footnote."""
    return f"fn-{key(label)}"


def link_anchor(label: str) -> str:
    """Return the anchor of a numbered definition of a link."""
    return f"link-{key(label)}"

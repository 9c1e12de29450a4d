"""The editor's card of what a cited page says, in words, for every format that shows it: which fact stands where, why.

Each status has a letter beside its colour, and the words say what it means, so that nothing is told by colour alone.
"""

from collections.abc import Iterator
from typing import NamedTuple

from verifier.model.report import ClaimRow, ReferenceRow
from verifier.model.supports import FactRow, SupportRow
from verifier.text import shorten

MARKS = {
    "found": ("=", "found"),
    "variant": ("\u2248", "found in another form"),
    "inferred": ("\u2192", "follows from the page"),
    "found-elsewhere": ("?", "on the page, but not near the rest"),
    "undecided": ("\u00b1", "the page is less precise"),
    "conflict": ("!", "the page says otherwise"),
    "never-occurs": ("\u2013", "nowhere on the page"),
    "not-checked": ("\u00b7", "not checked"),
}
_LONGEST = 300  # characters of a passage


class Piece(NamedTuple):
    """A stretch of a claim; `status` is "" for words that are no fact."""

    text: str
    status: str


def headline(row: SupportRow) -> str:
    """Return verdict and level in words: "supported" only where it was measured to mean that."""
    told = row["said"]
    return f"{told} \u00b7 {row['level']}" if row["level"] else told


def pieces(claim: ClaimRow, row: SupportRow) -> Iterator[Piece]:
    """Yield the claim cut at its facts; of facts that overlap the first counts."""
    position, text = 0, claim["text"]
    for fact in row["facts"]:
        if fact["start"] < position or text[fact["start"] : fact["end"]] != fact["text"]:
            continue
        if position < fact["start"]:
            yield Piece(text[position : fact["start"]], "")
        yield Piece(fact["text"], fact["status"])
        position = fact["end"]
    if position < len(text):
        yield Piece(text[position:], "")


def told(fact: FactRow) -> str:
    """Return what is known of one fact, as a line."""
    mark, words = MARKS[fact["status"]]
    said = f"; the page has \u201c{shorten(fact['page_text'] or '', 80)}\u201d" if _differs(fact) else ""
    rule = f" ({fact['rule']})" if fact["rule"] else ""
    return f"{mark} \u201c{shorten(fact['text'], 80)}\u201d: {words}{said}{rule}"


def _differs(fact: FactRow) -> bool:
    return bool(fact["page_text"]) and fact["page_text"] != fact["text"]


def passages(row: SupportRow) -> list[str]:
    """Return the verbatim passages, each cut where it is long."""
    return [f"\u201c{shorten(each['text'], _LONGEST)}\u201d (offset {each['start']:,})" for each in row["passages"]]


def citation(row: ReferenceRow) -> str:
    """Return how the citation stands to its page, field by field: "title ok (og:title) · date differs (URL)"."""
    fields = row["citation"]
    if fields is None:
        return ""
    pairs = (
        ("title", fields["title"]),
        ("outlet", fields["outlet"]),
        ("author", fields["author"]),
        ("date", fields["date"]),
    )
    parts = []
    for name, field in pairs:
        if field["outcome"] == "not-checked":
            continue
        places = f" ({', '.join(field['places'][:2])})" if field["places"] else ""
        note = f", {field['note']}" if field["note"] else ""
        parts.append(f"{name} {field['outcome'].replace('-', ' ')}{places}{note}")
    return " \u00b7 ".join(parts)

"""
References without a name have the same text.

Why it matters: one source under several numbers looks like several, and a correction in one place is missed in the
others.

Remedy: give the first a name, and use the name in the other places. Only references of one list are compared: a name
does not reach into another one.

Elsewhere: Reference Organizer, reFill, AutoWikiBrowser.
"""

from collections import defaultdict
from collections.abc import Iterator

from verifier.model.article import Span
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import shorten
from verifier.wikitext import messages

_NAMED = 8


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each text that several references of a list have, at the first of them."""
    article = dossier.article
    places: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    texts: dict[tuple[str, ...], str] = {}
    for remark in article.remarks:
        if remark.kind == messages.CONTENT_REPEATED and remark.in_file is not None:
            places[remark.names].append(remark.in_file)
            texts[remark.names] = remark.text
    for which, spans in places.items():
        lines = [str(article.origin.in_file(span.start)[0]) for span in spans]
        more = f" and {len(lines) - _NAMED} more" if len(lines) > _NAMED else ""
        message = f"{len(spans)} references without a name have the same text (lines {', '.join(lines[:_NAMED])}{more})"
        yield Hit(
            message, in_file=spans[0], suggestion="name the first and use its name", about=shorten(texts[which], 80)
        )


RULE = Rule("ref-content-repeated", "the same text in several references", Severity.NOTE, check)

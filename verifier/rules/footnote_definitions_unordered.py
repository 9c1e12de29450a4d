"""
The footnotes of a Markdown file are not defined in the order of their first calls.

Why it matters: readers see them in the order of the calls; who edits the file looks for a note in the wrong place.

Remedy: put the definitions into the order of their first calls.

Elsewhere: rumdl MD067.
"""

from collections.abc import Iterator
from itertools import pairwise

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for all footnotes, at the first that is defined too early."""
    article = dossier.article
    if article.format != "markdown":  # elsewhere citation-out-of-order says it
        return
    for each in article.lists:
        if each.style != "footnote":
            continue
        late = [
            (first, second)
            for first, second in pairwise(each.entries)
            if article.origin.place(second.span.start) < article.origin.place(first.span.start)
        ]
        if late:
            told = ", ".join(f"[{second.label}] before [{first.label}]" for first, second in late[:5])
            more = f" and {len(late) - 5} more" if len(late) > 5 else ""
            message = f"footnotes are defined in another order than they are first called: {told}{more}"
            yield Hit(message, late[0][1].span)


RULE = Rule("footnote-definitions-unordered", "footnotes defined out of order", Severity.NOTE, check)

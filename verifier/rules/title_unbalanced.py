"""
A title has a quotation mark or bracket without its partner.

Why it matters: the title was cut or badly copied, so a search for it may fail.

Remedy: compare it with the source.

Elsewhere: none found.
"""

import re
from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

_PAIRS = (("(", ")"), ("[", "]"), ("\u201c", "\u201d"), ("\u00ab", "\u00bb"))
_OPENS = re.compile(r"(?<![\w])['\u2018](?=\w)")
_CLOSES = re.compile(r"(?<=[^\Wsxz])(?<!in)['\u2019](?!\w)")  # behind s, x, z a genitive; "goin'"
_CLIPPED = re.compile(r"(?<!\w)['\u2018\u2019](?=\d\ds?\b|n'|til\b|tis\b|twas\b|em\b|cause\b)", re.IGNORECASE)


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such title."""
    for each in dossier.article.lists:
        for entry in each.entries:
            title = entry.citation.title
            if title and (mark := _unbalanced(title)):
                message = f"the title of entry {entry.printed} has {mark} without its partner"
                yield Hit(message, entry.span, about=title[:80])


def _unbalanced(title: str) -> str:
    for opening, closing in _PAIRS:
        if title.count(opening) != title.count(closing):
            return opening if title.count(opening) > title.count(closing) else closing
    if len(re.findall(r'(?<!\d)"', title)) % 2 and title.count('"') % 2:  # behind a digit it may be inches
        return '"'
    plain = _CLIPPED.sub("", re.sub(r"['\u2018\u2019]n['\u2018\u2019]", "n", title))
    opened, closed = len(_OPENS.findall(plain)), len(_CLOSES.findall(plain))
    plural = len(re.findall(r"(?<=s)['\u2019](?!\w)", plain))
    return "'" if closed > opened or opened > closed + plural else ""


RULE = Rule("title-unbalanced", "a quotation mark or bracket without partner in a title", Severity.NOTE, check)

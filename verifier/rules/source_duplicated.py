"""
Two entries of the list are the same source.

Why it matters: one source under two numbers looks like two witnesses. (References of wikitext with the very same text
are `ref-content-repeated`.)

Remedy: merge the entries and cite one number twice.

Elsewhere: Reference Organizer, reFill, Citation bot, AutoWikiBrowser.
"""

from collections.abc import Iterator

from verifier.errors import InputError
from verifier.hits import entry_at
from verifier.model.article import Article, Citation
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import words
from verifier.urls import loose_key
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each entry whose page, or whose title, outlet and date, stood before in its list."""
    copies = _copies(dossier.article)
    for each in dossier.article.lists:
        first: dict[object, str] = {}
        for entry in each.entries:
            keys = [key for key in (_page(entry.citation), _words(entry.citation)) if key]
            before = next((first[key] for key in keys if key in first), None)
            for key in keys:
                first.setdefault(key, entry.printed)
            if before is not None and entry_at(dossier.article, entry) not in copies:
                message = f"entry {entry.printed} is the same source as entry {before}"
                yield Hit(message, entry.span, about=entry.text[:80])


def _copies(article: Article) -> set[int]:
    """Return where in the file references begin whose very text stood before in their list."""
    seen: set[tuple[str, ...]] = set()
    copies = set()
    for remark in article.remarks:
        if remark.kind == messages.CONTENT_REPEATED and remark.in_file is not None:
            if remark.names in seen:
                copies.add(remark.in_file.start)
            seen.add(remark.names)
    return copies


def _page(citation: Citation) -> str:
    if citation.url is None:
        return ""
    try:
        return loose_key(citation.url)
    except InputError:  # reported by the rules on URLs
        return ""


def _words(citation: Citation) -> object:
    if citation.title is None or citation.published is None or len(words(citation.title)) < 3:
        return None
    outlet = " ".join(words(citation.outlet or ""))
    return (" ".join(words(citation.title)), outlet, citation.author, str(citation.published), citation.details)


RULE = Rule("source-duplicated", "the same source in two entries", Severity.WARNING, check)

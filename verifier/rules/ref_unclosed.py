"""
The closing `</ref>` is missing.

Why it matters: it is the classical damage. If another reference is closed later on, all up to its `</ref>` is
swallowed: text and references vanish from the page. If none is, the tag and what should be its text stand in the page
as they are.

Remedy: close the reference. References cannot stand in each other; use a group of notes (`{{efn}}`) for that.

Elsewhere: MediaWiki `cite_error_included_ref` (https://en.wikipedia.org/wiki/Help:Cite_errors); it says nothing of a
tag that is never closed.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from verifier.hits import entry_at, of_remarks, spoiled
from verifier.model.article import Article, Remark, Span
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import shorten
from verifier.wikitext import faults, messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each reference that is not closed; what it swallows is undefined or unused by it."""
    origin, swallowing = dossier.article.origin, _spans(dossier, messages.INCLUDED_REF)

    def told(remark: Remark) -> Hit:
        last = origin.in_file(remark.in_file.end)[0] if remark.in_file else 0
        swallowed = f"another <ref> begins before it, and all up to line {last} is swallowed"
        follows = (*spoiled(remark), *_unused(dossier.article, remark))
        return Hit(f"closing </ref> missing: {swallowed}", explains=follows)

    yield from of_remarks(dossier, told, messages.INCLUDED_REF)
    for hit in of_remarks(dossier, _literal, messages.REF_LITERAL):
        if hit.in_file is not None and not _is_inside(hit.in_file, swallowing):
            yield hit


def _unused(article: Article, remark: Remark) -> Iterator[tuple[str, str]]:
    """Yield the hits on definitions whose uses are swallowed, and on lists that count otherwise for them alone."""
    used = faults.used_in(article.written[remark.in_file.start : remark.in_file.end]) if remark.in_file else frozenset()
    unused = {
        each.in_file.start: each.names for each in article.remarks if each.kind == messages.MISSING_KEY and each.in_file
    }
    yield from (("list-definition-unused", name) for name in used)
    for each in article.lists:
        entries = [entry for entry in each.entries if entry_at(article, entry) in unused]
        lost = [entry for entry in entries if used & {*unused[entry_at(article, entry)]}]
        yield from (("entry-without-anchor", shorten(entry.text, 80)) for entry in lost)
        if lost and len(lost) == len(entries):
            yield "list-position-mismatch", each.heading


def _literal(remark: Remark) -> Hit:
    return Hit("closing </ref> missing: the tag and what follows it stay plain text", explains=spoiled(remark))


def _spans(dossier: Dossier, kind: str) -> list[Span]:
    return sorted(each.in_file for each in dossier.article.remarks if each.kind == kind and each.in_file)


def _is_inside(span: Span, others: Sequence[Span]) -> bool:
    """Tell whether one of the others, which are sorted, holds the span; of nested ones the outermost starts first."""
    index = bisect_right(others, span) - 1
    return index >= 0 and span.end <= others[index].end


RULE = Rule("ref-unclosed", "a reference that is not closed", Severity.ERROR, check)

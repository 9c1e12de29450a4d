"""
A `<references>` is opened and not closed, or opened inside another one.

Why it matters: within a list it breaks the list: an error stands in its place, and numbers go on behind it as if there
were none. One that is never closed is plain text.

Remedy: write `<references />` for a list without definitions, or close it with `</references>`.

Elsewhere: MediaWiki `cite_error_included_references` (https://en.wikipedia.org/wiki/Help:Cite_errors); it says nothing
of a tag that is never closed.
"""

from collections.abc import Iterator

from verifier.hits import of_remarks, spoiled
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each list that is not closed; its group has no list by it."""
    yield from of_remarks(dossier, _nested, messages.INCLUDED_REFERENCES)
    yield from of_remarks(dossier, _literal, messages.LIST_LITERAL)


def _nested(remark: Remark) -> Hit:
    return Hit("another <references> begins before this one is closed", explains=spoiled(remark))


def _literal(remark: Remark) -> Hit:
    suggestion = "write <references />, or close it with </references>"
    return Hit("closing </references> missing: the tag is plain text", suggestion=suggestion, explains=spoiled(remark))


RULE = Rule("list-unclosed", "a list that is not closed", Severity.ERROR, check)

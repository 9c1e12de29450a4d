"""Print a citation template as Wikipedia does: the text of the entry, and which parameter each piece of it stands in.

`rendered.read` reads the same fields out of this text as `citation.citation` takes from the template.
"""

from verifier.citations.cs1 import citation, layout, short, source
from verifier.citations.cs1.pieces import Piece, Plain, Sentence, given, joined, text_of
from verifier.model.article import Citation, Template
from verifier.model.source import Source
from verifier.text import one_line
from verifier.values import frozen


@frozen
class Cited:
    """A template that was read: the text it prints, and what it says; None where it names no source and no address."""

    source: Source
    pieces: Sentence
    says: Citation | None


def words(template: Template, plain: Plain = one_line) -> str:
    """Return the text that the template prints, "" for a template that has nothing to do with a source."""
    shown = show(template, plain)
    return text_of(shown.pieces) if shown is not None else ""


def show(template: Template, plain: Plain = one_line) -> Cited | None:
    """Return what the template prints and says, None for a template that has nothing to do with a source."""
    found = source.read(template)
    if found is None:
        return None
    if found.is_short:
        return Cited(found, short.pieces(found, plain), None)
    if not found.names_source:
        says = citation.of(found, plain)
        return Cited(found, _address(found, says, plain) if says is not None else (), says)
    page = layout.of(found, plain)
    separator, end = (",", "") if page.commas else (".", ".")
    row = joined((row.sentence for row in page.rows), separator, end)
    return Cited(found, row, citation.of(found, plain, page))


def _address(found: Source, read: Citation, plain: Plain) -> Sentence:
    """Print {{webarchive}} and {{url}}: a title or an address, and when it was archived."""
    title = given(found, plain, "title")
    if found.kind == "link":
        name = read.title or one_line((read.url or "").partition("://")[2].rstrip("/"))
        return (Piece(name, next((each for each in found.loose if each.value == name), None)),) if name else ()
    date = given(found, plain, "date", "archive-date")
    if date is None or read.archived is None or read.archived.text != date.text:
        date = Piece(str(read.archived) if read.archived is not None else "")
    archived = (Piece("Archived "), date, Piece(" at the Wayback Machine")) if date.text else (Piece("Archived"),)
    return joined([(title,) if title is not None else (), archived], ".", ".")

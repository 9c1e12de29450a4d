"""Print a citation template as Wikipedia does: the text of the entry, and which parameter each piece of it stands in.

`rendered.read` reads the same fields out of this text as `citation.citation` takes from the template.
"""

from verifier.citations.cs1 import citation, layout, short, source
from verifier.citations.cs1.pieces import Piece, Plain, Sentence, given, joined, text_of
from verifier.model.article import Template
from verifier.model.source import Source
from verifier.text import one_line


def words(template: Template, plain: Plain = one_line) -> str:
    """Return the text that the template prints, "" for a template that has nothing to do with a source."""
    return text_of(pieces(template, plain))


def pieces(template: Template, plain: Plain = one_line) -> Sentence:
    """Return the text that the template prints, in pieces that know the parameter they stand in."""
    found = source.read(template)
    return of(found, plain) if found is not None else ()


def of(found: Source, plain: Plain = one_line) -> Sentence:
    """Return what a template prints that was read. See `pieces`."""
    if found.is_short:
        return short.pieces(found, plain)
    if found.names_source:
        page = layout.of(found, plain)
        separator, end = (",", "") if page.commas else (".", ".")
        return joined((row.sentence for row in page.rows), separator, end)
    return _address(found, plain)


def _address(found: Source, plain: Plain) -> Sentence:
    """Print {{webarchive}} and {{url}}: a title or an address, and when it was archived."""
    title, read = given(found, plain, "title"), citation.of(found, plain)
    if read is None:
        return ()
    if found.kind == "link":
        name = read.title or (read.url or "").partition("://")[2].rstrip("/")
        return (Piece(name, next((each for each in found.loose if each.value == name), None)),) if name else ()
    date = given(found, plain, "date", "archive-date")
    if date is None or read.archived is None or read.archived.text != date.text:
        date = Piece(str(read.archived) if read.archived is not None else "")
    archived = (Piece("Archived "), date, Piece(" at the Wayback Machine")) if date.text else (Piece("Archived"),)
    return joined([(title,) if title is not None else (), archived], ".", ".")

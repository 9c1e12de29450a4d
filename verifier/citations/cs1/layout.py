"""Lay a full citation out as the module prints it: rows of text, each with its role, and the main fields by name.

The order is that of Module:Citation/CS1 for the common cases (https://en.wikipedia.org/wiki/Help:Citation_Style_1#Style).
"""

import re

from verifier.citations.cs1 import identifiers, people
from verifier.citations.cs1.pieces import Piece, Plain, Sentence, around, given, text_of
from verifier.model.source import Source
from verifier.values import frozen

# The kinds whose title stands in quotation marks, and those that may be a chapter of something.
_QUOTED = frozenset(
    "web news journal magazine document press-release podcast newsgroup mailing-list interview arxiv biorxiv citeseerx "
    "medrxiv ssrn episode".split()
)
_CHAPTERS = frozenset("book encyclopedia conference citation report techreport thesis other av-media-notes".split())
_WORKS = {"encyclopedia": "encyclopedia", "episode": "series", "conference": "book-title"}
_TYPES = {
    "press-release": "Press release", "interview": "Interview", "podcast": "Podcast", "map": "Map", "report": "Report",
    "techreport": "Technical report", "thesis": "Thesis", "mailing-list": "Mailing list", "speech": "Speech",
    "av-media-notes": "Media notes",
}  # fmt: skip
_PAGES = re.compile(r"(\d+) ?[-\u2013\u2014] ?(\d+)")
_PDF = re.compile(r"\.pdf(?:$|[?#])", re.IGNORECASE)
_TAG = 300  # characters at the end of an address in which the name of the file stands


@frozen
class Row:
    """One sentence of a citation, and what it tells ("lead", "title", "periodical", "archived" ...)."""

    role: str
    sentence: Sentence

    @property
    def main(self) -> str:
        """Return the text of its first parameter."""
        return next((piece.text for piece in self.sentence if piece.parameter is not None), "")


@frozen
class Layout:
    """The rows in print order, the fields that are asked for by name, and whether commas part the rows (CS2)."""

    rows: tuple[Row, ...]
    title: Piece | None
    translated: Piece | None
    quoted: bool
    date: Piece | None
    commas: bool


class _Rows:
    """The rows as they grow."""

    def __init__(self) -> None:
        self.found: list[Row] = []

    def add(self, role: str, sentence: Sentence) -> None:
        """Add a row; one without text leaves nothing behind."""
        if text_of(sentence):
            self.found.append(Row(role, sentence))

    def glue(self, sentence: Sentence) -> None:
        """Print something at the end of the last row; where there is none, only what the template gives."""
        if not self.found:
            self.add("note", tuple(piece for piece in sentence if piece.parameter is not None))
        elif sentence:
            self.found[-1] = Row(self.found[-1].role, (*self.found[-1].sentence, *sentence))


@frozen
class _Titles:
    title: Piece | None
    script: Piece | None
    translated: Piece | None
    container: Piece | None = None


def of(source: Source, plain: Plain) -> Layout:
    """Return the layout of a citation."""
    titles, date = _titles(source, plain), _date(source, plain)
    quoted = titles.title is not None and _is_quoted(source, titles)
    authors = printed_names(source, "author", plain) or around("", given(source, plain, "authors"))
    lead = _lead(source, plain, authors, date)
    rows = _Rows()
    rows.add("lead", lead)
    _add_title(rows, source, plain, titles, quoted=quoted)
    if authors and (editors := printed_names(source, "editor", plain, " (ed.)", " (eds.)")):
        rows.add("editors", (*((Piece("In "),) if titles.container else ()), *editors))
    _add_work(rows, source, plain, titles.container)
    _add_house(rows, source, plain)
    pages, late = _pages(source, plain), () if lead else around("", date)
    if source.kind in ("journal", "citation") and "periodical" in source.given:
        _add_pages(rows, source, pages)
        rows.add("date", late)
    else:
        rows.add("date", late)
        _add_pages(rows, source, pages)
    for each in identifiers.printed(source, plain):
        rows.add("identifier", each)
    _add_access(rows, source, plain, lower=_commas(source))
    title = titles.title or titles.script
    return Layout(tuple(rows.found), title, titles.translated, quoted, date, _commas(source))


def _commas(source: Source) -> bool:
    """Tell whether the citation is in the style of CS2."""
    mode = source.value("mode").lower()
    return mode == "cs2" or (source.kind == "citation" and mode != "cs1")


def _titles(source: Source, plain: Plain) -> _Titles:
    """Return the title and the work it is part of: a chapter and its book, an entry and its encyclopedia."""
    own = _Titles(*(given(source, plain, each) for each in ("title", "script-title", "trans-title")))
    if own.title is not None and own.title.text in ("none", "off"):
        own = _Titles(None, own.script, own.translated)
    work = given(source, plain, _WORKS[source.kind]) if source.kind in _WORKS else None
    if work is not None:
        has_title = own.title is not None or own.script is not None
        return _Titles(own.title, own.script, own.translated, work) if has_title else _Titles(work, None, None)
    part = "map" if source.kind == "map" else "chapter" if source.kind in _CHAPTERS else ""
    if part and source.parameter(part, f"script-{part}") is not None:
        inner, script, translated = (given(source, plain, f"{kind}{part}") for kind in ("", "script-", "trans-"))
        return _Titles(inner, script, translated, own.title or own.script)
    return own


def _is_quoted(source: Source, titles: _Titles) -> bool:
    if titles.container is not None or source.kind in _QUOTED:
        return True
    return source.kind in ("citation", "map", "other") and "periodical" in source.given


def _date(source: Source, plain: Plain) -> Piece | None:
    found, month, year = (given(source, plain, each) for each in ("date", "month", "year"))
    if found is None and year is not None and month is not None:
        return Piece(f"{month.text} {year.text}", year.parameter)
    return found or year or given(source, plain, "publication-date")


def _lead(source: Source, plain: Plain, authors: Sentence, date: Piece | None) -> Sentence:
    """Return the authors or, without any, the editors, with the date in brackets."""
    editors = around("", given(source, plain, "editors"), ", eds.")
    names = authors or printed_names(source, "editor", plain, ", ed.", ", eds.") or editors
    if not names:
        return ()
    return (*names, *around(" (", date, ")"), *around(" [", given(source, plain, "orig-date"), "]"))


def printed_names(source: Source, role: str, plain: Plain, one: str = "", several: str = "") -> Sentence:
    """Return the people as they are printed, with what is printed behind one and behind several."""
    shown, others = people.shown(source, role, plain)
    between = Piece(", " if any(person.between == " " for person in shown) else "; ")
    row: list[Piece] = []
    for person in shown:
        row += [between] if row else []
        row.append(Piece(person.last, person.last_in))
        row += [Piece(person.between), Piece(person.first, person.first_in)] if person.first else []
    if others:
        row += [between, Piece("et al.")] if row else [Piece("et al.")]
    if row and one:
        row.append(Piece(several if others or len(shown) > 1 else one))
    return tuple(row)


def _add_title(rows: _Rows, source: Source, plain: Plain, titles: _Titles, *, quoted: bool) -> None:
    """Add the title, its translation and the format of the file."""
    mark, named = '"' if quoted else "", titles.title is not None or titles.script is not None
    script = around(" " if titles.title is not None else "", _script(titles.script))
    translated = around(" [" if named else "[", titles.translated, "]")
    rows.add("title", (*around(mark, titles.title, mark), *script, *translated))
    if named:
        pdf = Piece("PDF") if _PDF.search(source.value("url")[-_TAG:]) else None
        rows.glue(around(" (", given(source, plain, "format") or pdf, ")"))


def _script(piece: Piece | None) -> Piece | None:
    """Return a title in its own script without the code of its language ("ja:")."""
    return Piece(re.sub(r"^[a-z]{2,3}: ?", "", piece.text), piece.parameter) if piece is not None else None


def _add_work(rows: _Rows, source: Source, plain: Plain, container: Piece | None) -> None:
    """Add the work that the source is in, its kind and its series."""
    rows.add("container", around("", container))
    for role in ("department", "conference"):
        rows.add(role, around("", given(source, plain, role)))
    rows.add("periodical", around("", given(source, plain, "periodical", "script-periodical")))
    usual = _TYPES.get(source.kind)
    kind = given(source, plain, "type") or (Piece(usual) if usual else None)
    if kind is not None and kind.text != "none":
        rows.glue(around(" (", kind, ")"))
    if source.kind != "episode":
        rows.add("series", around("", given(source, plain, "series")))


def _add_house(rows: _Rows, source: Source, plain: Plain) -> None:
    """Add language, volume, edition, and who published it where."""
    rows.glue(around(" (in ", identifiers.language(source, plain), ")"))
    rows.add("volume", _volume(source, plain, lower=_commas(source)))
    rows.add("others", around("", given(source, plain, "others")))
    translators = printed_names(source, "translator", plain)
    rows.add("others", (Piece("Translated by "), *translators) if translators else ())
    rows.glue(around(" (", given(source, plain, "edition"), " ed.)"))
    place, house = given(source, plain, "publication-place", "place"), given(source, plain, "publisher")
    rows.add("publisher", (*around("", place, ": " if house else ""), *around("", house)))
    rows.add("agency", around("", given(source, plain, "agency")))


def _is_journal(source: Source) -> bool:
    """Tell whether volume and pages are printed as journals have them: "12 (3): 4-9"."""
    periodical = source.parameter("periodical")
    return source.kind == "journal" or (
        source.kind in ("citation", "map", "interview") and periodical is not None and periodical.name == "journal"
    )


def _volume(source: Source, plain: Plain, *, lower: bool) -> Sentence:
    volume, issue = given(source, plain, "volume"), given(source, plain, "issue")
    if _is_journal(source):
        return (*around("", volume, " " if volume and issue else ""), *around("(", issue, ")"))
    if source.kind in ("web", "podcast", "mailing-list", "newsgroup"):
        return ()
    first = around("vol. " if lower else "Vol. ", volume, ", " if volume and issue else "")
    return (*first, *around("no. " if volume or lower else "No. ", issue))


def _pages(source: Source, plain: Plain) -> Sentence:
    page, pages, place = (given(source, plain, each) for each in ("page", "pages", "at"))
    number = page or pages
    if number is None:
        return around("", place)
    dashed = Piece(_PAGES.sub("\\1\u2013\\2", number.text), number.parameter) if pages is number else number
    if _is_journal(source):
        return (dashed,)
    bare = source.value("no-pp") or not re.match(r"[\divxlcA-Z]", dashed.text)
    several = number is pages and re.search(r"[\u2013,&-]", dashed.text)
    return (dashed,) if bare else (Piece("pp. " if several else "p. "), dashed)


def _add_pages(rows: _Rows, source: Source, pages: Sentence) -> None:
    if pages and _is_journal(source) and len(rows.found) > 1:
        rows.glue((Piece(": "), *pages))
    else:
        rows.add("pages", pages)


def _add_access(rows: _Rows, source: Source, plain: Plain, *, lower: bool) -> None:
    """Add when the source was archived and looked at, and by way of whom."""
    archived, retrieved = ("archived", "retrieved") if lower else ("Archived", "Retrieved")
    if "archive-url" in source.given:
        date = around(" on ", given(source, plain, "archive-date"))
        rows.add("archived", (Piece(f"{archived} from the original"), *date))
    if source.parameter("url", "chapter-url", "map-url", "conference-url", "transcript-url") is not None:
        rows.add("accessed", around(f"{retrieved} ", given(source, plain, "access-date")))
    rows.add("via", around(" \u2013 via ", given(source, plain, "via")))

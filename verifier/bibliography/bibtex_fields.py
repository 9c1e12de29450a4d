"""What the fields of an entry of BibTeX or BibLaTeX say (https://ctan.org/pkg/biblatex, the manual, "Database Guide").

A value is made of parts in braces, quotes or neither (a number, or a macro of ``@string``) that ``#`` joins. An entry
has what it lacks from the one that ``crossref`` names, whose title is that of its book, and from those of ``xdata``.
"""

import re
from collections.abc import Iterator, Mapping

from verifier import dates
from verifier.bibliography import tex
from verifier.bibliography.source import address, date_of
from verifier.citations.rendered import split_urls
from verifier.model.article import Citation
from verifier.model.dates import Dates

Fields = Mapping[str, str]

MONTHS = {dates.month_name(number)[:3].lower(): str(number) for number in range(1, 13)}  # the macros of every style
_OUTLETS = ("journaltitle", "journal", "booktitle", "publisher", "institution", "organization", "school")
_LONGEST = 20_000  # characters of a value; no field that is shown is as long
_BARE = re.compile(r"[^#{\"]+")
_BRACE = re.compile(r"[{}]")
_QUOTE = re.compile(r"(?<!\\)[{}\"]")
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def citation(own: Fields, known: Mapping[str, Fields], macros: Mapping[str, str]) -> Citation:
    """Return what an entry says; `known` are the entries of its file by their keys, `macros` the values of theirs."""
    fields = {name: value(each, macros) for name, each in _with_inherited(own, known, macros).items()}
    links = (tex.url(fields.get(name, "")) for name in ("url", "howpublished", "note"))
    url, archive_url = split_urls(filter(None, [address(next(filter(None, links), ""), fields.get("doi", ""))]))
    title = ": ".join(filter(None, (tex.plain(fields.get(name, "")) for name in ("title", "subtitle"))))
    return Citation(
        author=_names(fields.get("author") or fields.get("editor") or ""),
        title=title or None,
        outlet=next(filter(None, (tex.plain(fields.get(name, "")) for name in _OUTLETS)), None),
        published=_published(fields),
        accessed=_date(fields.get("urldate", "")),
        url=url,
        archive_url=archive_url,
        says_archived=archive_url is not None,
        says_accessed="urldate" in fields,
    )


def value(raw: str, macros: Mapping[str, str]) -> str:
    """Return a value as written with its parts joined, without the marks around them."""
    made = ""
    place = 0
    while place < len(raw) and len(made) < _LONGEST:
        part, place = _part(raw, place, macros)
        made += part
    return made[:_LONGEST]


def _part(raw: str, place: int, macros: Mapping[str, str]) -> tuple[str, int]:
    """Return the part at a place, and where the next one begins."""
    if raw[place] == "{":
        end = _closing(raw, place)
        return raw[place + 1 : end], end + 1
    if raw[place] == '"':
        end = _closing_quote(raw, place + 1)
        return raw[place + 1 : end], end + 1
    found = _BARE.match(raw, place)
    word = found[0].strip() if found else ""
    return macros.get(word.lower(), word), found.end() if found else place + 1


def _closing(raw: str, place: int) -> int:
    depth = 0
    for brace in _BRACE.finditer(raw, place):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.start()
    return len(raw)


def _closing_quote(raw: str, place: int) -> int:
    depth = 0
    for mark in _QUOTE.finditer(raw, place):
        if mark[0] == '"' and depth <= 0:
            return mark.start()
        depth += (mark[0] == "{") - (mark[0] == "}")
    return len(raw)


def _with_inherited(own: Fields, known: Mapping[str, Fields], macros: Mapping[str, str]) -> Fields:
    """Return the fields of an entry and those it has from others; what these inherit themselves is left out."""
    fields: dict[str, str] = {}
    for name in value(own.get("xdata", ""), macros).split(","):
        fields = {**known.get(name.strip(), {}), **fields}
    parent = dict(known.get(value(own.get("crossref", ""), macros).strip(), {}))
    if title := parent.pop("title", ""):
        parent.setdefault("booktitle", title)
    return {**parent, **fields, **own}


def _published(fields: Fields) -> Dates | None:
    if found := _date(fields.get("date", "")):
        return found
    year, month, day = (tex.plain(fields.get(name, "")) for name in ("year", "month", "day"))
    number = MONTHS.get(month[:3].lower(), month)
    if not number.isdecimal() or not year.isdecimal():
        return dates.parse(f"{month} {year}".strip()) or dates.parse(year)
    return date_of([year, number, *([day] if day.isdecimal() else [])])


def _date(text: str) -> Dates | None:
    """Return a date of ISO 8601; of a period its beginning."""
    found = _ISO.match(text.strip())
    return date_of([each for each in found.groups() if each]) if found else None


def _names(text: str) -> str | None:
    return "; ".join(filter(None, map(tex.plain, _people(text)))) or None


def _people(text: str) -> Iterator[str]:
    """Yield the names, the family name first; one that is all in braces is that of a body."""
    from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

    for name in split_multiple_persons_names(text):
        if name != "others":
            whole = name.startswith("{") and _closing(name, 0) == len(name) - 1
            yield name if whole else parse_single_name_into_parts(name, strict=False).merge_last_name_first

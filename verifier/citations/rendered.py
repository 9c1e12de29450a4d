"""Read one rendered citation: author, title, outlet, and the dates of publication, archiving and access.

The grammar is that of the English Wikipedia's templates as plain text, CS1 (sentences) and CS2 (commas); see
https://en.wikipedia.org/wiki/Help:Citation_Style_1::

    entry   = short / [ authors [","] SP ] [ "(" date ")" "." SP ] title *( part ) [ archive ] [ access ] [ tail ]
    short   = surname *( sep surname ) SP ["("] year [letter] [")"] [ ("," / ":") pages ]    ; "Reed & Holt 2020, p. 4"
    title   = DQUOTE text DQUOTE [ "[" translation "]" ] [ "(" note ")" ] / text
    archive = "Archived from the original" [ "(PDF)" ] " on " date
            / "Archived" [ "(PDF)" ] " from the original on " date
            / "Archived " date " at " archive-name
    access  = ( "Retrieved" / "Accessed" ) [ " on" ] date
    tail    = "CS1 maint: ..." / "(subscription required)" / "- via ..." / a quotation

It is read in an order that keeps each date in its place: archive and access first, with their whole date; then the
title, so that no date inside it counts; then the date in brackets before the title, else the last bare date after it.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from verifier import dates
from verifier.citations.titles import Title, find_title
from verifier.model.article import Citation
from verifier.model.dates import Dates
from verifier.values import frozen

_URL = re.compile(r"https?://[^\s<>\"\u201c\u201d]+")
_ARCHIVE_HOSTS = re.compile(
    r"https?://(?:[\w.-]+\.)?(?:archive\.(?:org|today|is|ph|fo|li|md|vn)|webcitation\.org|perma\.cc|ghostarchive\.org)/"
)
_ARCHIVED = re.compile(
    r"\barchived\b(?:\s+\(pdf\))?(?:\s+from\s+the\s+original)?(?:\s+\(pdf\))?(?:\s+on)?\s*", re.IGNORECASE
)
_ACCESSED = re.compile(r"\b(?:retrieved|accessed|abgerufen|consulté)(?:\s+(?:on|am|le))?\s+", re.IGNORECASE)
_AT_ARCHIVE = re.compile(r",?\s+at (?:the )?\w+(?:\.\w+)*(?: [A-Z]\w+)*")
_TAIL = re.compile(
    r"CS1 maint:|CS1 errors?:|\((?:subscription|registration) required|\[(?:permanent )?dead link|\s[\u2013-] via "
)
_OUTLET_WORDS = 12  # a longer "outlet" is a quotation
_BRACKETS = re.compile(r"\(([^()]{1,60})\)")
_IDENTIFIER = re.compile(
    r"\b(?:doi|arXiv|hdl|bibcode|Bibcode)[: ]\s?[^\s,;]*[^\s,;.]"
    r"|\b(?:ISBN|ISSN|PMID|PMC|OCLC|JSTOR|LCCN|S2CID|CiteSeerX)[: ]?\s?[\w-]+"
    r"|\bpp?\. ?\d[\d\u2010-\u2015, -]*\d|\bpp?\. ?\d+|\b[Vv]ol\. ?\d+|\b[Nn]o\. ?\d+",
)
# What the templates print behind an outlet: the language, the kind of source, the edition.
_NOTES = re.compile(
    r"(?: \((?:in [A-Z]\w+(?:(?:, | and )[A-Z]\w+)*|\d*\w+ ed\.|Press release|Interview|Podcast|Map|Report"
    r"|Technical report|Thesis|Speech|Mailing list|Media notes)\))+$"
)
_SENTENCE = re.compile(
    r"\.\s+(?=(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|[12]\d{3}\b|Archived\b|Retrieved\b)|"
    + r"(?<![A-Z])(?<!\b[A-Z][a-z])\.\s+|(?<=[A-Z]{3})\.\s+|(?<=[a-z]{3})\.\s+|[.;]\s*$"
)
_SURNAME = r"(?:(?:de|van|von|der|den|la|le|du|di|da|dos|al|el|ibn|bin) ){0,3}[^\W\d_a-z][\w\u2019'-]{1,30}"
_SHORT = re.compile(  # of a book that is named in full elsewhere
    rf"({_SURNAME}(?:(?:,? and |,? & |, ){_SURNAME}){{0,3}}(?:,? et al\.)?),? \(?((?:1[5-9]|20)\d\d)[a-z]?\)?"
    r"(?:[,:] ?((?:pp?\.|ch\.|\u00a7+) ?[\dxvilc][^.]{0,40}|\d[\d\u2010-\u2015, -]{0,40}))?\.?"
)


@frozen
class _Stated:
    """A date with its phrase cut out of the text."""

    rest: str
    dates: Dates | None
    said: bool


def read(text: str, linked: str = "") -> Citation:
    """Return the fields of one rendered citation. Never raises; what is not understood stays in `details`.

    `linked` are the words of its link to the source, where a format has links.
    """
    if short := _SHORT.fullmatch(text.strip()):
        details = (short[3],) if short[3] else ()
        return Citation(author=short[1], published=dates.parse(short[2]), details=details)
    rest, url, archive_url = _urls(text)
    rest = rest.partition("{{")[0]  # a template that is never closed says nothing as it stands
    title = find_title(rest, linked)
    before, after = rest[: title.start], rest[title.end :]
    archived = _cut(after, _ARCHIVED)
    accessed = _cut(archived.rest, _ACCESSED)
    body, tail = _tail(accessed.rest)
    citation = Citation(
        title=title.text,
        translated=title.translated,
        quoted_title=title.quoted,
        archived=archived.dates,
        accessed=accessed.dates,
        says_archived=archived.said or archive_url is not None,
        says_accessed=accessed.said,
        url=url,
        archive_url=archive_url,
        tail=tail,
    )
    return _with_parts(_with_lead(citation, before), body, title)


def split_urls(urls: Iterable[str]) -> tuple[str | None, str | None]:
    """Return the first of these addresses that is the source's own, and the first that is an archive's."""
    url = archive_url = None
    for each in urls:
        if _ARCHIVE_HOSTS.match(each):
            archive_url = archive_url or each
        elif _URL.match(each):
            url = url or each
    return url, archive_url


def _urls(text: str) -> tuple[str, str | None, str | None]:
    found = [match[0].rstrip(".,;:)'\u2019") for match in _URL.finditer(text)]
    return _URL.sub("", text), *split_urls(found)


def _cut(text: str, phrase: re.Pattern[str]) -> _Stated:
    """Cut ``phrase + date`` out of the text. A phrase without a date after it is no such statement, but is noticed."""
    said = False
    for match in phrase.finditer(text):
        found = dates.match(text, match.end())
        said = said or found is not None or "original" in match[0].lower()
        if found is None:
            continue
        end = found.end
        if place := _AT_ARCHIVE.match(text, end):
            end = place.end()
        return _Stated(text[: match.start()].rstrip(" ,;") + " " + text[end:].lstrip(" ,;"), found.dates, True)
    return _Stated(text, None, said)


def _tail(text: str) -> tuple[str, str]:
    match = _TAIL.search(text)
    return (text[: match.start()], text[match.start() :].strip()) if match else (text, "")


def _with_lead(citation: Citation, before: str) -> Citation:
    """Read what stands before the title: authors, and a date in brackets."""
    published = None
    for match in reversed(list(_BRACKETS.finditer(before))):
        published = dates.parse(match[1])
        if published is not None:
            before = before[: match.start()] + before[match.end() :]
            break
    before = re.sub(r"\((?:n\.d\.|undated)\)|\[\d{4}\]", "", before).strip(" ,;:\u2013-")
    before = re.sub(r"\s+\.$", "", before)
    before = re.sub(r", eds?\.$", "", before)
    author = (before if re.search(r"\b[A-Z]\.$", before) else before.rstrip(". ")).strip(" []") or None
    return replace(citation, author=author, published=published)


def _with_parts(citation: Citation, body: str, title: Title) -> Citation:
    """Read what stands after the title: the outlet, a bare date, and the rest."""
    identifiers = tuple(found.strip(" ,") for found in _IDENTIFIER.findall(body))
    parts = _parts(_IDENTIFIER.sub(" ", body), commas=title.commas)
    published = citation.published
    if published is None:
        index = next((at for at in range(len(parts) - 1, -1, -1) if dates.parse(parts[at])), None)
        if index is not None:
            published = dates.parse(parts.pop(index))
    if published is None and parts:
        parts[0], published = _bracketed_date(parts[0])
    parts = [part for part in parts if part]
    outlet = parts[0] if parts and not _is_no_outlet(parts[0]) and len(parts[0].split()) <= _OUTLET_WORDS else None
    details = (*(parts[1:] if outlet else parts), *identifiers)
    return replace(citation, published=published, outlet=_NOTES.sub("", outlet) if outlet else None, details=details)


def _bracketed_date(part: str) -> tuple[str, Dates | None]:
    for match in _BRACKETS.finditer(part):
        if found := dates.parse(match[1]):
            return (part[: match.start()] + part[match.end() :]).strip(" ,"), found
    return part, None


def _is_no_outlet(part: str) -> bool:
    """Tell whether a part is pages, a volume, a class in brackets, or a remark, rather than an outlet."""
    return re.match(r"\[|\(|\d+\s*(?:\(|:|$)|pp?\b|[Vv]ol\b|[Nn]o\b", part) is not None or not re.search(
        r"[^\W\d]", part
    )


def _parts(body: str, *, commas: bool) -> list[str]:
    if not commas:
        return [part.strip(" .,;") for part in _SENTENCE.split(body) if part.strip(" .,;")]
    pieces: list[str] = []
    position = 0
    for found in dates.find(body):  # a date may hold a comma: cut it out whole
        pieces += body[position : found.start].split(",")
        pieces.append(body[found.start : found.end])
        position = found.end
    pieces += body[position:].split(",")
    return [piece.strip(" .,;") for piece in pieces if piece.strip(" .,;")]

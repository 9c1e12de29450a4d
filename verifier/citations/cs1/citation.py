"""What a citation template says, field by field: the same fields that its printed text gives.

Only here are the addresses known as well: text does not show where its links lead.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from verifier import urls
from verifier.citations.cs1 import archives, days, layout, source
from verifier.citations.cs1.layout import Layout
from verifier.citations.cs1.pieces import Plain, given, text_of
from verifier.model.article import Citation, Template
from verifier.model.source import Source
from verifier.text import one_line

URLS = ("url", "chapter-url", "map-url", "conference-url", "transcript-url")
_OUTLETS = ("periodical", "container", "publisher", "agency", "series")
_DETAILS = (*_OUTLETS, "department", "conference", "volume", "others", "pages", "identifier", "editors", "note")
_WAYBACK = "https://web.archive.org/web"
_INITIAL = re.compile(r"\b[A-Z]\.$")


def citation(template: Template, plain: Plain = one_line) -> Citation | None:
    """Return the fields of a citation template, None for a template that is none.

    `plain` turns the wikitext of a value into text. A short citation ({{sfn}}) names no source itself: None as well.
    """
    found = source.read(template)
    return of(found, plain) if found is not None else None


def of(found: Source, plain: Plain = one_line, page: Layout | None = None) -> Citation | None:
    """Return the fields of a template that was read; `page` is its layout, if it was made before. See `citation`."""
    if found.names_source:
        return _full(found, page if page is not None else layout.of(found, plain), plain)
    return {"archive": _archive, "wayback": _archive, "link": _link}.get(found.kind, _none)(found, plain)


def of_entry(read: Sequence[tuple[Source, Citation]]) -> Citation | None:
    """Return what an entry says by its templates, each with what it says itself.

    That is the first citation, with the snapshot of a {{webarchive}} beside it, else the first address.
    """
    main = next((said for found, said in read if found.names_source), None)
    snapshot = next((said for found, said in read if found.kind in ("archive", "wayback")), None)
    if main is None or snapshot is None or main.archive_url is not None:
        return main or snapshot or next((said for _, said in read), None)
    return replace(main, archive_url=snapshot.archive_url, archived=snapshot.archived, says_archived=True)


def _full(found: Source, page: Layout, plain: Plain) -> Citation:
    outlet = next((row for role in _OUTLETS for row in page.rows if row.role == role), None)
    archive_url = found.value("archive-url") or None
    accessed = found.value("access-date")
    return Citation(
        author=_author(page),
        title=page.title.text if page.title is not None else None,
        outlet=_outlet(outlet, found, plain) if outlet is not None else None,
        translated=page.translated.text if page.translated is not None else None,
        published=days.read(page.date.text) if page.date is not None else None,
        accessed=days.read(plain(accessed)),
        archived=days.read(plain(found.value("archive-date"))),
        url=found.value(*URLS) or None,
        archive_url=archive_url,
        says_archived=archive_url is not None,
        says_accessed=bool(accessed),
        quoted_title=page.quoted,
        details=tuple(text_of(row.sentence) for row in page.rows if row.role in _DETAILS and row is not outlet),
        tail=f"\u2013 via {via.text}" if (via := given(found, plain, "via")) is not None else "",
    )


def _author(page: Layout) -> str | None:
    """Return the names that open the citation, without the date and the mark of editors."""
    lead = next((row for row in page.rows if row.role == "lead"), None)
    if lead is None:
        return None
    text = text_of(lead.sentence).partition(f" ({page.date.text})" if page.date is not None else " [")[0]
    text = re.sub(r", eds?\.$", "", text)
    return text if _INITIAL.search(text) else text.rstrip(". ") or None


def _outlet(row: layout.Row, found: Source, plain: Plain) -> str:
    house = given(found, plain, "publisher") if row.role == "publisher" else None
    return house.text if house is not None else row.main


def _archive(found: Source, plain: Plain) -> Citation:
    """Read {{webarchive}}, whose address is that of the snapshot, and {{wayback}}, which has the page's and a stamp."""
    address = found.value("url") or _positional(found, "1")
    stamp = found.value("wayback", "date")
    if urls.moment(stamp) is not None and archives.taken_on(address) is None:
        snapshot, original = f"{_WAYBACK}/{stamp}/{address}", address
    else:
        snapshot, original = address, archives.original(address) or ""
    title = given(found, plain, "title")
    taken = archives.taken_on(snapshot)
    stated = days.read(plain(found.value("date", "archive-date")))
    return Citation(
        title=title.text if title is not None else None,
        archived=stated or (days.read(taken.isoformat()) if taken is not None else None),
        url=original or None,
        archive_url=snapshot or None,
        says_archived=True,
    )


def _link(found: Source, plain: Plain) -> Citation | None:
    address = found.value("url") or _positional(found, "1")
    words = one_line(plain(_positional(found, "2")))
    return Citation(title=words or None, url=urls.with_scheme(address)) if address else None


def _none(_found: Source, _plain: Plain) -> None:
    return None


def _positional(found: Source, name: str) -> str:
    return next((each.value for each in found.loose if each.name == name), "")

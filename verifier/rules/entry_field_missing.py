"""
Entries lack a field that a reader needs to find the source: title, outlet, date, URL, archive URL.

Why it matters: without them the source cannot be found again, and nothing about it can be checked. An archive URL is
missed only where the entry says that there is one.

A footnote is judged only if it looks like a citation: others explain something. Links with numbers have an address and
need no more.

A citation template is judged by what its kind needs: a title, the URL for {{cite web}} and {{cite podcast}}, the
journal or magazine for the templates of that name.

Remedy: fill the field from the original page; in a copy without links the registry can hold them.

Elsewhere: CS1 `err_citation_missing_title`, `err_bare_url_missing_title`, `err_cite_web_url`, `err_missing_periodical`
(https://en.wikipedia.org/wiki/Help:CS1_errors#citation_missing_title).
"""

from collections.abc import Callable, Iterator

from verifier.citations.cs1.citation import URLS
from verifier.hits import Fault, entry_at, has_template, of_sources, surely
from verifier.model.article import Citation, Entry, EntryList
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule

_TITLES = ("title", "script-title", "trans-title", "chapter", "encyclopedia", "map", "series", "book-title")
_JUDGED = ("title", "URL")  # what a template is asked for itself
_FEW = 0.2  # share of the entries up to which entry-fields-inconsistent says it
_NAMED = 8  # entries that are named
_FIELDS: tuple[tuple[str, Callable[[Citation], bool], Severity], ...] = (
    ("title", lambda citation: citation.title is None and citation.translated is None, Severity.WARNING),
    ("outlet", lambda citation: citation.outlet is None and citation.url is None, Severity.NOTE),
    ("publication date", lambda citation: citation.published is None, Severity.NOTE),
    ("URL", lambda citation: citation.url is None and not _is_print(citation), Severity.NOTE),
    ("archive URL", lambda citation: citation.says_archived and citation.archive_url is None, Severity.NOTE),
)
_PRINT = ("isbn", "issn", "doi", "pmid", "oclc", "arxiv", "pp", "p.")


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each template, and for each list and field missing in more than a few of its entries."""
    yield from of_sources(dossier, surely(dossier, _in_template))
    is_judged = has_template(dossier)
    # A short citation ({{sfn}}) only points to where its source is named.
    short = {each.template.span.start for each in dossier.sources if each.is_short}
    dated = {each.template.span for each in dossier.sources if each.parameter("date", "year") is not None}
    for each in dossier.article.plain_lists:
        entries = [entry for entry in each.entries if entry.text and _is_source(entry, each)]
        entries = [entry for entry in entries if entry_at(dossier.article, entry) not in short]
        for name, is_missing, severity in _FIELDS:
            open_to_it = [entry for entry in entries if not (name in _JUDGED and is_judged(entry))]
            if name == "publication date":
                open_to_it = [entry for entry in open_to_it if not any(each.span in dated for each in entry.templates)]
            missing = [entry.printed for entry in open_to_it if is_missing(entry.citation)]
            if missing and (len(missing) > _FEW * len(entries) or name == "title"):
                told = _told(name, missing, len(entries))
                yield Hit(told, each.span, severity=severity, about=f"{name} {each.heading}")


def _is_source(entry: Entry, each: EntryList) -> bool:
    """Tell whether an entry names a source, and more than an address is expected of it; "1.2" is a part of one."""
    if each.style == "link" or "." in (entry.label or ""):
        return False
    found = entry.citation
    return each.style != "footnote" or found.quoted_title or bool(found.url or found.published or found.says_accessed)


def _in_template(source: Source) -> Iterator[Fault]:
    if not source.given:
        return  # entry-empty
    if source.parameter(*_TITLES) is None and source.value("title") != "none":
        address = source.parameter("url")
        yield Fault(f"no title for |{address.name}=" if address is not None else "no title", address, key="no title")
    if source.kind in ("web", "podcast") and source.parameter(*URLS) is None:
        yield Fault(f"a {source.kind} source without a URL", severity=Severity.WARNING)
    if source.kind in ("journal", "magazine") and source.parameter("periodical", "script-periodical") is None:
        yield Fault(f"an article without its {source.kind}", severity=Severity.NOTE)


def _told(name: str, missing: list[str], entries: int) -> str:
    if len(missing) == entries:
        return f"no entry has {'an' if name[0] in 'aou' else 'a'} {name}"
    named = ", ".join(missing[:_NAMED]) + (" ..." if len(missing) > _NAMED else "")
    have = "has" if len(missing) == 1 else "have"
    return f"{len(missing)} of {entries} entries {have} no {name}: {named}"


def _is_print(citation: Citation) -> bool:
    return any(detail.lower().startswith(_PRINT) for detail in citation.details)


RULE = Rule("entry-field-missing", "entries lack a field", Severity.WARNING, check)

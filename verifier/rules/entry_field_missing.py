"""
Entries lack a field that a reader needs to find the source: title, outlet, date, URL, archive URL.

Why it matters: without them the source cannot be found again, and nothing about it can be checked. An archive URL is
missed only where the entry says that there is one.

Remedy: fill the field from the original page; in a copy without links the registry can hold them.

Elsewhere: CS1 `err_citation_missing_title`, `err_bare_url_missing_title`, `err_cite_web_url`, `err_missing_periodical`.
"""

from collections.abc import Callable, Iterator

from verifier.model.article import Citation, EntryList
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

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
    """Yield one hit for each list and field that is missing in more than a few of its entries."""
    for each in dossier.article.plain_lists:
        for name, is_missing, severity in _FIELDS:
            missing = [entry.printed for entry in each.entries if entry.text and is_missing(entry.citation)]
            if missing and (len(missing) > _FEW * len(each.entries) or name == "title"):
                yield Hit(_told(name, missing, each), each.span, severity=severity, about=f"{name} {each.heading}")


def _told(name: str, missing: list[str], each: EntryList) -> str:
    if len(missing) == len(each.entries):
        return f"no entry has {'an' if name[0] in 'aou' else 'a'} {name}"
    named = ", ".join(missing[:_NAMED]) + (" ..." if len(missing) > _NAMED else "")
    have = "has" if len(missing) == 1 else "have"
    return f"{len(missing)} of {len(each.entries)} entries {have} no {name}: {named}"


def _is_print(citation: Citation) -> bool:
    return any(detail.lower().startswith(_PRINT) for detail in citation.details)


RULE = Rule("entry-field-missing", "entries lack a field", Severity.WARNING, check)

"""Sources as citeproc has them, CSL data, whatever they are written in; https://docs.citationstyles.org/en/stable/."""

from collections.abc import Iterator
from functools import partial

from verifier import dates
from verifier.bibliography.source import Source, address, date_of
from verifier.citations.rendered import split_urls
from verifier.model.article import Citation
from verifier.model.dates import Dates
from verifier.values import frozen

_LISTS = ("references", "items")  # keys under which the list of sources may stand: pandoc's, and Zotero's


@frozen
class Scalar:
    """A word or number, and where it stands."""

    text: str
    start: int
    end: int


Value = Scalar | list["Value"] | dict[str, "Value"]


def sources(value: Value) -> Iterator[Source]:
    """Yield the sources of a list of CSL items, or of a mapping that holds such a list; what has no id is none."""
    if isinstance(value, dict):
        value = next((value[name] for name in _LISTS if name in value), [])
    for each in value if isinstance(value, list) else ():
        if isinstance(each, dict) and isinstance(name := each.get("id"), Scalar) and name.text:
            yield Source(name.text, name.start, name.end, partial(_citation, each))


def _citation(fields: dict[str, Value]) -> Citation:
    link = address(_text(fields, "URL"), _text(fields, "DOI"))
    url, archive_url = split_urls(filter(None, [link, _text(fields, "archive_location")]))
    outlet = _text(fields, "container-title") or _text(fields, "publisher") or None
    return Citation(
        author=_names(fields.get("author")),
        title=_text(fields, "title") or None,
        outlet=outlet,
        published=_date(fields.get("issued")),
        accessed=_date(fields.get("accessed")),
        url=url,
        archive_url=archive_url,
        says_archived=archive_url is not None,
        says_accessed="accessed" in fields,
    )


def _text(fields: dict[str, Value], name: str) -> str:
    value = fields.get(name)
    return " ".join(value.text.split()) if isinstance(value, Scalar) else ""


def _names(value: Value | None) -> str | None:
    names = []
    for each in value if isinstance(value, list) else ():
        if isinstance(each, dict):
            parts = [_text(each, "family"), _text(each, "given")]
            names.append(_text(each, "literal") or ", ".join(part for part in parts if part))
    return "; ".join(filter(None, names)) or None


def _date(value: Value | None) -> Dates | None:
    """Return a date: its parts, or what it says in words."""
    if isinstance(value, dict):
        value = value.get("date-parts") or value.get("raw") or value.get("literal")
    if isinstance(value, Scalar):
        return dates.parse(value.text.strip())
    while isinstance(value, list) and value and isinstance(value[0], list):
        value = value[0]
    numbers = [each.text for each in value if isinstance(each, Scalar)] if isinstance(value, list) else []
    return date_of(numbers[:3]) if numbers and all(each.isdecimal() for each in numbers) else None

"""Write a draft as TOML, or add to a registry what it lacks; what a person wrote there stays as it is.

tomlkit keeps comments, order and spacing (https://tomlkit.readthedocs.io/). Only `verify init` comes here.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

import tomlkit
from tomlkit.items import AoT, Table

from verifier.errors import RegistryError
from verifier.escape import line
from verifier.identity import drafted_ids
from verifier.model.dates import Dates
from verifier.registry.draft import Draft, DraftClaim, DraftReference
from verifier.registry.parse import SCHEMA
from verifier.text import likeness

_ALIKE = 0.6  # share of the words of an outlet's name
_SIGNS = re.compile(r"[^\w+#]+")  # "C++" is not "C#"
_POSSIBLE = re.compile(r"[\w\-]+(?= \([01]\.[0-9]{2}\))")  # an id and its probability, as drafts write them
_HEAD = (
    "Which source each claim of the article rests on. Drafted by `verify init`; edit it freely:",
    "run again, init adds what is new and changes nothing that is here. Fields: docs/registry.md",
)


def fresh(made: Draft, path: str | None = None, url: str | None = None) -> str:
    """Return the text of a new registry, about the article at this path or URL."""
    document = tomlkit.document()
    for each in _HEAD:
        document.add(tomlkit.comment(each))
    document.add("schema", tomlkit.item(SCHEMA))
    document.add(tomlkit.nl())
    article = tomlkit.table()
    for key, place in (("path", path), ("url", url)):
        if place is not None:
            article.add(key, place)
    if made.title:
        article.add("title", made.title)
    article.add(tomlkit.nl())
    document.add("article", article)
    _fill(document, made.references, made.claims, spaced=False)
    return document.as_string()


def added(text: str, made: Draft) -> tuple[str, Draft]:
    """Return the registry with what it lacks added, and that part of the draft."""
    document = tomlkit.parse(text)
    _refuse_inline(document)
    names = _known_names(document, made)
    references = [replace(each, id=names[each.id]) for each in made.references if names[each.id] not in _ids(document)]
    passages = {"".join(str(each.get("text", "")).split()) for each in _tables(document, "claim")}
    new = [each for each in made.claims if "".join(each.text.split()) not in passages]
    ids = drafted_ids((each.id for each in new), {str(each.get("id", "")) for each in _tables(document, "claim")})
    claims = [replace(_citing(each, names), id=identifier) for each, identifier in zip(new, ids, strict=True)]
    _fill(document, references, claims, spaced=True)
    made_text = document.as_string()
    if "\r\n" in text:
        made_text = made_text.replace("\r\n", "\n").replace("\n", "\r\n")
    return made_text, replace(made, references=tuple(references), claims=tuple(claims))


def _refuse_inline(document: tomlkit.TOMLDocument) -> None:
    """Raise RegistryError where a list is written inline, to which no table can be added."""
    for name in ("reference", "claim"):
        if name in document and not isinstance(document[name], AoT):
            raise RegistryError(
                f"{name} = [...] is written inline", f"write each as a table, [[{name}]], and run again"
            )


def _ids(document: tomlkit.TOMLDocument) -> set[str]:
    return {str(each.get("id", "")) for each in _tables(document, "reference")}


def _known_names(document: tomlkit.TOMLDocument, made: Draft) -> dict[str, str]:
    """Return the id of each drafted reference: the registry's if it has the same source, else one it does not have.

    The same source has the same title, and no other outlet and no other date; without a title it has the same URL. A
    URL that differs may have been corrected by hand.
    """
    tables = list(_tables(document, "reference"))
    names: dict[str, str] = {}
    taken = _ids(document)
    for each in made.references:
        known = next((table for table in tables if _is_same(table, each)), None)
        name = str(known["id"]) if known is not None and "id" in known else drafted_ids([each.id], taken)[0]
        taken.add(name)
        names[each.id] = name
    return names


def _is_same(table: Table, made: DraftReference) -> bool:
    citation = made.citation
    title, url = _title(str(table.get("title", ""))), str(table.get("url", ""))
    if title != _title(citation.title or citation.translated or "") or not (title or url == citation.url):
        return False
    outlet, published = str(table.get("outlet", "")), str(table.get("published", ""))
    other_outlet = outlet and citation.outlet and likeness(outlet, citation.outlet) < _ALIKE
    return not other_outlet and not (published and citation.published and published != str(citation.published))


def _citing(claim: DraftClaim, names: dict[str, str]) -> DraftClaim:
    """Return the claim with the ids that the registry has for its references, also where it may mean them."""
    remarks = (_POSSIBLE.sub(lambda found: names.get(found[0], found[0]), each) for each in claim.remarks)
    return replace(claim, cites=tuple(names[each] for each in claim.cites), remarks=tuple(remarks))


def _title(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", text).casefold().split())


def _tables(document: tomlkit.TOMLDocument, name: str) -> Iterator[Table]:
    found = document.get(name)
    if isinstance(found, AoT):
        yield from found.body


def _fill(
    document: tomlkit.TOMLDocument,
    references: tuple[DraftReference, ...] | list[DraftReference],
    claims: tuple[DraftClaim, ...] | list[DraftClaim],
    *,
    spaced: bool,
) -> None:
    """Append the tables; `spaced` puts a blank line before each.

    In a new document tomlkit does that by itself, but not before the first claim.
    """
    for name, tables in (
        ("reference", [_reference(each) for each in references]),
        ("claim", [_claim(each) for each in claims]),
    ):
        if tables and name not in document:
            document.add(name, tomlkit.aot())
        for number, table in enumerate(tables):
            if spaced or (name == "claim" and number == 0 and references):
                table.trivia.indent = "\n"
            document[name].append(table)


def _reference(made: DraftReference) -> Table:
    citation = made.citation
    table = tomlkit.table()
    table.add("id", made.id)
    table.add("entry", made.entry)
    for key, value in (
        ("title", citation.title or citation.translated),
        ("outlet", citation.outlet),
        ("author", citation.author),
        ("url", citation.url),
        ("archive_url", citation.archive_url),
    ):
        if value:
            table.add(key, value)
    for key, date in (
        ("published", citation.published),
        ("accessed", citation.accessed),
        ("archived", citation.archived),
    ):
        if date is not None:
            table.add(key, _date(date))
    missing = [key for key, value in (("url", citation.url), ("archive_url", citation.archive_url)) if not value]
    if missing:
        table.add(tomlkit.comment(f"not in the article's list: {', '.join(missing)}"))
    return table


def _claim(made: DraftClaim) -> Table:
    table = tomlkit.table()
    table.add("id", made.id)
    table.add("text", made.text)
    table.add("markers", list(made.markers))
    table.add("cites", list(made.cites))
    for remark in made.remarks:
        table.add(tomlkit.comment(line(remark)))
    return table


def _date(date: Dates) -> object:
    return date.lo if date.is_day and date.lo == date.hi else str(date)

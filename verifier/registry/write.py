"""Write a draft as TOML, or add to a registry what it lacks; what a person wrote there stays as it is.

tomlkit keeps comments, order and spacing (https://tomlkit.readthedocs.io/). Only `verify init` comes here.
"""

from collections.abc import Iterator
from dataclasses import replace

import tomlkit
from tomlkit.items import AoT, Table

from verifier.escape import line
from verifier.model.dates import Dates
from verifier.registry.draft import Draft, DraftClaim, DraftReference
from verifier.registry.parse import SCHEMA
from verifier.text import words

_HEAD = (
    "Which source each claim of the article rests on. Drafted by `verify init`; edit it freely:",
    "run again, init adds what is new and changes nothing that is here. Fields: docs/registry.md",
)


def fresh(made: Draft, article_path: str) -> str:
    """Return the text of a new registry."""
    document = tomlkit.document()
    for each in _HEAD:
        document.add(tomlkit.comment(each))
    document.add("schema", tomlkit.item(SCHEMA))
    document.add(tomlkit.nl())
    article = tomlkit.table()
    article.add("path", article_path)
    if made.title:
        article.add("title", made.title)
    article.add(tomlkit.nl())
    document.add("article", article)
    _fill(document, made.references, made.claims, spaced=False)
    return document.as_string()


def added(text: str, made: Draft) -> tuple[str, int, int]:
    """Return the registry with what it lacks added, and how many references and claims that were."""
    document = tomlkit.parse(text)
    names = _known_names(document, made)
    references = [each for each in made.references if each.id not in names]
    passages = {"".join(str(each.get("text", "")).split()) for each in _tables(document, "claim")}
    taken = {str(each.get("id", "")) for each in _tables(document, "claim")}
    claims = [each for each in made.claims if "".join(each.text.split()) not in passages and each.id not in taken]
    _fill(document, references, [_citing(each, names) for each in claims], spaced=True)
    return document.as_string(), len(references), len(claims)


def _known_names(document: tomlkit.TOMLDocument, made: Draft) -> dict[str, str]:
    """Return for the drafted references that the registry has, by id or title, the id it has there."""
    tables = list(_tables(document, "reference"))
    ids = {str(each.get("id", "")) for each in tables}
    titles = {_title(str(each.get("title", ""))): str(each.get("id", "")) for each in tables}
    names = {}
    for each in made.references:
        title = _title(each.citation.title or "")
        if each.id in ids:
            names[each.id] = each.id
        elif title and title in titles:
            names[each.id] = titles[title]
    return names


def _citing(claim: DraftClaim, names: dict[str, str]) -> DraftClaim:
    """Return the claim with the ids that the registry has for its references."""
    return replace(claim, cites=tuple(names.get(each, each) for each in claim.cites))


def _title(text: str) -> str:
    return " ".join(words(text))


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
    """Append the tables; `spaced` puts a blank line before each, which tomlkit does by itself in a new document."""
    for name, tables in (
        ("reference", [_reference(each) for each in references]),
        ("claim", [_claim(each) for each in claims]),
    ):
        if tables and name not in document:
            document.add(name, tomlkit.aot())
        for table in tables:
            if spaced:
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

"""Read a registry, schema 1, and report everything that is wrong with it at once, each with its line.

The form is described in docs/registry.md. Errors are RegistryError: a check with half a registry would tell lies.
"""

import datetime as dt
import re
import tomllib
from collections.abc import Collection
from difflib import get_close_matches
from typing import Any

from verifier import urls
from verifier.errors import InputError, RegistryError
from verifier.model.registry import Reference, Registry, RegistryClaim, Waiver
from verifier.registry import archives, canary, confirmation, outlets
from verifier.registry.fields import Fields
from verifier.registry.lines import Table, named, outside_strings, tables
from verifier.registry.waivers import BY_HAND
from verifier.text import counted

SCHEMA = 1
LIMIT = 10_000_000  # bytes
_LONGEST_WAIVER = 365  # days ahead
_REASON = 10  # characters of a reason
_DOTS = 20  # in one key: tomllib takes quadratic time over them
_TOLD = 50  # problems that are told of one registry
_TARGETS = ("claim", "url", "host", "glob")
_TOP = ("schema", "article", "reference", "claim", "waiver", "archive", "outlet", "canary", "confirmation")
REFERENCE = (
    *("id", "entry", "title", "outlet", "author", "url", "archive_url"),
    *("published", "accessed", "archived"),
)
_HINT = "correct the lines named and run again; docs/registry.md describes each field"


def parse(data: bytes, path: str, *, today: dt.date, rules: Collection[str] = ()) -> Registry:
    """Return the registry. `rules` are the ids that a waiver may name; none given: any.

    Raises RegistryError with one line per problem.
    """
    text = _text(data, path)
    return _Reader(path, text, _loaded(text, path), today, rules).registry()


def article_place(data: bytes, path: str) -> tuple[str | None, str | None]:
    """Return path, relative to the registry, and URL of the article it is about, None for what it does not give.

    Where both are given, the path is read. Raises RegistryError.
    """
    article = _loaded(_text(data, path), path).get("article")
    given = [article.get(name) if isinstance(article, dict) else None for name in ("path", "url")]
    found = [value if isinstance(value, str) and value.strip() else None for value in given]
    return found[0], found[1]


def article_line(data: bytes, path: str) -> int:
    """Return the line on which the registry names its article's path."""
    found = named(tables(_text(data, path)), "article", 1)
    return found[0].keys.get("path", found[0].line) if found else 1


class _Reader:
    """One reading of one registry; it collects the problems."""

    def __init__(self, path: str, text: str, values: dict[str, Any], today: dt.date, rules: Collection[str]) -> None:
        self._path = path
        self._values = values
        self._lines = tuple(text.split("\n"))
        self._today = today
        self._rules = rules
        self._tables = tables(text)
        self._problems: list[tuple[int, str]] = []

    def registry(self) -> Registry:
        """Return the registry or raise all that was found wrong."""
        top = Fields("", self._values, self._tables[0], self._problem)
        top.only(_TOP)
        if self._values.get("schema") != SCHEMA or isinstance(self._values.get("schema"), bool):
            top.wrong("schema", f"schema must be {SCHEMA}; write schema = {SCHEMA} at the top")
        article = self._article()
        references = tuple(self._reference(fields) for fields in self._all("reference"))
        claims = tuple(self._claim(fields, references) for fields in self._all("claim"))
        waivers = tuple(self._waiver(fields, claims) for fields in self._all("waiver"))
        added = tuple(archives.read(fields) for fields in self._all("archive"))
        known = tuple(outlets.read(fields) for fields in self._all("outlet"))
        trusted = canary.read(self._one("canary")) if "canary" in self._values else None
        confirmed = confirmation.read(self._one("confirmation"))
        self._unique([(each.id, each.line) for each in references], "reference")
        self._unique([(each.id, each.line) for each in claims], "claim")
        if not references and not claims and not self._problems:
            self._problem(1, "the registry has no reference and no claim; draft one with: verify init ARTICLE")
        if self._problems:
            raise RegistryError("\n".join(self._told()), _HINT)
        path, title, url = article.text("path"), article.text("title"), article.text("url")
        found = (references, claims, waivers, self._lines, added, known, trusted, confirmed)
        return Registry(self._path, path, title, url, *found)

    def _told(self) -> list[str]:
        """Return the problems from top to bottom, of very many the first ones: one slip is made on every line."""
        told = [
            f"{self._path}:{line}: {text}" if line else f"{self._path}: {text}" for line, text in sorted(self._problems)
        ]
        more = len(told) - _TOLD
        return [*told[:_TOLD], f"{self._path}: and {counted(more, 'more problem')} further down"] if more > 0 else told

    def _problem(self, line: int | None, text: str) -> None:
        self._problems.append((line or 0, text))

    def _article(self) -> Fields:
        fields = self._one("article")
        fields.only(("path", "title", "url"))
        url = fields.text("url")
        path = fields.text("path", required=url is None)
        fields.text("title")
        if path is None and url is not None:
            _check_page(fields, url)
        return fields

    def _one(self, name: str) -> Fields:
        """Return the table ``[name]``, empty where there is none."""
        values = self._values.get(name, {})
        if not isinstance(values, dict):
            self._problem(self._tables[0].keys.get(name, 1), f"{name} must be a table: write [{name}]")
            values = {}
        table = next((table for table in self._tables if table.name == name), None)
        return Fields(f"[{name}]", values, table, self._problem)

    def _all(self, name: str) -> list[Fields]:
        """Return the tables ``[[name]]``, each with its line where the lines can be trusted."""
        values = self._values.get(name, [])
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            self._problem(self._tables[0].keys.get(name, 1), f"{name} must be a list of tables: write [[{name}]]")
            return []
        places: list[Table] | list[None] = named(self._tables, name, len(values)) or [None] * len(values)
        fields = []
        for number, (value, place) in enumerate(zip(values, places, strict=True), 1):
            identifier = value.get("id")
            label = f'{name} "{identifier}"' if isinstance(identifier, str) else f"{name} {number}"
            fields.append(Fields(label, value, place, self._problem))
        return fields

    def _reference(self, fields: Fields) -> Reference:
        fields.only(REFERENCE)
        return Reference(
            id=fields.identifier("id") or "",
            line=fields.line,
            title=fields.text("title"),
            outlet=fields.text("outlet"),
            entry=fields.text("entry"),
            author=fields.text("author"),
            url=fields.text("url"),
            archive_url=fields.text("archive_url"),
            published=fields.date("published"),
            accessed=fields.date("accessed"),
            archived=fields.date("archived"),
            lines=fields.lines(),
        )

    def _claim(self, fields: Fields, references: tuple[Reference, ...]) -> RegistryClaim:
        fields.only(("id", "text", "markers", "cites"))
        cites = fields.texts("cites")
        known = {each.id for each in references}
        for each in cites:
            if each not in known:
                fields.wrong("cites", f'cites "{each}", and no reference has that id{_close(each, known)}')
        return RegistryClaim(
            id=fields.identifier("id") or "",
            line=fields.line,
            text=fields.text("text", required=True) or "",
            markers=fields.texts("markers"),
            cites=cites,
        )

    def _waiver(self, fields: Fields, claims: tuple[RegistryClaim, ...]) -> Waiver:
        fields.only((*_TARGETS, "rules", "reason", "by", "until", "as", "on"))
        targets = {name: value for name in _TARGETS if (value := fields.text(name)) is not None}
        if len(targets) != 1:
            fields.wrong("claim", f"exactly one of {', '.join(_TARGETS)} must be given, not {len(targets)}")
        known = {each.id for each in claims}
        if "claim" in targets and targets["claim"] not in known:
            fields.wrong("claim", f'no claim has the id "{targets["claim"]}"{_close(targets["claim"], known)}')
        rules = fields.texts("rules", required=True)
        for rule in rules:
            if self._rules and rule not in self._rules:
                fields.wrong("rules", f'no rule has the id "{rule}"{_close(rule, self._rules)}')
        reason = fields.text("reason", required=True) or ""
        if reason and len(reason.strip()) < _REASON:
            fields.wrong("reason", f"reason must have {_REASON} characters or more: say why the finding may stay")
        until = fields.day("until") or self._today
        if (until - self._today).days > _LONGEST_WAIVER:
            fields.wrong(
                "until", f"until is more than {_LONGEST_WAIVER} days ahead; waivers are judged again each year"
            )
        by = fields.text("by", required=True) or ""
        kind = fields.text("as")
        if kind not in (None, BY_HAND):
            fields.wrong("as", f'as must be "{BY_HAND}", or be left out, not "{kind}"')
        return Waiver(
            fields.line, rules, reason, by, until, by_hand=kind == BY_HAND, on=self._on(fields, kind, until), **targets
        )

    def _on(self, fields: Fields, kind: str | None, until: dt.date) -> dt.date | None:
        """Return the day somebody has looked at the source; None where the waiver does not tell it."""
        if fields.date("on") is None:
            return None
        on = fields.day("on")
        if kind != BY_HAND:
            fields.wrong("on", f'on is the day of a check by hand; add as = "{BY_HAND}", or take it out')
        if on is not None and on > until:
            fields.wrong("on", f"on is after until, {until}; it is the day somebody has looked")
        return on

    def _unique(self, found: list[tuple[str, int]], name: str) -> None:
        first: dict[str, int] = {}
        for identifier, line in found:
            if identifier in first:
                where = f" (first on line {first[identifier]})" if first[identifier] else ""
                self._problem(line, f'{name} id "{identifier}" is used twice{where}')
            elif identifier:
                first[identifier] = line


def _check_page(fields: Fields, url: str) -> None:
    """Report a URL that cannot be read in the place of a path."""
    try:
        urls.parse(url)
    except InputError as error:
        fields.wrong("url", f"url is read where there is no path: {error.message}; {error.hint}")


def _close(word: str, known: Collection[str]) -> str:
    close = get_close_matches(word, sorted(known), 1)
    return f"; did you mean {close[0]}?" if close else ""


def _text(data: bytes, path: str) -> str:
    if len(data) > LIMIT:
        raise RegistryError(f"{path}: is larger than {LIMIT // 1_000_000} MB", "split the registry")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RegistryError(
            f"{path}:{line}: byte {error.start} is not UTF-8", "save the registry as UTF-8; TOML allows nothing else"
        ) from error
    if text.lstrip().startswith("{"):
        raise RegistryError(f"{path}:1: this is JSON, and a registry is TOML", _HINT)
    if not text.strip():
        raise RegistryError(f"{path}: is empty", "draft a registry with: verify init ARTICLE")
    return text


def _loaded(text: str, path: str) -> dict[str, Any]:
    for number, line in outside_strings(text):
        if re.match(rf"[^=\"'#]*(?:\.[^=\"'#.]*){{{_DOTS},}}", line):
            raise RegistryError(f"{path}:{number}: a key with more than {_DOTS} dots", _HINT)
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise RegistryError(f"{path}: is nested too deeply to be read", _HINT) from error
    except ValueError as error:  # TOMLDecodeError, and Python's limit on digits
        where = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        place = f":{where[1]}:{where[2]}" if where else ""
        reason = re.sub(r"\s*\(at [^)]*\)", "", str(error)).splitlines()[0][:200]
        raise RegistryError(f"{path}{place}: not valid TOML: {reason}", _HINT) from error

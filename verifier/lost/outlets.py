"""Which outlet a citation names, and what its addresses look like: registry, other references, then the table."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from verifier import urls
from verifier.errors import InputError
from verifier.lost import dated, slugs
from verifier.model.outlets import Outlet
from verifier.model.registry import Reference, Registry
from verifier.text import words

_ARTICLES = frozenset(("the", "a"))
_DATED = re.compile(r"^.*/\{year\}/(?:\{month\}|\{mon\})/(?:\{day\}/)?")


class Book:
    """All that is known about outlets while one registry is searched, the registry's word first."""

    def __init__(self, registry: Registry) -> None:
        self._given = registry.outlets
        self._articles: dict[str, list[Reference]] = defaultdict(list)
        for each in registry.references:
            if each.url is not None:
                self._articles[_folded(each.outlet or "")].append(each)
        self._known: dict[str, Outlet | None] = {}

    def of(self, name: str) -> Outlet | None:
        """Return the outlet of this name, None if nothing is known about it."""
        folded = _folded(name)
        if folded not in self._known:
            self._known[folded] = self._read(name, folded) if folded else None
        return self._known[folded]

    def _read(self, name: str, folded: str) -> Outlet | None:
        sources = (*self._given, *_learned(name, self._articles[folded]), *known_outlets())
        found = [each for each in sources if folded in map(_folded, each.names)]
        if not found:
            return None
        return Outlet(
            (name,),
            _once(each.hosts for each in found),
            _once(each.articles for each in found),
            _once(each.folders for each in found),
            ", ".join(_once((each.source,) for each in found)),
        )


@cache
def known_outlets() -> tuple[Outlet, ...]:
    """Return the table outlets.toml, in the order of the file."""
    read = tomllib.loads(resources.files("verifier.lost").joinpath("outlets.toml").read_text("utf-8"))
    return tuple(
        Outlet(
            tuple(row["names"]),
            tuple(row["hosts"]),
            tuple(row.get("articles", ())),
            tuple(row.get("folders", ())),
            row["source"],
        )
        for row in read["outlet"]
    )


def _learned(name: str, references: Iterable[Reference]) -> Iterator[Outlet]:
    """Yield what the addresses of other references of the outlet show."""
    for each in references:
        try:
            read = urls.parse(each.url or "")
        except InputError:
            continue
        pattern, is_whole = _pattern(read.wire, each)
        is_article = slugs.share(slugs.telling(each.title or ""), pattern) >= slugs.ALIKE or is_whole
        folder = _DATED.match(pattern) if is_article else None  # a picture's folder says nothing of articles
        yield Outlet(
            (name,),
            (read.host,),
            (pattern,) if is_whole else (),
            (folder[0],) if folder else (),
            f"the URL of {each.id}",
        )


def _pattern(address: str, reference: Reference) -> tuple[str, bool]:
    """Return the address with its date and slug taken out, and whether nothing of this one page is left in it."""
    if reference.published is not None:
        address = dated.emptied(address, reference.published.lo)
    folder, slash, last = address.partition("?")[0].rstrip("/").rpartition("/")
    tail = "/" if address.endswith("/") else ""
    title = reference.title or ""
    for slug, name in (*((each, "{slug}") for each in slugs.variants(title)), (slugs.short(title), "{short}")):
        if slug and last.partition(".")[0] == slug:
            made = f"{folder}{slash}{name}{last[len(slug) :]}{tail}"
            return made, "?" not in address and not re.search("[0-9]{3}", urls.parse(made).target)
    return address, False


def _folded(name: str) -> str:
    return "".join(word for word in words(name.replace("-", " ")) if word not in _ARTICLES)


def _once(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for group in groups for each in group if each))

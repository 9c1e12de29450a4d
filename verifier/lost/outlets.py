"""Which outlet a citation names, and what its addresses look like: registry, other references, then the table."""

import re
import tomllib
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


def of(name: str, registry: Registry) -> Outlet | None:
    """Return all that is known about the outlet of this name, the registry's word first; None if it is unknown."""
    sources = (*registry.outlets, *_learned(name, registry.references), *known_outlets())
    found = [each for each in sources if _folded(name) in map(_folded, each.names)]
    if not found or not _folded(name):
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
        if each.url is None or _folded(each.outlet or "") != _folded(name):
            continue
        try:
            read = urls.parse(each.url)
        except InputError:
            continue
        pattern, is_whole = _pattern(read.wire, each)
        folder = _DATED.match(pattern)
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
    for slug in slugs.variants(reference.title or ""):
        if last == slug or last.partition(".")[0] == slug:
            made = f"{folder}{slash}{{slug}}{last[len(slug) :]}{tail}"
            return made, "?" not in address and not re.search("[0-9]{3}", urls.parse(made).target)
    return address, False


def _folded(name: str) -> str:
    return "".join(word for word in words(name.replace("-", " ")) if word not in _ARTICLES)


def _once(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for group in groups for each in group if each))

"""The known archives and how far to trust them: the dated table hosts.toml, read once, when first asked."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from verifier import urls
from verifier.errors import InputError


@dataclass(frozen=True, slots=True)
class ArchiveHost:
    """One known archive. `domains` are whole host names without "www."; `paths` are (host, leading path) pairs.

    `method` and `trust` are words explained at the top of hosts.toml; `note` says why, "" where nothing is odd.
    """

    id: str
    name: str
    domains: tuple[str, ...]
    paths: tuple[tuple[str, str], ...]
    method: str
    trust: str
    note: str
    source: str


def archive_host(url: str) -> ArchiveHost | None:
    """Return the archive the URL points into, None for any other host and for what is not a URL."""
    try:
        read = urls.parse(url)
    except InputError:
        return None
    host = read.host.removeprefix("www.")
    for archive in known_archives():
        below = dict(archive.paths).get(host)
        if host in archive.domains or (below is not None and read.target.startswith(below)):
            return archive
    return None


@cache
def known_archives() -> tuple[ArchiveHost, ...]:
    """Return the whole table, in the order of the file."""
    return tuple(_host(row) for row in _table()["archive"])


def as_of() -> dt.date:
    """Return the day on which the facts of the table were last checked."""
    day: dt.date = _table()["as_of"]
    return day


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("verifier").joinpath("hosts.toml").read_text("utf-8"))


def _host(row: dict[str, Any]) -> ArchiveHost:
    return ArchiveHost(
        id=row["id"],
        name=row["name"],
        domains=tuple(row["domains"]),
        paths=tuple(sorted(row.get("paths", {}).items())),
        method=row["method"],
        trust=row["trust"],
        note=row.get("note", ""),
        source=row["source"],
    )

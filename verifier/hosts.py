"""The known archives and how far to trust them: the dated table hosts.toml, read once, when first asked."""

import datetime as dt
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from verifier import urls
from verifier.errors import InputError
from verifier.model.archives import ArchiveHost

REGISTRY = "the registry"  # the source of an archive that the table does not know


@lru_cache(4096)  # asked several times for each URL
def archive_host(url: str) -> ArchiveHost | None:
    """Return the archive the URL points into, None for any other host and for what is not a URL."""
    try:
        read = urls.parse(url)
    except InputError:
        return None
    name = read.host.removeprefix("www.")
    return next((archive for archive in _by_name().get(name, ()) if archive.has(read.host, read.target)), None)


def is_on(archive: ArchiveHost, url: str) -> bool:
    """Tell whether the URL points into this archive."""
    try:
        read = urls.parse(url)
    except InputError:
        return False
    return archive.has(read.host, read.target)


@cache
def known_archives() -> tuple[ArchiveHost, ...]:
    """Return the whole table, in the order of the file."""
    return tuple(_host(row) for row in _table()["archive"])


@cache
def _by_name() -> dict[str, list[ArchiveHost]]:
    """Return the archives that may be meant by each host name, in the order of the file."""
    found: dict[str, list[ArchiveHost]] = {}
    for archive in known_archives():
        for name in dict.fromkeys((*archive.domains, *(host for host, _ in archive.paths))):
            found.setdefault(name, []).append(archive)
    return found


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
        reader=row.get("reader", row["method"]),
        play=row.get("play", ""),
        timemap=row.get("timemap", ""),
        timegate=row.get("timegate", ""),
    )

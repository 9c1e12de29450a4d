"""Read the archives that a registry adds to the known ones: a library's own, say, that answers as RFC 7089 says."""

from verifier import hosts, urls
from verifier.errors import InputError
from verifier.model.archives import ArchiveHost
from verifier.registry.fields import Fields
from verifier.text import kebab

_METHODS = ("memento", "manual")
_PREFIXES = ("play", "timemap", "timegate")


def read(fields: Fields) -> ArchiveHost:
    """Return one ``[[archive]]``; what is wrong with it is reported, as is a host that is known already."""
    fields.only(("name", "hosts", "method", "note", *_PREFIXES))
    name = fields.text("name", required=True) or ""
    domains = fields.hosts("hosts")
    for each in domains:
        known = hosts.archive_host(f"https://{each}/web/")
        if known is not None:
            fields.wrong("hosts", f'"{each}" is known already: it is {known.name}')
    method = fields.text("method") or "memento"
    if method not in _METHODS:
        fields.wrong("method", f'method must be one of {", ".join(_METHODS)}, not "{method}"')
    play, timemap, timegate = (_prefix(fields, key, domains) for key in _PREFIXES)
    return ArchiveHost(
        kebab(name),
        name,
        domains,
        method=method,
        note=fields.text("note") or "",
        source=hosts.REGISTRY,
        play=play,
        timemap=timemap,
        timegate=timegate,
    )


def _prefix(fields: Fields, key: str, domains: tuple[str, ...]) -> str:
    """Return what stands before a timestamp or a page; it must be on the archive's own hosts and end with a slash."""
    value = fields.text(key) or ""
    try:
        is_own = not value or urls.parse(value).host.removeprefix("www.") in domains
    except InputError:
        is_own = False
    if not is_own or (value and not value.endswith("/")):
        fields.wrong(key, f'{key} must be an address on one of its hosts that ends with "/", not "{value[:80]}"')
    return value

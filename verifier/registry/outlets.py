"""Read the outlets that a registry describes, so that their lost articles can be searched for."""

import re

from verifier import urls
from verifier.errors import InputError
from verifier.hosts import REGISTRY
from verifier.model.outlets import Outlet
from verifier.registry.fields import Fields

_PLACES = ("slug", "short", "year", "month", "day", "mon")


def read(fields: Fields) -> Outlet:
    """Return one ``[[outlet]]``; what is wrong with it is reported."""
    fields.only(("names", "hosts", "articles", "folders"))
    names, hosts = fields.texts("names", required=True), fields.hosts("hosts")
    articles, folders = (
        _patterns(fields, key, needed) for key, needed in (("articles", ("slug", "short")), ("folders", ("year",)))
    )
    return Outlet(names, hosts, articles, folders, REGISTRY)


def _patterns(fields: Fields, key: str, needed: tuple[str, ...]) -> tuple[str, ...]:
    found = fields.texts(key)
    for each in found:
        unknown = sorted(set(re.findall(r"\{([^}]*)\}", each)) - set(_PLACES))
        if unknown:
            known = ", ".join(f"{{{name}}}" for name in _PLACES)
            fields.wrong(key, f"{key}: {{{unknown[0]}}} stands for nothing; known are {known}")
        elif not any(f"{{{name}}}" in each for name in needed) or not _is_url(re.sub(r"[{}]", "", each)):
            fields.wrong(key, f'{key} must be web addresses with {{{needed[0]}}} in them, not "{each[:80]}"')
    return found


def _is_url(address: str) -> bool:
    try:
        urls.parse(address)
    except InputError:
        return False
    return True

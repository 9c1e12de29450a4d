"""Read the two addresses by which a registry tells whether the Wayback Machine, or what stands in for it, is well."""

from verifier import hosts, urls
from verifier.errors import InputError
from verifier.model.archives import Canary
from verifier.registry.fields import Fields
from verifier.urls import moment


def read(fields: Fields) -> Canary:
    """Return ``[canary]``; what is wrong with it is reported."""
    fields.only(("plays", "absent"))
    return Canary(*(_asked(fields, key) for key in ("plays", "absent")))


def _asked(fields: Fields, key: str) -> str:
    """Return the address as it is asked for; it must be a snapshot's, with all 14 digits."""
    value = fields.text(key, required=True) or ""
    archive = hosts.archive_host(value)
    try:
        snapshot = urls.read_snapshot(value) if archive is not None and archive.id == "wayback" else None
    except InputError:
        snapshot = None
    if snapshot is None or moment(snapshot.stamp) is None or not snapshot.inner:
        if value:
            form = "https://web.archive.org/web/20200102030405/http://example.org/"
            fields.wrong(key, f'{key} must be an address like {form}, not "{value[:80]}"')
        return ""
    return snapshot.original

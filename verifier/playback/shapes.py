"""Addresses of archives after RFC 7089: something, a timestamp, and the page."""

import re

from verifier import urls
from verifier.errors import InputError
from verifier.model.archives import ArchiveHost
from verifier.urls import SnapshotUrl

# .../20200102030405/http://example.org/, .../20200102030405id_/..., and Pandora's .../20200102-0304/...
_SHAPE = re.compile(
    r"(/(?:[^/?#]++/){0,6}?)(?:([0-9*]{1,16})([a-z]{2}_)?|([0-9]{8})-([0-9]{4}))/(?=[^/?#]*[.:])(.++)", re.S
)


def read(archive: ArchiveHost, url: str) -> SnapshotUrl | None:
    """Take the address apart, None if it is not on the archive or names no capture. The page may lack its scheme."""
    try:
        address = urls.parse(url)
    except InputError:
        return None
    found = _SHAPE.fullmatch(address.target)
    if found is None or not archive.has(address.host, address.target):
        return None
    before, stamp, modifier, day, time, page = found.groups()
    root = address.wire[: len(address.wire) - len(urls.ascii_only(address.target))]
    stamp = stamp or f"{day}{time}00"
    return SnapshotUrl(stamp, modifier or "", urls.inner_page(page), base=f"{root}{before}", play=archive.play)

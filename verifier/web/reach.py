"""Where the operator lets requests go beside the public web: hosts of his own, and a stand-in for the Wayback Machine.

Only the command line and the configuration can say so. What an article, a registry or a redirect names is either among
these or must be public.
"""

import re
from collections.abc import Sequence

from verifier import urls
from verifier.errors import InputError, UsageError
from verifier.urls import Url
from verifier.values import frozen

_ROUTED = ("web.archive.org", "archive.org")


@frozen
class Reach:
    """`allowed` are (host, port) pairs that may be inner; `wayback` is asked instead of the Wayback Machine."""

    allowed: frozenset[tuple[str, int]] = frozenset()
    wayback: Url | None = None

    def route(self, url: Url) -> Url:
        """Return the URL that is really asked: the same, or the one at the stand-in."""
        base = self.wayback
        if base is None or url.host not in _ROUTED:
            return url
        return Url(base.scheme, base.host, base.port, base.target + url.target)

    def lets(self, asked: Url, cited: Url) -> bool:
        """Tell whether the operator answers for what is asked, whatever its address."""
        return asked is not cited or (asked.host, asked.port) in self.allowed

    def cited(self, text: str, cited: Url) -> str:
        """Return a header of the stand-in with its own addresses as the Wayback Machine would write them."""
        if self.wayback is None or cited.host not in _ROUTED:
            return text
        base = self.wayback.wire.rstrip("/")
        return text.replace(f"{base}/", f"{cited.scheme}://{cited.host}/")


def reach(wayback: str | None, hosts: Sequence[str]) -> Reach:
    """Return what the operator allows, from `--wayback-url` and `--allow-host`. Raises UsageError."""
    return Reach(frozenset(_pair(host) for host in hosts), _base(wayback) if wayback else None)


def _base(url: str) -> Url:
    try:
        read = urls.parse(url)
    except InputError as error:
        raise UsageError(f"--wayback-url: {error.message}", "give it like http://127.0.0.1:8080/") from error
    if "?" in read.target:
        raise UsageError("--wayback-url: has a query", "give the address before web/, like http://127.0.0.1:8080/")
    return Url(read.scheme, read.host, read.port, re.sub("(?:/web)?/*$", "", read.target))


def _pair(host: str) -> tuple[str, int]:
    try:
        read = urls.parse(f"http://{host}/")
        is_pair = read.target == "/" and "@" not in host and host.rpartition(":")[2] == str(read.port)
    except InputError:
        is_pair = False
    if not is_pair:
        raise UsageError(f'--allow-host: "{host}" is no HOST:PORT', "give it like 127.0.0.1:8080")
    return read.host, read.port

"""The address guard: which URLs and which addresses may be contacted. Pure; the dialling is in verifier.web.http.

The list is our own because `ipaddress.is_global` has changed over the versions of Python and calls NAT64, 6to4 and
multicast addresses global (https://github.com/python/cpython/issues/113171). Sources: the IANA registries of special
addresses (https://www.iana.org/assignments/iana-ipv4-special-registry, .../iana-ipv6-special-registry); for
168.63.129.16 https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16.
"""

import ipaddress
from collections.abc import Callable

from verifier import urls
from verifier.errors import InputError, Refused, Unreachable
from verifier.urls import Url

Resolver = Callable[[str, int], tuple[str, ...]]  # host, port -> addresses as text; raises OSError

_CLOSED_V4 = tuple(
    map(
        ipaddress.IPv4Network,
        (
            *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
            *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"),
            *("203.0.113.0/24", "224.0.0.0/3", "168.63.129.16/32"),
        ),
    )
)
NO_SUCH_HOST = "no-such-host"  # the kind of fault: the name servers know no such name
_OPEN_V6 = ipaddress.IPv6Network("2000::/3")
_CLOSED_V6 = tuple(map(ipaddress.IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))


class NoName(OSError):
    """The name servers answer that there is no such name; they are neither silent nor in trouble."""


def admit(url: str) -> Url:
    """Read a URL that is about to be sent; raise Refused for what must not be contacted, whatever it resolves to."""
    here = read(url)
    if here.port not in (80, 443):
        raise Refused(f"{_written(here.host)}: port {here.port} is not asked", "only ports 80 and 443 are")
    if here.host == "localhost" or here.host.endswith(".localhost"):
        raise Refused(f"{here.host} is this computer", "cite a public address")
    return here


def refuse(url: str) -> None:
    """Raise Refused for what can be told from the URL alone to be an inner address or no address to ask."""
    here = admit(url)
    if _is_literal(here.host):
        vetted(here.host, here.port, lambda host, port: ())


def read(url: str) -> Url:
    """Read a URL; raise Refused for what is none."""
    try:
        return urls.parse(url)
    except InputError as error:
        raise Refused(f"{urls.redact(url)[:200]}: {error.message}", error.hint) from error


def vetted(host: str, port: int, resolve: Resolver, is_free: bool = False) -> tuple[str, ...]:
    """Resolve the host once and return its addresses; refuse them all if one of them is not public.

    `is_free` says that the operator answers for the host.

    Raises Refused, or Unreachable if the name has no address.
    """
    addresses = (host,) if _is_literal(host) else _resolved(host, port, resolve)
    for address in addresses:
        if not is_free and not is_public(address):
            raise Refused(
                f"{_written(host)} leads to {_written(address)}, which is not a public address", "cite a public address"
            )
    return addresses


def is_public(address: str) -> bool:
    """Tell whether an IP address, as text, is one the public internet routes to; False for what is no address."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv4Address):
        return not any(found in network for network in _CLOSED_V4)
    return found.scope_id is None and found in _OPEN_V6 and not any(found in network for network in _CLOSED_V6)


def _written(host: str) -> str:
    return f"[{host}]" if ":" in host else host  # as in a URL; "::" alone would look like an order to a CI


def _is_literal(host: str) -> bool:
    return ":" in host or host.rpartition(".")[2].isdigit()  # `urls.parse` lets no other host end in a number


def _resolved(host: str, port: int, resolve: Resolver) -> tuple[str, ...]:
    try:
        addresses = resolve(host, port)
    except (OSError, UnicodeError) as error:
        kind = NO_SUCH_HOST if isinstance(error, NoName) else None
        raise Unreachable(f"{host}: the name cannot be resolved", "check the network and run again", kind) from error
    if not addresses:
        raise Unreachable(f"{host}: the name has no address", "check the network and run again")
    return addresses

"""How requests is made to connect where we say: to addresses that were vetted, with certificates loaded once.

The seam is `_new_conn` of urllib3's two connection classes; the name for TLS stays the host's. Loading the roots costs
18 ms and requests does it for every connection (https://github.com/python/cpython/issues/95031).
"""

import socket
import ssl
from collections.abc import Callable
from functools import cache
from typing import Any

import urllib3
from requests.adapters import HTTPAdapter
from requests.utils import DEFAULT_CA_BUNDLE_PATH
from urllib3.connection import HTTPConnection, HTTPSConnection

Dialer = Callable[[str, int, float], socket.socket]  # address, port, seconds -> a connected socket; raises OSError


def system_resolver(host: str, port: int) -> tuple[str, ...]:
    """Return the addresses of the host in the system's order. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(info[4][0]) for info in found))


def system_dialer(address: str, port: int, seconds: float) -> socket.socket:
    """Connect to an address. Raises OSError."""
    return socket.create_connection((address, port), seconds)


def adapter(connect: Callable[[], socket.socket], roots: str | None) -> HTTPAdapter:
    """Return an adapter for one exchange that gets its connection from `connect`; `roots` is a certificate file."""
    return _Adapter(connect, _trusted(roots or DEFAULT_CA_BUNDLE_PATH))


class _Adapter(HTTPAdapter):
    def __init__(self, connect: Callable[[], socket.socket], trusted: ssl.SSLContext) -> None:
        self._connect = connect
        self._trusted = trusted
        super().__init__()

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **options: Any) -> None:
        super().init_poolmanager(connections, maxsize, block, ssl_context=self._trusted, **options)
        self.poolmanager.pool_classes_by_scheme = _pools(self._connect)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        conn.cert_reqs, conn.ca_certs = "CERT_REQUIRED", None  # the context holds the roots; requests would reload them


def _pools(connect: Callable[[], socket.socket]) -> dict[str, type[urllib3.HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return connect()

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return connect()

    class PlainPool(urllib3.HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(urllib3.HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


@cache
def _trusted(roots: str) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=roots)

"""How requests is made to connect where we say: to addresses that were vetted, with certificates loaded once.

The seam is `_new_conn` of urllib3's two connection classes; the name for TLS stays the host's. Loading the roots costs
18 ms, and requests does it for every connection (https://github.com/python/cpython/issues/95031); so one context holds
them for all, and one adapter keeps the connections of all workers.
"""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from queue import Empty, SimpleQueue
from typing import Any, Protocol

import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from requests.utils import DEFAULT_CA_BUNDLE_PATH
from urllib3.connection import HTTPConnection, HTTPSConnection

from verifier import files, urls
from verifier.errors import UsageError
from verifier.urls import Url
from verifier.web import guard

Dialer = Callable[[str, int, float], socket.socket]  # address, port, seconds -> a connected socket; raises OSError
Resolver = Callable[[str, int], tuple[str, ...]]  # host, port -> addresses as text; raises OSError
_NO_NAME = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
_LOOK_UP = 0.1  # seconds between two looks at the deadline
_HOSTS = 512  # pools that are kept: more than hosts in play
_KEPT = 8  # connections that are kept to one of them


class Watch(Protocol):
    """Who must know the socket of an exchange; `fired` tells that its time is up."""

    fired: bool

    def watch(self, connected: socket.socket) -> None:
        """Take note of the socket before anything is sent over it."""
        ...


@dataclass(slots=True)
class Exchange:
    """One exchange of this thread: how it connects, who watches its socket, and whether that had served another."""

    connect: Callable[[], socket.socket]
    deadline: Watch
    reused: bool = False


_here = threading.local()


def system_resolver(host: str, port: int) -> tuple[str, ...]:
    """Return the addresses of the host in the system's order. Raises OSError; NoName after two such answers."""
    try:
        return _resolved(host, port)
    except guard.NoName:
        return _resolved(host, port)


def _resolved(host: str, port: int) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno in _NO_NAME:
            raise guard.NoName(error.errno, error.strerror) from error
        raise
    return tuple(dict.fromkeys(str(info[4][0]) for info in found))


def system_dialer(address: str, port: int, seconds: float) -> socket.socket:
    """Connect to an address; the exchange under way may break it off. Raises OSError."""
    connected = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        connected.settimeout(seconds)
        exchange: Exchange | None = getattr(_here, "exchange", None)
        if exchange is not None:
            exchange.deadline.watch(connected)
        connected.connect((address, port))
    except BaseException:
        connected.close()
        raise
    return connected


def in_background(resolve: Resolver, deadline: Watch) -> Resolver:
    """Return a resolver that gives up with the deadline: the system's waits for name servers as long as it likes."""

    def resolved(host: str, port: int) -> tuple[str, ...]:
        box: SimpleQueue[tuple[str, ...] | Exception] = SimpleQueue()

        def ask() -> None:
            try:
                box.put(resolve(host, port))
            except Exception as error:  # whatever it is, it is raised where the name was asked for
                box.put(error)

        threading.Thread(target=ask, daemon=True).start()
        while not deadline.fired:
            try:
                found = box.get(timeout=_LOOK_UP)
            except Empty:
                continue
            if isinstance(found, Exception):
                raise found
            return found
        raise TimeoutError

    return resolved


@contextmanager
def under_way(exchange: Exchange) -> Iterator[None]:
    """Let the connections that this thread makes or takes up be those of the exchange."""
    _here.exchange = exchange
    try:
        yield
    finally:
        _here.exchange = None


def adapter(roots: str | None) -> HTTPAdapter:
    """Return an adapter whose connections are made as the exchange under way says; `roots` is a certificate file."""
    return _Adapter(_trusted(roots or DEFAULT_CA_BUNDLE_PATH))


def prepared(method: str, url: Url, headers: Mapping[str, str], body: bytes) -> requests.PreparedRequest:
    """Return the request as it is sent. Its URL is not quoted anew: archives compare URLs as they were sent."""
    made = requests.PreparedRequest()
    made.method, made.url, made.body = method, url.wire, body or None
    sized = {"Content-Length": str(len(body))} if body or method == "POST" else {}
    made.headers = CaseInsensitiveDict({**headers, **sized})
    return made


class _Adapter(HTTPAdapter):
    """What requests would work out for each request and nobody asks for is left out: proxies, cookies, encodings."""

    def __init__(self, trusted: ssl.SSLContext) -> None:
        self._trusted = trusted
        super().__init__(pool_connections=_HOSTS, pool_maxsize=_KEPT)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **options: Any) -> None:
        super().init_poolmanager(connections, maxsize, block, ssl_context=self._trusted, **options)
        self.poolmanager.pool_classes_by_scheme = {"http": _PlainPool, "https": _SecurePool}

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        conn.cert_reqs, conn.ca_certs = "CERT_REQUIRED", None  # the context holds the roots; requests would reload them

    def get_connection_with_tls_context(self, request: Any, *_: Any, **__: Any) -> Any:
        url = urls.parse(request.url)
        return self.poolmanager.connection_from_host(url.host, url.port, url.scheme)

    def request_url(self, request: Any, proxies: Any) -> str:
        return urls.parse(request.url).target

    def build_response(self, req: Any, resp: Any) -> requests.Response:
        response = requests.Response()
        response.raw = resp
        return response


class _Plain(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _connected()

    def request(self, *args: Any, **options: Any) -> None:
        _take_up(self.sock)
        super().request(*args, **options)


class _Secure(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _connected()

    def request(self, *args: Any, **options: Any) -> None:
        _take_up(self.sock)
        super().request(*args, **options)


class _PlainPool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _Secure


def _connected() -> socket.socket:
    exchange: Exchange = _here.exchange
    exchange.reused = False
    connected = exchange.connect()
    exchange.deadline.watch(connected)
    return connected


def _take_up(connected: socket.socket | None) -> None:
    """Watch a socket that was kept from an earlier exchange; one that was just made is watched already."""
    exchange: Exchange = _here.exchange
    if connected is not None and exchange.reused:
        exchange.deadline.watch(connected)


@cache
def _trusted(roots: str) -> ssl.SSLContext:
    """Return a context that trusts the certificates in the file, or the folder. Raises UsageError."""
    try:
        folder = roots if files.is_dir(roots) else None
        return ssl.create_default_context(cafile=None if folder else roots, capath=folder)
    except OSError as error:  # ssl.SSLError is one
        message = f"{roots}: certificates cannot be read ({error.strerror or error})"
        raise UsageError(message, "correct REQUESTS_CA_BUNDLE or SSL_CERT_FILE, or unset it") from error

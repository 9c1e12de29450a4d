"""The transport that asks the network: one guarded connection, one deadline, one whole answer per request.

Imported only when a run is online. requests sends; what it leaves open is closed here: it bounds no
exchange as a whole, follows redirects and proxy settings, keeps cookies, and takes a cut body for a body.
Connections are kept for the next exchange with the same host, and each exchange has its deadline over its socket.
"""

import http.client
import socket
import ssl
from collections.abc import Callable

import requests
import urllib3

from verifier.errors import Unreachable
from verifier.urls import Url
from verifier.values import frozen
from verifier.web import Request, Response, body, dial, guard
from verifier.web.deadline import Deadline
from verifier.web.reach import Reach

_CHUNK = 65_536  # bytes per read
_RECONNECTS = 10  # more than connections are kept to one host, so the last try has a new one
_TIMEOUTS = (TimeoutError, requests.Timeout, urllib3.exceptions.TimeoutError)
_TLS = (ssl.SSLError, requests.exceptions.SSLError, urllib3.exceptions.SSLError)
_BROKEN = (OSError, ValueError, http.client.HTTPException, urllib3.exceptions.HTTPError)  # all that requests lets out


@frozen
class Limits:
    """Seconds: to connect to one address, between two reads, and for the whole exchange."""

    connect: float = 10.0
    read: float = 60.0
    exchange: float = 90.0


class Http:
    """A `Transport` over the network. `agent` is the User-Agent; `roots` a file of trusted certificates.

    `left` gives the seconds that the run still has: no exchange outlives them. `reach` is what the operator lets pass.
    """

    def __init__(
        self,
        agent: str,
        *,
        limits: Limits | None = None,
        resolver: guard.Resolver = dial.system_resolver,
        dialer: dial.Dialer = dial.system_dialer,
        roots: str | None = None,
        left: Callable[[], float] = lambda: float("inf"),
        reach: Reach | None = None,
    ) -> None:
        self._headers = {
            "User-Agent": agent,
            "Accept": "*/*",
            "Accept-Encoding": "gzip",
            "Accept-Language": "en, *;q=0.5",  # some sites turn away who has none
        }
        self._limits = limits or Limits()
        self._resolver = resolver
        self._dialer = dialer
        self._left = left
        self._reach = reach or Reach()
        # Two, so that what the operator lets pass never serves a request that must be vetted.
        self._vetted, self._free = dial.adapter(roots), dial.adapter(roots)
        self._deadlines: set[Deadline] = set()  # of the exchanges under way; changed in one step each

    def send(self, request: Request) -> Response:
        """See `Transport.send`. Raises Refused before anything is sent, or Unreachable."""
        cited = guard.read(request.url)
        asked = self._reach.route(cited)
        is_free = self._reach.lets(asked, cited)
        if not is_free:
            guard.admit(request.url)
        response = self._in_time(request, asked, is_free)
        for name in ("location", "link", "content-location"):
            if name in response.headers:
                response.headers[name] = self._reach.cited(response.headers[name], cited)
        return response

    def abort(self) -> None:
        """Cut off all exchanges that are under way."""
        for deadline in list(self._deadlines):
            deadline.strike()

    def _in_time(self, request: Request, url: Url, is_free: bool) -> Response:
        with Deadline(min(self._limits.exchange, self._left())) as deadline:
            self._deadlines.add(deadline)
            try:
                response = self._exchange(request, url, deadline, is_free)
            except _BROKEN as error:
                raise self._explained(error, url.host, deadline) from error
            except Unreachable:
                if not deadline.fired:
                    raise
            finally:
                self._deadlines.discard(deadline)
        if deadline.fired:  # headers cut by the deadline look like a complete, empty answer
            raise self._explained(TimeoutError(), url.host, deadline)
        return response

    def _exchange(self, request: Request, url: Url, deadline: Deadline, is_free: bool) -> Response:
        headers = {**self._headers, **dict(request.headers)}
        prepared = dial.prepared(request.method, url, headers, request.body)
        adapter = self._free if is_free else self._vetted
        exchange = dial.Exchange(lambda: self._connect(url, deadline, is_free), deadline)
        for _ in range(_RECONNECTS):
            exchange.reused = True
            try:
                with dial.under_way(exchange):
                    answer = adapter.send(prepared, stream=True, timeout=(self._limits.connect, self._limits.read))
                break
            except requests.ConnectionError:
                if not exchange.reused or deadline.fired or request.body or request.once:
                    raise  # else the other side closed a kept connection when we took it up (RFC 9112, section 9.3.1)
        try:
            return _whole(answer.raw, request.limit)
        finally:
            answer.close()

    def _connect(self, url: Url, deadline: Deadline, is_free: bool) -> socket.socket:
        """Return a socket to the first of the vetted addresses that answers."""
        problem: OSError = TimeoutError()
        resolver = dial.in_background(self._resolver, deadline)
        for address in guard.vetted(url.host, url.port, resolver, is_free):
            if deadline.fired:
                break
            try:
                return self._dialer(address, url.port, self._limits.connect)
            except OSError as error:
                problem = error
        raise self._explained(problem, url.host, deadline) from problem

    def _explained(self, error: Exception, host: str, deadline: Deadline) -> Unreachable:
        """Return what to tell the user of whatever went wrong on the way."""
        if deadline.fired:
            return Unreachable(f"{host} took longer than {self._limits.exchange:g} s", "run again later", "timeout")
        if isinstance(error, _TIMEOUTS):
            return Unreachable(f"{host} did not answer in time", "run again later", "timeout")
        if isinstance(error, ConnectionRefusedError):
            return Unreachable(f"{host} refuses connections", "run again in an hour or more", "refused")
        if isinstance(error, _TLS):
            return Unreachable(f"{host}: TLS failed; its certificate may not be valid", "look at it in a browser")
        return Unreachable(f"{host} broke off or sent a broken answer", "run again later")


def _whole(raw: urllib3.HTTPResponse, limit: int) -> Response:
    names = sorted({name.lower() for name in raw.headers})
    how = body.framing({name: raw.headers.getlist(name) for name in names}, raw.status)
    data, truncated = body.read(raw.stream(_CHUNK, decode_content=False), how, limit)
    return Response(raw.status, {name: raw.headers[name] for name in names}, data, truncated)

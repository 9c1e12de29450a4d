"""Ways in which an exchange goes wrong: of the network, of HTTP, of the archive's servers, and of its index.

Each is a function of a random number generator and the answer that would have come.
"""

import gzip
from collections.abc import Callable
from dataclasses import replace
from random import Random

from verifier.errors import NotRecorded, Refused, StoreError, Unreachable, VerifierError
from verifier.web import Response

from .scripted import SEEN
from .wire import dump, load

Fault = Callable[[Random, Response], Response | VerifierError]
_PAGE = "<!doctype html><html><head><title>{0}</title></head><body><h1>{0}</h1><p>{1}</p></body></html>"
_ROW = "org,example)/other 20110101000000 http://example.org/other text/html 200 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA 99\n"


def _error(error: VerifierError) -> Fault:
    return lambda _chance, _answer: error


def _says(status: int, title: str = "", text: str = "", kind: str = "text/html", **headers: str) -> Fault:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    body = _PAGE.format(title, text) if title else text
    return lambda _chance, _answer: Response(status, {"content-type": kind, **named}, body.encode(), recorded=SEEN)


def _header(name: str, value: str | None) -> Fault:
    """Return the answer with another header, or without; one that never had it is a bare page."""

    def change(_chance: Random, answer: Response) -> Response:
        headers = {key: kept for key, kept in answer.headers.items() if key != name}
        body = answer.body or b"<p>rye"
        return replace(answer, headers=headers if value is None else {**headers, name: value}, body=body)

    return change


def _wire(mangle: Callable[[Random, Response], bytes]) -> Fault:
    def change(chance: Random, answer: Response) -> Response | VerifierError:
        try:
            return load(mangle(chance, answer))
        except Unreachable as error:
            return error

    return change


def _long(answer: Response) -> Response:
    return answer if len(answer.body) > 50 else replace(answer, body=answer.body + b" " * 50 + b"</html>")


def _cut(data: bytes, chance: Random) -> bytes:
    head = data.index(b"\r\n\r\n") + 4
    return data[: chance.randrange(head, len(data))] if len(data) > head else data[: head - 4]


KINDS: dict[str, Fault] = {
    "timeout": _error(Unreachable("no answer", kind="timeout")),
    "refused": _error(Unreachable("refused", kind="refused")),
    "reset": _error(Unreachable("broke off")),
    "tls": _error(Unreachable("TLS failed")),
    "closed lane": _error(Refused("closed", kind="rate-limited")),
    "inner address": _error(Refused("inner address")),
    "budget": _error(Refused("no request left", kind="budget")),
    "not recorded": _error(NotRecorded("not recorded")),
    "damaged record": _error(StoreError("x.json: is not a record")),
    "429": _says(429, "Too Many Requests"),
    "429 with words of absence": _says(429, "Sorry", "The Wayback Machine has not archived that URL."),
    "429 for a day": _says(429, "Slow down", retry_after="86400"),
    "500": _says(500, "Internal error"),
    "502, empty": _says(502),
    "503": _says(503, "Back soon", retry_after="120"),
    "503 with words of absence": _says(503, "Sorry", "has not archived that URL"),
    "520": _says(520, "Unknown error"),
    "599": _says(599),
    "413": _says(413, "Too large"),
    "403 of a firewall": _says(403, "Access denied", "Your address is blocked."),
    "404 of a proxy": _says(404, "Not Found", "nginx"),
    "404, empty": _says(404),
    "410 of a proxy": _says(410, "Gone"),
    "451": _says(451, "Unavailable for legal reasons"),
    "999": _says(999, "Request denied"),
    "204": _says(204),
    "304": _says(304),
    "400": _says(400, "Bad request"),
    "401 of a proxy": _says(401, "Proxy login"),
    "login of a network": _says(
        302, location="https://login.test/?next=https://web.archive.org/web/20200102030405id_/x"
    ),
    "redirect to a file": _says(302, location="file:///etc/passwd"),
    "redirect inward": _says(302, location="http://169.254.169.254/latest/meta-data/"),
    "redirect to a broken address": _says(302, location="http://[::1/"),
    "redirect to nowhere": _says(302),
    "redirect to the archive's front page": _says(302, location="https://web.archive.org/"),
    "200 maintenance": _says(200, "We will be back", "Scheduled maintenance."),
    "200 consent": _says(200, "Before you continue", "We use cookies."),
    "200 robot check": _says(200, "Just a moment...", "Checking your browser."),
    "200, empty": _says(200),
    "200, empty text": _says(200, kind="text/plain; charset=utf-8", text=" \n \0"),
    "200 JSON null": _says(200, text="null", kind="application/json"),
    "200 JSON list": _says(200, text="[]", kind="application/json"),
    "200 JSON without snapshots": _says(200, text='{"archived_snapshots": {}}', kind="application/json"),
    "200 words of absence": _says(200, "Sorry", "The Wayback Machine has not archived that URL."),
    "200 error in plain text": _says(200, text="Error: service unavailable, please try again", kind="text/plain"),
    "200 rows of another page": _says(200, text=_ROW, kind="text/plain"),
    "200 rows of impossible times": _says(200, text=_ROW.replace("20110101", "20009999"), kind="text/plain"),
    "200 half a row": _says(200, text=_ROW[:-60], kind="text/plain"),
    "robots word": _says(403, text="RobotTimedOutAccessControlException", kind="text/plain"),
    "no time": _header("memento-datetime", None),
    "a time that is none": _header("memento-datetime", "yesterday"),
    "a time before archives": _header("memento-datetime", "Thu, 01 Jan 1970 00:00:00 GMT"),
    "a time to come": _header("memento-datetime", "Thu, 01 Jan 2099 00:00:00 GMT"),
    "cut, length known": _wire(lambda chance, answer: _cut(dump(_long(answer)), chance)),
    "cut, length unknown": _wire(lambda chance, answer: _cut(dump(_long(answer), length=False), chance)),
    "cut in gzip": _wire(lambda chance, answer: _cut(dump(_long(answer), zipped=True, length=False), chance)),
    "broken gzip": _wire(
        lambda chance, answer: dump(replace(answer, body=chance.randbytes(200)), length=False).replace(
            b"\r\n\r\n", b"\r\ncontent-encoding: gzip\r\n\r\n", 1
        )
    ),
    "unknown compression": _wire(
        lambda chance, answer: dump(answer).replace(b"\r\n\r\n", b"\r\ncontent-encoding: br\r\n\r\n", 1)
    ),
    "two lengths": _wire(lambda chance, answer: dump(answer).replace(b"\r\n\r\n", b"\r\ncontent-length: 7\r\n\r\n", 1)),
    "bad status line": _wire(lambda chance, answer: dump(answer).replace(b"HTTP/1.1", b"ICY", 1)),
    "bomb": _wire(
        lambda chance, answer: dump(
            Response(200, {"content-type": "text/html"}, gzip.compress(bytes(2_000_000), mtime=0))
        )
    ),
}

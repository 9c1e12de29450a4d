"""Answers as bytes on the wire, and back through the transport's own reading of framing and compression; no socket."""

import gzip
import http.client
import io
import re

from verifier.errors import Unreachable
from verifier.web import Response
from verifier.web.body import framing, read

from .scripted import SEEN


def dump(response: Response, *, zipped: bool = False, length: bool = True) -> bytes:
    """Return the answer as a server would send it."""
    body = gzip.compress(response.body, mtime=0) if zipped else response.body
    lines = [f"HTTP/1.1 {response.status} X", *(f"{name}: {value}" for name, value in response.headers.items())]
    lines += ["content-encoding: gzip"] * zipped + [f"content-length: {len(body)}"] * length
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def load(data: bytes, limit: int = 262_144) -> Response:
    """Return what the transport makes of these bytes and a closed connection. Raises Unreachable as it does."""
    status, _, rest = data.partition(b"\r\n")
    first = re.fullmatch(rb"HTTP/1\.[01] ([0-9]{3})(?: .*)?", status)
    if first is None:
        raise Unreachable("the answer is broken")
    stream = io.BytesIO(rest)
    try:
        parsed = http.client.parse_headers(stream)
    except http.client.HTTPException as error:
        raise Unreachable("the answer is broken") from error
    headers = {name.lower(): parsed.get_all(name, []) for name in parsed}
    how, body = framing(headers, int(first[1])), stream.read()
    if headers.get("content-length", ["0"])[0].isdigit() and len(body) < int(headers.get("content-length", ["0"])[0]):
        raise Unreachable("the answer is incomplete")
    content, truncated = read([body] if body else [], how, limit)
    return Response(int(first[1]), {name: values[0] for name, values in headers.items()}, content, truncated, SEEN)

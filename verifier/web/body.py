"""Bodies read whole or not at all: counted, inflated with a cap, and refused if cut short.

A gzip body that is cut short raises nothing in urllib3; only the decoder knows (`eof`). So we read raw bytes and
inflate them here. Format: RFC 1952 (https://www.rfc-editor.org/rfc/rfc1952), framing: RFC 9112 section 6.
"""

import zlib
from collections.abc import Iterable, Mapping
from itertools import chain

from verifier.errors import Unreachable
from verifier.values import frozen

_GZIP = b"\x1f\x8b"
_AGAIN = "run again later"


@frozen
class Framing:
    """How the body is marked off: its coding, and whether its end can be told from the connection's end."""

    gzip: bool
    bounded: bool


def framing(headers: Mapping[str, list[str]], status: int) -> Framing:
    """Read the framing headers (lower-case names, each with all its values); raise Unreachable if they are odd."""
    lengths, transfer = headers.get("content-length", []), headers.get("transfer-encoding", [])
    if len(lengths) > 1 or (lengths and transfer):
        raise Unreachable("the answer gives its length twice", _AGAIN)
    codings = [coding for value in headers.get("content-encoding", []) for coding in value.lower().split(",")]
    named = [coding.strip() for coding in codings if coding.strip() not in ("", "identity")]
    if named not in ([], ["gzip"], ["x-gzip"]):
        raise Unreachable("the answer uses a compression that was not asked for", _AGAIN)
    return Framing(gzip=bool(named), bounded=bool(lengths or transfer) or status in (204, 304))


def read(chunks: Iterable[bytes], how: Framing, limit: int) -> tuple[bytes, bool]:
    """Return at most `limit` bytes of decoded body, and whether it was cut there.

    Raises Unreachable if the end is missing: a part of a page must never be taken for the page.
    """
    source = iter(chunks)
    first = next(source, b"")
    if first and (how.gzip or first.startswith(_GZIP)):  # Wayback sends stored gzip with an empty Content-Encoding
        body, whole = _inflated(chain((first,), source), limit)
    else:
        body = _plain(chain((first,), source), limit)
        whole = how.bounded or body.rstrip()[-7:].lower() == b"</html>"
    if len(body) > limit:
        return body[:limit], True
    if not whole:
        raise Unreachable(f"the page is incomplete ({len(body)} bytes, end missing)", _AGAIN)
    return body, False


def _plain(chunks: Iterable[bytes], limit: int) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > limit:
            break
    return bytes(body)


def _inflated(chunks: Iterable[bytes], limit: int) -> tuple[bytes, bool]:
    """Inflate until one byte more than the limit; the second value is False if the last member has no end."""
    body, decoder = bytearray(), zlib.decompressobj(31)
    for chunk in chunks:
        pending = chunk
        while pending and len(body) <= limit:
            if decoder.eof:  # gzip members may follow each other
                decoder = zlib.decompressobj(31)
            try:
                body += decoder.decompress(pending, limit + 1 - len(body))
            except zlib.error as error:
                raise Unreachable("the answer's compression is broken", _AGAIN) from error
            pending = decoder.unused_data if decoder.eof else decoder.unconsumed_tail
        if len(body) > limit:
            break
    return bytes(body), decoder.eof

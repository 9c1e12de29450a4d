"""One recorded exchange as bytes: how it is named, written and read. Pure; verifier.web.store does the disk.

A record is JSON for people and for hand-written tests: what was asked, what was answered and when. It holds evidence,
never a verdict, a cookie, or a header about the asker's network. Its body is a file of its own, named by its hash.
"""

import datetime as dt
import hashlib
import json
import re
import sys
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from verifier import indented
from verifier.errors import Refused, StoreError, TransportError, Unreachable
from verifier.web import Request, Response, guard

SCHEMA = 1
KEPT = frozenset(
    (
        *("content-type", "location", "link", "memento-datetime", "retry-after", "x-ts", "x-rl"),
        *("x-archive-src", "x-archive-redirect-reason", "x-archive-wayback-runtime-error"),
        *("x-archive-orig-location", "x-archive-orig-content-type", "mediawiki-api-error", "cf-mitigated"),
        "x-amzn-waf-action",
    )
)
_ASKED = ("accept-datetime", "range", "wayback-api-version")  # request headers that change the answer
# The kinds of faults; others ("reset", say, in a record written by hand) are trouble of the archive.
_FAULTS = ("timeout", "refused", "rate-limited", "archive-trouble", guard.NO_SUCH_HOST)
_HINT = "delete it and run once without --offline"
_BODY_FILE = re.compile(r"bodies/\w[\w.\-]*")

Fields = dict[str, Any]  # a JSON object, its values not yet checked


@lru_cache(4096)  # each part of the transport asks for it anew
def key(request: Request) -> str:
    """Return the 16 hex digits under which the exchange is found: method, URL as sent, headers that matter, body."""
    lines = [request.method, guard.read(request.url).wire]
    lines += [f"{name}: {value}" for name, value in sorted(_headers(request).items())]
    lines.append(_sha256(request.body) or "-")
    return hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()[:16]


@lru_cache(4096)
def place(request: Request) -> tuple[str, str]:
    """Return the folder and the file name of the record. The slug is for people; the key finds the file."""
    url = guard.read(request.url)
    slug = re.sub("[^a-z0-9]+", "-", url.target.lower()).strip("-")[:60].strip("-")
    return url.host, f"{slug}-{key(request)}.json"


def dump(request: Request, response: Response) -> bytes:
    """Return the record of an answer; its body goes to `body_file`."""
    kept = {name: value for name, value in response.headers.items() if name in KEPT}
    answer: Fields = {
        "status": response.status,
        "headers": kept,
        "body_file": body_file(response.body, response.headers.get("content-type", "")),
        "body_sha256": _sha256(response.body),
        "body_bytes": len(response.body),
        "truncated": response.truncated,
    }
    return _dump(request, response.recorded, {"response": answer})


def dump_fault(request: Request, error: TransportError, when: str) -> bytes:
    """Return the record of a request that got no whole answer, or was not sent for a reason that stands."""
    return _dump(request, when, {"response": None, "error": {"kind": error.kind, "message": error.message}})


def body_file(body: bytes, content_type: str) -> str | None:
    """Return where a body goes, relative to the store: equal bodies are one file. None for an empty body."""
    if not body:
        return None
    kind = content_type.partition(";")[0].strip().lower()
    suffix = "html" if "html" in kind else "json" if "json" in kind else "txt" if kind.startswith("text/") else "bin"
    return f"bodies/{hashlib.sha256(body).hexdigest()[:16]}.{suffix}"


def files_of(request: Request, response: Response | None) -> dict[str, bytes]:
    """Return the bodies that stand beside the record, by their files relative to the store."""
    pairs = [(body_file(request.body, "text/plain"), request.body)]
    if response is not None:
        pairs.append((body_file(response.body, response.headers.get("content-type", "")), response.body))
    return {name: body for name, body in pairs if name is not None}


def load(data: bytes, request: Request, read_body: Callable[[str], bytes]) -> Response:
    """Return the recorded response to this request; `read_body` gives the bytes of a body file.

    Raises Unreachable if a fault was recorded, StoreError if the record is damaged or about another request.
    """
    record = parse(data)
    asked = _fields(record, "request")
    if (asked.get("method"), asked.get("url")) != (request.method, guard.read(request.url).wire):
        raise StoreError("is about another request", _HINT)
    when = recorded(record)
    if record.get("response") is None:
        raise _fault(_fields(record, "error"))
    answer = _fields(record, "response")
    status, truncated = answer.get("status"), answer.get("truncated", False)
    if type(status) is not int or not 100 <= status <= 999 or not isinstance(truncated, bool):
        raise StoreError("has no usable status", _HINT)
    body = _body(answer, read_body)
    truncated = truncated or len(body) > request.limit
    return Response(status, _texts(answer), body[: request.limit], truncated, stamp(when))


def request(record: Fields, read_body: Callable[[str], bytes]) -> Request:
    """Return the request of a record. Raises StoreError."""
    asked = _fields(record, "request")
    headers = _texts(asked) if asked.get("headers") else {}
    method, url = asked.get("method"), asked.get("url")
    if not isinstance(method, str) or not isinstance(url, str):
        raise StoreError("does not say what was asked", _HINT)
    return Request(url, method, tuple(headers.items()), limit=sys.maxsize, body=_body(asked, read_body))


def bodies(record: Fields) -> tuple[str, ...]:
    """Return the files of the bodies that a record refers to, relative to the store."""
    parts = [record.get(name) for name in ("request", "response")]
    names = [part.get("body_file") for part in parts if isinstance(part, dict)]
    return tuple(name for name in names if isinstance(name, str))


def parse(data: bytes) -> Fields:
    """Return the JSON object of a record. Raises StoreError."""
    try:
        record = json.loads(data)
        json.dumps(record, ensure_ascii=False).encode()  # lone surrogates
    except (ValueError, RecursionError) as error:
        raise StoreError("is not a record", _HINT) from error
    if not isinstance(record, dict) or record.get("schema") != SCHEMA:
        raise StoreError("is not a record of this version", "use the version that wrote it")
    if "checksum" in record and record["checksum"] != _checksum(record):
        raise StoreError("was changed since it was recorded", f"{_HINT}; or take its checksum out, if you changed it")
    return record


def recorded(record: Fields) -> dt.datetime:
    """Return when the exchange took place. Raises StoreError."""
    try:
        when = dt.datetime.fromisoformat(str(record.get("recorded")))
        return when.astimezone(dt.UTC) if when.tzinfo else when.replace(tzinfo=dt.UTC)
    except (ValueError, OverflowError) as error:
        raise StoreError("does not say when it was recorded", _HINT) from error


def stamp(when: dt.datetime) -> str:
    """Return the time as records hold it: ISO 8601, UTC, whole seconds. `when` is aware."""
    return f"{when.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"


def _headers(request: Request) -> dict[str, str]:
    return {name.lower(): value for name, value in request.headers if name.lower() in _ASKED}


def _dump(request: Request, when: str, result: Fields) -> bytes:
    asked: Fields = {
        "method": request.method,
        "url": guard.read(request.url).wire,
        "headers": _headers(request),
        "body_sha256": _sha256(request.body),
    }
    if request.body:
        asked["body_file"] = body_file(request.body, "text/plain")
    record: Fields = {"schema": SCHEMA, "recorded": when, "request": asked, **result}
    record["checksum"] = _checksum(record)
    return f"{indented.dumps(record, sort_keys=True)}\n".encode()


def _fields(record: Fields, name: str) -> Fields:
    value = record.get(name)
    if not isinstance(value, dict):
        raise StoreError(f"has no {name}", _HINT)
    return value


def _sha256(body: bytes) -> str | None:
    return hashlib.sha256(body).hexdigest() if body else None


def _checksum(record: Fields) -> str:
    """Return the checksum of all other fields. It finds damage, not forgery; a record made by hand needs none."""
    fields = {name: value for name, value in record.items() if name != "checksum"}
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()[:16]


def _fault(error: Fields) -> TransportError:
    kind = error.get("kind")
    message = str(error.get("message", f"no answer was recorded ({kind})"))
    if kind == Refused.kind:
        return Refused(message, "cite a public address")
    return Unreachable(message, "run again without --offline", kind if kind in _FAULTS else "archive-trouble")


def _texts(answer: Fields) -> dict[str, str]:
    headers = _fields(answer, "headers")
    if not all(isinstance(value, str) for value in headers.values()):
        raise StoreError("has a header that is not text", _HINT)
    return {name.lower(): value for name, value in sorted(headers.items())}


def _body(answer: Fields, read_body: Callable[[str], bytes]) -> bytes:
    name = answer.get("body_file")
    if name is None:
        return b""
    if not isinstance(name, str) or not _BODY_FILE.fullmatch(name):
        raise StoreError("names a body outside the store", _HINT)
    body = read_body(name)
    if hashlib.sha256(body).hexdigest() != answer.get("body_sha256"):
        raise StoreError(f"does not fit its body {name}", _HINT)
    return body

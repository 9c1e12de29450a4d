"""Bodies of JSON that say that there is nothing to give: an interface's error, archived with status 200. Pure.

Two things of four must say so, in an object that holds nothing else: that it is an error, its status, its words, and
that there is no result. Shapes: RFC 9457 (https://www.rfc-editor.org/rfc/rfc9457), JSON:API
(https://jsonapi.org/format/#errors), GraphQL (https://spec.graphql.org/October2021/#sec-Response-Format), Google
(https://google.github.io/styleguide/jsoncstyleguide.xml#error), WordPress
(https://developer.wordpress.org/rest-api/reference/), and what common frameworks answer.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from verifier.content import phrases

LONGEST = 4_000  # bytes: an answer that something failed is short
_FAILURE = frozenset("error errors fault exception errorcode errormessage errordescription".split())
_WORDS = frozenset("error message msg detail details reason description errormessage errordescription".split())
_HTTP = frozenset("status statuscode httpstatus".split())
_STATUS = _HTTP | {"code", "errorcode"}
_RESULT = frozenset("success ok successful".split())
_TITLES = frozenset("title description".split())  # which things have, too
_FAILED = frozenset("error fail failed failure".split())
_BESIDE = frozenset(  # that tell about an answer, and nothing of what was asked for
    "type title instance path timestamp requestid traceid correlationid documentationurl moreinfo help docs trace stack"
    " jsonapi".split()
)
_NOTHING = frozenset("data result results response items content payload".split())  # that are empty beside an error
_ENVELOPE = _FAILURE | _WORDS | _STATUS | _RESULT | _BESIDE | _NOTHING
_MOST = 5  # objects of a list of errors


def of_body(text: str) -> str:
    """Return the words by which a body says that there is nothing, "" if it says no such thing or is no such JSON."""
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(read, dict) or not read or not all(map(_is_envelope, read, read.values())):
        return ""
    if _denies(read) or (_is_titled(read) and not _is_problem(read)):
        return ""
    told = list(_told(read))
    status, words = _status(told, _STATUS), _words(told)
    is_error, is_empty = _is_error(read), any(_plain(name) in _NOTHING for name in read)
    if is_error + bool(status) + bool(words) + is_empty >= 2 and (is_error or words or status):
        return words or (f"error {status}" if status else "an error, and no result")
    return words if _is_alone(read) and _failing(words, whole=True) else ""


def _denies(read: Mapping[str, Any]) -> bool:
    """Tell whether an object says that nothing failed: "success": true, "error": null."""
    plain = [(_plain(name), value) for name, value in read.items()]
    return any((name in _RESULT and value is True) or (name in _FAILURE and not value) for name, value in plain)


def _is_titled(read: Mapping[str, Any]) -> bool:
    return any(_plain(name) in _TITLES for name in read)


def _is_problem(read: Mapping[str, Any]) -> bool:
    """Tell whether a title is that of an error: of an object that calls itself one, or as RFC 9457 has it.

    That leaves the type out where the status of HTTP says it all.
    """
    kind = read.get("type")
    is_kind = isinstance(kind, str) and ("://" in kind or kind in ("about:blank", *_FAILED))
    is_bare = kind is None and bool(_status(list(_told(read)), _HTTP))
    return is_kind or is_bare or any(_plain(name) in _FAILURE for name in read)


def _is_alone(read: Mapping[str, Any]) -> bool:
    """Tell whether an object has a text and nothing beside it: "detail": "Not found."."""
    return all(_plain(name) in _WORDS | {"documentationurl"} for name in read)


def _is_envelope(name: str, value: object) -> bool:
    """Tell whether a member has a place in an answer that something failed."""
    if _plain(name) in _NOTHING:
        return not value or (isinstance(value, dict) and all(_plain(each) in _STATUS for each in value))
    return _plain(name) in _ENVELOPE


def _words(told: list[tuple[str, Any]]) -> str:
    """Return the text that says that something failed; a title needs a status of HTTP, else it may be a song's."""
    names = _WORDS | {"title"} if _status(told, _HTTP) else _WORDS
    return next((text for name, text in told if name in names and _failing(text)), "")


def _told(read: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what is told at the top, and in its errors or its empty data."""
    for name, value in read.items():
        plain = _plain(name)
        yield plain, value
        inner = value if isinstance(value, list) else [value]
        for each in inner[:_MOST] if plain in _FAILURE | _NOTHING else ():
            if isinstance(each, dict):
                yield from ((_plain(key), told) for key, told in each.items())
            elif isinstance(each, str) and isinstance(value, list):
                yield "message", each


def _is_error(read: Mapping[str, Any]) -> bool:
    """Tell whether an object calls itself an error, or what was asked for a failure."""
    for name, value in read.items():
        plain = _plain(name)
        if plain in _FAILURE and value and isinstance(value, (str, list, dict)):
            return True
        if (plain in _FAILURE and value is True) or (plain in _RESULT and value is False):
            return True
        if plain in ("status", "type") and isinstance(value, str) and value.strip().lower() in _FAILED:
            return True
    return False


def _status(told: list[tuple[str, Any]], names: frozenset[str]) -> str:
    """Return the status of HTTP that tells of a failure, "" without one."""
    for name, value in told:
        if name in names and not isinstance(value, bool) and re.fullmatch("[45][0-9]{2}", str(value)):
            return str(value)
    return ""


def _failing(text: object, *, whole: bool = False) -> bool:
    """Tell whether a text, or the whole of it, says that there is no such thing; identifiers ("not_found") do, too."""
    if not isinstance(text, str) or len(text) > LONGEST:
        return False
    plain = re.sub("(?<=[a-z])(?=[A-Z])|_", " ", text) if re.fullmatch(r"[\w\-]+", text) else text
    return bool(phrases.in_title(plain, doors=False) or (not whole and phrases.in_text(plain)))


def _plain(name: str) -> str:
    return re.sub("[^a-z]", "", name.lower())

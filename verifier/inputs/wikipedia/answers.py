"""What a wiki's action API is asked, and what its answers say. Pure.

Parameters and errors: https://www.mediawiki.org/wiki/API:Info, https://www.mediawiki.org/wiki/API:Parsing_wikitext,
https://www.mediawiki.org/wiki/API:Errors_and_warnings; maxlag: https://www.mediawiki.org/wiki/Manual:Maxlag_parameter.
"""

import json
import re
from html import escape
from typing import Any
from urllib.parse import quote, urlencode

from verifier.errors import ArticleError, Unreachable
from verifier.inputs.wikipedia.address import Address
from verifier.text import one_line

_MAXLAG = "5"  # seconds; what the manual recommends
_GONE = (
    "missingtitle",
    "nosuchpageid",
    "nosuchrevid",
    "missingcontent",
    "permissiondenied",
    "invalidtitle",
    "pagecannotexist",
)
_BUSY = ("maxlag", "readonly", "ratelimited", "concurrency-limit", "internal_api_error", "internal-api-error")
_LATER = "run again later"

_LANGUAGE = re.compile(r'\s*<div\b[^>]*?\blang="([A-Za-z0-9\-]+)"')  # of the box around the text

Fields = dict[str, Any]  # a JSON object, its values not yet checked


def page_url(address: Address) -> str:
    """Return the question for a page's title and newest revision, redirects of the wiki resolved."""
    which = ("pageids", address.page) if address.page else ("titles", address.title)
    return _url(address, ("action", "query"), ("prop", "info"), ("redirects", "1"), ("converttitles", "1"), which)


def text_url(address: Address) -> str:
    """Return the question for the HTML of one revision, as the wiki shows it to its readers (usearticle)."""
    return _url(
        address,
        ("action", "parse"),
        ("oldid", address.revision),
        ("prop", "text|revid|displaytitle"),
        ("usearticle", "1"),
        ("disableeditsection", "1"),
        ("disablelimitreport", "1"),
    )


def fields(body: bytes, asked: str, host: str) -> Fields:
    """Return the answer; raise ArticleError where it says that there is no such page, Unreachable for other trouble."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise Unreachable(f"{asked}: {host} does not answer as a wiki does", _LATER)
    error = answer.get("error")
    if not isinstance(error, dict):
        return answer
    code, info = str(error.get("code", "")), one_line(str(error.get("info", "")))[:200]
    if code.startswith(_GONE):
        raise ArticleError(f"{asked}: {host} has no such page: {info}", "check the address")
    if code.startswith(_BUSY):
        raise Unreachable(f"{asked}: {host} is too busy ({code}): {info}", _LATER)
    raise Unreachable(f"{asked}: {host} does not give the page ({code}): {info}", "look at it in a browser")


def newest(answer: Fields, asked: str, host: str) -> str | None:
    """Return the newest revision of the page that was asked for, None for a special page."""
    query = answer.get("query")
    found = query.get("pages") if isinstance(query, dict) else None
    page = found[0] if isinstance(found, list) and found and isinstance(found[0], dict) else {}
    title = str(page.get("title", ""))
    if isinstance(query, dict) and query.get("interwiki"):
        raise ArticleError(f"{asked}: names a page of another wiki", "give the address the page has there")
    if page.get("invalid"):
        reason = one_line(str(page.get("invalidreason", "")))[:200]
        raise ArticleError(f'{asked}: "{title}" is no title: {reason}', "check the address")
    if page.get("special"):
        return None
    if page.get("missing"):
        hint = "check the spelling; titles tell upper from lower case"
        raise ArticleError(
            f'{asked}: {host} has no page "{title}"' if title else f"{asked}: {host} has no such page", hint
        )
    revision = page.get("lastrevid")
    if type(revision) is not int or revision <= 0:
        raise Unreachable(f"{asked}: {host} names no revision of the page", _LATER)
    return str(revision)


def document(answer: Fields, revision: str, asked: str, host: str) -> tuple[str, bytes]:
    """Return the title of a page and its whole HTML document, UTF-8, at this revision."""
    parsed = answer.get("parse")
    if not isinstance(parsed, dict):
        parsed = {}
    title, text = parsed.get("title"), parsed.get("text")
    if not isinstance(title, str) or not isinstance(text, str) or str(parsed.get("revid")) != revision:
        raise Unreachable(f"{asked}: {host} does not answer as a wiki does", _LATER)
    shown = parsed.get("displaytitle")
    heading = shown if isinstance(shown, str) and shown else escape(title)
    declared = _LANGUAGE.match(text)
    html = f'<html lang="{declared[1]}">' if declared else "<html>"
    head = f'<!DOCTYPE html>{html}<head><meta charset="utf-8"><title>{escape(title)}</title></head>'
    page = f'{head}<body><h1 id="firstHeading">{heading}</h1>\n{text}\n</body></html>\n'
    return _whole(title).decode(), _whole(page)


def _whole(text: str) -> bytes:
    return text.encode("utf-8", "replace")  # JSON can hold a lone surrogate


def _url(address: Address, *parameters: tuple[str, str]) -> str:
    common = [("format", "json"), ("formatversion", "2"), ("maxlag", _MAXLAG)]
    variant = [("variant", address.variant)] if address.variant else []
    query = urlencode([*parameters, *variant, *common], quote_via=quote, safe=":,")
    return f"https://{address.host}/w/api.php?{query}"

"""A page of the web: what its address answers, redirects followed.

Any site may be an article's place: a newspaper with footnotes, a mirror, a Markdown file on a forge. A page has no
revision, so the report names the address that answered and when.
"""

import re

from verifier import decode, fetch, files, urls
from verifier.errors import ArticleError, InputError
from verifier.inputs import Input, Text
from verifier.model.article import Provenance
from verifier.web import Transport

_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([^\s\"';]+)", re.I)
_HTML = ("text/html", "application/xhtml+xml")
_SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/markdown": ".md", "text/x-rst": ".rst"}


def read(url: str, transport: Transport) -> Text:
    """Return the text of the page. Raises ArticleError, and what `fetch.page` raises."""
    asked = urls.redact(url)
    try:
        urls.parse(url)
    except InputError as error:
        raise ArticleError(f"{asked[:200]}: {error.message}", error.hint) from error
    at, response = fetch.page(url.partition("#")[0], asked, transport)
    kind, charset = _content_type(response.headers.get("content-type", ""))
    if kind and not kind.startswith("text/") and kind not in _HTML:
        raise ArticleError(f"{asked}: is {kind}, and an article is text", "save it as text or HTML and give the file")
    text, notes = decode.decode(response.body, asked, charset)
    suffix = _SUFFIXES.get(kind) or files.suffix_of(urls.parse(at).target.partition("?")[0])
    return Text(text, urls.redact(at), suffix, notes, Provenance(url, at, recorded=response.recorded))


def _content_type(header: str) -> tuple[str, str]:
    """Return the media type in lower case and the charset, "" for what is not said."""
    charset = _CHARSET.search(header)
    return header.partition(";")[0].strip().lower(), charset[1] if charset else ""


def _recognises(locator: str) -> int:
    return 50 if urls.is_web(locator) else 0


INPUT = Input("page", "a page of the web, where its redirects end", _recognises, read)

"""Fetch an article's page through the run's transport: redirects followed, and each way to fail told as what it means.

That a page does not exist is said only where its server says so. Who is asked too often, has trouble or refuses says
nothing about the page, and neither does a missing recording: those are TransportErrors.
"""

from urllib.parse import urljoin

from verifier import urls
from verifier.errors import ArticleError, InputError, StoreError, TransportError, Unreachable
from verifier.web import Request, Response, Transport

LIMIT = 20_000_000  # bytes, as for a file
_MAX_HOPS = 10  # as many as browsers follow by and large
REDIRECTS = (301, 302, 303, 307, 308)
_NOT_RECORDED = "its answer is not recorded in the store"
_LATER = "run again later"


def page(url: str, asked: str, transport: Transport) -> tuple[str, Response]:
    """Return the URL that answered, at the end of the redirects, and its whole answer; `asked` is what errors name.

    Raises ArticleError for what is no page, TransportError or StoreError for what cannot be told now.
    """
    seen: set[str] = set()
    here = url
    while here not in seen and len(seen) < _MAX_HOPS:
        seen.add(here)
        response = ask(here, asked, transport, is_first=here == url)
        target = redirect(here, response)
        if target is None:
            return here, judged(here, asked, response)
        here = target
    told = "in a circle" if here in seen else f"more than {_MAX_HOPS} times"
    raise Unreachable(f"{asked}: {_host(here)} redirects {told}", "look at it in a browser")


def ask(url: str, asked: str, transport: Transport, *, is_first: bool = True) -> Response:
    """Return the answer to one request, whatever its status. Raises like `page`."""
    try:
        return transport.send(Request(url, limit=LIMIT))
    except StoreError as error:
        raise StoreError(f"{asked}: {error.message}", error.hint) from error
    except TransportError as error:
        if error.kind == "refused-address" and is_first:  # the user's own address is wrong, now and later
            raise ArticleError(f"{asked}: {error.message}", "give a public address, or a file") from error
        told = _NOT_RECORDED if error.kind == "not-recorded" else error.message
        raise type(error)(f"{asked}: {told}", error.hint, error.kind) from error


def redirect(url: str, response: Response) -> str | None:
    """Return the URL the answer leads to, None if it is no redirect."""
    location = response.headers.get("location", "")
    if response.status not in REDIRECTS or not location:
        return None
    try:
        target = urljoin(url, urls.ascii_only(location))
        urls.parse(target)
    except (InputError, ValueError):  # ValueError: urljoin, of a broken IPv6 address
        return None
    return target.partition("#")[0]


def home(url: str) -> str:
    """Return the address of the site's home page."""
    here = urls.parse(url)
    return urljoin(here.wire, "/")


def judged(url: str, asked: str, response: Response) -> Response:
    """Return the answer if it is the whole page. Raises like `page`."""
    host, status = _host(url), response.status
    if status == 200 and response.truncated:
        raise ArticleError(f"{asked}: is larger than {LIMIT // 1_000_000} MB", "give a smaller page")
    if status == 200:
        return response
    if status in (404, 410):
        raise ArticleError(f"{asked}: {host} has no such page ({status})", "check the address")
    if status == 429:
        raise Unreachable(f"{asked}: {host} asks us to slow down (429)", _LATER, "rate-limited")
    if status >= 500:
        raise Unreachable(f"{asked}: {host} has trouble ({status})", _LATER)
    hint = "save it in a browser and give the file; a site that wants to know who asks is told by --contact ADDRESS"
    raise Unreachable(f"{asked}: {host} does not give it ({status})", hint)


def _host(url: str) -> str:
    return urls.parse(url).host

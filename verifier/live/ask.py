"""Ask a cited URL itself: a GET whose beginning is read, redirects followed one by one through the transport."""

from verifier import fetch
from verifier.content import page
from verifier.errors import InputError, StoreError, TransportError
from verifier.live import outcome
from verifier.model.live import LiveCheck, Outcome
from verifier.web import Request, Response, Transport

LIMIT = (
    262_144  # bytes: a title stands at the beginning (https://github.com/manuzhang/mkdocs-htmlproofer-plugin/issues/76)
)
_MAX_HOPS = 10
_PERMANENT = (301, 308)  # https://www.rfc-editor.org/rfc/rfc9110#section-15.4
_OURS = ("not-recorded", "budget", "stopped", "refused-address", "store-damaged")


def look(url: str, transport: Transport) -> LiveCheck:
    """Return what the URL answers now. Raises nothing of the transport's."""
    chain: list[str] = []
    permanent, here = True, url
    while here not in chain and len(chain) < _MAX_HOPS:
        chain.append(here)
        try:
            response = transport.send(Request(here, limit=LIMIT, patient=True))
        except (TransportError, StoreError, InputError) as error:
            return _unanswered(url, chain, error)
        target = fetch.redirect(here, response)
        if target is None:
            return _answered(url, chain, permanent and len(chain) > 1, response, transport)
        permanent = permanent and response.status in _PERMANENT
        here = target
    told = "redirects in a circle" if here in chain else f"redirects more than {_MAX_HOPS} times"
    return LiveCheck(url, Outcome.UNKNOWN, "redirects", told, tuple(chain))


def _answered(url: str, chain: list[str], permanent: bool, response: Response, transport: Transport) -> LiveCheck:
    read = page.read(response.body, response.headers.get("content-type", ""), truncated=response.truncated)
    found, reason, told = outcome.of_answer(response, read)
    if response.status == 400 and _refuses_all(chain[-1], transport):
        found, reason, told = Outcome.BLOCKED, "http-400", "refuses programs: its home page answers 400 as well"
    return LiveCheck(
        url,
        found,
        reason,
        told,
        tuple(chain),
        permanent,
        response.status,
        read.title,
        response.recorded,
    )


def _refuses_all(url: str, transport: Transport) -> bool:
    """Tell whether the site's home page answers a bad request, too: then the URL is not what it minds."""
    try:
        home = fetch.home(url)
        return home != url and transport.send(Request(home, limit=LIMIT, patient=True)).status == 400
    except (TransportError, StoreError, InputError):
        return False


def _unanswered(url: str, chain: list[str], error: TransportError | StoreError | InputError) -> LiveCheck:
    kind = error.kind if isinstance(error, TransportError) else "store-damaged" if isinstance(error, StoreError) else ""
    if isinstance(error, InputError):
        return LiveCheck(url, Outcome.UNKNOWN, "malformed", error.message, tuple(chain), ours=len(chain) == 1)
    if kind == "rate-limited":
        return LiveCheck(url, Outcome.BLOCKED, kind, "asks programs to slow down, again and again", tuple(chain))
    told = _OURS_TOLD.get(kind, error.message)
    return LiveCheck(url, Outcome.UNKNOWN, kind, told, tuple(chain), ours=kind in _OURS)


_OURS_TOLD = {
    "not-recorded": "its answer is not recorded in the store; run once without --offline",
    "budget": "the time of the run was up before it was answered; it comes first in the next run",
    "stopped": "the run was stopped before it was answered; it comes first in the next run",
    "store-damaged": "the recorded answer is damaged; delete it and run once without --offline",
}

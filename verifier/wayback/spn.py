"""Order a capture from Save Page Now 2, and ask how the job gets on.

Credentials stand in one header of these requests and nowhere else; the requests are never kept, and an order is never
sent twice: after an error the page may have been saved all the same
(https://github.com/internetarchive/wayback/issues/297). Documentation: see `spn_errors`.
"""

import json
import re
from dataclasses import field
from urllib.parse import urlencode

from verifier.errors import TransportError, UsageError
from verifier.playback import answers
from verifier.playback.stamps import is_possible, stamp_of
from verifier.text import shorten
from verifier.values import frozen
from verifier.wayback import spn_errors
from verifier.wayback.spn_errors import Kind
from verifier.web import Request, Transport

_SAVE = "https://web.archive.org/save"
_RECENT = "30d"  # a capture younger than that is taken instead of a new one


@frozen
class Credentials:
    """The keys of an account of the Internet Archive (https://archive.org/account/s3.php); never shown."""

    key: str = field(repr=False)
    secret: str = field(repr=False)

    def __post_init__(self) -> None:
        """Raise UsageError for what cannot stand in a header; it does not repeat it."""
        if not all(re.fullmatch(r"[!-9;-~]+", each) for each in (self.key, self.secret)):
            raise UsageError("the keys of the Internet Archive hold a blank or an odd character", "copy them again")

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """Return the headers of a request that uses them."""
        return (("Authorization", f"LOW {self.key}:{self.secret}"), ("Accept", "application/json"))

    def hide(self, text: str) -> str:
        """Return the text without them, whoever has put them there."""
        return text.replace(self.secret, "***").replace(self.key, "***")


@frozen
class State:
    """How an order stands: with a `job`, it is under way; with a `stamp`, captured then; else `problem` says why not.

    `may_have_saved` tells that a capture can have been made in spite of the problem.
    """

    job: str = ""
    stamp: str = ""
    problem: str = ""
    may_have_saved: bool = False


def order(page: str, credentials: Credentials, transport: Transport) -> State:
    """Order a capture of the page."""
    form = urlencode({"url": page, "if_not_archived_within": _RECENT, "skip_first_archive": "1"}).encode()
    headers = (*credentials.headers, ("Content-Type", "application/x-www-form-urlencoded"))
    request = Request(_SAVE, "POST", headers, body=form, transient=True, once=True)
    read, trouble = _asked(request, credentials, transport)
    if trouble is not None:
        return trouble
    if re.fullmatch(r"[\w-]{1,128}", read.get("job_id", ""), re.A):
        return State(job=read["job_id"])
    failed = _failed(read, credentials)
    return State(problem=failed.problem, may_have_saved="had been made" in read.get("message", ""))


def progress(job: str, credentials: Credentials, transport: Transport) -> State:
    """Ask once how a job gets on; while it is under way, the state has the job in it."""
    request = Request(f"{_SAVE}/status/{job}", headers=credentials.headers, transient=True)
    read, trouble = _asked(request, credentials, transport)
    if trouble is not None:
        return trouble
    if read.get("status") == "pending":
        return State(job=job)
    stamp = read.get("timestamp", "")
    if read.get("status") == "success" and is_possible(stamp):
        return State(stamp=stamp)
    return _failed(read, credentials)


def latest(page: str, transport: Transport) -> str:
    """Return the timestamp of the page's latest capture, "" if the archive names none."""
    try:
        response = transport.send(Request(f"https://web.archive.org/web/{page}", limit=answers.LIMIT, transient=True))
    except TransportError:
        return ""
    taken = answers.captured_at(response)
    return stamp_of(taken) if taken else answers.found_stamp(response) or ""


def _asked(request: Request, credentials: Credentials, transport: Transport) -> tuple[dict[str, str], State | None]:
    """Return the fields of the answer, or what else came of it."""
    try:
        response = transport.send(request)
    except TransportError as error:
        sent = error.kind in ("timeout", "archive-trouble")
        return {}, State(problem=credentials.hide(error.message), may_have_saved=sent)
    if response.status in (401, 403):
        return {}, State(problem="the Internet Archive does not accept the keys of this account")
    if response.status == 429:
        return {}, State(problem="Save Page Now asks to slow down; try again later")
    try:
        read = json.loads(response.body)
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict):
        told = f"Save Page Now answered {response.status}, and not in its usual form"
        return {}, State(problem=told, may_have_saved=response.status >= 500)
    return {name: value for name, value in read.items() if isinstance(value, str)}, None


def _failed(read: dict[str, str], credentials: Credentials) -> State:
    code, message = read.get("status_ext", ""), shorten(credentials.hide(read.get("message", "")), 200)
    kind = spn_errors.kind_of(code)
    named = ", ".join(each for each in (credentials.hide(shorten(code, 60)), message) if each) or "no reason given"
    return State(problem=f"{kind} ({named})", may_have_saved=kind in (Kind.ARCHIVE, Kind.TROUBLE, Kind.UNKNOWN))

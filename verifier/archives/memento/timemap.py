"""The second witness: an archive's TimeMap, the list of all its captures of a page (RFC 7089, section 5)."""

import datetime as dt
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from verifier.model.archives import ArchiveHost
from verifier.model.evidence import Witness
from verifier.playback import links, questions
from verifier.playback.stamps import is_possible, stamp_of
from verifier.values import frozen
from verifier.web import Response, Transport

_FORMAT = "application/link-format"


@frozen
class Statement:
    """What a TimeMap lists. `whole` tells that nothing of it is missing; `problem` why it says nothing, if so."""

    witness: Witness
    stamps: tuple[str, ...] = ()
    whole: bool = False
    problem: str = ""


def ask(archive: ArchiveHost, page: str, transport: Transport) -> Statement:
    """Ask for the captures of a page. An empty list and a 404 say nothing."""
    if not archive.timemap:
        return Statement(Witness("TimeMap", f"{archive.name} is not known to have a TimeMap"))
    answer = questions.ask(f"{archive.timemap}{page}", transport)
    if answer.problem:
        known = "" if answer.problem == questions.MISSING else answer.problem
        return Statement(answer.witness("TimeMap"), problem=known)
    stamps = tuple(dict.fromkeys(_stamps(answer.response)))
    said = f"captures at {', '.join(stamps[:5])}{' ...' if stamps[5:] else ''}" if stamps else "no capture is listed"
    whole = not answer.response.truncated and not _has_more(answer.response)
    return Statement(answer.witness("TimeMap", said), stamps, whole)


def _stamps(response: Response) -> Iterator[str]:
    if not response.headers.get("content-type", "").lower().startswith(_FORMAT):
        return
    for link in links.read(response.body.decode("utf-8", "replace")):
        stamp = _stamp(link.datetime) if "memento" in link.rels or not link.rels else ""
        if is_possible(stamp):
            yield stamp


def _has_more(response: Response) -> bool:
    """Tell whether the list goes on in another TimeMap, beside the one that is this one."""
    found = links.read(response.body.decode("utf-8", "replace"))
    return any("timemap" in link.rels and "self" not in link.rels for link in found)


def _stamp(date: str) -> str:
    try:
        return stamp_of(parsedate_to_datetime(date).astimezone(dt.UTC))
    except (ValueError, TypeError, OverflowError, IndexError):  # all that email's date reader lets out
        return ""

"""The availability service, many pages in one question: which capture is the closest before a time, or after it.

It gives hints and proves nothing: its empty answers are often wrong (https://github.com/akamhy/waybackpy/issues/154).
Form and patience are InternetArchiveBot's (https://github.com/internetarchive/internetarchivebot): a query string for
each page, and what got no answer is asked once more. No limit is published; a hundred lines are our own.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any
from urllib.parse import urlencode

from verifier import urls
from verifier.errors import InputError
from verifier.model.evidence import Witness
from verifier.playback import answers
from verifier.playback.questions import judged
from verifier.playback.stamps import is_possible
from verifier.values import frozen
from verifier.web import Request, Transport

SERVICE = "availability"
_URL = "https://archive.org/wayback/available"
_LINES = 100  # in one question
_ROUNDS = 2
_GOOD = ("200", "203", "206")

Place = tuple[str, str]  # a page, and the second to look near (14 digits)
_Line = tuple[str, str, str]  # the same, and the side of the second


@frozen
class Hints:
    """The captures that were named for each page and second, and what the service said of each of these."""

    stamps: Mapping[Place, tuple[str, ...]] = field(default_factory=dict)
    witnesses: Mapping[Place, Witness] = field(default_factory=dict)


def hints(places: Iterable[Place], transport: Transport) -> Hints:
    """Return the closest good captures before and after each second; a place without an answer has no witness."""
    lines = [(*place, side) for place in sorted(set(places)) for side in ("before", "after")]
    told: dict[_Line, tuple[str, str]] = {}
    for number in range(_ROUNDS):
        left = [line for line in lines if line not in told]
        for start in range(0, len(left), _LINES):
            told.update(_asked(left[start : start + _LINES], number, transport))
    stamps, witnesses = defaultdict[Place, tuple[str, ...]](tuple), dict[Place, Witness]()
    for page, moment, side in (line for line in lines if line in told):
        stamp, recorded = told[page, moment, side]
        stamps[page, moment] += (stamp,) if stamp else ()
        named = ", ".join(stamps[page, moment]) or "none"
        said = f"{SERVICE}, asked for captures of {urls.redact(page)} near {moment}: {named}"
        witnesses[page, moment] = Witness(SERVICE, said, recorded)
    return Hints(stamps, witnesses)


def _asked(lines: Sequence[_Line], number: int, transport: Transport) -> Iterator[tuple[_Line, tuple[str, str]]]:
    """Yield each line that got an answer, with the timestamp named ("" for none) and when it was said."""
    tagged = {f"{number}-{place}": line for place, line in enumerate(lines)}
    body = "\n".join(_written(tag, *line) for tag, line in tagged.items()).encode()
    request = Request(_URL, "POST", (("Wayback-Api-Version", "2"),), answers.LIMIT, body)
    answer = judged(request, transport)
    for each in _results(answer.response.body) if not answer.problem and not answer.response.truncated else ():
        line = tagged.get(str(each.get("tag")))
        if line is not None and isinstance(each.get("archived_snapshots"), dict):
            yield line, (_closest(each["archived_snapshots"].get("closest"), *line), answer.response.recorded)


def _written(tag: str, page: str, stamp: str, side: str) -> str:
    codes = [("statuscodes", code) for code in _GOOD]
    return urlencode([("url", page), ("timestamp", stamp), ("closest", side), *codes, ("tag", tag)])


def _results(body: bytes) -> list[dict[str, Any]]:
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):  # "Error: no POST data" comes for good questions too
        return []
    found = read.get("results") if isinstance(read, dict) else None
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _closest(closest: object, page: str, stamp: str, side: str) -> str:
    """Return the timestamp of a capture of this very page on this side of the second, "" if it is anything else."""
    if not isinstance(closest, dict) or closest.get("available") is not True:
        return ""
    found, address = str(closest.get("timestamp")), str(closest.get("url"))
    try:
        snapshot = urls.read_snapshot(address)
        same = snapshot is not None and urls.page_key(snapshot.inner) == urls.page_key(page)
    except InputError:
        return ""
    fits = found <= stamp if side == "before" else found >= stamp
    return found if same and fits and is_possible(found) else ""

"""Ask another archive, through its TimeGate, for what the cited one does not have (RFC 7089, section 4.2).

Only the first of the table that has one is asked, to be polite. Its answer is a proposal to look at.
"""

from dataclasses import replace
from email.utils import format_datetime
from urllib.parse import urljoin

from verifier import hosts, urls
from verifier.errors import InputError
from verifier.model.archives import ArchiveHost
from verifier.model.evidence import ArchiveVerdict, Lookup, Proposal
from verifier.playback import questions, shapes
from verifier.playback.questions import Answer
from verifier.playback.stamps import is_possible
from verifier.urls import moment
from verifier.web import Transport


def suggest(lookup: Lookup, page: str, transport: Transport) -> Lookup:
    """Return the lookup of an absent snapshot with the capture of the page that another archive leads to."""
    taken = moment(lookup.asked or "")
    try:
        page = urls.parse(page).wire  # without user name and password
    except InputError:
        return lookup
    if lookup.verdict is not ArchiveVerdict.ABSENT or lookup.proposals or taken is None:
        return lookup
    archive = next(each for each in hosts.known_archives() if each.timegate)
    header = (("Accept-Datetime", format_datetime(taken, usegmt=True)),)
    answer = questions.ask(f"{archive.timegate}{page}", transport, header)
    if not answer.response.status:
        return lookup  # no answer is no news, and there was no need of one
    found = _led_to(archive, page, answer)
    said = f"leads to {urls.redact(found)}" if found else "leads to no capture of the page"
    lookup = lookup.hear(answer.witness(archive.name, said))
    if not found:
        return lookup
    return replace(lookup, proposals=(Proposal("archive_url", found, f"{archive.name} leads to it as its nearest"),))


def _led_to(archive: ArchiveHost, page: str, answer: Answer) -> str:
    """Return the snapshot the TimeGate leads to, "" if it is none of this page in this archive."""
    try:
        target = urljoin(f"{archive.timegate}{page}", urls.ascii_only(answer.response.headers.get("location", "")))
        snapshot = shapes.read(archive, target) if 300 <= answer.response.status < 400 else None
        same = snapshot is not None and urls.page_key(snapshot.inner) == urls.page_key(page)
    except (InputError, ValueError):  # ValueError: urljoin, of a broken IPv6 address
        return ""
    return snapshot.canonical if snapshot is not None and same and is_possible(snapshot.stamp) else ""

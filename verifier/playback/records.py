"""Judge archives that say what they hold, in a record or on a page of theirs, and are not played back."""

import datetime as dt
import json
import re
from collections.abc import Iterator

from verifier import urls
from verifier.errors import InputError
from verifier.model.evidence import ArchiveVerdict, Lookup
from verifier.model.registry import Reference
from verifier.playback import faults
from verifier.playback.faults import Fault, ranked
from verifier.playback.questions import MISSING, Answer
from verifier.playback.stamps import is_possible, stamp_of
from verifier.urls import SnapshotUrl


def fields_of(answer: Answer) -> dict[str, str]:
    """Return the texts and numbers of a JSON object, as text; nothing of anything else."""
    if answer.problem or answer.response.truncated:
        return {}
    try:
        read = json.loads(answer.response.body)
    except (ValueError, RecursionError):
        return {}
    pairs = read.items() if isinstance(read, dict) else ()
    return {name: str(value) for name, value in pairs if type(value) in (str, int)}


def lookup(reference: Reference, answer: Answer, name: str, page: str, made: str) -> Lookup:
    """Return the lookup of a snapshot that an archive says it made of `page`, at `made` (14 digits, or ISO 8601).

    Without a page it said nothing of the kind, and nothing is known.
    """
    stamp = _stamp(made)
    witness = answer.witness(name)
    if not _is_url(page):
        reason = "service-unverifiable" if answer.problem == MISSING else answer.problem or "unrecognised"
        told = f"{name} does not say what the address holds"
        return Lookup(ArchiveVerdict.UNKNOWN, reason, evidence=(answer.sentence, told), witnesses=(witness,))
    told = (
        f"{name} holds {urls.redact(page)}" + (f", captured at {stamp}" if stamp else "") + "; that page was not read"
    )
    snapshot = SnapshotUrl(stamp, "", urls.inner_page(page))
    ordered = ranked((Fault(ArchiveVerdict.PRESENT, "", told), *faults.of_citation(snapshot, reference)))
    return Lookup(
        ordered[0].verdict,
        ordered[0].reason,
        played=stamp or None,
        evidence=(answer.sentence, told, *_sentences(ordered)),
        also=tuple(fault.name for fault in ordered[1:]),
        because=tuple((fault.name, fault.sentence) for fault in ordered),
        witnesses=(witness,),
    )


def _sentences(ordered: list[Fault]) -> Iterator[str]:
    return (fault.sentence for fault in ordered if fault.verdict is not ArchiveVerdict.PRESENT)


def _is_url(page: str) -> bool:
    try:
        urls.parse(urls.with_scheme(page))
    except InputError:
        return False
    return True


def _stamp(made: str) -> str:
    if re.fullmatch("[0-9]{14}", made):
        return made if is_possible(made) else ""
    try:
        when = dt.datetime.fromisoformat(made)
        stamp = stamp_of(when.astimezone(dt.UTC) if when.tzinfo else when)
    except (ValueError, OverflowError):
        return ""
    return stamp if is_possible(stamp) else ""

"""What an archive URL tells by itself about what it is cited for, and how several verdicts become one."""

from collections.abc import Callable, Iterator, Sequence

from verifier import urls
from verifier.errors import InputError
from verifier.model.evidence import ArchiveVerdict
from verifier.model.registry import Reference
from verifier.urls import SnapshotUrl, moment
from verifier.values import frozen

# Several verdicts can hold; the first of these is the one that is reported, the others stay in `also`.
_ORDER = (
    (ArchiveVerdict.MALFORMED, ""),
    (ArchiveVerdict.UNTRUSTED_HOST, ""),
    (ArchiveVerdict.WRONG_PAGE, "other-url"),
    (ArchiveVerdict.REDIRECT_BAD, ""),
    (ArchiveVerdict.ERROR_CAPTURE, ""),
    (ArchiveVerdict.SOFT_404, ""),
    (ArchiveVerdict.WRONG_PAGE, "other-title"),
    (ArchiveVerdict.WRONG_DATE, ""),
    (ArchiveVerdict.ABSENT, ""),
    (ArchiveVerdict.EXCLUDED, ""),
    (ArchiveVerdict.UNKNOWN, ""),
    (ArchiveVerdict.REDIRECT_OK, ""),
    (ArchiveVerdict.PRESENT_NEAR, ""),
    (ArchiveVerdict.PRESENT, ""),
)


@frozen
class Fault:
    """One thing that holds of a snapshot, good or bad; `proposal` is a better address, `sentence` what was seen."""

    verdict: ArchiveVerdict
    reason: str
    sentence: str
    proposal: str | None = None

    @property
    def name(self) -> str:
        """Return verdict and reason in one word."""
        return f"{self.verdict}/{self.reason}" if self.reason else str(self.verdict)


def ranked(faults: Sequence[Fault]) -> list[Fault]:
    """Return them in the order of their weight; equal ones stay in theirs."""
    return sorted(faults, key=_rank)


def of_citation(snapshot: SnapshotUrl, reference: Reference) -> tuple[Fault, ...]:
    """Return where a well-formed address contradicts what the reference says of it."""
    return (*_date_faults(snapshot, reference), *_page_faults(snapshot, reference))


def notes(archive_url: str, snapshot: SnapshotUrl, reference: Reference) -> Iterator[str]:
    """Yield what is odd about the address and no fault."""
    taken = moment(snapshot.stamp)
    if archive_url != snapshot.canonical:
        yield f"the usual form of this address is {urls.redact(snapshot.canonical)}"
    if snapshot.stamp.endswith("000000"):
        yield "the time in the address is exactly midnight: it may have been made up"
    if taken and reference.accessed and (taken.date() - reference.accessed.hi).days > 1:
        yield f"the capture of {taken.date()} is later than the access date {reference.accessed}"
    if _keys_differ(urls.page_key, snapshot, reference) and not _keys_differ(urls.loose_key, snapshot, reference):
        yield "the captured address differs from the cited one only in spelling, tracking, index page or mobile host"


def _date_faults(snapshot: SnapshotUrl, reference: Reference) -> Iterator[Fault]:
    taken = moment(snapshot.stamp)
    if taken is None:
        return
    day, stated, published = taken.date(), reference.archived, reference.published
    if stated and ((stated.lo - day).days > 1 or (day - stated.hi).days > 1):
        sentence = f"the address is of {day}, the archive date says {stated}"
        yield Fault(ArchiveVerdict.WRONG_DATE, "archive-date-mismatch", sentence)
    if published and (published.lo - day).days > published.ahead:
        sentence = f"the capture of {day} is older than the publication ({published})"
        yield Fault(ArchiveVerdict.WRONG_DATE, "before-publication", sentence)


def _page_faults(snapshot: SnapshotUrl, reference: Reference) -> Iterator[Fault]:
    if snapshot.inner and _keys_differ(urls.loose_key, snapshot, reference):
        cited = urls.redact(reference.url or "")
        sentence = f"the address is of {urls.redact(snapshot.inner)}, the cited page is {cited}"
        yield Fault(ArchiveVerdict.WRONG_PAGE, "other-url", sentence)


def _keys_differ(key: Callable[[str], str], snapshot: SnapshotUrl, reference: Reference) -> bool:
    """Tell whether both URLs can be read and are different pages; a broken cited URL is another rule's business."""
    try:
        return reference.url is not None and key(reference.url) != key(snapshot.inner)
    except InputError:
        return False


def _rank(fault: Fault) -> int:
    exact = (fault.verdict, fault.reason)
    return _ORDER.index(exact if exact in _ORDER else (fault.verdict, ""))

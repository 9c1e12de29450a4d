"""Have a page saved, and judge the fresh capture as any other: that it was ordered proves nothing.

A save can land on an error page (https://github.com/internetarchive/wayback/issues/219), or succeed though it said no.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from verifier import urls
from verifier.asking import Desk
from verifier.errors import InputError, UsageError
from verifier.model.evidence import ArchiveVerdict, Lookup, Proposal
from verifier.model.registry import Reference, Registry
from verifier.values import frozen
from verifier.wayback import spn
from verifier.wayback.spn import Credentials, State


@frozen
class Saved:
    """What came of one order: the verdict on the capture, or in `problem` why there is none.

    `proposals` are the values to write into the registry: only of a capture that plays back as the page.
    """

    reference: Reference
    lookup: Lookup | None = None
    proposals: tuple[Proposal, ...] = ()
    problem: str = ""


def wanted(registry: Registry, ids: Sequence[str]) -> list[Reference]:
    """Return the references named. Raises UsageError for an id that is not that of a reference with a URL."""
    found = {each.id: each for each in registry.references if each.url}
    for each in ids:
        if each not in found:
            raise UsageError(f'{registry.path}: no reference "{each}" with a URL', "name the id of one that has")
    return [found[each] for each in ids]


def save(reference: Reference, credentials: Credentials, desk: Desk, pause: Callable[[], bool], started: str) -> Saved:
    """Order a capture of the reference's URL, wait for it, and look at it.

    `pause` waits a little and returns False once it has waited long enough. `started` is the time of the order, 14
    digits: a later capture was made by it.
    """
    try:
        page = urls.parse(reference.url or "").wire
    except InputError as error:
        return Saved(reference, problem=f"its URL cannot be saved: {error.message}")
    if urls.redact(page) != page:
        return Saved(reference, problem="its URL holds what looks like a secret, and captures are public")
    state = spn.order(page, credentials, desk.transport)
    while state.job and pause():
        state = spn.progress(state.job, credentials, desk.transport)
    if state.job:
        state = State(problem="the job was not done in time; it may still be, so look again later", may_have_saved=True)
    stamp = state.stamp or (_since(page, started, desk) if state.may_have_saved else "")
    return _judged(reference, page, stamp, desk) if stamp else Saved(reference, problem=state.problem)


def _since(page: str, started: str, desk: Desk) -> str:
    """Return the time of a capture that was made after the order, "" if there is none."""
    stamp = spn.latest(page, desk.transport)
    return stamp if stamp >= started else ""


def _judged(reference: Reference, page: str, stamp: str, desk: Desk) -> Saved:
    cited = f"https://web.archive.org/web/{stamp}/{page}"
    lookup = desk.look(replace(reference, url=page, archive_url=cited, archived=None))
    good = lookup.verdict in (ArchiveVerdict.PRESENT, ArchiveVerdict.PRESENT_NEAR) or lookup.name == "redirect-ok/moved"
    if not good:
        return Saved(reference, lookup)
    played = lookup.played or stamp
    day = f"{played[:4]}-{played[4:6]}-{played[6:8]}"
    why = "saved on request, and it plays back as the page"
    new = lookup.proposal or cited
    return Saved(reference, lookup, (Proposal("archive_url", new, why, True), Proposal("archived", day, why, True)))

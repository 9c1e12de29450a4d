"""
The cited page is gone.

Why it matters: nobody can look the claim up there any more. Its server says so (404 or 410), or it could not be reached
in three checks in a row, spread over three days at least (the registry may say otherwise). A page that refuses programs
is not dead, and neither is one that had trouble once.

Remedy: cite the snapshot, or find one; look for the page's new address.

Elsewhere: lychee and other link checkers at the first failure; InternetArchiveBot after several, days apart
(https://github.com/internetarchive/internetarchivebot).
"""

from collections.abc import Iterator

from verifier.hits import of_links
from verifier.model.evidence import ArchiveVerdict
from verifier.model.live import LiveCheck, Outcome
from verifier.model.registry import Reference
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

_PLAYS = (ArchiveVerdict.PRESENT, ArchiveVerdict.PRESENT_NEAR, ArchiveVerdict.REDIRECT_OK)
_SHOWS_IT_NOT = (
    *(ArchiveVerdict.REDIRECT_BAD, ArchiveVerdict.ERROR_CAPTURE, ArchiveVerdict.SOFT_404, ArchiveVerdict.WRONG_PAGE),
    *(ArchiveVerdict.ABSENT, ArchiveVerdict.MALFORMED),
)


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each reference whose page is gone; where its snapshot plays back that is no loss: a note."""

    def told(reference: Reference, found: LiveCheck) -> Hit | None:
        if not found.is_dead:
            return None
        lookup = dossier.evidence.lookup(reference.id)
        if lookup is not None and lookup.verdict in _PLAYS:
            return Hit(f"{_why(found)}; its snapshot plays back", severity=Severity.NOTE)
        if lookup is not None and lookup.verdict in _SHOWS_IT_NOT:
            return Hit(_why(found), suggestion="find another snapshot: the one given does not show it either")
        hint = "look whether its snapshot plays back" if reference.archive_url else "find a snapshot: verify find"
        return Hit(_why(found), suggestion=hint)

    return of_links(dossier, told)


def _why(found: LiveCheck) -> str:
    if found.outcome is Outcome.FAIL:
        return f"its URL {found.told}"
    past, checks = found.past, len((*found.past.failed, *found.past.answered))
    times = f"{len(past.failed)} of {checks} checks" if past.answered else f"{checks} checks in a row"
    return f"its URL could not be reached in {times}, from {past.failed[0]} on: {found.told}"


RULE = Rule("link-dead", "a cited page that is gone", Severity.ERROR, check, "live")

"""
The cited URL leads elsewhere now: to the home, login or error page of its site, or for good to another address.

Why it matters: a site that sends lost pages to its home page answers 200, and every link checker calls that alive. A
page that moved for good will one day lose its old address.

Remedy: look at the page; cite its new address, or the snapshot.

Elsewhere: DeadlinkChecker's redirect rule (https://github.com/wikimedia/DeadlinkChecker); linkchecker
(https://github.com/linkchecker/linkchecker/pull/619).
"""

from collections.abc import Iterator

from verifier import urls
from verifier.hits import of_links
from verifier.model.live import LiveCheck, Outcome
from verifier.model.registry import Reference
from verifier.model.rules import Dossier, Hit, Severity
from verifier.playback.targets import bad_target
from verifier.rules import Rule

_WORDS = {"to-root": "home page, or one near it", "to-login": "login page", "to-error-page": "error page"}


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each reference whose page answers under another address."""
    return of_links(dossier, _moved)


def _moved(_: Reference, found: LiveCheck) -> Hit | None:
    if found.outcome is not Outcome.OK or found.final == found.url:
        return None
    if urls.loose_key(found.url) == urls.loose_key(found.final):
        return None
    final = urls.redact(found.final)
    if reason := bad_target(found.url, found.final):
        told = f"its URL leads to the site's {_WORDS[reason]} ({final}), so the page is probably gone"
        return Hit(told, suggestion="look at it in a browser, and cite the snapshot")
    if not found.permanent:
        return None
    return Hit(f"its URL has moved for good to {final}", suggestion=f"cite {final}", severity=Severity.NOTE)


RULE = Rule("link-moved", "a cited page that leads elsewhere", Severity.WARNING, check, "live")

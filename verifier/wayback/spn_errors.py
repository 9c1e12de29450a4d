"""What Save Page Now's errors mean for whoever wanted a page saved.

The codes are those of its documentation, "Save Page Now 2 Public API Docs Draft" of 2025-10-22
(https://docs.google.com/document/d/1Nsv52MvSjbLb2PCpHlat0gkzw0EvtSgpKHu4mk0MnrA); the classes are ours.
"""

from enum import StrEnum


class Kind(StrEnum):
    """Whose trouble it is, and what to do."""

    DEAD = (
        "the archive was told that there is no such page; look at it in a browser: some sites say so to archives only"
    )
    REFUSES = "the site does not let the archive in, so saving it again is no remedy; cite another archive"
    TROUBLE = "the site did not give the archive a page it could keep; try again later"
    POLICY = "the archive will not save it, or not more of it today"
    ARCHIVE = "the archive had trouble of its own; try again later"
    UNKNOWN = "the archive gives a reason that this program does not know"


_CODES = {
    Kind.DEAD: "not-found invalid-host-resolution invalid-url-syntax",
    Kind.REFUSES: "no-access unauthorized blocked too-many-requests network-authentication-required method-not-allowed",
    Kind.TROUBLE: "bad-gateway gateway-timeout service-unavailable bandwidth-limit-exceeded http-version-not-supported "
    "invalid-server-response not-implemented protocol-error read-timeout too-many-redirects bad-request "
    "ftp-access-denied filesize-limit",
    Kind.POLICY: "blocked-url blocked-client-ip too-many-daily-captures max-daily-bandwidth "
    "max-daily-bandwidth-from-ip max-daily-bandwidth-host",
    Kind.ARCHIVE: "user-session-limit browsing-timeout capture-location-error cannot-fetch celery "
    "internal-server-error job-failed no-browsers-available proxy-error soft-time-limit-exceeded redis-error",
}
_KINDS = {code: kind for kind, codes in _CODES.items() for code in codes.split()}


def kind_of(status_ext: str) -> Kind:
    """Return the kind of an error like "error:not-found"."""
    return _KINDS.get(status_ext.removeprefix("error:"), Kind.UNKNOWN)

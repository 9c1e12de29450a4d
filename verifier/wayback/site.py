"""The Wayback Machine as a site that plays snapshots: its addresses and its own words.

Sentences and classes of errors as in the recordings of EDGI's wayback
(https://github.com/edgi-govdata-archiving/wayback), WaybackMedic (https://github.com/greencardamom/WaybackMedic) and
the archive's own source (https://github.com/internetarchive/wayback).
"""

from verifier import hosts, urls
from verifier.playback.answers import Row
from verifier.playback.site import Site
from verifier.urls import SnapshotUrl

NOTICES = (
    ("This URL has been excluded from the Wayback Machine", Row.OWNER),
    ("AdministrativeAccessControlException", Row.OWNER),
    ("RobotAccessControlException", Row.ROBOTS),
    ("displayed due to robots.txt", Row.ROBOTS),
    ("has not archived that URL", Row.NOT_ARCHIVED),
    ("doesn't have that page archived", Row.NOT_ARCHIVED),
    ("ResourceNotInArchiveException", Row.NOT_ARCHIVED),
    ("cannot be displayed due to an internal error", Row.TROUBLE),
    ("The machine that serves this file is down", Row.TROUBLE),
    ("ResourceNotAvailableException", Row.TROUBLE),
    ("ResourceIndexNotAvailableException", Row.TROUBLE),
    ("RobotTimedOutAccessControlException", Row.TROUBLE),
    ("RobotNotAvailableException", Row.TROUBLE),
    ("LiveDocumentNotAvailableException", Row.TROUBLE),
    ("LiveWebCacheUnavailableException", Row.TROUBLE),
    ("LiveWebTimeoutException", Row.TROUBLE),
    ("WaybackException: Unexpected Error", Row.TROUBLE),
    ("BadQueryException", Row.BAD_QUERY),
)


def _read(url: str) -> SnapshotUrl | None:
    archive = hosts.archive_host(url)
    return urls.read_snapshot(url) if archive is not None and archive.method == "replay" else None


SITE = Site("the Wayback Machine", _read, NOTICES)

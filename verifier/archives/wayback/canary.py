"""A canary: two questions with known answers, asked before anything is called missing.

WaybackMedic does the same and stops when it fails (https://github.com/greencardamom/WaybackMedic).
"""

from enum import StrEnum

from verifier.errors import NotRecorded, Refused, StoreError, TransportError
from verifier.model.archives import Canary
from verifier.playback import answers
from verifier.playback.answers import Row
from verifier.wayback.site import NOTICES
from verifier.web import Request, Transport

# What real recordings show: the first played on 2026-05-12, the second was never captured (2021-03-15).
KNOWN = Canary(
    plays="https://web.archive.org/web/19961231235847id_/http://www.nasa.gov/",
    absent="https://web.archive.org/web/20170929002712id_/https://this-is-not-real-url.whatever/",
)


class Health(StrEnum):
    """What the canary says of the archive."""

    GOOD = "the archive gave two known answers as it should"
    FAILED = "the archive gave a known answer wrongly, so its other answers prove nothing now"
    NOT_ASKED = "two known answers of the archive were not asked for"


def check(transport: Transport, known: Canary = KNOWN, *, anew: bool = False) -> Health:
    """Ask both questions. A question that may not be asked, or is not recorded, proves nothing either way."""
    for url, expected in ((known.plays, Row.CAPTURE), (known.absent, Row.NOT_ARCHIVED)):
        try:
            row = answers.classify(transport.send(Request(url, limit=answers.LIMIT, anew=anew)), NOTICES)
        except (NotRecorded, Refused, StoreError):
            return Health.NOT_ASKED
        except TransportError:
            return Health.FAILED
        if row is not expected:
            return Health.FAILED
    return Health.GOOD

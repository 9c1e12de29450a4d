"""How long an answer counts, by the verdict it led to: what is fresh is not asked again. Pure.

A good snapshot stays good for long; what is missing may be there tomorrow; what is not known is never fresh.
"""

import datetime as dt
import hashlib

from verifier.model.evidence import ArchiveVerdict

_DAYS = {  # our own choice, after what archives can bear: docs/transport.md
    ArchiveVerdict.PRESENT: 90,
    ArchiveVerdict.PRESENT_NEAR: 30,
    ArchiveVerdict.REDIRECT_OK: 30,
    ArchiveVerdict.REDIRECT_BAD: 30,
    ArchiveVerdict.ERROR_CAPTURE: 30,
    ArchiveVerdict.SOFT_404: 30,
    ArchiveVerdict.WRONG_PAGE: 30,
    ArchiveVerdict.EXCLUDED: 7,
    ArchiveVerdict.ABSENT: 1,
    ArchiveVerdict.WRONG_DATE: 1,
    ArchiveVerdict.UNKNOWN: 0,
}
_SETTLED = 7  # days for what was missing twice, a day or more apart
_SPREAD = 0.2  # of the days, either way, so that not all falls due on one day


def is_fresh(verdict: ArchiveVerdict, url: str, recorded: str, confirmed: str, today: dt.date) -> bool:
    """Tell whether a verdict need not be asked for again.

    `recorded` and `confirmed` are when its oldest answer was recorded, and when it was had last (ISO 8601); both are ""
    for a verdict that needed no answer, which is always fresh.
    """
    if not confirmed:
        return verdict is not ArchiveVerdict.UNKNOWN
    first, last = dt.date.fromisoformat(recorded[:10]), dt.date.fromisoformat(confirmed[:10])
    days = _DAYS.get(verdict, 0)
    if days == 1 and (last - first).days >= 1:
        days = _SETTLED
    return (today - last).days < max(min(days, 1), round(days * _share(url)))


def is_recent(url: str, confirmed: str, today: dt.date, days: int) -> bool:
    """Tell whether an answer that was had last on `confirmed` (ISO 8601) counts for so many days, more or less."""
    return bool(confirmed) and (today - dt.date.fromisoformat(confirmed[:10])).days < round(days * _share(url))


def _share(url: str) -> float:
    """Return a number around 1 that is always the same for this URL."""
    place = int.from_bytes(hashlib.sha256(url.encode("utf-8", "replace")).digest()[:4], "big") / 2**32
    return 1 - _SPREAD + 2 * _SPREAD * place

"""Ask all cited URLs, each once: from memory what answered lately, the rest at once, in a fixed order."""

import datetime as dt
from collections.abc import Iterable, Mapping

from verifier import urls, web
from verifier.freshness import is_recent
from verifier.live import past
from verifier.live.ask import look
from verifier.model.live import LiveCheck, Outcome, Past
from verifier.web import Online, Transport

_DAYS = 7  # that an answer counts; what was refused or failed is asked again in every run


def look_all(
    cited: Iterable[str], transport: Transport, known: Mapping[str, Past], today: dt.date | None
) -> dict[str, LiveCheck]:
    """Return the check of every URL, with what earlier runs saw; failures are counted in online only.

    `today` decides what is fresh, and is the day that counts; None: nothing is fresh, and nothing counted.
    """
    distinct = list(dict.fromkeys(cited))
    if not isinstance(transport, Online):
        return {url: past.remembered(known, look(url, transport)) for url in distinct}
    found = {url: check for url in distinct if (check := _fresh(url, transport, today)) is not None}
    due = [url for url in distinct if url not in found]
    asked = dict(zip(due, web.each(transport, lambda url: look(url, transport), due, lambda url: url), strict=True))
    for url, check in asked.items():
        found[url] = _counted(check, asked, known, today)
    return {
        url: _as_replayed(found[url], transport) if url in asked else past.counted(known, found[url], None)
        for url in distinct
    }


def _fresh(url: str, transport: Online, today: dt.date | None) -> LiveCheck | None:
    """Return the check as memory has it, None where it must be asked."""
    memory = transport.recall()
    check = look(url, memory)
    if memory.missed or transport.refreshes or today is None or check.outcome is not Outcome.OK:
        return None
    return check if is_recent(url, memory.confirmed, today, _DAYS) else None


def _counted(
    check: LiveCheck, asked: Mapping[str, LiveCheck], known: Mapping[str, Past], today: dt.date | None
) -> LiveCheck:
    """Return the check counted in; where nobody else answered the network may be down, and a failure counts nothing."""
    others = {_host(each.url) for each in asked.values() if each.status is not None} - {_host(check.url)}
    return past.counted(known, check, today if others or check.outcome is not Outcome.UNKNOWN else None)


def _as_replayed(check: LiveCheck, transport: Online) -> LiveCheck:
    """Return what the run offline will say: a failure overwrites no answer that is recorded."""
    if check.outcome is not Outcome.UNKNOWN:
        return check
    memory = transport.recall()
    earlier = look(check.url, memory)
    return check if memory.missed else past.remembered({check.url: check.past}, earlier)


def _host(url: str) -> str:
    return urls.parse(url).host

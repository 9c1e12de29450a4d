"""Ask all cited URLs, each once: from memory what answered lately, the rest at once, in a fixed order."""

import datetime as dt
from collections.abc import Iterable, Mapping

from verifier import urls, web
from verifier.freshness import is_recent
from verifier.live import past
from verifier.live.ask import look
from verifier.model.live import USUAL, Confirmation, LiveCheck, Outcome, Past
from verifier.web import Online, Transport

_DAYS = 7  # that an answer counts; what was refused or failed is asked again in every run
_CONTROLS = 3  # hosts


def look_all(
    cited: Iterable[str],
    transport: Transport,
    known: Mapping[str, Past],
    today: dt.date | None,
    rule: Confirmation = USUAL,
) -> tuple[dict[str, LiveCheck], bool]:
    """Return the check of every URL, with what earlier runs saw, and whether the network was down.

    Failures are counted online only, and not then; the rule says what confirms them.

    `today` decides what is fresh, and is the day that counts; None: nothing is fresh, and nothing counted.
    """
    distinct = list(dict.fromkeys(cited))
    if not isinstance(transport, Online):
        return {url: past.remembered(known, look(url, transport), rule) for url in distinct}, False
    settled = (url for url in distinct if url not in known or known[url].seen is None)
    found = {url: check for url in settled if (check := _fresh(url, transport, today)) is not None}
    due = [url for url in distinct if url not in found]
    asked = dict(zip(due, web.each(transport, lambda url: look(url, transport), due, lambda url: url), strict=True))
    answered = {_host(check.final) for check in asked.values() if check.status is not None}
    is_down = is_outage(asked.values(), known)
    day = None if is_down else today
    for url, check in asked.items():
        is_told = check.outcome is not Outcome.UNKNOWN or answered - {_host(check.final)}
        counted = past.counted(known, check, day if is_told else None, rule)
        asked[url] = _as_replayed(counted, transport)
    kept = {url: past.counted(known, check, None, rule) for url, check in found.items()}
    return {url: asked.get(url) or kept[url] for url in distinct}, is_down


def is_outage(checks: Iterable[LiveCheck], known: Mapping[str, Past]) -> bool:
    """Tell whether the network is down: of the controls none answers. Then nothing is concluded.

    The controls are the three hosts that answered most recently before, so that no stranger is asked; without so many
    all hosts asked are, if they are three or more.
    """
    reached: dict[str, bool] = {}
    for check in checks:
        if check.status is not None or check.is_counted:
            host = _host(check.url)
            reached[host] = reached.get(host, False) or check.status is not None
    last = sorted((-(known[url].last_ok or dt.date.min).toordinal(), _host(url)) for url in known if known[url].last_ok)
    hosts = [host for host in dict.fromkeys(host for _, host in last) if host in reached][:_CONTROLS]
    controls = hosts if len(hosts) == _CONTROLS else list(reached)
    return len(controls) >= _CONTROLS and not any(reached[host] for host in controls)


def _fresh(url: str, transport: Online, today: dt.date | None) -> LiveCheck | None:
    """Return the check as memory has it, None where it must be asked."""
    memory = transport.recall()
    check = look(url, memory)
    if memory.missed or transport.refreshes or today is None or check.outcome is not Outcome.OK:
        return None
    return check if is_recent(url, memory.confirmed, today, _DAYS) else None


def _as_replayed(check: LiveCheck, transport: Online) -> LiveCheck:
    """Return what the run offline will say: a failure overwrites no answer that is recorded."""
    if past.is_kept(check):
        return check
    memory = transport.recall()
    earlier = look(check.url, memory)
    return check if memory.missed or earlier.ours else past.remembered({check.url: check.past}, earlier, check.rule)


def _host(url: str) -> str:
    return urls.parse(url).host

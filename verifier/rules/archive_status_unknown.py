"""
Whether the original of an archived page is still there is not known, or is told where there is no archive URL.

Why it matters: a bot that could not tell has put `bot: unknown`, and no person has looked since; the link may lead to
quite another page. A status without an archive URL has no effect.

Remedy: look at the original and set |url-status= to live, dead, unfit or usurped; without an archive URL take it out.

Elsewhere: CS1 `maint_bot_unknown`, `maint_url_status` (https://en.wikipedia.org/wiki/Help:CS1_errors#bot:_unknown).
"""

from collections.abc import Iterator

from verifier.hits import Fault, of_sources, surely
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule

_UNKNOWN = "bot: unknown"


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such template."""
    without_effect = surely(dossier, _without_effect)
    return of_sources(dossier, lambda source: (*_unknown(source), *without_effect(source)))


def _unknown(source: Source) -> Iterator[Fault]:
    status = source.parameter("url-status")
    if status is not None and status.value.lower() == _UNKNOWN and source.is_full:
        yield Fault(f'|{status.name}= is "{status.value}": nobody has looked whether the original is there', status)


def _without_effect(source: Source) -> Iterator[Fault]:
    status = source.parameter("url-status")
    if status is not None and status.value.lower() != _UNKNOWN and "archive-url" not in source.given:
        yield Fault(f"|{status.name}= without an archive URL has no effect", status)


RULE = Rule("archive-status-unknown", "the state of an archived original is not known", Severity.NOTE, check)

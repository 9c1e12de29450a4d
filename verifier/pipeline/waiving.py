"""What a waiver covers: findings that may stay, and checks without an answer that a person has made by hand.

A waiver ``as = "checked-by-hand"`` settles such a check where it is about the reference and names a rule of the check's
topic: link-dead settles a cited page that is blocked, suspect or unknown. What was never asked it does not settle.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

from verifier import urls
from verifier.errors import InputError
from verifier.model.outcome import ByHandRow, CheckRow, KindName, WaiverRow
from verifier.model.registry import Reference, Registry, Waiver
from verifier.model.report import FindingRow, WaivedRow
from verifier.model.rules import Dossier

_OPEN = ("suspect", "blocked", "unknown")


def waived(dossier: Dossier, found: Sequence[FindingRow]) -> dict[int, int]:
    """Return for the index of each finding that a valid waiver covers the index of that waiver."""
    covered: dict[int, int] = {}
    for index, waiver, registry in _valid(dossier):
        for place, finding in enumerate(found):
            if finding["rule"] in waiver.rules and _covers(waiver, finding, registry):
                covered.setdefault(place, index)
    return covered


def settled(
    dossier: Dossier, checks: Sequence[CheckRow], topics: Mapping[str, KindName]
) -> tuple[list[CheckRow], dict[int, int]]:
    """Return the checks, those that a person has made by hand as such, and for their indices those of the waivers.

    `topics` are those of the rules, by id.
    """
    made, by = list(checks), dict[int, int]()
    for index, waiver, registry in _valid(dossier):
        kinds = {topics[rule] for rule in waiver.rules if rule in topics} if waiver.by_hand else ()
        for place, check in enumerate(made):
            about = check["reference"]
            if check["outcome"] in _OPEN and check["kind"] in kinds and _is_of(waiver, about, check["path"], registry):
                made[place] = {**check, "outcome": "by_hand", "reason": f"{_told(waiver)}; {check['reason']}"}
                by[place] = index
    return made, by


def waived_row(finding: FindingRow, waiver: Waiver) -> WaivedRow:
    """Return the row of a waived finding."""
    return {
        "finding": {**finding, "state": "waived"},
        "reason": waiver.reason,
        "by": waiver.by,
        "until": waiver.until.isoformat(),
        "by_hand": waiver.by_hand,
        "on": waiver.on.isoformat() if waiver.on else None,
    }


def by_hand_row(check: CheckRow, waiver: Waiver) -> ByHandRow:
    """Return the row of a check that a person has made."""
    return {
        "article": check["article"],
        "reference": check["reference"] or "",
        "check": check["kind"],
        "url": check["url"],
        "reason": check["reason"],
        "why": waiver.reason,
        "by": waiver.by,
        "on": waiver.on.isoformat() if waiver.on else None,
        "until": waiver.until.isoformat(),
    }


def waiver_rows(dossier: Dossier, used: Collection[int], now: str | None) -> Iterator[WaiverRow]:
    """Yield all waivers of the registry; `used` are the indices of those that cover something."""
    registry = dossier.registry
    for index, waiver in enumerate(registry.waivers if registry else ()):
        yield {
            "path": registry.path if registry else "",
            "line": waiver.line,
            "target": waiver.target,
            "rules": list(waiver.rules),
            "reason": waiver.reason,
            "by": waiver.by,
            "until": waiver.until.isoformat(),
            "used": index in used,
            "expires_in_days": (waiver.until - dossier.today).days if now is not None else None,
        }


def _valid(dossier: Dossier) -> Iterator[tuple[int, Waiver, Registry]]:
    """Yield the waivers that still hold, by their index in the registry."""
    registry = dossier.registry
    for index, waiver in enumerate(registry.waivers if registry else ()):
        if waiver.until >= dossier.today and registry is not None:
            yield index, waiver, registry


def _told(waiver: Waiver) -> str:
    return f"checked by hand by {waiver.by}{f' on {waiver.on}' if waiver.on else ''}"


def _covers(waiver: Waiver, finding: FindingRow, registry: Registry) -> bool:
    if waiver.claim is not None and finding["claim"] == waiver.claim:
        return True
    return _is_of(waiver, finding["reference"], finding["path"], registry)


def _is_of(waiver: Waiver, identifier: str | None, path: str, registry: Registry) -> bool:
    """Tell whether the waiver is about this reference, or about the file."""
    if waiver.claim is not None:
        return _is_cited(registry, waiver.claim, identifier)
    reference = registry.reference(identifier) if identifier else None
    addresses = _addresses(reference)
    if waiver.url is not None:
        return waiver.url in addresses
    if waiver.host is not None:
        return any(_host(each) == waiver.host.lower() for each in addresses)
    return any(fnmatchcase(name, waiver.glob or "") for name in (*addresses, path))


def _addresses(reference: Reference | None) -> list[str]:
    return [each for each in (reference.url, reference.archive_url) if each] if reference else []


def _is_cited(registry: Registry, claim: str, reference: str | None) -> bool:
    return any(each.id == claim and reference in each.cites for each in registry.claims)


def _host(url: str) -> str:
    try:
        return urls.parse(url).host
    except InputError:
        return ""

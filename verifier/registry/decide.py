"""Write one decision of an editor into the text of a registry; every other character stays as it is.

What is there already is changed through tomlkit, which keeps comments and order; a key or a table that is missing is
set as lines of its own, since tomlkit would put a new key behind the comments and blank lines that end a table. Either
way the result is read again and must differ from what was there by the decision alone.
"""

import copy
import hashlib
import json
import tomllib
from collections.abc import Callable
from typing import Any

import tomlkit
from tomlkit.items import AoT

from verifier.errors import RegistryError
from verifier.model.decision import Cite, Decision, Fill, Passage, Place, Waive
from verifier.registry import waivers
from verifier.registry.lines import named, tables

Values = dict[str, Any]
_BY_EDITOR = "change the file in an editor; the desk shows what it says then"


def decided(text: str, decision: Decision) -> str:
    """Return the registry with the decision in it. Raises RegistryError where it cannot be written."""
    before = tomllib.loads(text)
    try:
        made, expected = _made(text, before, decision)
        is_right = tomllib.loads(made) == expected
    except ValueError as error:  # what one parser reads and the other does not
        raise RegistryError(f"the registry cannot be changed ({str(error)[:120]})", _BY_EDITOR) from error
    if not is_right:
        raise RegistryError("the registry is written in a way that this decision cannot be put into", _BY_EDITOR)
    return made


def _made(text: str, before: Values, decision: Decision) -> tuple[str, Values]:
    """Return the changed text, and the values that it must hold."""
    match decision:
        case Cite():
            return _cited(text, before, decision)
        case Fill():
            return _filled(text, before, decision)
        case Waive():
            return _waived(text, before, decision)


def seal(values: Values, decision: Decision) -> str:
    """Return a short hash of what the registry holds where the decision would write.

    A decision is made by what a page shows; it is written only if that still holds.
    """
    match decision:
        case Cite():
            held: object = (_find(values, "claim", decision.claim.id) or {}).get("cites")
        case Fill():
            held = (_find(values, "reference", decision.reference) or {}).get(decision.field)
        case Waive():
            target = _target(decision).items()
            held = [each for each in _all(values, "waiver") if target <= each.items()]
    told = json.dumps(held, sort_keys=True, default=str)
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:16]


def _cited(text: str, before: Values, decision: Cite) -> tuple[str, Values]:
    expected = copy.deepcopy(before)
    claim = _find(expected, "claim", decision.claim.id)
    if claim is None:
        added = {**_claim(decision.claim), "cites": [] if decision.drop else [decision.reference]}
        return _added(text, added), _with(expected, "claim", added)
    claim["cites"] = _recited(claim.get("cites", []), decision)
    if "cites" not in (_find(before, "claim", decision.claim.id) or {}):
        return _inserted(text, before, "claim", decision.claim.id, "cites", claim["cites"]), expected
    return _changed(text, "claim", decision.claim.id, lambda table: _recite(table["cites"], decision)), expected


def _recited(cites: list[str], decision: Cite) -> list[str]:
    """Return what the claim cites after the decision; what takes a place stands in it."""
    if decision.drop:
        return [each for each in cites if each != decision.reference]
    if decision.reference in cites:
        return [each for each in cites if each != decision.instead]
    if decision.instead in cites:
        return [decision.reference if each == decision.instead else each for each in cites]
    return [*cites, decision.reference]


def _recite(cites: Any, decision: Cite) -> None:
    """Change a list in place, so that what is written between its items stays."""
    wanted = _recited([str(each) for each in cites], decision)
    if len(wanted) == len(cites):
        for at, each in enumerate(wanted):
            if cites[at] != each:
                cites[at] = each
        return
    for at in reversed(range(len(cites))):
        if cites[at] not in wanted:
            del cites[at]
    for each in wanted[len(cites) :]:
        cites.append(each)


def _filled(text: str, before: Values, decision: Fill) -> tuple[str, Values]:
    expected = copy.deepcopy(before)
    reference = _find(expected, "reference", decision.reference)
    if reference is None:
        raise RegistryError(f'no reference has the id "{decision.reference}" any more', "load the page again")
    is_new = decision.field not in reference
    reference[decision.field] = decision.value
    if is_new:
        return _inserted(text, before, "reference", decision.reference, decision.field, decision.value), expected

    def fill(table: Any) -> None:
        table[decision.field] = decision.value

    return _changed(text, "reference", decision.reference, fill), expected


def _waived(text: str, before: Values, decision: Waive) -> tuple[str, Values]:
    expected = before
    if isinstance(decision.about, Passage) and _find(before, "claim", decision.about.id) is None:
        claim = {**_claim(decision.about), "cites": []}  # a waiver names a claim of the registry
        text, expected = _added(text, claim), _with(expected, "claim", claim)
    target = _target(decision)
    block = waivers.block(target, decision.rules, decision.reason, decision.by, decision.until, decision.checked)
    said: Values = {"reason": decision.reason, "by": decision.by, "until": decision.until}
    waiver = {**target, "rules": list(decision.rules), **said}
    if decision.checked:
        waiver |= {"as": waivers.BY_HAND, "on": decision.checked}
    return _appended(text, "waiver", block), _with(expected, "waiver", waiver)


def _target(decision: Waive) -> dict[str, str]:
    match decision.about:
        case Passage(id=identifier):
            return {"claim": identifier}
        case Place(key=key, value=value):
            return {key: value}


def _claim(passage: Passage) -> Values:
    return {"id": passage.id, "text": passage.text, "markers": list(passage.markers)}


def _all(values: Values, name: str) -> list[Values]:
    found = values.get(name, [])
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _find(values: Values, name: str, identifier: str) -> Values | None:
    return next((each for each in _all(values, name) if each.get("id") == identifier), None)


def _with(values: Values, name: str, table: Values) -> Values:
    return {**values, name: [*_all(values, name), table]}


def _changed(text: str, name: str, identifier: str, change: Callable[[Any], None]) -> str:
    """Return the text with a change made in the table with this id."""
    document = tomlkit.parse(text)
    found = document.get(name, [])
    for table in found:
        if table.get("id") == identifier:
            change(table)
            break
    return document.as_string()


def _inserted(text: str, values: Values, name: str, identifier: str, key: str, value: object) -> str:
    """Return the text with a key that its table lacks, on a line of its own below the id."""
    ids = [each.get("id") for each in _all(values, name)]
    found = named(tables(text), name, len(ids))
    line = found[ids.index(identifier)].keys.get("id") if found is not None else None
    if line is None:
        raise RegistryError("its tables cannot be told apart line by line", _BY_EDITOR)
    lines = [f"{each}\n" for each in text.split("\n")]
    lines[-1] = lines[-1].removesuffix("\n")
    if not lines[line - 1].endswith("\n"):
        lines[line - 1] += _end(text)
    lines.insert(line, f"{key} = {tomlkit.item(value).as_string()}{_end(text)}")
    return "".join(lines)


def _added(text: str, claim: Values) -> str:
    """Return the text with a claim at its end."""
    rows = [f"{key} = {tomlkit.item(value).as_string()}" for key, value in claim.items()]
    return _appended(text, "claim", "\n".join(["[[claim]]", *rows, ""]))


def _appended(text: str, name: str, block: str) -> str:
    """Return the text with a table at its end, where tables of that name can stand."""
    if name in (parsed := tomlkit.parse(text)) and not isinstance(parsed[name], AoT):
        raise RegistryError(
            f"{name} = [...] is written inline", f"write each as a table, [[{name}]]; then decide again"
        )
    return waivers.appended(text.encode("utf-8"), block).decode("utf-8")


def _end(text: str) -> str:
    """Return how the lines of the text end."""
    return "\r\n" if "\r\n" in text else "\n"

"""Read what a form sends as a decision; whatever else is sent is refused with words."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from verifier import urls
from verifier.desk import subjects
from verifier.errors import InputError
from verifier.model.decision import Cite, Decision, Fill, Passage, Place, Waive
from verifier.model.report import Report

FIELDS = {"url": "address", "archive_url": "snapshot"}  # what can be filled, and how it is called


def read(fields: Mapping[str, list[str]], report: Report, values: dict[str, Any], today: dt.date) -> Decision:
    """Return the decision that a form sends, by the report and the registry's values that hold now.

    Raises InputError for what no form of ours sends, and for what a person must correct.
    """
    what = _one(fields, "do")
    if what == "fill":
        return _fill(fields)
    if what in ("waive", "by-hand"):
        return _waiver(fields, _subject(fields, report, values), today if what == "by-hand" else None)
    if what not in ("cite", "drop"):
        raise InputError(f'nothing is called "{what}" here', "load the page again")
    reference = _one(fields, "reference")
    if what == "cite" and reference not in {each["id"] for each in report["references"]}:
        raise InputError(f'no reference has the id "{reference}"', "choose one of the list; verify init adds new ones")
    instead = sent[0] if (sent := fields.get("instead", [])) and what == "cite" else ""
    return Cite(_claim(_one(fields, "claim"), report), reference, instead, drop=what == "drop")


def _subject(fields: Mapping[str, list[str]], report: Report, values: dict[str, Any]) -> Passage | Place:
    if "reference" in fields:
        about = subjects.page(_one(fields, "reference"), values)
        if about is None:
            raise InputError("this reference has no address any more", "load the page again")
        return about
    if "finding" not in fields:
        return _claim(_one(fields, "claim"), report)
    name = _one(fields, "finding")
    finding = next((each for each in report["findings"] if each["id"] == name), None)
    if finding is None:
        raise InputError("this finding is not there any more", "load the page again")
    return subjects.place(finding, values)


def _claim(name: str, report: Report) -> Passage:
    row = next((each for article in report["articles"] for each in article["claims"] if each["id"] == name), None)
    if row is None:
        raise InputError(f'the article has no claim "{name}" any more', "load the page again")
    return subjects.passage(row)


def _fill(fields: Mapping[str, list[str]]) -> Fill:
    field, value = _one(fields, "field"), _one(fields, "value")
    if field not in FIELDS:
        raise InputError(f'"{field}" is no field that is filled here', "load the page again")
    urls.parse(value)
    return Fill(_one(fields, "reference"), field, value)


def _waiver(fields: Mapping[str, list[str]], about: Passage | Place, checked: dt.date | None) -> Waive:
    rules = tuple(dict.fromkeys(fields.get("rules", [])))
    if not rules:
        raise InputError("no rule is ticked", "tick what may stay")
    try:
        until = dt.date.fromisoformat(_one(fields, "until"))
    except ValueError as error:
        raise InputError("the day until which it may stay is no date", "write it like 2027-02-28") from error
    return Waive(about, rules, _one(fields, "reason"), _one(fields, "by"), until, checked)


def _one(fields: Mapping[str, list[str]], name: str) -> str:
    """Return the one value of a field, without blanks around it."""
    values = [value.strip() for value in fields.get(name, [])]
    if len(values) != 1 or not values[0]:
        raise InputError(f"{name} is missing", "fill it, and send the form again")
    return values[0]

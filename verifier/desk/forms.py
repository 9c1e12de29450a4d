"""The forms of the desk: drawn for a claim and a reference, and read back as decisions. They work without script."""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from verifier import urls
from verifier.desk import decisions
from verifier.desk.journal import Entry
from verifier.digest import printed
from verifier.errors import InputError
from verifier.model.decision import Cite, Decision, Fill, Passage, Waive
from verifier.model.report import ClaimRow, ReferenceRow, Report
from verifier.registry.decide import seal
from verifier.review.context import Context
from verifier.review.controls import Controls
from verifier.review.html import NOTHING, joined, plain, tag, text

_FIELDS = {"url": "address", "archive_url": "snapshot"}
_LONGEST = 365  # days of a waiver
_USUAL = 180


class Forms:
    """The forms over one registry, as it stood when the page was made.

    `by` is who waived last, `last` the decision made last, which is shown where it was made.
    """

    def __init__(self, registry: str, today: dt.date, by: str = "", last: Entry | None = None) -> None:
        self._values: dict[str, Any] = tomllib.loads(registry)
        self._today = today
        self._by = by
        self._last = last

    def controls(self, banner: Markup) -> Controls:
        """Return what the page offers."""
        return Controls(banner, self.claim, self.reference, form_action="'self'", referrer="same-origin")

    def claim(self, context: Context, row: ClaimRow) -> Markup:
        """Return the forms of a claim: what it rests on, and what may stay."""
        passage = _passage(row)
        offers = [self._offer(passage, *candidate) for candidate in _candidates(context, row)]
        held = [self._held(passage, each) for each in row["cites"]]
        other = self._form(
            Cite(passage, ""),
            Markup('<label>another reference <input name="reference" list="references-known" required></label>')
            + _button("cite", "Cite it"),
        )
        title = tag("p", Markup("<strong>Decide</strong>"))
        parts = [title, self._done(row["id"]), *held, *offers, other, self._waive(context, row, passage)]
        return tag("div", joined([each for each in parts if each]), class_="decide")

    def reference(self, row: ReferenceRow) -> Markup:
        """Return the forms that fill the addresses of a reference."""
        made = [self._done(row["id"])]
        for field, words in _FIELDS.items():
            label = Markup('<label>{} <input type="url" name="value" required></label>').format(words)
            hidden = _hidden("reference", row["id"]) + _hidden("field", field)
            made.append(self._form(Fill(row["id"], field, ""), hidden + label + _button("fill", "Fill")))
        return tag("div", joined([each for each in made if each]), class_="decide", id=f"reference-{row['id']}")

    def _done(self, about: str) -> Markup:
        if self._last is None or self._last.subject != about:
            return NOTHING
        return decisions.shown(self._last, is_last=True)

    def _offer(self, passage: Passage, reference: str, words: str, instead: str) -> Markup:
        hidden = _hidden("reference", reference) + (_hidden("instead", instead) if instead else NOTHING)
        return self._form(Cite(passage, reference), hidden + _button("cite", words))

    def _held(self, passage: Passage, reference: str) -> Markup:
        hidden = _hidden("reference", reference)
        told = Markup("it rests on {} ").format(text(reference))
        return self._form(Cite(passage, reference), hidden + told + _button("drop", "It does not"))

    def _waive(self, context: Context, row: ClaimRow, passage: Passage) -> Markup:
        """Return the form that lets findings stay: waived, or because somebody has looked."""
        rules = sorted({each["rule"] for each in context.findings.get(row["id"], [])})
        if not rules:
            return NOTHING
        boxes = [
            Markup('<label><input type="checkbox" name="rules" value="{0}" checked> {0}</label>').format(plain(rule))
            for rule in rules
        ]
        until = (self._today + dt.timedelta(days=_USUAL)).isoformat()
        latest = (self._today + dt.timedelta(days=_LONGEST)).isoformat()
        fields = Markup(
            '{}<label>reason <input name="reason" required minlength="10"></label>'
            '<label>by <input name="by" required value="{}"></label>'
            '<label>until <input type="date" name="until" required value="{}" min="{}" max="{}"></label>{}{}'
        ).format(
            joined(boxes), plain(self._by), until, self._today.isoformat(), latest,
            _button("waive", "Waive"), _button("by-hand", "Checked by hand"),
        )  # fmt: skip
        form = self._form(Waive(passage, (), "", "", self._today), fields)
        return Markup("<details><summary>Let it stay</summary>{}</details>").format(form)

    def _form(self, decision: Decision, fields: Markup) -> Markup:
        claim = _hidden("claim", decision.claim.id) if not isinstance(decision, Fill) else NOTHING
        sealed = _hidden("seal", seal(self._values, decision))
        return Markup('<form method="post" action="decide">{}{}{}</form>').format(claim, sealed, fields)


def known(report: Report) -> Markup:
    """Return the list of references from which a claim's form completes."""
    options = [Markup('<option value="{}">{}</option>').format(plain(row["id"]), text(row["title"] or ""))
               for row in report["references"]]  # fmt: skip
    return Markup('<datalist id="references-known">{}</datalist>').format(joined(options))


def read(fields: Mapping[str, list[str]], report: Report) -> Decision:
    """Return the decision that a form sends; claims are taken from the report, not from the form.

    Raises InputError for what no form of ours sends, and for what a person must correct.
    """
    what = _one(fields, "do")
    if what == "fill":
        return _fill(fields)
    name = _one(fields, "claim")
    row = next((each for article in report["articles"] for each in article["claims"] if each["id"] == name), None)
    if row is None:
        raise InputError(f'the article has no claim "{name}" any more', "load the page again")
    passage = _passage(row)
    if what in ("cite", "drop"):
        reference = _one(fields, "reference")
        if what == "cite" and reference not in {each["id"] for each in report["references"]}:
            raise InputError(
                f'no reference has the id "{reference}"', "choose one of the list; verify init adds new ones"
            )
        instead = sent[0] if (sent := fields.get("instead", [])) and what == "cite" else ""
        return Cite(passage, reference, instead, drop=what == "drop")
    if what in ("waive", "by-hand"):
        return _waiver(fields, passage, by_hand=what == "by-hand")
    raise InputError(f'nothing is called "{what}" here', "load the page again")


def _fill(fields: Mapping[str, list[str]]) -> Fill:
    field, value = _one(fields, "field"), _one(fields, "value")
    if field not in _FIELDS:
        raise InputError(f'"{field}" is no field that is filled here', "load the page again")
    urls.parse(value)
    return Fill(_one(fields, "reference"), field, value)


def _waiver(fields: Mapping[str, list[str]], passage: Passage, *, by_hand: bool) -> Waive:
    rules = tuple(dict.fromkeys(fields.get("rules", [])))
    if not rules:
        raise InputError("no rule is ticked", "tick what may stay")
    try:
        until = dt.date.fromisoformat(_one(fields, "until"))
    except ValueError as error:
        raise InputError("the day until which it may stay is no date", "write it like 2027-02-28") from error
    return Waive(passage, rules, _one(fields, "reason"), _one(fields, "by"), until, by_hand)


def _one(fields: Mapping[str, list[str]], name: str) -> str:
    """Return the one value of a field, without blanks around it."""
    values = [value.strip() for value in fields.get(name, [])]
    if len(values) != 1 or not values[0]:
        raise InputError(f"{name} is missing", "fill it, and send the form again")
    return values[0]


def _passage(row: ClaimRow) -> Passage:
    return Passage(row["id"], row["text"], tuple(marker["label"] for marker in row["markers"]))


def _candidates(context: Context, row: ClaimRow) -> Iterator[tuple[str, str, str]]:
    """Yield what the claim may rest on: the reference, the words of its button, and the reference whose place it takes.

    For each marker what it means comes first, then what else it may mean, the most probable first.
    """
    seen = set(row["cites"])
    for marker in row["markers"]:
        near = [(printed(entry), f"({chance:.2f})") for entry, chance in context.alternatives(marker)]
        if marker["recovered"] is not None:
            near.insert(0, (marker["recovered"], f"({marker['class']}, {marker['probability']:.2f})"))
        elif marker["entry"] is not None and not near:
            near = [(marker["entry"], "as printed")]
        known = [(context.by_entry[entry]["id"], entry, sure) for entry, sure in near if entry in context.by_entry]
        held = next((reference for reference, _, _ in known if reference in row["cites"]), "")
        for reference, entry, sure in known:
            if reference not in seen:
                seen.add(reference)
                verb = f"Instead of {held}" if held else "Accept" if marker["recovered"] == entry else "Choose"
                yield reference, f"{verb}: [{marker['label']}] is entry {entry} {sure}, {reference}", held


def _hidden(name: str, value: str) -> Markup:
    return Markup('<input type="hidden" name="{}" value="{}">').format(name, plain(value))


def _button(do: str, words: str) -> Markup:
    return Markup('<button name="do" value="{}">{}</button>').format(do, text(words))

"""The forms of the desk: drawn for a claim and a reference, and read back as decisions. They work without script."""

import datetime as dt
import tomllib
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from verifier.desk import decisions, subjects
from verifier.desk.journal import Entry
from verifier.desk.sent import FIELDS
from verifier.digest import printed
from verifier.model.decision import Cite, Decision, Fill, Passage, Place, Waive
from verifier.model.outcome import HeldRow
from verifier.model.report import ClaimRow, FindingRow, ReferenceRow, Report
from verifier.registry.decide import seal
from verifier.review.context import Context
from verifier.review.controls import Controls
from verifier.review.html import NOTHING, joined, plain, put, tag, text
from verifier.text import chance

DECIDED = "decided"  # the place of the last decision on the page, at what it is about
_RULE = '<label><input type="checkbox" name="rules" value="{}" checked> {}</label>'
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
        return Controls(
            banner, self.claim, self.reference, self.finding, self.held, form_action="'self'", referrer="same-origin"
        )

    def claim(self, context: Context, row: ClaimRow) -> Markup:
        """Return the forms of a claim: what it rests on, and what may stay."""
        about = subjects.passage(row)
        offers = [self._offer(about, *candidate) for candidate in _candidates(context, row)]
        held = [self._held(about, each) for each in row["cites"]]
        other = self._form(
            Cite(about, ""),
            Markup('<label>another reference <input name="reference" list="references-known" required></label>')
            + _button("cite", "Cite it"),
        )
        title = tag("p", Markup("<strong>Decide</strong>"))
        parts = [title, self._done(row["id"]), *held, *offers, other, self._claim_waiver(context, row, about)]
        return tag("div", joined([each for each in parts if each]), class_="decide")

    def reference(self, row: ReferenceRow) -> Markup:
        """Return the forms that fill the addresses of a reference."""
        made = [self._done(row["id"])]
        for field, words in FIELDS.items():
            label = put('<label>{} <input type="url" name="value" required></label>', words)
            hidden = _hidden("reference", row["id"]) + _hidden("field", field)
            made.append(self._form(Fill(row["id"], field, ""), hidden + label + _button("fill", "Fill")))
        return tag("div", joined([each for each in made if each]), class_="decide", id=f"reference-{row['id']}")

    def _done(self, about: str) -> Markup:
        if self._last is None or self._last.subject != about:
            return NOTHING
        return tag("div", decisions.shown(self._last, is_open=True), role="status", id=DECIDED, tabindex="-1")

    def _offer(self, about: Passage, reference: str, words: str, instead: str) -> Markup:
        hidden = _hidden("reference", reference) + (_hidden("instead", instead) if instead else NOTHING)
        return self._form(Cite(about, reference), hidden + _button("cite", words))

    def _held(self, about: Passage, reference: str) -> Markup:
        hidden = _hidden("reference", reference)
        link = put('<a href="#reference-{}">its addresses</a>', plain(reference))
        told = put("it rests on {} ", text(reference))
        return self._form(Cite(about, reference), hidden + told + _button("drop", "It does not") + link)

    def finding(self, row: FindingRow) -> Markup:
        """Return the form that lets findings without a claim stay; those of a claim have theirs on its card."""
        if row["claim"] is not None:
            return NOTHING
        about = subjects.place(row, self._values)
        words = "on this address" if about.key == "url" else f"in {row['path']}"
        scope = _hidden("finding", row["id"]) + _hidden("rules", row["rule"]) + text(f"all {row['rule']} {words} ")
        return tag("div", self._waiver(about, scope), class_="decide")

    def held(self, row: HeldRow) -> Markup:
        """Return the form that says that a person has looked at a page that a program cannot see."""
        about = subjects.page(row["reference"], self._values)
        if about is None or row["check"] != "live":
            return NOTHING
        scope = _hidden("reference", row["reference"]) + _hidden("rules", "link-dead")
        return tag("div", self._waiver(about, scope, is_finding=False), class_="decide")

    def _claim_waiver(self, context: Context, row: ClaimRow, about: Passage) -> Markup:
        """Return the form that lets findings on a claim stay, each rule for itself."""
        rules = sorted({each["rule"] for each in context.findings.get(row["id"], [])})
        boxes = [put(_RULE, plain(rule), plain(rule)) for rule in rules]
        return self._waiver(about, joined(boxes)) if rules else NOTHING

    def _waiver(self, about: Passage | Place, scope: Markup, *, is_finding: bool = True) -> Markup:
        """Return the form of a waiver over what `scope` says or of a check by hand, without a finding of that alone."""
        days = [(self._today + dt.timedelta(days=days)).isoformat() for days in (_USUAL, 0, _LONGEST)]
        fields = Markup(
            '{}<label>reason <input name="reason" required minlength="10"></label>'
            '<label>by <input name="by" required value="{}"></label>'
            '<label>until <input type="date" name="until" required value="{}" min="{}" max="{}"></label>{}{}'
        ).format(
            *(scope, plain(self._by), *days),
            *(_button("waive", "Waive") if is_finding else NOTHING, _button("by-hand", "Checked by hand")),
        )
        form = self._form(Waive(about, (), "", "", self._today), fields)
        summary = "Let it stay" if is_finding else "I have looked at it"
        return put("<details><summary>{}</summary>{}</details>", summary, form)

    def _form(self, decision: Decision, fields: Markup) -> Markup:
        match decision:
            case Cite(claim=about) | Waive(about=Passage() as about):
                claim = _hidden("claim", about.id)
            case _:
                claim = NOTHING
        sealed = _hidden("seal", seal(self._values, decision))
        return put('<form method="post" action="decide">{}{}{}</form>', claim, sealed, fields)


def known(report: Report) -> Markup:
    """Return the list of references from which a claim's form completes."""
    options = [put('<option value="{}">{}</option>', plain(row["id"]), text(row["title"] or ""))
               for row in report["references"]]  # fmt: skip
    return put('<datalist id="references-known">{}</datalist>', joined(options))


def _candidates(context: Context, row: ClaimRow) -> Iterator[tuple[str, str, str]]:
    """Yield what the claim may rest on: the reference, the words of its button, and the reference whose place it takes.

    For each marker what it means comes first, then what else it may mean, the most probable first.
    """
    seen = set(row["cites"])
    for marker in row["markers"]:
        near = [(printed(entry), f"({chance(sure)})") for entry, sure in context.alternatives(marker)]
        if marker["recovered"] is not None:
            near.insert(0, (marker["recovered"], f"({marker['class']}, {chance(marker['probability'])})"))
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
    return put('<input type="hidden" name="{}" value="{}">', name, plain(value))


def _button(do: str, words: str) -> Markup:
    return put('<button name="do" value="{}">{}</button>', do, text(words))

"""The tables of the page: true numbers, findings, references, what was not checked, what is waived."""

from markupsafe import Markup

from verifier import digest
from verifier.model.report import ArticleRow, FindingRow, Report
from verifier.review import matrix, snapshots
from verifier.review.cards import severity
from verifier.review.context import Anchors
from verifier.review.controls import Controls
from verifier.review.html import NOTHING, badge, joined, link, plain, put, tag, text
from verifier.text import chance

_FOLDED = 50  # findings that follow from one cause; the rest stands on the cards


def changed(report: Report, anchors: Anchors) -> Markup:
    """Return what changed against earlier runs and the baseline; nothing where there was none to compare with."""
    told = digest.changes(report)
    if not told:
        return NOTHING
    rows = [
        _row(badge("wrong", "+ new"), severity(each), tag("code", plain(each["rule"])), _told(each, anchors))
        for each in report["findings"]
        if each["state"] == "new"
    ]
    rows += [
        _row(
            badge("right", "✓ fixed"), plain(each["severity"]), tag("code", plain(each["rule"])), text(each["message"])
        )
        for each in report["fixed"]
    ]
    head = ("change", "severity", "rule", "finding")
    made = _table("New findings, and those that are gone", head, rows) if rows else NOTHING
    return _section(
        "changed", "What changed since the last run", joined([tag("p", text(each)) for each in told]) + made
    )


def numbers(article: ArticleRow) -> Markup:
    """Return which number each entry really has, where that was asked."""
    if not any(entry["number"]["best"] for entry in article["entries"]):
        return NOTHING
    rows = []
    for entry in article["entries"]:
        number = entry["number"]
        others = ", ".join(f"{each['value']} ({chance(each['probability'])})" for each in number["alternatives"])
        cells = (
            text(digest.printed(entry)),
            text(entry["title"] or entry["text"]),
            tag("strong", text(number["value"])) if number["value"] else Markup("open"),
            text(number["class"] + (f" ({chance(number['probability'])})" if number["value"] else "")),
            text(others),
        )
        rows.append(_row(*cells))
    refusal = article["diagnosis"]["refusal"]
    note = put("<p>No mapping is proposed: {}.</p>", text(refusal)) if refusal else NOTHING
    caption = "The entries of the list, and the numbers by which the text means them"
    return (
        Markup("<h3>Which number each entry really has</h3>")
        + note
        + _table(caption, ("entry", "title", "true number", "sure", "could be"), rows)
    )


def findings(report: Report, anchors: Anchors, controls: Controls) -> Markup:
    """Return what was found, the symptoms under their cause."""
    mine, explained = digest.own(report), digest.symptoms(report)
    if not mine:
        return _section("findings", "Findings", Markup("<p>Nothing was found.</p>"))
    rows = []
    for finding in mine:
        folded = explained.get(finding["id"], [])
        advice = put("<br>What to do: {}", text(finding["suggestion"])) if finding["suggestion"] else NOTHING
        told = _told(finding, anchors) + advice + controls.finding(finding) + _symptoms(folded, anchors)
        rows.append(_row(severity(finding), tag("code", plain(finding["rule"])), told))
    head = ("severity", "rule", "finding")
    return _section("findings", "Findings", _table("What stands for itself, the worst first", head, rows))


def _symptoms(folded: list[FindingRow], anchors: Anchors) -> Markup:
    if not folded:
        return NOTHING
    items = [tag("li", _told(each, anchors)) for each in folded[:_FOLDED]]
    if len(folded) > _FOLDED:
        items.append(
            tag("li", plain(f"and {len(folded) - _FOLDED} more, on the cards of their claims and in the JSON report"))
        )
    return put(
        "<details><summary>Findings that follow from it: {}</summary><ul>{}</ul></details>", len(folded), joined(items)
    )


def _told(finding: FindingRow, anchors: Anchors) -> Markup:
    place = text(f"{finding['path']}:{finding['line']}")
    message = text(finding["message"] + digest.age(finding))
    anchor = anchors.finding(finding)
    if anchor is not None:
        return put('<a href="#{}">{}</a>: {}', plain(anchor), place, message)
    return put("{}: {}", place, message)


def references(report: Report, controls: Controls) -> Markup:
    """Return the references of the registry with the verdicts on their snapshots."""
    if not report["references"]:
        return NOTHING
    rows = [
        _row(
            text(row["id"]) + controls.reference(row),
            text(row["entry"] or ""),
            text(row["outlet"]) if row["outlet"] else link(None),
            link(row["url"]),
            link(row["archive_url"]),
            snapshots.verdict(row["archive"]),
        )
        for row in report["references"]
    ]
    head = ("reference", "entry", "outlet", "address", "snapshot", "verdict on the snapshot")
    caption = "The registry's references and what is known of their snapshots"
    return _section("references", "References", matrix.table(report) + _table(caption, head, rows))


def unverified(report: Report) -> Markup:
    """Return what was not checked, and why: the checks of one reason in one row."""
    if not report["unverified"]:
        return NOTHING
    by_reason: dict[tuple[str, str], list[str]] = {}
    for row in report["unverified"]:
        by_reason.setdefault((row["check"], row["reason"]), []).append(row["reference"] or row["article"])
    rows = [
        _row(text(check), text(reason), plain(str(len(names))), text(", ".join(names)))
        for (check, reason), names in by_reason.items()
    ]
    head = ("check", "reason", "how many", "references")
    made = _table("Not checked is never the same as in order", head, rows)
    return _section("unverified", "Not checked, and why", made)


def to_do_by_hand(report: Report, controls: Controls) -> Markup:
    """Return what only a person or a later run can settle: what was refused to a program, and what failed once."""
    held = [("blocked", "⊘ blocked", each) for each in report["blocked"]]
    held += [("suspect", "! suspect", each) for each in report["suspects"]]
    if not held:
        return NOTHING
    rows = [
        _row(
            badge(kind, words),
            text(each["reference"]),
            plain(each["check"]),
            link(each["url"]),
            text(each["reason"]) + controls.held(each),
        )
        for kind, words, each in held
    ]
    made = _table("Open these yourself", ("state", "reference", "check", "address", "reason"), rows)
    return _section("by-hand", "To check by hand", made)


def by_hand(report: Report) -> Markup:
    """Return the checks without an answer that a person has made."""
    if not report["by_hand"]:
        return NOTHING
    rows = [
        _row(
            *(text(each["reference"]), plain(each["check"]), link(each["url"]), text(digest.by_hand(each))),
            *(text(each["why"]), text(each["until"]), text(each["reason"])),
        )
        for each in report["by_hand"]
    ]
    head = ("reference", "check", "address", "by whom", "what they say", "until", "what the program saw")
    return _section("checked-by-hand", "Checked by hand", _table("What a person has looked at", head, rows))


def waived(report: Report, anchors: Anchors) -> Markup:
    """Return the findings that a waiver covers."""
    if not report["waived"]:
        return NOTHING
    rows = [
        _row(_told(row["finding"], anchors), text(row["reason"]), text(digest.judged(row)), text(row["until"]))
        for row in report["waived"]
    ]
    made = _table("Findings that a person has judged", ("finding", "reason", "by", "until"), rows)
    return _section("waived", "Waived", made)


def _section(anchor: str, title: str, content: Markup) -> Markup:
    return put('<section><h2 id="{}">{}</h2>{}</section>', anchor, title, content)


def _row(*cells: Markup) -> Markup:
    return put("<tr>{}</tr>", joined([tag("td", cell) for cell in cells]))


def _table(caption: str, head: tuple[str, ...], rows: list[Markup]) -> Markup:
    columns = joined([tag("th", put("{}", name), scope="col") for name in head])
    return Markup(
        '<div class="scroll" tabindex="0" role="region" aria-label="{0}"><table><caption>{0}</caption>'
        "<thead><tr>{1}</tr></thead><tbody>{2}</tbody></table></div>"
    ).format(caption, columns, joined(rows))

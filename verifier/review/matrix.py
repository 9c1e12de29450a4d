"""The references by their page and their snapshot: what to do about each is told by where it stands."""

from markupsafe import Markup

from verifier.model.outcome import CheckRow, KindName
from verifier.model.report import ReferenceRow, Report
from verifier.review.html import NOTHING, joined, put, tag, text

_PAGES = {"good": "the page is in order", "bad": "the page fails", "open": "the page is not known"}
_SNAPSHOTS = {"good": "snapshot good", "bad": "snapshot bad", "none": "no snapshot", "open": "snapshot not known"}
_ADVICE = {
    ("bad", "good"): "cite the snapshot",
    ("bad", "bad"): "find another snapshot or source",
    ("bad", "none"): "find a snapshot or another source",
    ("good", "bad"): "save it anew",
    ("good", "none"): "save it now",
}
_NAMED = 12  # references that a cell names
Key = tuple[str, str]


def table(report: Report) -> Markup:
    """Return the table; nothing where no page was asked."""
    checks: dict[tuple[str, str, KindName], list[CheckRow]] = {}
    for each in report["checks"]:
        if each["reference"] is not None:
            checks.setdefault((each["article"], each["reference"], each["kind"]), []).append(each)
    cells: dict[Key, list[str]] = {}
    for row in report["references"]:
        page = _state(checks.get((row["article"], row["id"], "live"), []))
        cells.setdefault((page, _snapshot(row, checks.get((row["article"], row["id"], "archive"), []))), []).append(
            row["id"]
        )
    if all(page == "open" for page, _ in cells):
        return NOTHING
    head = joined([tag("th", put("{}", words), scope="col") for words in ("", *_SNAPSHOTS.values())])
    rows = [
        tag(
            "tr",
            tag("th", put("{}", words), scope="row") + joined([_cell(cells, (page, each)) for each in _SNAPSHOTS]),
        )
        for page, words in _PAGES.items()
    ]
    return Markup(
        '<div class="scroll" tabindex="0" role="region" aria-label="References by page and snapshot"><table>'
        "<caption>References by page and snapshot</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
    ).format(head, joined(rows))


def _cell(cells: dict[Key, list[str]], key: Key) -> Markup:
    names = cells.get(key, [])
    if not names:
        return Markup("<td>0</td>")
    more = ", \u2026" if len(names) > _NAMED else ""
    todo = put("<br><em>{}</em>", _ADVICE[key]) if key in _ADVICE else NOTHING
    return put("<td><strong>{}</strong> {}{}</td>", len(names), text(", ".join(names[:_NAMED]) + more), todo)


def _state(checks: list[CheckRow]) -> str:
    """Return "good" where one was in order, "bad" where one failed, else "open"."""
    outcomes = {each["outcome"] for each in checks}
    return "good" if "ok" in outcomes else "bad" if "fail" in outcomes else "open"


def _snapshot(row: ReferenceRow, checks: list[CheckRow]) -> str:
    return _state(checks) if row["archive_url"] else "none"

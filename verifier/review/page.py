"""The whole page: the summary, what to do first, the articles, findings, references, what was not checked."""

import base64
import hashlib
from importlib import resources

from markupsafe import Markup

from verifier import digest
from verifier.model.report import ArticleRow, FindingRow, Report
from verifier.review import cards
from verifier.review.html import NOTHING, joined, link, plain, tag, text

_CSS = resources.files("verifier.review").joinpath("page.css").read_text("utf-8")
Anchors = dict[tuple[str, str], str]  # article path and claim id -> id of its card; without a path the first of that id
_SEVERITIES = {"error": "✗ error", "warning": "! warning", "note": "i note"}


def render(report: Report) -> str:
    """Return the page; it asks nobody for anything, and a policy in it forbids it to."""
    title = next((article["title"] or article["path"] for article in report["articles"]), "no article")
    anchors = _anchors(report)
    body = [
        Markup('<a class="skip" href="#first">Skip to what to do first</a>'),
        Markup("<header><h1>Verification report</h1>"),
        Markup('<p class="soft">{}, {}</p></header>').format(text(title), report["mode"]),
        Markup('<main><p class="lead">{}</p>').format(text(digest.lead(report))),
        _first(report),
        *(_article(report, article, anchors) for article in report["articles"]),
        _findings(report, anchors),
        _references(report),
        _unverified(report),
        _waived(report, anchors),
        Markup('</main><footer class="soft"><p>{} {}, {}</p></footer>').format(
            report["tool"]["name"], report["tool"]["version"], report["schema"]
        ),
    ]
    return str(_DOCUMENT.format(policy=_policy(), css=Markup(_CSS), title=plain(title), body=joined(body)))


_DOCUMENT = Markup(
    """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Verification report: {title}</title>
<style>{css}</style>
</head>
<body>
{body}
</body>
</html>
"""
)


def _anchors(report: Report) -> Anchors:
    """Return the id of each claim's card; a claim id that stood in an earlier article gets a number."""
    anchors: Anchors = {}
    taken: set[str] = set()
    for number, article in enumerate(report["articles"], 1):
        for claim in article["claims"]:
            name = f"claim-{claim['id']}"
            anchors[article["path"], claim["id"]] = name if name not in taken else f"{name}-article-{number}"
            anchors.setdefault(("", claim["id"]), name)
            taken.add(name)
    return anchors


def _policy() -> str:
    digest_ = base64.b64encode(hashlib.sha256(_CSS.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest_}'; img-src data:; base-uri 'none'; form-action 'none'"


def _first(report: Report) -> Markup:
    items = [tag("li", text(each)) for each in digest.to_do(report)]
    if not items:
        return NOTHING
    return Markup('<section><h2 id="first">Do these first</h2><ol class="first">{}</ol></section>').format(
        joined(items)
    )


def _article(report: Report, article: ArticleRow, anchors: Anchors) -> Markup:
    entries = {digest.printed(entry): entry for entry in reversed(article["entries"])}
    references = {row["id"]: row for row in report["references"]}
    named = [(anchors[article["path"], row["id"]], row) for row in article["claims"]]
    claims = joined([cards.claim(anchor, row, entries, references) for anchor, row in named])
    return Markup("<section><h2>{}</h2><p>{}</p>{}<h3>Claims</h3>{}</section>").format(
        text(article["title"] or article["path"]),
        text(f"{article['path']}, read as {article['format']}"),
        _numbers(article),
        claims or Markup("<p>No claim is cited.</p>"),
    )


def _numbers(article: ArticleRow) -> Markup:
    if not any(entry["number"]["best"] for entry in article["entries"]):
        return NOTHING
    rows = []
    for entry in article["entries"]:
        number = entry["number"]
        others = ", ".join(f"{each['value']} ({each['probability']:.2f})" for each in number["alternatives"])
        cells = (
            text(digest.printed(entry)),
            text(entry["title"] or entry["text"]),
            tag("strong", text(number["value"])) if number["value"] else Markup("open"),
            text(f"{number['class']} ({number['probability']:.2f})"),
            text(others),
        )
        rows.append(_row(*cells))
    refusal = article["diagnosis"]["refusal"]
    note = Markup("<p>No mapping is proposed: {}.</p>").format(text(refusal)) if refusal else NOTHING
    caption = "Which number each entry really has"
    return note + _table(caption, ("entry", "title", "true number", "sure", "could be"), rows)


def _findings(report: Report, anchors: Anchors) -> Markup:
    mine, explained = digest.own(report), digest.symptoms(report)
    if not mine:
        return NOTHING
    rows = []
    for finding in mine:
        folded = explained.get(finding["id"], [])
        more = NOTHING
        if folded:
            items = joined([tag("li", _told(each, anchors)) for each in folded])
            more = Markup("<details><summary>Findings that follow from it: {}</summary><ul>{}</ul></details>").format(
                len(folded), items
            )
        advice = Markup("<br>What to do: {}").format(text(finding["suggestion"])) if finding["suggestion"] else NOTHING
        rows.append(_row(_badge(finding), tag("code", text(finding["rule"])), _told(finding, anchors) + advice + more))
    return Markup("<section><h2 id='findings'>Findings</h2>{}</section>").format(
        _table("What stands for itself, the worst first", ("severity", "rule", "finding"), rows)
    )


def _told(finding: FindingRow, anchors: Anchors) -> Markup:
    place = text(f"{finding['path']}:{finding['line']}")
    message = text(finding["message"])
    path, claim = finding["path"], finding["claim"] or ""
    anchor = anchors.get((path, claim)) or anchors.get(("", claim))
    if anchor is not None:
        return Markup('<a href="#{}">{}</a>: {}').format(anchor, place, message)
    return Markup("{}: {}").format(place, message)


def _badge(finding: FindingRow) -> Markup:
    return tag("span", Markup(_SEVERITIES[finding["severity"]]), class_=f"badge {finding['severity']}")


def _references(report: Report) -> Markup:
    if not report["references"]:
        return NOTHING
    rows = [
        _row(
            text(row["id"]),
            text(row["entry"] or ""),
            text(row["outlet"]) if row["outlet"] else link(None),
            link(row["url"]),
            link(row["archive_url"]),
            cards.verdict(row["archive"]),
        )
        for row in report["references"]
    ]
    head = ("reference", "entry", "outlet", "address", "snapshot", "verdict on the snapshot")
    return Markup("<section><h2 id='references'>References</h2>{}</section>").format(
        _table("The registry's references and what is known of their snapshots", head, rows)
    )


def _unverified(report: Report) -> Markup:
    if not report["unverified"]:
        return NOTHING
    rows = [_row(text(row["reference"]), text(row["check"]), text(row["reason"])) for row in report["unverified"]]
    return Markup("<section><h2 id='unverified'>Not checked, and why</h2>{}</section>").format(
        _table("Not checked is never the same as in order", ("reference", "check", "reason"), rows)
    )


def _waived(report: Report, anchors: Anchors) -> Markup:
    if not report["waived"]:
        return NOTHING
    rows = [
        _row(_told(row["finding"], anchors), text(row["reason"]), text(row["by"]), text(row["until"]))
        for row in report["waived"]
    ]
    return Markup("<section><h2 id='waived'>Waived</h2>{}</section>").format(
        _table("Findings that a person has judged", ("finding", "reason", "by", "until"), rows)
    )


def _row(*cells: Markup) -> Markup:
    return Markup("<tr>{}</tr>").format(joined([tag("td", cell) for cell in cells]))


def _table(caption: str, head: tuple[str, ...], rows: list[Markup]) -> Markup:
    columns = joined([tag("th", Markup("{}").format(name), scope="col") for name in head])
    return Markup(
        '<div class="scroll" tabindex="0" role="region" aria-label="{0}"><table><caption>{0}</caption>'
        "<thead><tr>{1}</tr></thead><tbody>{2}</tbody></table></div>"
    ).format(caption, columns, joined(rows))

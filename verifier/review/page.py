"""The whole page: the summary, what to do first, each article beside its cards, then the tables."""

import base64
import hashlib
import re
from importlib import resources

from markupsafe import Markup

from verifier import digest, tasks
from verifier.model.report import Report
from verifier.review import article, cards, context, filters, support, tables, timeline
from verifier.review.context import Anchors, Context
from verifier.review.controls import NONE, Controls
from verifier.review.html import NOTHING, joined, language, plain, put, tag, text
from verifier.text import counted

_FOLDER = resources.files("verifier.review")
_CSS = _FOLDER.joinpath("page.css").read_text("utf-8") + support.STYLE
_SCRIPT = _FOLDER.joinpath("page.js").read_text("utf-8")


def render(report: Report, controls: Controls = NONE) -> str:
    """Return the page; a policy in it forbids it to ask anybody for anything but what `controls` allow."""
    title = next((each["title"] or each["path"] for each in report["articles"]), "no article")
    contexts = context.of(report)
    anchors = context.anchors(report, contexts)
    body = [
        Markup('<a class="skip" href="#first">Skip to what to do first</a>'),
        Markup("<header><h1>Verification report</h1>"),
        put('<p class="soft">{}, {}</p></header>', text(title), report["mode"]),
        controls.banner,
        put('<main><p class="lead">{}</p>', text(digest.lead(report))),
        _run(report),
        _first(report, anchors),
        tables.changed(report, anchors),
        tables.to_do_by_hand(report, controls),
        *(_article(each, number, controls) for number, each in enumerate(contexts, 1)),
        tables.findings(report, anchors, controls),
        tables.unverified(report),
        tables.references(report, controls),
        tables.by_hand(report),
        tables.waived(report, anchors),
        put(
            '</main><footer class="soft"><p>{} {}, {}</p></footer>',
            report["tool"]["name"],
            report["tool"]["version"],
            report["schema"],
        ),
    ]
    return document(f"Verification report: {title}", joined([each for each in body if each]), controls)


def document(title: str, body: Markup, controls: Controls = NONE) -> str:
    """Return a whole document in the style of the page."""
    return str(
        _DOCUMENT.format(
            policy=policy(controls),
            referrer=controls.referrer,
            css=Markup(_CSS),
            script=Markup(_SCRIPT),
            title=plain(title),
            body=body,
        )
    )


_DOCUMENT = Markup(
    """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="{referrer}">
<title>{title}</title>
<style>{css}</style>
</head>
<body>
{body}
<script>{script}</script>
</body>
</html>
"""
)


def policy(controls: Controls = NONE) -> str:
    """Return the Content-Security-Policy of the page: our style and our script by their hashes, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(_CSS)}'; script-src '{_hash(_SCRIPT)}'; img-src data:; "
        f"base-uri 'none'; form-action {controls.form_action}"
    )


def _hash(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


def _run(report: Report) -> Markup:
    """Return how the run went, and how much of the article it saw."""
    run, seen = report["run"], report["coverage"]
    told = [
        f"{seen['verified_today']} checked",
        f"{seen['from_cache']} by answers of an earlier day" if seen["from_cache"] else "",
        f"{seen['by_hand']} by hand" if seen["by_hand"] else "",
        f"{seen['unchecked']} not, or only in part" if seen["unchecked"] else "",
    ]
    claims = counted(seen["claims"], "claim")
    parts = [f"Links and snapshots behind {claims}: {', '.join(each for each in told if each)}."]
    are_asked = {"archive", "live", "support"}.intersection(run["topics"])
    if not report["references"] or not are_asked:  # then numbers are not the claim's sources
        checked = "numbers, dates and words were checked; " if "numbering" in run["topics"] else ""
        parts = [f"{claims}: {checked}no source was asked for."]
    if run["status"] == "outage":
        parts.append("An outage: nothing may be concluded from what got no answer.")
    if run["now"] is not None:
        parts.append(f"Judged on {run['now'][:10]}.")
    return tag("p", text(" ".join(parts)), class_="soft")


def _first(report: Report, anchors: Anchors) -> Markup:
    items = [tag("li", _told(each, anchors)) for each in tasks.tasks(report)]
    told = put('<ol class="first">{}</ol>', joined(items)) if items else Markup("<p>Nothing.</p>")
    return put('<section><h2 id="first">Do these first</h2>{}</section>', told)


def _told(task: tasks.Task, anchors: Anchors) -> Markup:
    """Return what to do: each number in it leads to the card of a claim that cites it, links to other cards follow."""
    told, rest, behind = NOTHING, task.told, []
    for each in task.cards:
        card = anchors.claim(each.article, each.claim)
        if card is None:
            continue
        to_card = put('<a href="#{}">{}</a>', card, text(each.label))
        found = re.search(rf"(?<![^\s(]){re.escape(each.label)}", rest)  # not in "notes[1].txt"
        if found and each.label.startswith("["):
            told, rest = told + text(rest[: found.start()]) + to_card, rest[found.end() :]
        else:
            behind.append(to_card)
    return told + text(rest) + (put(" Go to {}.", Markup(", ").join(behind)) if behind else NOTHING)


_PANES = Markup(
    """<div class="panes-and-tools">{}<div class="panes">
<div{} class="pane text" tabindex="0" role="region" aria-label="The article as it reads">{}</div>
<div class="pane cards" tabindex="0" role="region" aria-label="The card of each claim">{}</div>
</div></div>"""
)


def _article(each: Context, number: int, controls: Controls) -> Markup:
    row = each.article
    title = row["title"] or row["path"]
    made = [cards.claim(each, claim, controls.claim(each, claim)) for claim in row["claims"]]
    panes = _PANES.format(
        filters.toolbar(each, number),
        language(row),
        article.render(each),
        joined(made) if made else Markup("<p>No claim is cited.</p>"),
    )
    parts = [
        tag("h2", text(title), id=f"article-{number}"),
        tag("p", text(f"{row['path']}, read as {row['format']}")),
        filters.legend(row),
        Markup("<h3>The article and its claims</h3>"),
        panes,
        timeline.figure(each),
        tables.numbers(row),
    ]
    return tag("section", joined([part for part in parts if part]), class_="article")

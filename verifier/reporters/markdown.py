"""Markdown for people: the summary, what to do first, every claim with its citations, findings, what was not checked.

Foreign text is escaped so that it shows just itself, in CommonMark and on GitHub.
"""

from collections.abc import Iterator

from verifier import card, digest, tasks
from verifier.escape import markdown as safe
from verifier.model.report import ArticleRow, ClaimRow, EntryRow, FindingRow, MarkerRow, ReferenceRow, Report
from verifier.model.supports import SupportRow
from verifier.reporters import Reporter
from verifier.text import chance, counted

_STATES = {
    "right": "right as printed",
    "wrong": "wrong as printed",
    "lost": "its entry is not in the list",
    "open": "cannot be told",
    "printed": "as printed, nothing speaks against it",
}
_FOLDED = 60  # symptoms that are listed


def render(report: Report) -> str:
    """Return the report as Markdown."""
    return "\n".join(_lines(report)).rstrip("\n") + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield "# Verification report"
    yield ""
    yield safe(digest.lead(report))
    yield ""
    changed = digest.changes(report)
    if changed:
        yield from (f"- {safe(each)}" for each in changed)
        yield ""
    first = tasks.to_do(report)
    if first:
        yield "## Do these first"
        yield ""
        yield from (f"{number}. {safe(each)}" for number, each in enumerate(first, 1))
        yield ""
    for article in report["articles"]:
        yield from _article(article, {row["id"]: row for row in report["references"]})
    yield from _findings(report)
    yield from _fixed(report)
    yield from _references(report)
    yield from _unverified(report)
    yield from _by_hand(report)
    yield from _waived(report)


def _article(article: ArticleRow, references: dict[str, ReferenceRow]) -> Iterator[str]:
    yield f"## {safe(article['title'] or article['path'])}"
    yield ""
    yield f"{safe(article['path'])}, read as {article['format']}: {_size(article)}."
    yield ""
    entries = {digest.printed(entry): entry for entry in reversed(article["entries"])}
    if any(entry["number"]["best"] for entry in article["entries"]):
        yield from _numbers(article)
    if article["claims"]:
        yield "### Claims"
        yield ""
        for claim in article["claims"]:
            yield from _claim(claim, entries, references)


def _size(article: ArticleRow) -> str:
    markers = sum(len(claim["markers"]) for claim in article["claims"])
    claims, entries = len(article["claims"]), len(article["entries"])
    return f"{counted(claims, 'claim')}, {counted(markers, 'citation')}, {counted(entries, 'entry', 'entries')}"


def _numbers(article: ArticleRow) -> Iterator[str]:
    yield "### Which number each entry really has"
    yield ""
    if refusal := article["diagnosis"]["refusal"]:
        yield f"No mapping is proposed: {safe(refusal)}."
        yield ""
    yield "| entry | title | true number | sure | could be |"
    yield "|---|---|---|---|---|"
    for entry in article["entries"]:
        number = entry["number"]
        if number["best"] is None:
            continue
        others = ", ".join(f"{each['value']} ({chance(each['probability'])})" for each in number["alternatives"])
        stated = f"**{number['value']}**" if number["value"] else "open"
        sure = number["class"] + (f" ({chance(number['probability'])})" if number["value"] else "")
        yield f"| {digest.printed(entry)} | {safe(entry['title'] or entry['text'])} | {stated} | {sure} | {others} |"
    yield ""


def _claim(claim: ClaimRow, entries: dict[str, EntryRow], references: dict[str, ReferenceRow]) -> Iterator[str]:
    section = f", {safe(claim['section'])}" if claim["section"] else ""
    yield f"#### {safe(claim['id'])}"
    yield ""
    yield f"Line {claim['line']}{section}:"
    yield ""
    yield f"> {safe(claim['text'])}"
    yield ""
    for marker in claim["markers"]:
        yield f"- {_marker(marker, entries)}"
        yield from (f"  - {safe(each)}" for each in marker["evidence"])
    if claim["cites"]:
        yield f"- The registry says: {'; '.join(_cited(references.get(each), each) for each in claim['cites'])}"
    for row in claim["support"]:
        yield from _support(claim, row, references.get(row["reference"]))
    yield ""


def _support(claim: ClaimRow, row: SupportRow, reference: ReferenceRow | None) -> Iterator[str]:
    """Yield what a cited page says of the claim."""
    yield f"- The page of {safe(row['reference'])}: **{card.headline(row)}**. {safe(row['why'])}"
    if row["facts"]:
        pieces = (f"{safe(each.text)}{_mark(each.status)}" for each in card.pieces(claim, row))
        yield f"  - {''.join(pieces)}"
        yield from (f"  - {safe(card.told(each))}" for each in row["facts"])
    yield from (f"  - The page says: {safe(each)}" for each in card.passages(row))
    yield from (f"  - Note: {safe(each)}" for each in row["notes"])
    if row["link"] and row["passages"]:
        yield f"  - Look at it: {safe(row['link'])}"
    if row["measured"]:
        yield f"  - How sure: {safe(row['measured'])}"
    if reference is not None and (told := card.citation(reference)):
        yield f"  - Citation: {safe(told)}"


def _mark(status: str) -> str:
    return f" ({card.MARKS[status][0]})" if status else ""


def _marker(marker: MarkerRow, entries: dict[str, EntryRow]) -> str:
    landed = f"leads to {_entry(marker['entry'], entries)}" if marker["entry"] else "leads nowhere"
    text = f"**{safe('[' + marker['label'] + ']')}** {landed}"
    if marker["state"] == "wrong" and marker["recovered"] is not None:
        text += f"; it means {_entry(marker['recovered'], entries)}"
    if marker["state"] != "printed":
        sure = f" ({marker['class']}, {chance(marker['probability'])})" if marker["recovered"] else ""
        text += f": {_STATES[marker['state']]}{sure}"
    return text


def _entry(label: str | None, entries: dict[str, EntryRow]) -> str:
    entry = entries.get(label or "")
    if entry is None:
        return f"entry {safe(label or '?')}"
    told = ", ".join(each for each in (entry["outlet"], entry["published"]) if each)
    return f"entry {safe(label or '')}, {safe(entry['title'] or entry['text'])}" + (f" ({safe(told)})" if told else "")


def _cited(reference: ReferenceRow | None, identifier: str) -> str:
    archive = reference["archive"] if reference else None
    verdict = f"{archive['verdict']} ({archive['reason']})" if archive and archive["reason"] else ""
    return f"{safe(identifier)}, snapshot {verdict or (archive['verdict'] if archive else 'not known')}"


def _findings(report: Report) -> Iterator[str]:
    mine, explained = digest.own(report), digest.symptoms(report)
    if not mine:
        return
    yield "## Findings"
    yield ""
    for finding in mine:
        yield f"- {_finding(finding)}"
        if finding["suggestion"]:
            yield f"  - What to do: {safe(finding['suggestion'])}"
        folded = explained.get(finding["id"], [])
        if folded:
            yield f"  - {counted(len(folded), 'finding follows', 'findings follow')} from it:"
            yield from (f"    - {_finding(each)}" for each in folded[:_FOLDED])
        if len(folded) > _FOLDED:
            yield f"    - and {len(folded) - _FOLDED} more, in the JSON report"
    yield ""


def _fixed(report: Report) -> Iterator[str]:
    if not report["fixed"]:
        return
    yield "## Fixed"
    yield ""
    yield from (f"- `{row['rule']}` {safe(row['article'])}: {safe(row['message'])}" for row in report["fixed"])
    yield ""


def _finding(finding: FindingRow) -> str:
    place = f"{safe(finding['path'])}:{finding['line']}"
    return f"{finding['severity']} `{finding['rule']}` {place}: {safe(finding['message'])}{safe(digest.age(finding))}"


def _references(report: Report) -> Iterator[str]:
    if not report["references"]:
        return
    yield "## References and their snapshots"
    yield ""
    yield "| reference | entry | outlet | URL | live page | archive URL | snapshot |"
    yield "|---|---|---|---|---|---|---|"
    for row in report["references"]:
        archive = row["archive"]
        verdict = f"{archive['verdict']} {archive['reason']}".strip() if archive else "not known"
        live = f"{row['live']['outcome']} {row['live']['reason']}".strip() if row["live"] else "not known"
        cells = (row["id"], row["entry"], row["outlet"], row["url"], live, row["archive_url"], verdict)
        yield "| " + " | ".join(safe(cell or "missing") for cell in cells) + " |"
    yield ""
    for row in report["references"]:
        told = [*digest.live(row), *(row["archive"]["evidence"] if row["archive"] else ())]
        if told:
            yield f"- {safe(row['id'])}:"
            yield from (f"  - {safe(each)}" for each in told)
    yield ""


def _unverified(report: Report) -> Iterator[str]:
    if not report["unverified"]:
        return
    yield "## Not checked, and why"
    yield ""
    for row in report["unverified"]:
        yield f"- {safe(row['reference'] or row['article'])}, {row['check']}: {safe(row['reason'])}"
    yield ""


def _by_hand(report: Report) -> Iterator[str]:
    if not report["by_hand"]:
        return
    yield "## Checked by hand"
    yield ""
    for row in report["by_hand"]:
        told = f"{digest.by_hand(row)}, until {row['until']}: {row['why']}"
        yield f"- {safe(row['reference'])}, {row['check']}: {safe(told)}"
        yield f"  - the program saw: {safe(row['reason'])}"
    yield ""


def _waived(report: Report) -> Iterator[str]:
    if not report["waived"]:
        return
    yield "## Waived"
    yield ""
    for row in report["waived"]:
        yield f"- {_finding(row['finding'])}"
        yield f"  - {safe(row['reason'])} ({safe(digest.judged(row))}, until {row['until']})"
    yield ""


REPORTER = Reporter("markdown", ".md", "the whole report, for people", render)

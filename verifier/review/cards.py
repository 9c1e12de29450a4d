"""The cards of the page: one for each claim, with the number printed, where it leads, and what it means."""

from markupsafe import Markup

from verifier import digest
from verifier.model.report import ClaimRow, EntryRow, MarkerRow, ReferenceRow
from verifier.model.snapshots import ArchiveRow
from verifier.review.html import NOTHING, joined, link, tag, text

STATES = {
    "right": ("✓", "right as printed"),
    "wrong": ("✗", "wrong as printed"),
    "lost": ("✗", "entry lost"),
    "open": ("?", "cannot be told"),
    "printed": ("·", "as printed"),
}
_ORDER = ("wrong", "lost", "open", "printed", "right")


def claim(anchor: str, row: ClaimRow, entries: dict[str, EntryRow], references: dict[str, ReferenceRow]) -> Markup:
    """Return the card of one claim; `anchor` is its id."""
    states = [marker["state"] for marker in row["markers"]]
    worst = next((state for state in _ORDER if state in states), "printed")
    section = f"{row['section']}, " if row["section"] else ""
    body = [
        tag("h4", text(f"{section}line {row['line']}")),
        tag("blockquote", text(row["text"])),
        *(_marker(marker, entries) for marker in row["markers"]),
        *(_reference(references.get(each), each) for each in row["cites"]),
    ]
    return tag("article", joined(body), class_=f"card {worst}", id=anchor)


def _marker(marker: MarkerRow, entries: dict[str, EntryRow]) -> Markup:
    mark, words = STATES[marker["state"]]
    badge = tag("span", Markup("{} {}").format(mark, words), class_=f"badge {marker['state']}")
    head = Markup("<p><strong>{}</strong> {}</p>").format(text(f"[{marker['label']}]"), badge)
    facts = [("A reader lands on", entry(marker["entry"], entries))]
    if marker["recovered"] is not None:
        sure = Markup(" <em>{}, probability {:.2f}</em>").format(marker["class"], marker["probability"])
        facts.append(("It means", entry(marker["recovered"], entries) + sure))
    evidence = NOTHING
    if marker["evidence"]:
        items = joined([tag("li", text(each)) for each in marker["evidence"]])
        evidence = Markup('<details open><summary>Why</summary><ul class="facts">{}</ul></details>').format(items)
    return head + definitions(facts) + evidence


def entry(label: str | None, entries: dict[str, EntryRow]) -> Markup:
    """Return an entry in one line: its label, title, outlet and date."""
    if label is None:
        return Markup("no entry")
    row = entries.get(label)
    if row is None:
        return Markup("entry {}").format(text(label))
    told = ", ".join(each for each in (row["outlet"], row["published"]) if each)
    behind = Markup(", {}").format(text(told)) if told else NOTHING
    return Markup("entry {}: {}{}").format(text(digest.printed(row)), text(row["title"] or row["text"]), behind)


def definitions(facts: list[tuple[str, Markup]]) -> Markup:
    """Return pairs of a term and what it is."""
    pairs = [Markup("<dt>{}</dt><dd>{}</dd>").format(term, what) for term, what in facts]
    return Markup("<dl>{}</dl>").format(joined(pairs))


def _reference(row: ReferenceRow | None, identifier: str) -> Markup:
    if row is None:
        return NOTHING
    facts = [
        ("The registry says", text(identifier)),
        ("Address", link(row["url"])),
        ("Snapshot", link(row["archive_url"])),
        ("Snapshot verdict", verdict(row["archive"])),
    ]
    return definitions(facts)


def verdict(archive: ArchiveRow | None) -> Markup:
    """Return the verdict on a snapshot with its evidence."""
    if archive is None:
        return Markup("not known: there is no archive URL to look up")
    told = text(f"{archive['verdict']}, {archive['reason']}" if archive["reason"] else archive["verdict"])
    items = joined([tag("li", text(each)) for each in archive["evidence"]])
    return Markup('<strong>{}</strong><ul class="facts">{}</ul>').format(told, items)

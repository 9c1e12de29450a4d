"""The cards of the page: one for each claim, with the number printed, where it leads, what it means, and what to do."""

from markupsafe import Markup

from verifier import digest
from verifier.model.outcome import CheckRow, LiveRow
from verifier.model.report import ClaimRow, EntryRow, FindingRow, MarkerRow, ReferenceRow, StateName
from verifier.review import citation, lags, snapshots, support
from verifier.review.context import STATES, Context, meant, worst
from verifier.review.html import NOTHING, badge, definitions, joined, language, link, listed, plain, put, tag, text
from verifier.text import chance, counted

_ALTERNATIVES = 4  # entries that are named as possible
_MARKS = {"error": "✗", "warning": "!", "note": "i"}
_MARKERS = 50  # citations of one claim that are told one by one
# root causes that lie in the list
_DAMAGED = ("citations-shifted", "list-rearranged", "list-disordered", "list-truncated")


def claim(context: Context, row: ClaimRow, controls: Markup = NOTHING) -> Markup:
    """Return the card of one claim; `controls` are put at its end."""
    anchor = context.anchor(row)
    state = worst(row["markers"])
    found = context.found(row)
    section = f"{row['section']}, " if row["section"] else ""
    shown = row["markers"][:_MARKERS]
    numbers = " ".join(f"[{marker['label']}]" for marker in shown)
    more = len(row["markers"]) - len(shown)
    place = put('<a href="#{}">{}</a>', context.place(row), text(f"{section}line {row['line']}"))
    flaws = context.flaws(row)
    badges = joined([_state(state), *(badge(name, _counted(name, count)) for name, count in flaws.items())])
    body = [
        put("<h4>{} {} <span>{}</span></h4>", text(numbers), badges, place),
        put("<blockquote{}>{}</blockquote>", language(context.article), text(row["text"])),
        *(_marker(context, row, marker) for marker in shown),
        tag("p", plain(f"And {counted(more, 'more citation')}, in the JSON report.")) if more else NOTHING,
        _findings(context, found),
        *(_registry(context, row)),
        *support.cards(row, context.references),
        controls,
    ]
    return tag(
        "article",
        joined([each for each in body if each]),
        class_=f"card {state} flawed" if flaws else f"card {state}",
        id=anchor,
        data_state=" ".join(dict.fromkeys(marker["state"] for marker in row["markers"])),
        data_rules=" ".join(sorted({each["rule"] for each in found})),
        data_outlets="\n".join(context.outlets(row)),
    )


def _marker(context: Context, row: ClaimRow, marker: MarkerRow) -> Markup:
    head = NOTHING
    if len(row["markers"]) > 1:
        head = put("<p><strong>{}</strong> {}</p>", text(f"[{marker['label']}]"), _state(marker["state"]))
    label = meant(marker)
    source = context.entry(label, marker["group"])
    facts = [("A reader lands on", _entry(context, marker["entry"], marker["group"]))]
    if marker["recovered"] is not None:
        sure = put(" <em>{}, probability {}</em>", marker["class"], chance(marker["probability"]))
        facts.append(("It really means", _entry(context, marker["recovered"]) + sure))
    facts += _alternatives(context, marker)
    if source is not None and (told := lags.told(row["event"], source)):
        facts.append(("Dates", text(told)))
    is_damaged = context.article["diagnosis"]["kind"] in _DAMAGED
    if (todo := advice(marker, is_list_damaged=is_damaged, may_mean=bool(context.alternatives(marker)))) is not None:
        facts.append(("What to do", text(todo)))
    if marker["evidence"]:
        facts.append(("Why", listed([text(each) for each in marker["evidence"]])))
    return head + definitions(facts) + _fixed(context, marker, source)


def advice(marker: MarkerRow, *, is_list_damaged: bool, may_mean: bool) -> str | None:
    """Return what an editor should do about one marker, as a sentence; None for nothing.

    `may_mean` tells that there are entries it may mean. Where the list is damaged the numbers of the text are right:
    whoever changed one would be wrong twice once the list is whole again.
    """
    state, label = marker["state"], marker["label"]
    if state == "wrong" and marker["recovered"] is not None:
        sure = "" if marker["class"] == "confirmed" else " Look at the source first: it is likely, not certain."
        if is_list_damaged:
            return f"Leave [{label}] and mend the list: its entry {marker['recovered']} should be {label}.{sure}"
        return f"Cite entry {marker['recovered']} here, not {marker['entry'] or 'an entry that does not exist'}.{sure}"
    if state == "lost" and not is_list_damaged:  # of a group whose list is missing a finding says what to do
        return f"Add the entry that [{label}] stands for, or correct the number." if not marker["group"] else None
    if state == "lost":
        return f"Restore the entry that [{label}] stood for from the original page."
    if state == "wrong":
        return f"Do not follow [{label}] to entry {marker['entry']}: find its own entry in the original page."
    if state == "open" and not may_mean:
        return f"Find the entry of [{label}] in the original page." if is_list_damaged else None
    if state == "open":
        return "Look at the sources that it may mean, and decide; or restore the list from the original page."
    return None


def _state(state: StateName) -> Markup:
    mark, words = STATES[state]
    return badge(state, f"{mark} {words}")


def _alternatives(context: Context, marker: MarkerRow) -> list[tuple[str, Markup]]:
    near = [
        (row, probability)
        for row, probability in context.alternatives(marker)
        if digest.printed(row) != marker["recovered"]
    ][:_ALTERNATIVES]
    items = [put("{} <em>(probability {})</em>", one(row), chance(probability)) for row, probability in near]
    if not items:
        return []
    return [("It may mean" if marker["recovered"] is None else "Less likely", Markup("<br>").join(items))]


def _fixed(context: Context, marker: MarkerRow, source: EntryRow | None) -> Markup:
    """Return the citation to copy, where one is known that is better than what the list has."""
    if source is None or marker["group"]:
        return NOTHING
    printed, reference = digest.printed(source), context.by_entry.get(digest.printed(source))
    number = source["number"]["value"] or printed
    if number == printed and marker["state"] != "wrong" and not citation.has_more(source, reference):
        return NOTHING
    told = citation.fixed(number, source, reference, context.article["format"])
    name = "A fuller citation" if number == printed and marker["state"] != "wrong" else "As the list should have it"
    return put('<p class="soft">{}:</p><div class="copy"><pre>{}</pre></div>', name, text(told))


def _entry(context: Context, label: str | None, group: str = "") -> Markup:
    row = context.entry(label, group)
    if row is not None:
        return one(row)
    return put("entry {}", text(label)) if label is not None else Markup("no entry")


def one(row: EntryRow) -> Markup:
    """Return the entry of a row in one line."""
    told = ", ".join(each for each in (row["outlet"], row["published"]) if each)
    behind = put(", {}", text(told)) if told else NOTHING
    return put("entry {}: {}{}", text(digest.printed(row)), text(row["title"] or row["text"]), behind)


def _registry(context: Context, row: ClaimRow) -> list[Markup]:
    """Return what is known of each reference of the claim: the registry's, else what the registry says of its entry."""
    cited = context.cited(row)
    if cited:
        return [_reference(context, "The registry says", each) for each in cited]
    labels = dict.fromkeys(meant(marker) for marker in row["markers"])
    near = [context.by_entry[label] for label in labels if label is not None and label in context.by_entry]
    return [_reference(context, "In the registry", each) for each in near]


def _reference(context: Context, term: str, row: ReferenceRow) -> Markup:
    facts = [
        (term, text(", ".join(each for each in (row["id"], row["outlet"]) if each))),
        ("Address", link(row["url"])),
        *_live(context.live.get(row["id"])),
        *_page(row["live"]),
        ("Snapshot", link(row["archive_url"])),
        ("Snapshot verdict", snapshots.verdict(row["archive"])),
    ]
    return definitions(facts) + snapshots.details(row["archive"])


def _page(live: LiveRow | None) -> list[tuple[str, Markup]]:
    """Return what the live page calls itself, and the redirects that lead to it."""
    if live is None:
        return []
    title = [("Title of the live page", text(live["title"]))] if live["title"] else []
    through = [("Redirects", listed([link(each) for each in live["chain"][1:]]))] if len(live["chain"]) > 1 else []
    return title + through


def _live(check: CheckRow | None) -> list[tuple[str, Markup]]:
    """Return how the page of a reference answered, in words."""
    if check is None:
        return []
    told = [check["outcome"], check["reason"]]
    if check["status"] is not None:
        told.append(f"HTTP {check['status']}")
    if check["outcome"] == "blocked":
        told.append("the site refused our program; open it yourself")
    if check["checked_at"]:
        told.append(f"asked on {check['checked_at'][:10]}")
    if check["last_ok"]:
        told.append(f"last in order on {check['last_ok'][:10]}")
    if check["streak"]:
        told.append(f"failed {counted(check['streak'], 'time')} in a row")
    led = check["final_url"] if check["final_url"] != check["url"] else None
    ends = [("It leads to", link(led))] if led else []
    return [("Live verdict", text("; ".join(each for each in told if each))), *ends]


def _findings(context: Context, found: list[FindingRow]) -> Markup:
    """Return what was found, and what to do about what has no other cause."""
    if not found:
        return NOTHING
    items = []
    for each in found:
        is_symptom = each["caused_by"] is not None
        told = "" if is_symptom and each["rule"] in context.numbering else each["message"]
        if each["first_seen"]:
            told += f" (since {each['first_seen']})"
        if each["suggestion"] and not is_symptom:
            told += f" What to do: {each['suggestion']}"
        items.append(put("{} {} {}", severity(each), tag("code", plain(each["rule"])), text(told)))
    return definitions([("Found here", listed(items))])


def _counted(name: str, count: int) -> str:
    return f"{_MARKS[name]} {counted(count, name)}"


def severity(finding: FindingRow) -> Markup:
    """Return the badge of a finding's severity."""
    return badge(finding["severity"], f"{_MARKS[finding['severity']]} {finding['severity']}")

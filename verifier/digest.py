"""What a tired editor reads first: the paragraph at the top, and what to do first. Pure functions of the report.

Every reporter that shows them shows the same.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verifier.model.outcome import ByHandRow
from verifier.model.report import ArticleRow, EntryRow, FindingRow, ReferenceRow, Report, SeverityName, WaivedRow
from verifier.model.supports import SupportRow
from verifier.text import counted, western

_FIRST = 7  # things to do
_STANDINGS = ("supported", "no problem found", "partly supported", "not found", "contradicted", "not judged")
_LIKE = 2  # findings of one rule that are told one by one there
_BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588"
SEVERITIES: tuple[SeverityName, ...] = ("error", "warning", "note")  # the worst first
_SAVED = 5  # pages to be saved that are named there
_READ = 12  # numbers whose entries are named there


def lead(report: Report) -> str:
    """Return the paragraph at the top."""
    return " ".join([*_diagnoses(report), _counts(report), *_judged(report), *_sources(report)])


def changes(report: Report) -> list[str]:
    """Return what changed against earlier runs and the baseline, as sentences; none without either."""
    return list(_changes(report))


class Card(NamedTuple):
    """A claim that something is about: what to call it there, the path of its article, and its id."""

    label: str
    article: str
    claim: str


class Task(NamedTuple):
    """Something to do, as a sentence, and the claims that it is about."""

    told: str
    cards: tuple[Card, ...] = ()


def tasks(report: Report) -> list[Task]:
    """Return what to do first, the most urgent first."""
    return list(_to_do(report))[:_FIRST]


def to_do(report: Report) -> list[str]:
    """Return what to do first as sentences."""
    return [each.told for each in tasks(report)]


def own(report: Report) -> list[FindingRow]:
    """Return the findings that stand for themselves, the worst first, then in the order of the report."""
    return sorted(
        (each for each in report["findings"] if each["caused_by"] is None and each["state"] != "baselined"),
        key=lambda finding: SEVERITIES.index(finding["severity"]),
    )


def in_force(report: Report) -> list[FindingRow]:
    """Return the findings that are not accepted debt, also those that others explain, the worst first."""
    return sorted(
        (finding for finding in report["findings"] if finding["state"] != "baselined"),
        key=lambda finding: SEVERITIES.index(finding["severity"]),
    )


def age(finding: FindingRow) -> str:
    """Return since when a finding is known and whether it comes and goes, to put behind it; "" for what is new."""
    since = f", since {finding['first_seen']}" if finding["first_seen"] and finding["state"] == "still" else ""
    return f"{since}, comes and goes" if finding["flapping"] else since


def symptoms(report: Report) -> dict[str, list[FindingRow]]:
    """Return for the id of each root cause the findings that it explains."""
    folded: dict[str, list[FindingRow]] = {}
    for finding in report["findings"]:
        if finding["caused_by"] is not None and finding["state"] != "baselined":
            folded.setdefault(finding["caused_by"], []).append(finding)
    return folded


def printed(entry: EntryRow) -> str:
    """Return the label that a reader sees, or the position where none is printed."""
    return entry["label"] or str(entry["position"])


def mapped(article: ArticleRow) -> list[tuple[str, str, str]]:
    """Return (number, printed entry, class) of every number that is stated, in the order of the entries."""
    entries = article["entries"]
    return [
        (each["number"]["value"], printed(each), each["number"]["class"])
        for each in entries
        if each["number"]["value"] is not None and each["number"]["value"] != western(printed(each))
    ]


def _diagnoses(report: Report) -> Iterator[str]:
    if not report["articles"]:
        yield "No article was verified."
    several = len(report["articles"]) > 1
    for article in report["articles"]:
        text = article["diagnosis"]["text"]
        yield f"{article['path']}: {text}" if several else text


def _counts(report: Report) -> str:
    summary = report["summary"]
    found = summary["findings"]
    told = [
        counted(count, name)
        for name, count in (("error", found["error"]), ("warning", found["warning"]), ("note", found["note"]))
    ]
    text = f"Found: {', '.join(told)}"
    if summary["folded"]:
        text += f"; {counted(summary['folded'], 'more finding follows', 'more findings follow')} from a root cause"
    text += "."
    if summary["waived"]:
        text += f" {counted(summary['waived'], 'finding is', 'findings are')} waived."
    if summary["unverified"]:
        text += f" {counted(summary['unverified'], 'check')} could not be made."
    return text


def _judged(report: Report) -> Iterator[str]:
    """Yield how many claims stand how to their pages, each by the best of them; nothing where none was judged."""
    claims = [claim["support"] for article in report["articles"] for claim in article["claims"] if claim["support"]]
    found = Counter(_standing(rows) for rows in claims)
    if any(found[each] for each in _STANDINGS[:-1]):
        told = ", ".join(f"{found[each]} {each}" for each in _STANDINGS if found[each])
        yield f"{counted(len(claims), 'claim')} against the cited pages: {told}."


def _standing(rows: Sequence[SupportRow]) -> str:
    """Return how a claim stands to the best of its pages, in words."""
    said = {row["said"] for row in rows}
    return next((each for each in _STANDINGS if each in said), _STANDINGS[-1])


def _changes(report: Report) -> Iterator[str]:
    counts, runs = report["counts"], report["trend"]
    if len(runs) > 1:
        yield f"Since the last run: {counts['new']} new, {counts['fixed']} fixed, {counts['still']} still there."
    elif counts["fixed"]:
        yield f"{counted(counts['fixed'], 'finding')} of the baseline {'is' if counts['fixed'] == 1 else 'are'} fixed."
    if len(runs) > 1:
        yield _heartbeat(report)
    if counts["baselined"]:
        yield f"{counted(counts['baselined'], 'finding')} in the baseline, not counted."
    flapping = sum(each["flapping"] for each in report["findings"])
    if flapping:
        yield f"{counted(flapping, 'finding comes and goes', 'findings come and go')} from run to run."
    if len(runs) > 1:
        totals = [run["error"] + run["warning"] + run["note"] for run in runs]
        told = ", ".join(map(str, totals))
        yield f"Findings in the last {len(runs)} runs: {sparkline(totals)} ({told})."


def _heartbeat(report: Report) -> str:
    complete = report["run"]["last_complete"]
    if complete is None:
        return "No complete live run is known before this one."
    return f"The last complete live run before this one was on {complete}."


def sparkline(values: Sequence[int]) -> str:
    """Return a bar for each value, from the lowest for 0 to the full one for the greatest."""
    greatest = max(values, default=0)
    return "".join(_BARS[value * (len(_BARS) - 1) // greatest if greatest else 0] for value in values)


def _sources(report: Report) -> Iterator[str]:
    """Yield which page was read, for each article that is one."""
    for article in report["articles"]:
        source = article["source"]
        if source is None:
            continue
        told = [source["asked"], "was read"]
        if source["url"] != source["asked"]:
            told.append(f"as {source['url']}")
        if source["revision"]:
            told.append(f"(revision {source['revision']})")
        if source["recorded"]:
            told.append(f"as it was on {source['recorded'][:10]}")
        yield f"{' '.join(told)}."


def _to_do(report: Report) -> Iterator[Task]:
    mine = own(report)
    roots = {article["diagnosis"]["kind"] for article in report["articles"]}
    causes = [each for each in mine if each["rule"] in roots and each["severity"] == "error" and each["suggestion"]]
    several = len(report["articles"]) > 1
    where: dict[str, list[str]] = {}
    for each in causes:
        where.setdefault(_sentence(each["suggestion"] or ""), []).append(each["article"])
    for advice, paths in where.items():
        yield Task(f"{', '.join(dict.fromkeys(paths))}: {advice}" if several else advice)
    for article in report["articles"]:
        if stated := mapped(article):
            begun = f"In {article['path']}, read" if several else "Until then, read" if causes else "Read"
            yield _reading(article, begun, stated)
    yield from _by_rule([each for each in mine if each["severity"] != "note" and each["rule"] not in roots])
    missing = [row for row in report["unverified"] if "no archive URL" in row["reason"]]
    unsaved = _unsaved(report) if missing else []
    if unsaved:
        others = f", and {len(unsaved) - _SAVED} more" if len(unsaved) > _SAVED else ""
        yield Task(f"Save what is still there: verify save {' '.join(unsaved[:_SAVED])}{others}.")
    missing = [row for row in missing if row["reference"] not in unsaved]
    if missing:
        references = counted(len(report["references"]), "reference")
        yield Task(f"Find the address and a snapshot for {len(missing)} of {references}.")
    if any("without --offline" in row["reason"] for row in report["unverified"]):
        yield Task("Run again without --offline, to ask what is not recorded.")


def _reading(article: ArticleRow, begun: str, stated: Sequence[tuple[str, str, str]]) -> Task:
    """Return how to read the first numbers that lead astray: hundreds would hide what else there is to do."""
    shown, others = stated[:_READ], len(stated) - _READ
    told = ", ".join(f"[{number}] as entry {entry} ({kind})" for number, entry, kind in shown)
    if others > 0:
        told += f"; and {others} more, in the report's table of which number each entry really has"
    return Task(f"{begun} {told}.", tuple(_citing(article, [number for number, _, _ in shown])))


def _citing(article: ArticleRow, numbers: Sequence[str]) -> Iterator[Card]:
    """Yield for each number the first claim that cites it."""
    for number in numbers:
        for claim in article["claims"]:
            if any(each["label"] == number and not each["group"] for each in claim["markers"]):
                yield Card(f"[{number}]", article["path"], claim["id"])
                break


def _unsaved(report: Report) -> list[str]:
    """Return the references without a snapshot whose page still answers."""
    alive = (row for row in report["references"] if row["live"] and row["live"]["outcome"] == "ok")
    return list(dict.fromkeys(row["id"] for row in alive if not row["archive_url"]))


def _by_rule(found: Sequence[FindingRow]) -> Iterator[Task]:
    """Yield what was found, of a rule with many findings only the first: the others must not hide the rest."""
    counts = Counter(each["rule"] for each in found)
    told: Counter[str] = Counter()
    for finding in found:
        rule = finding["rule"]
        told[rule] += 1
        if counts[rule] > _LIKE and told[rule] > 1:
            continue
        advice = f" {_sentence(finding['suggestion'])}" if finding["suggestion"] else ""
        more = f" And {counts[rule] - 1} more like it ({rule})." if counts[rule] > _LIKE else ""
        said = f"{finding['path']}:{finding['line']}: {finding['message'].removesuffix('.')}.{advice}{more}"
        yield Task(said, (Card("the claim", finding["article"], finding["claim"]),) if finding["claim"] else ())


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def live(row: ReferenceRow) -> list[str]:
    """Return what is known of the reference's live page, a sentence for each fact."""
    found = row["live"]
    if found is None:
        return []
    title = f', titled "{found["title"]}"' if found["title"] else ""
    asked = f" on {found['checked_at'][:10]}" if found["checked_at"] else ""
    told = [f"live page: {found['outcome']}{asked}: {found['told']}{title}"]
    if len(found["chain"]) > 1:
        told.append(f"it led through {', '.join(found['chain'][1:])}")
    if found["failed"]:
        told.append(f"it failed on {', '.join(found['failed'])}; last in order: {found['last_ok'] or 'not known'}")
    return told


def by_hand(row: ByHandRow | WaivedRow) -> str:
    """Return who has looked at it themselves, and when where that is told."""
    when = f" on {row['on']}" if row["on"] else ""
    return f"checked by hand by {row['by']}{when}"


def judged(row: WaivedRow) -> str:
    """Return who lets a finding stay, and whether they have looked at the source."""
    return by_hand(row) if row["by_hand"] else row["by"]

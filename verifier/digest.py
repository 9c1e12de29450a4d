"""What a tired editor reads first: the paragraph at the top, and the findings in order. Pure functions of the report.

Every reporter that shows them shows the same.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from verifier.model.outcome import ByHandRow
from verifier.model.report import ArticleRow, EntryRow, FindingRow, ReferenceRow, Report, SeverityName, WaivedRow
from verifier.model.supports import SupportRow
from verifier.text import counted, western

_STANDINGS = ("supported", "no problem found", "partly supported", "not found", "contradicted", "not judged")
_BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588"
SEVERITIES: tuple[SeverityName, ...] = ("error", "warning", "note")  # the worst first


def lead(report: Report) -> str:
    """Return the paragraph at the top."""
    return " ".join([*_diagnoses(report), _counts(report), *_judged(report), *_sources(report)])


def changes(report: Report) -> list[str]:
    """Return what changed against earlier runs and the baseline, as sentences; none without either."""
    return list(_changes(report))


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


def first_citing(report: Report) -> dict[tuple[str, str], str]:
    """Return the first claim that rests on each reference, by article and reference."""
    found: dict[tuple[str, str], str] = {}
    for article in report["articles"]:
        for claim in article["claims"]:
            for cited in claim["cites"]:
                found.setdefault((article["path"], cited), claim["id"])
    return found


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

"""What to do: first of all, and about each finding. Pure functions of the report.

Every reporter that shows them shows the same.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verifier import digest
from verifier.model.report import ArticleRow, FindingRow, Report
from verifier.text import counted

_FIRST = 7  # things to do
_LIKE = 2  # findings of one rule that are told one by one there
_SAVED = 5  # pages to be saved that are named there
_READ = 12  # numbers whose entries are named there


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
    return list(_all(report))[:_FIRST]


def to_do(report: Report) -> list[str]:
    """Return what to do first as sentences."""
    return [each.told for each in tasks(report)]


def advice(report: Report) -> dict[str, str]:
    """Return what to do about each finding, by its id; those about which nothing special is to be done are not there.

    What a root cause explains is settled by settling that, so its advice is that of the cause: whoever sees such a
    finding alone, as an alert beside a line, would else correct a number that is right.
    """
    findings = {each["id"]: each for each in report["findings"]}
    told = {identifier: _advice(each, findings.get(each["caused_by"] or "")) for identifier, each in findings.items()}
    return {identifier: each for identifier, each in told.items() if each}


def _advice(finding: FindingRow, cause: FindingRow | None) -> str:
    if cause is None:
        return (finding["suggestion"] or "").removesuffix(".")
    return f"this follows from {cause['rule']}: {(cause['suggestion'] or cause['message']).removesuffix('.')}"


def _all(report: Report) -> Iterator[Task]:
    mine = digest.own(report)
    roots = {article["diagnosis"]["kind"] for article in report["articles"]}
    causes = [each for each in mine if each["rule"] in roots and each["severity"] == "error" and each["suggestion"]]
    several = len(report["articles"]) > 1
    where: dict[str, list[str]] = {}
    for each in causes:
        where.setdefault(_sentence(each["suggestion"] or ""), []).append(each["article"])
    for told, paths in where.items():
        yield Task(f"{', '.join(dict.fromkeys(paths))}: {told}" if several else told)
    for article in report["articles"]:
        if stated := digest.mapped(article):
            begun = f"In {article['path']}, read" if several else "Until then, read" if causes else "Read"
            yield _reading(article, begun, stated)
        if astray := _astray(article):
            yield _no_following(article, f"In {article['path']}, do" if several else "Do", astray)
    yield from _by_rule(report, [each for each in mine if each["severity"] != "note" and each["rule"] not in roots])
    yield from _sources(report)
    if any("without --offline" in row["reason"] for row in report["unverified"]):
        yield Task("Run again without --offline, to ask what is not recorded.")


def _reading(article: ArticleRow, begun: str, stated: Sequence[tuple[str, str, str]]) -> Task:
    """Return how to read the first numbers that lead astray: hundreds would hide what else there is to do."""
    shown, others = stated[:_READ], len(stated) - _READ
    told = ", ".join(f"[{number}] as entry {entry} ({kind})" for number, entry, kind in shown)
    if others > 0:
        told += f"; and {others} more, in the report's table of which number each entry really has"
    return Task(f"{begun} {told}.", tuple(_citing(article, [number for number, _, _ in shown])))


def _astray(article: ArticleRow) -> list[str]:
    """Return the numbers that lead to an entry that is not theirs, where nothing can be read instead."""
    markers = [each for claim in article["claims"] for each in claim["markers"] if not each["group"]]
    labels = {each["label"] for each in markers if each["state"] == "wrong" and each["recovered"] is None}
    return sorted(labels, key=lambda label: (len(label), label))


def _no_following(article: ArticleRow, begun: str, astray: Sequence[str]) -> Task:
    """Return which numbers not to follow: whoever does lands on a source that has nothing to do with the claim."""
    shown, others = astray[:_READ], len(astray) - _READ
    told = ", ".join(f"[{number}]" for number in shown) + (f" and {others} more" if others > 0 else "")
    where = (
        "the entry so numbered: it is another source"
        if len(astray) == 1
        else "the entries so numbered: they are other sources"
    )
    return Task(f"{begun} not follow {told} to {where}.", tuple(_citing(article, shown)))


def _citing(article: ArticleRow, numbers: Sequence[str]) -> Iterator[Card]:
    """Yield for each number the first claim that cites it."""
    for number in numbers:
        for claim in article["claims"]:
            if any(each["label"] == number and not each["group"] for each in claim["markers"]):
                yield Card(f"[{number}]", article["path"], claim["id"])
                break


def _sources(report: Report) -> Iterator[Task]:
    """Yield what to do about references without a snapshot: save what answers, search for the rest."""
    missing = [row for row in report["unverified"] if "no archive URL" in row["reason"]]
    unsaved = _unsaved(report) if missing else []
    if unsaved:
        others = f", and {len(unsaved) - _SAVED} more" if len(unsaved) > _SAVED else ""
        yield Task(f"Save what is still there: verify save {' '.join(unsaved[:_SAVED])}{others}.")
    addressed = {(row["article"], row["id"]) for row in report["references"] if row["url"]}
    left = [(row["article"], row["reference"]) for row in missing if row["reference"] not in unsaved]
    lost, many = len(left) - len(addressed.intersection(left)), counted(len(report["references"]), "reference")
    if lost:
        yield Task(
            f"Find the address of {lost} and a snapshot of {len(left)} of {many}; verify find searches for them."
        )
    elif left:
        yield Task(f"Find a snapshot of {len(left)} of {many}.")


def _unsaved(report: Report) -> list[str]:
    """Return the references without a snapshot whose page still answers."""
    alive = (row for row in report["references"] if row["live"] and row["live"]["outcome"] == "ok")
    return list(dict.fromkeys(row["id"] for row in alive if not row["archive_url"]))


def _by_rule(report: Report, found: Sequence[FindingRow]) -> Iterator[Task]:
    """Yield what was found, of a rule with many findings only the first: the others must not hide the rest."""
    citing = digest.first_citing(report)
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
        claim = finding["claim"] or citing.get((finding["article"], finding["reference"] or ""))
        yield Task(said, (Card("the claim", finding["article"], claim),) if claim else ())


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."

"""What the parts of the page look up in one article of the report, put together once."""

from typing import TypeVar

from verifier import digest
from verifier.model.outcome import CheckRow
from verifier.model.report import (
    Alternative,
    ArticleRow,
    ClaimRow,
    EntryRow,
    FindingRow,
    MarkerRow,
    ReferenceRow,
    Report,
    StateName,
)
from verifier.text import is_alike
from verifier.values import frozen

STATES: dict[StateName, tuple[str, str]] = {  # the worst first: mark and words, since colour alone says nothing to many
    "wrong": ("✗", "wrong as printed"),
    "lost": ("∅", "not in the list"),
    "open": ("?", "cannot be told"),
    "printed": ("·", "as printed"),
    "right": ("✓", "right as printed"),
}


_LEAST = 0.03  # probability from which on an entry is named as possible
_SAYING = ("unchecked", "noted", "ok", "baselined", "waived", "by_hand", "unknown", "blocked", "suspect", "fail")
_Row = TypeVar("_Row", ReferenceRow, FindingRow, CheckRow)


@frozen
class Context:
    """One article with what belongs to it: its entries by printed label, its references by id and by entry.

    `findings` are those of each claim, the ones that a root cause explains among them; `by_reference` those of a
    reference that name no claim; `live` is how the page of one answered. `numbers` are the entries that each number may
    stand for. `cards` are the ids of the cards, `places` those of the claims in the text.
    `numbering` are the rules about numbers, whose symptoms a card tells in its own words.
    """

    article: ArticleRow
    entries: dict[str, EntryRow]
    grouped: dict[tuple[str, str], EntryRow]
    references: dict[str, ReferenceRow]
    by_entry: dict[str, ReferenceRow]
    findings: dict[str, list[FindingRow]]
    by_reference: dict[str, list[FindingRow]]
    live: dict[str, CheckRow]
    numbers: dict[str, list[tuple[EntryRow, float]]]
    cards: dict[str, str]
    places: dict[str, str]
    numbering: set[str]

    def anchor(self, claim: ClaimRow) -> str:
        """Return the id of the card of a claim."""
        return self.cards[claim["id"]]

    def place(self, claim: ClaimRow) -> str:
        """Return the id of a claim's place in the article; short, since it stands there and on the card."""
        return self.places[claim["id"]]

    def entry(self, label: str | None, group: str = "") -> EntryRow | None:
        """Return the entry with this printed label, in the list of the group where there is one."""
        if label is None:
            return None
        return self.grouped.get((group, label)) or self.entries.get(label)

    def cited(self, claim: ClaimRow) -> list[ReferenceRow]:
        """Return the references on which the registry rests the claim."""
        return [self.references[each] for each in claim["cites"] if each in self.references]

    def sources(self, claim: ClaimRow) -> list[EntryRow]:
        """Return the entries that the markers of the claim mean, or lead to where nothing better is known."""
        pairs = dict.fromkeys((meant(marker), marker["group"]) for marker in claim["markers"])
        return [entry for label, group in pairs if (entry := self.entry(label, group)) is not None]

    def outlets(self, claim: ClaimRow) -> list[str]:
        """Return the outlets behind the claim, sorted, each once."""
        rows = [*self.sources(claim), *self.cited(claim)]
        return sorted({row["outlet"] for row in rows if row["outlet"]})

    def found(self, claim: ClaimRow) -> list[FindingRow]:
        """Return what was found on the claim and on the references it rests on."""
        return [
            *self.findings.get(claim["id"], []),
            *(each for reference in claim["cites"] for each in self.by_reference.get(reference, [])),
        ]

    def flaws(self, claim: ClaimRow) -> dict[str, int]:
        """Return how many errors and warnings were found on the claim, without those that its state already tells."""
        own = [
            each["severity"] for each in self.found(claim) if each["caused_by"] is None and each["state"] != "baselined"
        ]
        return {name: own.count(name) for name in ("error", "warning") if name in own}

    def alternatives(self, marker: MarkerRow) -> list[tuple[EntryRow, float]]:
        """Return the entries the number of a marker may well stand for and their probabilities, the greatest first."""
        if marker["group"]:
            return []
        return [
            (row, probability) for row, probability in self.numbers.get(marker["label"], []) if probability >= _LEAST
        ]


def of(report: Report) -> list[Context]:
    """Return the context of each article of the report."""
    taken: set[str] = set()
    references = _by_article(report["references"])
    findings = _by_article(report["findings"])
    numbering = {rule["id"] for rule in report["rules"] if rule["topic"] == "numbering"}
    live = _by_article([each for each in report["checks"] if each["kind"] == "live"])
    return [
        _of(number, article, references.get(path, []), findings.get(path, []), live.get(path, []), taken, numbering)
        for number, article in enumerate(report["articles"], 1)
        for path in [article["path"]]
    ]


def _by_article(rows: list[_Row]) -> dict[str, list[_Row]]:
    """Return the rows of each article."""
    found: dict[str, list[_Row]] = {}
    for row in rows:
        found.setdefault(row["article"], []).append(row)
    return found


def _of(
    number: int,
    article: ArticleRow,
    references: list[ReferenceRow],
    found: list[FindingRow],
    live: list[CheckRow],
    taken: set[str],
    numbering: set[str],
) -> Context:
    ids = {row["id"] for row in references}
    claims = {claim["id"] for claim in article["claims"]}
    findings: dict[str, list[FindingRow]] = {}
    by_reference: dict[str, list[FindingRow]] = {}
    for finding in found:
        claim, reference = finding["claim"], finding["reference"]
        if claim is not None and claim in claims:
            findings.setdefault(claim, []).append(finding)
        elif reference is not None and reference in ids:
            by_reference.setdefault(reference, []).append(finding)
    return Context(
        article,
        {digest.printed(entry): entry for entry in reversed(article["entries"])},
        {(entry["group"], digest.printed(entry)): entry for entry in reversed(article["entries"])},
        {row["id"]: row for row in references},
        _by_entry(article, references),
        findings,
        by_reference,
        {each["reference"]: each for each in sorted(live, key=_rank) if each["reference"] is not None},
        _numbers(article),
        _cards(article, number, taken),
        {claim["id"]: f"at-{number}-{at}" for at, claim in enumerate(article["claims"], 1)},
        numbering,
    )


def _by_entry(article: ArticleRow, references: list[ReferenceRow]) -> dict[str, ReferenceRow]:
    """Return for each printed label the reference that is its entry's source.

    A list that was renumbered since the registry was written has another entry there: then the title must tell.
    """
    titles = {digest.printed(entry): entry["title"] for entry in reversed(article["entries"])}
    found: dict[str, ReferenceRow] = {}
    for row in reversed(references):
        label = row["entry"]
        if label is not None and not is_alike(row["title"], titles.get(label)):
            label = next((each for each, title in titles.items() if title and is_alike(row["title"], title)), None)
        if label is not None:
            found[label] = row
    return found


def meant(marker: MarkerRow) -> str | None:
    """Return the label of the entry a marker means: the recovered one, else the printed one unless it is wrong."""
    if marker["recovered"] is not None:
        return marker["recovered"]
    return marker["entry"] if marker["state"] in ("right", "printed") else None


def worst(markers: list[MarkerRow]) -> StateName:
    """Return the worst state among the markers."""
    states = {marker["state"] for marker in markers}
    return next((state for state in STATES if state in states), "printed")


def _rank(check: CheckRow) -> int:
    """Sort the checks of one page so that the one that says most comes last."""
    return _SAYING.index(check["outcome"])


def _numbers(article: ArticleRow) -> dict[str, list[tuple[EntryRow, float]]]:
    """Return for each number the entries it may stand for, the most probable first."""
    found: dict[str, list[tuple[EntryRow, float]]] = {}
    for entry in article["entries"]:
        for each in _possible(entry):
            found.setdefault(each["value"], []).append((entry, each["probability"]))
    return {number: sorted(near, key=lambda pair: -pair[1]) for number, near in found.items()}


def _possible(entry: EntryRow) -> list[Alternative]:
    number = entry["number"]
    if number["alternatives"] or number["best"] is None:
        return number["alternatives"]
    return [{"value": number["best"], "probability": number["probability"]}]


@frozen
class Anchors:
    """Where cards are: their ids by article and claim, and the claim that rests first on each reference."""

    cards: dict[tuple[str, str], str]
    citing: dict[tuple[str, str], str]

    def claim(self, article: str, claim: str) -> str | None:
        """Return the id of a claim's card, None where there is none."""
        return self.cards.get((article, claim))

    def finding(self, row: FindingRow) -> str | None:
        """Return the id of a card that shows the finding: its claim's, or one that rests on its reference."""
        article = row["article"]
        return self.claim(article, row["claim"] or self.citing.get((article, row["reference"] or ""), ""))


def anchors(report: Report, contexts: list[Context]) -> Anchors:
    """Return where the cards are; of articles under one path, the first one's."""
    pairs = [((each.article["path"], claim), card) for each in contexts for claim, card in each.cards.items()]
    return Anchors(dict(reversed(pairs)), digest.first_citing(report))


def _cards(article: ArticleRow, number: int, taken: set[str]) -> dict[str, str]:
    """Return the id of the card of each claim; one that an earlier article took gets the article's number."""
    cards: dict[str, str] = {}
    for claim in article["claims"]:
        name = f"claim-{claim['id']}"
        while name in taken:
            name += f"-article-{number}"
        cards[claim["id"]] = name
        taken.add(name)
    return cards

"""The nouns of support: what a page says of a claim, fact by fact, and what it says of the citation. Schema of a row.

Offsets named `start` and `end` are into the claim's text, `page_start` and `page_end` into the page's main text.
"""

from typing import Literal

from verifier.values import frozen

StatusName = Literal[
    "found", "variant", "inferred", "found-elsewhere", "undecided", "conflict", "never-occurs", "not-checked"
]
VerdictName = Literal["supported", "partial", "not-found", "contradicted", "page-unavailable", "not-judged"]
LevelName = Literal["high", "medium", "low"]
FieldName = Literal["ok", "differs", "not-stated", "not-checked"]


@frozen
class FactStatus:
    """One fact of a claim. `rule` says in words what joined two forms, or what was looked for; "" where nothing did.

    `page_text` is a slice of the page's main text, None where the fact stands nowhere in it; `kind` is "name",
    "number", "date" or "quote".
    """

    text: str
    kind: str
    status: StatusName
    start: int
    end: int
    page_start: int | None = None
    page_end: int | None = None
    page_text: str | None = None
    rule: str = ""


@frozen
class Passage:
    """A verbatim slice of the page's main text."""

    start: int
    end: int
    text: str


@frozen
class Assessment:
    """What one reference's page says of one claim.

    `level` is None where nothing was judged. `reason` names why in one word, `why` in a sentence; `words` is the number
    of words that were searched, `missing` the claim's words that stand nowhere near, `notes` what is worth a look and
    decides nothing. `unique` tells that the first passage's words stand only once on the page.
    """

    claim: str
    reference: str
    verdict: VerdictName
    level: LevelName | None
    reason: str
    why: str
    facts: tuple[FactStatus, ...] = ()
    passages: tuple[Passage, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    words: int = 0
    score: float = 0.0
    unique: bool = False


@frozen
class Stated:
    """One value that a page states, and the place that states it ("og:title", "JSON-LD publisher", "h1")."""

    value: str
    place: str


@frozen
class FieldCheck:
    """How one field of a citation stands to all that the page states; `cited` is the citation's value.

    `strong` tells that a place states it that is made to state it, so that a difference is worth a finding.
    """

    field: str
    outcome: FieldName
    cited: str
    stated: tuple[Stated, ...] = ()
    strong: bool = False
    note: str = ""


@frozen
class PageCheck:
    """The citation of one reference against its page. `sha256` is of the page's main text, as judged."""

    reference: str
    fields: tuple[FieldCheck, ...]
    sha256: str = ""


@frozen
class Support:
    """What all captured pages say: of the claims that cite them, in the order of the claims, and of their citations."""

    assessments: tuple[Assessment, ...] = ()
    pages: tuple[PageCheck, ...] = ()

    def of_claim(self, claim: str) -> tuple[Assessment, ...]:
        """Return what each cited page says of a claim."""
        return tuple(each for each in self.assessments if each.claim == claim)

    def of_page(self, reference: str) -> PageCheck | None:
        """Return how the citation of a reference stands to its page, None where none was read."""
        return next((each for each in self.pages if each.reference == reference), None)


@frozen
class Tried:
    """Whether a change of one fact was noticed: its sort ("year", "number", "name"), where the new value is from."""

    sort: str
    origin: str
    noticed: bool

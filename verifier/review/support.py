"""What the cited page says of a claim, on the page: the claim's words by status, why, and verbatim passages."""

from markupsafe import Markup

from verifier import card
from verifier.model.report import ClaimRow, ReferenceRow
from verifier.model.supports import SupportRow
from verifier.review.html import NOTHING, badge, definitions, link, listed, put, tag, text

_BADGES = {"contradicted": "wrong", "not-found": "wrong", "partial": "open", "supported": "right"}
STYLE = """
.fact { text-decoration: underline; text-underline-offset: 3px; } .fact sup { font-weight: 700; }
.fact.found, .fact.variant, .fact.inferred { text-decoration-color: var(--good); }
.fact.conflict, .fact.never-occurs { text-decoration-color: var(--bad); text-decoration-style: double; }
.fact.found-elsewhere, .fact.undecided { text-decoration-color: var(--open); text-decoration-style: dotted; }
"""


def cards(claim: ClaimRow, references: dict[str, ReferenceRow]) -> list[Markup]:
    """Return a part of the claim's card for each reference whose page was to be judged."""
    return [_card(claim, row, references.get(row["reference"])) for row in claim["support"]]


def _card(claim: ClaimRow, row: SupportRow, reference: ReferenceRow | None) -> Markup:
    head = put("<p><strong>The page</strong> {}</p>", badge(_BADGES.get(row["verdict"], "printed"), card.headline(row)))
    facts = [("Reference", text(row["reference"])), ("Why", text(row["why"]))]
    if row["facts"]:
        facts.append(("The claim", joined_pieces(claim, row)))
        facts.append(("Fact by fact", listed([text(card.told(each)) for each in row["facts"]])))
    if row["passages"]:
        facts.append(("The page says", listed([tag("q", text(each["text"][:300])) for each in row["passages"]])))
    if row["link"]:
        facts.append(("Look at it", link(row["link"])))
    if row["measured"]:
        facts.append(("How sure", text(row["measured"])))
    if row["notes"]:
        facts.append(("Notes", listed([text(each) for each in row["notes"]])))
    if reference is not None and (told := card.citation(reference)):
        facts.append(("Citation", text(told)))
    return head + definitions(facts)


def joined_pieces(claim: ClaimRow, row: SupportRow) -> Markup:
    """Return the claim with each fact underlined and marked by a letter that says how it stands."""
    made = NOTHING
    for piece in card.pieces(claim, row):
        if not piece.status:
            made += text(piece.text)
            continue
        mark, words = card.MARKS[piece.status]
        inner = text(piece.text) + put('<sup title="{}">{}</sup>', words, mark)
        made += tag("span", inner, class_=f"fact {piece.status}")
    return made

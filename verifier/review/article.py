"""The article as it reads: every claim highlighted by the state of its citations, every marker a link to its card."""

from markupsafe import Markup

from verifier.model.report import BlockRow, ClaimRow, PieceRow
from verifier.review.context import STATES, Context, worst
from verifier.review.html import NOTHING, plain, put, tag, words

_BLOCKS = {"heading": Markup("<h4{}>{}</h4>"), "paragraph": Markup("<p{}>{}</p>")}


def render(context: Context) -> Markup:
    """Return the article's text."""
    claims = {claim["id"]: claim for claim in context.article["claims"]}
    seen: set[str] = set()
    blocks = context.article["body"]
    made = []
    position = 0
    while position < len(blocks):
        end = position
        while end < len(blocks) and blocks[end]["kind"] == "entry":
            end += 1
        if end > position:
            made.append(_entries(context, blocks[position:end], claims, seen))
            position = end
            continue
        block = blocks[position]
        made.append(_BLOCKS[block["kind"]].format(_direction(block), _pieces(context, block["pieces"], claims, seen)))
        position += 1
    return Markup("\n").join(made)


def _entries(context: Context, blocks: list[BlockRow], claims: dict[str, ClaimRow], seen: set[str]) -> Markup:
    """Return a run of entries of the list, each with the number it really has where that is known."""
    items = []
    for block in blocks:
        label = block["label"] or ""
        row = context.entries.get(label)
        number = row["number"]["value"] if row else None
        told = put("<dt>{}</dt>", plain(label))
        is_other = number is not None and number != label
        true = tag("strong", plain(f"really [{number}] "), class_="really") if is_other else NOTHING
        body = _pieces(context, block["pieces"], claims, seen)
        items.append(put("<div>{}<dd{}>{}{}</dd></div>", told, _direction(block), true, body))
    return put('<dl class="entries">{}</dl>', Markup("\n").join(items))


def _direction(block: BlockRow) -> Markup:
    """Return the attribute by which a block runs in the direction of its own text; ASCII runs as the page does."""
    return NOTHING if all(piece["text"].isascii() for piece in block["pieces"]) else Markup(' dir="auto"')


def _pieces(context: Context, pieces: list[PieceRow], claims: dict[str, ClaimRow], seen: set[str]) -> Markup:
    made = []
    for piece in pieces:
        claim = claims.get(piece["claim"] or "")
        made.append(words(piece["text"]) if claim is None else _piece(context, piece, claim, seen))
    return NOTHING.join(made)


def _piece(context: Context, piece: PieceRow, claim: ClaimRow, seen: set[str]) -> Markup:
    if piece["markers"]:
        state = worst([claim["markers"][index] for index in piece["markers"]])
        told, flawed = STATES[state][1], "error" in context.flaws(claim)
        return put(
            '<a class="m {}" href="#{}">{}<span class="vh"> {}</span></a>',
            f"{state} flawed" if flawed else state,
            plain(context.anchor(claim)),
            words(piece["text"]),
            f"{told}, with an error" if flawed else told,
        )
    state = worst(claim["markers"])
    place = context.place(claim)
    if place in seen:
        return tag("mark", words(piece["text"]), class_=state, data_of=place)
    seen.add(place)
    return tag("mark", words(piece["text"]), class_=state, id=place)

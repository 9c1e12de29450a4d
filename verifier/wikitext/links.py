"""Show links, pictures with their captions, and galleries (https://www.mediawiki.org/wiki/Help:Images)."""

from typing import TYPE_CHECKING

from verifier.wikitext import names, nodes, tags
from verifier.wikitext.nodes import Node, Part
from verifier.wikitext.pieces import Break

if TYPE_CHECKING:
    from verifier.wikitext.page import Page

# The options under which a picture's caption is shown, in English and some other languages.
_CAPTIONED = (
    *("thumb", "thumbnail", "frame", "framed", "mini", "miniatur", "gerahmt", "vignette", "cadre"),
    *("miniaturadeimagen", "miniatura", "thumbtime", "мини", "міні", "サムネイル"),
)


def link(page: "Page", node: Node) -> None:
    """Show a link: its words, or where it leads; of categories and other editions nothing is seen."""
    target = page.text[node.parts[0].start : node.parts[0].end].strip()
    kind = names.link_kind(target)
    if kind == "file":
        _picture(page, node)
    elif kind != "page":
        for part in node.parts[1:]:
            page.hide(part)
    elif len(node.parts) == 1:
        only = node.parts[0]
        lead = 1 if page.text.startswith(":", only.start) else 0
        page.part(Part(only.start + lead, only.end, only.children))
    else:
        children = [child for part in node.parts[1:] for child in part.children]
        page.part(Part(node.parts[1].start, node.parts[-1].end, children))


def gallery(page: "Page", part: Part) -> None:
    """Show the captions of a gallery, each as a paragraph."""
    for row in tags.rows(page.text, part.start, part.end):
        bar = page.text.find("|", row.start, row.end)
        if bar >= 0:
            page.pieces.append(Break())
            page.part(nodes.parse(page.text, bar + 1, row.end))
    page.pieces.append(Break())


def _picture(page: "Page", node: Node) -> None:
    """Show the caption of a picture that has one; in others it is hidden."""
    options = [page.text[part.start : part.end].strip().lower() for part in node.parts[1:]]
    has_caption = any(option in _CAPTIONED for option in options)
    for index, part in enumerate(node.parts[1:], 2):
        if has_caption and index == len(node.parts):
            page.pieces.append(Break())
            page.part(part)
            page.pieces.append(Break())
        else:
            page.hide(part)

"""An entry while it is read, and the item of a list that becomes of it."""

import re
from dataclasses import dataclass, field

from verifier.citations import rendered
from verifier.html import links
from verifier.html.clusters import tidy
from verifier.html.lists import Entry
from verifier.prose.flow import Inline, Item, Words
from verifier.text import one_line

_SYMBOLS = re.compile(
    r"[\s\xa0^\u2191,|]*"
)  # what stands before the links back, and between a label's cell and the next


@dataclass(slots=True)
class Draft:
    """An entry while it is read: its inlines, its links as (address, text), and its OpenURL.

    `drop` is how many characters of its printed label are still to come.
    """

    entry: Entry
    drop: int
    inlines: list[Inline] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    coins: str = ""
    begun: bool = False

    def skip(self, text: str) -> None:
        """Pass over a link back; it may print the entry's label ("[2]", where the 2 is the link)."""
        self.drop = max(0, self.drop - len("".join(text.split())))

    def add(self, text: str, place: int, width: int | None) -> None:
        """Take a run of text; the printed label and the symbols of links back are no part of an entry."""
        while self.drop and text:
            self.drop -= not text[0].isspace()
            text, place = text[1:], place + (width is None)
        if not self.begun and _SYMBOLS.fullmatch(text):
            return
        self.begun = True
        self.inlines.append(Words(text, place, width))


def item(draft: Draft, place: int) -> Item:
    """Return the item of a list that an entry has become."""
    entry = draft.entry
    url, archive_url = links.choose(draft.links, draft.coins)
    text = one_line("".join(each.text for each in draft.inlines if isinstance(each, Words)))
    citation = (
        links.with_fields(rendered.read(text, draft.links[0][1] if draft.links else ""), draft.coins)
        if draft.coins
        else None
    )
    return Item(
        entry.label,
        tidy(draft.inlines),
        place,
        anchor=entry.anchor,
        backlinks=len(entry.backlinks) if entry.box.links_back else None,
        citation=citation,
        url=url,
        archive_url=archive_url,
        linked=draft.links[0][1] if draft.links else "",
    )

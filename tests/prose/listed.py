"""Lists as the tests of them read them."""

from verifier.model.article import Citation, EntryList
from verifier.prose import lists
from verifier.text import lines

TWO = "\n\n1. Rye in spring. 2016.\n2. Oats in May. 2017.\n"


def find(text: str) -> tuple[EntryList, ...]:
    return lists.find(text, list(lines(text)), lambda entry: Citation(title=entry))


def labels(text: str) -> list[str | None]:
    return [entry.label for each in find(text) for entry in each.entries]

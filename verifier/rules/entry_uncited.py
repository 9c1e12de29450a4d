"""
An entry of the list is cited by no marker.

Why it matters: either a citation was lost from the text, or the entry does not belong to it. Entries that were cited
only in content that is not here (an infobox, a table) are folded under the root cause. In wikitext
`list-definition-unused` says so.

Remedy: restore the citation, or move the entry to "Further reading".

Elsewhere: checkcites *unused*, Sphinx "Footnote [n] is not referenced", pandoc NoteDefinedButNotUsed, remark
no-unused-definitions, markdownlint MD053, rumdl MD066.
"""

from collections.abc import Iterator

from verifier.hits import entry_at, remarked_at
from verifier.model.article import Article
from verifier.model.rules import Dossier, Hit, Severity
from verifier.recovery.readings import place_of
from verifier.rules import Rule
from verifier.text import shorten
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each entry no marker leads to; a list that nothing cites is a bibliography, not an omission."""
    article, reading = dossier.article, dossier.reading
    cited = {place_of(reading, marker) for marker in article.markers}
    elsewhere = {reading.entries.get(("", str(number))) for number in reading.elsewhere}
    wholes = {(place[0], _whole(article, place)) for place in cited if place is not None}
    main, unused = article.main_list, remarked_at(article, messages.MISSING_KEY, messages.LIST_NO_KEY)
    for index, each in enumerate(article.lists):
        if each.has_own_rules or not any(place is not None and place[0] == index for place in cited):
            continue
        for position, entry in enumerate(each.entries):
            place = (index, position)
            unsure = each is main and position in reading.unsure
            has_no_number = entry.label is None and each.is_numbered  # it goes on from another text
            is_told = has_no_number or entry_at(article, entry) in unused or (index, entry.printed) in wholes
            if place not in cited and place not in elsewhere and not unsure and not is_told:
                about = shorten(entry.text, 80)
                yield Hit(f"entry {entry.printed} is never cited: {about}", entry.span, about=about)


def _whole(article: Article, place: tuple[int, int]) -> str:
    """Return the label of the entry that the one at this place is a part of ("1" of "1.2"), "" if it is none."""
    return article.lists[place[0]].entries[place[1]].printed.rpartition(".")[0]


RULE = Rule("entry-uncited", "an entry that nothing cites", Severity.WARNING, check)

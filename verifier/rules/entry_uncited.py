"""
An entry of the list is cited by no marker.

Why it matters: either a citation was lost from the text, or the entry does not belong to it. Entries that were cited
only in content that is not here (an infobox, a table) are folded under the root cause.

Remedy: restore the citation, or move the entry to "Further reading".

Elsewhere: checkcites *unused*, Sphinx "Footnote [n] is not referenced", pandoc NoteDefinedButNotUsed, remark
no-unused-definitions, markdownlint MD053, rumdl MD066.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.recovery.readings import place_of
from verifier.rules import Rule
from verifier.text import shorten


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each entry no marker leads to; a list that nothing cites is a bibliography, not an omission."""
    article, reading = dossier.article, dossier.reading
    cited = {place_of(reading, marker) for marker in article.markers}
    elsewhere = {reading.entries.get(("", str(number))) for number in reading.elsewhere}
    main = article.main_list
    for index, each in enumerate(article.lists):
        if not any(place is not None and place[0] == index for place in cited):
            continue
        for position, entry in enumerate(each.entries):
            place = (index, position)
            unsure = each is main and position in reading.unsure
            unnumbered = entry.label is None and each.is_numbered  # no marker could lead there
            if place not in cited and place not in elsewhere and not unsure and not unnumbered:
                about = shorten(entry.text, 80)
                yield Hit(f"entry {entry.printed} is never cited: {about}", entry.span, about=about)


RULE = Rule("entry-uncited", "an entry that nothing cites", Severity.WARNING, check)

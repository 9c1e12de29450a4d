"""
A full citation stands in a list of works that short citations lead to, and none leads to it.

Why it matters: the list says that the article rests on this work, and no sentence of it does. Perhaps a short citation
has the wrong year, or the text that cited it was cut.

Remedy: cite the work, or move it to "Further reading". Only sections are looked at in which most works are cited in
short.

Elsewhere: HarvErrors "There is no link pointing to this citation"
(https://en.wikipedia.org/wiki/User:Trappist_the_monk/HarvErrors).
"""

from collections import Counter
from collections.abc import Iterator

from verifier.anchors import Works
from verifier.citations.cs1 import keys
from verifier.hits import Fault, of_sources
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such citation outside the references."""
    works = Works.of(dossier)
    cited = {key for source in dossier.sources for key in keys.short_keys(source)}
    made = {source.template.span: keys.full_keys(source) for source in works.listed}
    keyed = Counter(works.section(source) for source in works.listed if made[source.template.span])
    used = Counter(works.section(source) for source in works.listed if cited.intersection(made[source.template.span]))

    def find(source: Source) -> Iterator[Fault]:
        anchors, section = made.get(source.template.span, ()), works.section(source)
        if anchors and 2 * used[section] > keyed[section] and not cited.intersection(anchors):
            yield Fault(f"no short citation leads to it ({anchors[0]})", key=anchors[0])

    yield from of_sources(dossier, find)


RULE = Rule("fullcite-unused", "a full citation that no short one leads to", Severity.WARNING, check)

"""
A title or an outlet is given in translation only.

Why it matters: the source carries another title, so it cannot be found by this one. An outlet is known to be translated
where its name is the literal English of a foreign outlet's own name.

Remedy: give the original, and the translation behind it.

Elsewhere: CS1 `err_trans_missing_title` (https://en.wikipedia.org/wiki/Help:CS1_errors#trans_missing_title).
"""

from collections.abc import Iterator

from verifier.hits import Fault, has_template, of_sources, surely
from verifier.model.article import Citation
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule
from verifier.text import fold, shorten

# The outlet's own name, by what a translation programme makes of it. Names that outlets use themselves in English
# ("The New Arab", "People's Daily") are not here.
_PARTS = ("title", "chapter", "periodical", "map")
_LITERAL = {
    "egypt and the arab": "Masr Al-Arabia",
    "egypt arabic": "Masr Al-Arabia",
    "the seventh day": "Youm7 (Al-Youm Al-Sabea)",
    "seventh day": "Youm7 (Al-Youm Al-Sabea)",
    "the egyptian today": "Al-Masry Al-Youm",
    "the new dawn": "Al-Fajr Al-Jadeed",
    "south german newspaper": "S\u00fcddeutsche Zeitung",
    "frankfurt general newspaper": "Frankfurter Allgemeine Zeitung",
    "new zurich newspaper": "Neue Z\u00fcrcher Zeitung",
    "the daily news of sweden": "Dagens Nyheter",
    "the evening sheet": "Aftonbladet",
    "the morning newspaper of catalonia": "El Mat\u00ed de Catalunya",
    "courier of the evening": "Corriere della Sera",
    "the gazette of sport": "La Gazzetta dello Sport",
    "independent newspaper": "Nezavisimaya Gazeta",
    "new newspaper": "Novaya Gazeta",
    "komsomol truth": "Komsomolskaya Pravda",
    "ukrainian truth": "Ukrainska Pravda",
}


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such template, and for each other entry."""
    yield from of_sources(dossier, surely(dossier, _in_template))
    is_judged = has_template(dossier)
    for each in dossier.article.lists:
        for entry in each.entries:
            if not is_judged(entry) and (told := _translated(entry.citation)):
                yield Hit(f"entry {entry.printed}: {told}", entry.span, about=shorten(entry.text, 80))


def _in_template(source: Source) -> Iterator[Fault]:
    for part in _PARTS:
        translated = source.parameter(f"trans-{part}")
        if translated is not None and source.parameter(part, f"script-{part}") is None:
            yield Fault(f"|{translated.name}= without its original", translated)
    outlet = source.parameter("periodical", "publisher")
    name = _LITERAL.get(fold(outlet.value)) if outlet is not None else None
    if name:
        yield Fault(f'the outlet "{outlet.value if outlet else ""}" is a literal translation of {name}', outlet)


def _translated(citation: Citation) -> str:
    name = _LITERAL.get(fold(citation.outlet)) if citation.outlet else None
    if name:
        return f'the outlet "{citation.outlet}" is a literal translation of {name}'
    if citation.translated and citation.title is None:
        return "the title is given in translation only"
    return ""


RULE = Rule("title-translated-only", "a title or outlet in translation only", Severity.NOTE, check)

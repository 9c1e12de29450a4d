"""
The article is not known to be in English, so the checks that know English words only were not made.

Why it matters: silence about them is no praise. Not assessed are dates in words in the text, months and forms of dates
in citation templates, placeholder titles, names that are nobody's, and parameters that a template does not take.
Numbers, lists, names of references, addresses and dates in figures are checked in every language.

Remedy: none needed. A page of HTML or a Markdown file may declare its language.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.language import is_english
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for an article with citations that is not known to be in English."""
    article = dossier.article
    if article.claims and not is_english(article):
        language = f'is in "{article.language}"' if article.language else "is not known to be in English"
        yield Hit(
            f"the article {language}: dates in words, placeholder titles, names of authors and parameters of "
            "templates are not assessed",
            article.claims[0].span,
            about="language",
        )


RULE = Rule("language-unassessed", "checks that are made in English only", Severity.NOTE, check)

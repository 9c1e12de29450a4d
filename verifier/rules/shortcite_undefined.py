"""
A short citation ({{sfn}}, {{harvnb}} ...) leads to no full citation of the article.

Why it matters: "Smith 2010, p. 4" says nothing to a reader who finds no work of Smith's of that year in the list.

Remedy: add the full citation, or correct the name or the year in one of the two; their names and year must be equal.
Silent where a template that is not known here stands among the works and may hold the full citation.

Elsewhere: HarvErrors and Module:Footnotes "no target"
(https://en.wikipedia.org/wiki/Category:Harv_and_Sfn_no-target_errors).
"""

from collections.abc import Iterator

from verifier.anchors import Works, of_short_citations
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each anchor that is not there, at the first short citation that leads to it."""
    works = Works.of(dossier)
    if not works.may_hide:
        yield from of_short_citations(dossier, lambda key: "" if works.knows(key) else "no full citation")


RULE = Rule("shortcite-undefined", "a short citation without its full one", Severity.ERROR, check)

"""
A short citation ({{sfn}}, {{harvnb}} ...) leads to several full citations of the article.

Why it matters: two works of one author and year have one anchor; the link goes to the first, whichever was meant.

Remedy: put a letter behind the year in both places ("2010a", "2010b"), or give the works different |ref=.

Elsewhere: HarvErrors and Module:Footnotes "multiple targets"
(https://en.wikipedia.org/wiki/Category:Harv_and_Sfn_multiple-target_errors).
"""

from collections.abc import Iterator

from verifier.anchors import Works, of_short_citations
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each anchor that is there more than once, at the first short citation that leads to it."""
    counts = Works.of(dossier).anchors
    many = {key: f"{count} full citations" for key, count in counts.items() if count > 1}
    return of_short_citations(dossier, lambda key: many.get(key, ""))


RULE = Rule("shortcite-ambiguous", "a short citation with several full ones", Severity.ERROR, check)

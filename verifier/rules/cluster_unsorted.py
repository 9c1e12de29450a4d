"""
The numbers of one cluster do not rise.

Why it matters: hardly; most styles sort them (`[2][7]`), and readers expect it.

Remedy: sort the numbers.

Elsewhere: AutoWikiBrowser reorders them, citeproc collapses them.
"""

from collections.abc import Iterator
from itertools import pairwise

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each cluster whose plain numbers fall somewhere."""
    for index, claim in enumerate(dossier.article.claims):
        plain = [marker for marker in claim.markers if not marker.group and marker.number is not None]
        if any((first.number or 0) > (second.number or 0) for first, second in pairwise(plain)):
            told = "".join(f"[{marker.label}]" for marker in plain)
            yield Hit(f"the numbers {told} do not rise", plain[0].span, claim=dossier.claim_ids[index], about=told)


RULE = Rule("cluster-unsorted", "numbers of one cluster out of order", Severity.NOTE, check)

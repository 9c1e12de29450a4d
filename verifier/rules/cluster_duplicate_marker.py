"""
One cluster cites the same entry twice.

Why it matters: one of the two numbers is superfluous, or was meant to be another.

Remedy: drop it, or correct it.

Elsewhere: citeproc merges them.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each label that stands twice in one cluster."""
    for index, claim in enumerate(dossier.article.claims):
        seen: set[tuple[str, str | None]] = set()
        for marker in claim.markers:
            key = (marker.label, marker.page)
            if key in seen:
                about = f"[{marker.label}]"
                yield Hit(f"{about} stands twice in a row", marker.span, claim=dossier.claim_ids[index], about=about)
            seen.add(key)


RULE = Rule("cluster-duplicate-marker", "the same number twice in one cluster", Severity.NOTE, check)

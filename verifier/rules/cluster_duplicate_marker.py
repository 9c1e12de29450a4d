"""
One cluster cites the same entry twice.

Why it matters: one of the two numbers is superfluous, or was meant to be another.

Remedy: drop it, or correct it.

Elsewhere: citeproc merges them.
"""

from collections import defaultdict
from collections.abc import Iterator

from verifier.model.article import Marker
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each label that stands more than once in one cluster, at its second place."""
    for index, claim in enumerate(dossier.article.claims):
        uses: dict[tuple[str, str | None], list[Marker]] = defaultdict(list)
        for marker in claim.markers:
            uses[marker.label, marker.page].append(marker)
        for (label, _), found in uses.items():
            if len(found) > 1:
                times = "twice" if len(found) == 2 else f"{len(found)} times"
                message = f"[{label}] stands {times} in one cluster"
                yield Hit(message, found[1].span, claim=dossier.claim_ids[index], about=f"[{label}]")


RULE = Rule("cluster-duplicate-marker", "the same number twice in one cluster", Severity.NOTE, check)

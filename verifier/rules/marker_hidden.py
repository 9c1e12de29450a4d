"""
A reference took a number and shows nothing.

Why it matters: it stands in a caption that is not shown, in the description of a picture, or in an attribute. To a
reader a number is missing in the text, and an entry seems uncited.

Remedy: move the reference into text that is shown.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each hidden marker."""
    for index, claim in enumerate(dossier.article.claims):
        for marker in claim.markers:
            if marker.hidden:
                message = f"[{marker.label}] takes a number here and is not shown"
                about = f"[{marker.label}]"
                yield Hit(message, marker.span, claim=dossier.claim_ids[index], about=about, in_file=marker.in_file)


RULE = Rule("marker-hidden", "a reference that takes a number and is not shown", Severity.NOTE, check)

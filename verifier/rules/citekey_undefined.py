"""
A citation key is not in the bibliography.

Why it matters: citeproc prints the key with question marks in place of the source.

Nothing is reported while a bibliography, or a part of one, cannot be read.

Remedy: add the source to the bibliography, or correct the key.

Elsewhere: pandoc "Citeproc: citation ... not found", biber "I didn't find a database entry".
"""

from collections.abc import Iterator

from verifier.model.article import CITEKEYS
from verifier.model.rules import Dossier, Hit, Severity
from verifier.recovery import keys
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each key that no bibliography has, at its first use, where all of them were read."""
    article = dossier.article
    if keys.unread(article):
        return
    known = keys.sources(article)
    told: set[str] = set()
    for index, claim in enumerate(article.claims):
        for marker in claim.markers:
            if marker.group == CITEKEYS and marker.anchor not in known | told:
                told.add(marker.anchor)
                message = f"@{marker.label} is not in the bibliography"
                yield Hit(message, marker.span, claim=dossier.claim_ids[index], about=f"@{marker.label}")


RULE = Rule("citekey-undefined", "a citation key without a source", Severity.ERROR, check)

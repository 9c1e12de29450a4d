"""
The text prints its citations in more than one style.

Why it matters: `[1]`, `(1)` and a raised 1 in one text may be citations, notes, exponents or equations; some of them
may be read wrongly.

Remedy: use one style for citations.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit if the reader accepted two styles."""
    styles = dossier.article.marker_styles
    if len(styles) > 1:
        yield Hit(
            f"citations are printed in {len(styles)} styles: {', '.join(styles)}", dossier.article.markers[0].span
        )


RULE = Rule("marker-styles-mixed", "citations in more than one style", Severity.WARNING, check)

"""
The page names its outlet, and it is not the one cited.

Why it matters: the outlet tells readers how far to trust a source. Compared are JSON-LD, ``og:site_name``, the parts of
the title element, and the host.

Remedy: name the outlet as the page does.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.backing import of_fields
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such reference."""
    return of_fields(dossier, "outlet")


RULE = Rule("outlet-mismatch", "a cited outlet that the page does not name", Severity.WARNING, check, "support")

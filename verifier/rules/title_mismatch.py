"""
The page states titles, and none of them is the one cited.

Why it matters: a reader cannot tell whether the page is the source. Every title is compared that the page states: in
JSON-LD, ``og:title`` and its like, the title element and its parts, and headings. Where titles and text have hardly a
word of the cited one the page is another, which ``archive-title-mismatch`` says instead.

Remedy: correct the title to the page's own, or cite the page that has it.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.backing import of_fields
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such reference."""
    return of_fields(dossier, "title")


RULE = Rule("title-mismatch", "a cited title that the page states nowhere", Severity.WARNING, check, "support")

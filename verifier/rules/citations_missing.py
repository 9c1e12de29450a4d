"""
No citation was found in the article.

Why it matters: nothing was checked, and nothing checked is not the same as nothing wrong. Either the article has no
citations, or they are written in a way that is not read here.

Remedy: look at how the article marks its sources; `verify --help` lists the formats that are read.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import counted
from verifier.wikitext.remarks import broken

_CITATIONS = frozenset({"footnote-undefined", "marker-unlinked"})  # remarks on what was meant as one


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit if the article has no marker, not even a broken one."""
    article = dossier.article
    if article.markers or broken(article) or any(remark.kind in _CITATIONS for remark in article.remarks):
        return
    entries = sum(len(each.entries) for each in article.lists)
    listed = f", although its list has {counted(entries, 'entry', 'entries')}" if entries else ""
    suggestion = "look at how the article marks its sources, and at the other values of --format-in"
    yield Hit(f"no citation was found (read as {article.format}){listed}", suggestion=suggestion)


RULE = Rule("citations-missing", "an article without any citation", Severity.ERROR, check)

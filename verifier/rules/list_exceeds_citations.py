"""
The list has more entries than the text has numbers.

Why it matters: lists that machines wrote often hold sources that nothing in the text rests on; in a copy it may be the
text that lost a part.

Remedy: find out whether the text is whole; move what is not cited to "Further reading".

Elsewhere: partly what checkcites and markdownlint MD053 report entry by entry.
"""

from collections.abc import Iterator

from verifier.model.recovery import Regime
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit if the list goes on behind the greatest cited number."""
    found, main = dossier.recovery.structure, dossier.article.main_list
    if main is None or found.regime is not Regime.IDENTITY or not found.greatest < found.entries:
        return
    message = f"the list has {found.entries} entries, the greatest number in the text is [{found.greatest}]"
    yield Hit(message, main.span)


RULE = Rule("list-exceeds-citations", "the list is longer than the text's numbers", Severity.WARNING, check)

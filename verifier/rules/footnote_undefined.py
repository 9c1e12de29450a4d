"""
A footnote is called that is not defined.

Why it matters: readers find no note; GitHub and docutils show the call as it is written. Often the definition was lost
with the end of a file, or its label has a slip.

Remedy: define the footnote, or correct the label of the call.

Elsewhere: rumdl MD066, remark no-undefined-references, docutils "Unknown target name", kramdown "Footnote
definition for ... not found".
"""

from collections import Counter
from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each call without a definition, at its first use."""
    found = [remark for remark in dossier.article.remarks if remark.kind == "footnote-undefined"]
    uses = Counter(remark.text for remark in found)
    first = {remark.text: remark for remark in reversed(found)}
    for remark in found:
        if first[remark.text] is remark:
            times = f", called {uses[remark.text]} times," if uses[remark.text] > 1 else ""
            message = f"{remark.text}{times} has no definition: readers see it as it is written"
            yield Hit(message, in_file=remark.in_file, about=remark.text)


RULE = Rule("footnote-undefined", "a footnote call without a definition", Severity.ERROR, check)

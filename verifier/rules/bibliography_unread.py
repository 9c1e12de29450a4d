"""
The front matter names a bibliography that was not read.

Why it matters: which sources the keys of the text mean is not known, so neither unknown nor unused keys are reported.

Remedy: put the sources under `references` in the front matter. Files that `bibliography` names are not read yet.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each bibliography that was not read."""
    for remark in dossier.article.remarks:
        if remark.kind == "bibliography-unread":
            message = f"the bibliography ({remark.text}) was not read, so its keys were not checked"
            yield Hit(message, in_file=remark.in_file, about=remark.text)


RULE = Rule("bibliography-unread", "a bibliography that was not read", Severity.NOTE, check)

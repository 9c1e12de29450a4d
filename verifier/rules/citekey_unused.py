"""
A source in the front matter is cited by no key.

Why it matters: either a citation was lost from the text, or the source does not belong to it; citeproc does not print
it. Bibliographies in files of their own serve several articles and are not judged. What `nocite` names is cited.

Remedy: restore the citation, name the key under `nocite`, or remove the source.

Elsewhere: checkcites *unused*.
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each source that no key cites."""
    for remark in dossier.article.remarks:
        if remark.kind == "citekey-unused":
            yield Hit(f"@{remark.text} is never cited", in_file=remark.in_file, about=f"@{remark.text}")


RULE = Rule("citekey-unused", "a source that no key cites", Severity.WARNING, check)

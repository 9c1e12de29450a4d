"""
A citation key belongs to two sources.

Why it matters: readers see one of them: with citeproc the last, with BibTeX and biber the first. A source in the front
matter that replaces one of a file is meant to. Of a file only the keys that the article cites are judged.

Remedy: give one of the sources another key, or remove it.

Elsewhere: BibTeX "Repeated entry", biber "Duplicate entry key".
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each key that is cited, at the second of its sources."""
    for remark in dossier.article.remarks:
        if remark.kind == "citekey-redefined":
            message = f"@{remark.text} is the key of a source before: with citeproc readers see the last one"
            yield Hit(message, in_file=remark.in_file, about=f"@{remark.text}")


RULE = Rule("citekey-redefined", "a citation key of two sources", Severity.ERROR, check)

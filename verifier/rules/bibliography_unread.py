"""
A bibliography that the article names was not read, or not all of it.

Why it matters: which sources the keys of the text mean is not known, so unknown keys are not reported.

Read are the `references` of a front matter, and the files that its `bibliography` names: CSL data as JSON (`.json`) or
YAML (`.yaml`, `.yml`), BibTeX and BibLaTeX (`.bib`, `.bibtex`), in the article's folder or below it.

Remedy: correct the name or the place in the file, put the file beside the article, or give its sources in one of these
formats.

Elsewhere: pandoc "... not found in resource path" and its errors of the formats, biber "Cannot find ...".
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each bibliography that was not read, and for each place in one that cannot be."""
    for remark in dossier.article.remarks:
        name = next(iter(remark.names), "")
        if remark.kind == "bibliography-unread":
            message = f"the bibliography {name} was not read ({remark.text}), so keys were not looked up in it"
            yield Hit(message, in_file=remark.in_file, about=name)
        elif remark.kind == "bibliography-broken":
            message = f"the bibliography {name} cannot be read here ({remark.text})"
            yield Hit(message, in_file=remark.in_file, about=f"{name} {remark.text}")


RULE = Rule("bibliography-unread", "a bibliography that was not read", Severity.WARNING, check)

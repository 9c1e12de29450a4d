"""
The page shows an error of its citations.

Why it matters: the program that made the page could not make sense of a reference, a list or a citation template, and
says so. The key is named where it is known.

Remedy: look the message up and correct the source of the page: https://en.wikipedia.org/wiki/Help:Cite_errors,
https://en.wikipedia.org/wiki/Help:CS1_errors.

Elsewhere: MediaWiki itself, which also files such pages under "Pages with reference errors".
"""

from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each error."""
    for remark in dossier.article.remarks:
        if remark.kind == "error-rendered":
            yield Hit(f"the page shows an error: {remark.text}", remark.span, about=remark.text, in_file=remark.in_file)


RULE = Rule("error-rendered", "an error that the page shows", Severity.ERROR, check)

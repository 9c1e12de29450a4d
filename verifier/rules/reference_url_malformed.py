"""
The URL of a reference is not an address that can be asked for.

Why it matters: a reader cannot follow it, and nothing can be checked. Only absolute http and https addresses count.

Remedy: copy the address again from the browser.

Elsewhere: CS1 `err_bad_url`.
"""

from collections.abc import Iterator

from verifier import urls
from verifier.errors import InputError
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import shorten


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such URL."""
    for reference in dossier.registry.references if dossier.registry else ():
        if reference.url is None:
            continue
        try:
            urls.parse(reference.url)
        except InputError as error:
            message = f"reference {reference.id}: {error.message} ({shorten(urls.redact(reference.url), 80)})"
            yield Hit(message, line=reference.line_of("url"), reference=reference.id, suggestion=error.hint)


RULE = Rule("reference-url-malformed", "a URL that is none", Severity.ERROR, check, "registry")

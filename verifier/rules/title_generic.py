"""
A title is a placeholder: "Archived copy", "404 Not Found", "Home page".

Why it matters: it was filled in by a program, or the page was already gone; nobody can find the source by it.

Remedy: take the title from the source, or from its snapshot.

Elsewhere: CS1 `err_generic_title`, `maint_archived_copy`.
"""

import re
from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule

# Own wording of what https://en.wikipedia.org/wiki/Help:CS1_errors#generic_title describes.
_GENERIC = re.compile(
    r"archived? (?:copy|page)|(?:error )?40[34]\b.*|(?:page|file|article) not found.*|not found|access denied.*"
    r"|(?:web ?)?site is (?:undergoing|under) .*|under construction|(?:home|index|main) ?page|home|index|untitled.*"
    r"|(?:no )?title|webpage|website|news|redirecting\W*|just a moment\W*|(?:are you a )?robot\W*|log ?in.*|sign ?in"
    r"|subscribe.*|usurped title|wayback machine|internet archive.*|domain (?:for sale|default page).*|loading\W*"
    r"|bloomberg - are you a robot.*|(?:attention required|ddos-guard|security check).*",
    re.IGNORECASE,
)


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each placeholder, in the list or in the registry."""
    for each in dossier.article.lists:
        for entry in each.entries:
            title = entry.citation.title
            if title and _GENERIC.fullmatch(title.strip(" .")):
                yield Hit(
                    f'entry {entry.printed} has the placeholder title "{title}"', entry.span, about=entry.text[:80]
                )
    for reference in dossier.registry.references if dossier.registry else ():
        if reference.title and _GENERIC.fullmatch(reference.title.strip(" .")):
            message = f'{reference.id} has the placeholder title "{reference.title}"'
            yield Hit(message, line=reference.line_of("title"), reference=reference.id)


RULE = Rule("title-generic", "a placeholder for a title", Severity.WARNING, check)

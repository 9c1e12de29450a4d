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
    r"(?:archived? (?:copy|page)|(?:error )?(?:404|403|500|502|503)(?: error)?"
    r"|(?:error )?404:? (?:page |file )?not found"
    r"|(?:error )?403:? (?:access )?forbidden|(?:page|file|article|document) (?:not found|cannot be found|unavailable)"
    r"|not found|access denied|access to this page has been denied|(?:web ?)?site (?:is )?under construction"
    r"|under construction|home|home ?page|index|index page|main page|untitled|untitled document|no title|title|webpage"
    r"|web page|website|redirecting|just a moment|attention required!?|are you a robot\??|robot check|captcha"
    r"|log ?in|sign ?in|login required|subscribe|subscribe to read|subscription required|usurped title|wayback machine"
    r"|internet archive|internet archive wayback machine|domain for sale|this domain is for sale|domain default page"
    r"|loading|please wait|security check|ddos-guard|cookies? (?:policy|required)|enable javascript)[\s.\u2026!]*"
    r"(?:\s+(?:[|\u00b7\u2013\u2014-]|::)\s+.{1,60})?",
    re.IGNORECASE,
)


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each placeholder, in the list or in the registry."""
    for each in dossier.article.lists:
        for entry in each.entries:
            title = entry.citation.title
            if title and _GENERIC.fullmatch(title.strip()):
                yield Hit(
                    f'entry {entry.printed} has the placeholder title "{title}"', entry.span, about=entry.text[:80]
                )
    for reference in dossier.registry.references if dossier.registry else ():
        if reference.title and _GENERIC.fullmatch(reference.title.strip()):
            message = f'reference {reference.id} has the placeholder title "{reference.title}"'
            yield Hit(message, line=reference.line_of("title"), reference=reference.id)


RULE = Rule("title-generic", "a placeholder for a title", Severity.WARNING, check)

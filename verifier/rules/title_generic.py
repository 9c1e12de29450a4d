"""
A title is a placeholder: "Archived copy", "404 Not Found", "Home page".

Why it matters: it was filled in by a program, or the page was already gone; nobody can find the source by it.

In an article only those in English are looked at.

Remedy: take the title from the source, or from its snapshot.

Elsewhere: CS1 `err_generic_title`, `maint_archived_copy` (https://en.wikipedia.org/wiki/Help:CS1_errors#generic_title).
"""

import re
from collections.abc import Iterator

from verifier.hits import Fault, entry_names, of_sources
from verifier.language import is_english
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
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
    r"|internet archive|internet archive wayback machine|domain for sale|domain default page"
    r"|[(\[<]?unknown[>)\]]?|[(\[<]?no +title[>)\]]?|hugedomains(?:\.com)?|webcite query result|wikiwix's cache"
    r"|(?:the |this |[\w.-]{1,60} )?(?:website|web site|domain)(?: name)? is for sale|log into facebook|facebook login"
    r"|login \u2022 instagram|instagram login|usurped|404 page|page unavailable|bad request"
    r"|loading|please wait|security check|ddos-guard|cookies? (?:policy|required)|enable javascript)[\s.\u2026!]*"
    r"(?:\s+(?:[|\u00b7\u2013\u2014-]|::)\s+.{1,60})?",
    re.IGNORECASE,
)


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each placeholder, in the list, in a template outside of it, or in the registry."""
    if is_english(dossier.article):
        listed = entry_names(dossier)
        yield from of_sources(dossier, lambda source: _find(source) if source.template.span not in listed else ())
        yield from _in_lists(dossier)
    for reference in dossier.registry.references if dossier.registry else ():
        if reference.title and _GENERIC.fullmatch(reference.title.strip()):
            message = f'reference {reference.id} has the placeholder title "{reference.title}"'
            yield Hit(message, line=reference.line_of("title"), reference=reference.id)


def _in_lists(dossier: Dossier) -> Iterator[Hit]:
    for entry in (entry for each in dossier.article.lists for entry in each.entries):
        title = entry.citation.title
        if title and _GENERIC.fullmatch(title.strip()):
            yield Hit(f'entry {entry.printed} has the placeholder title "{title}"', entry.span, about=entry.text[:80])


def _find(source: Source) -> Iterator[Fault]:
    title = source.parameter("title")
    if title is not None and source.is_full and _GENERIC.fullmatch(title.value):
        yield Fault(f'has the placeholder title "{title.value}"', title)


RULE = Rule("title-generic", "a placeholder for a title", Severity.WARNING, check)

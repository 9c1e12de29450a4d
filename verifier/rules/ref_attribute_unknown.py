"""
A `<ref>` has an attribute that there is none of.

Why it matters: MediaWiki shows a warning in the list. If the attribute was to be the name, the reference is lost, which
is an error. A name with a blank that stands without quotes (`<ref name=Smith 2005>`) looks like this too.

Remedy: correct the attribute (group, name, follow, dir, details), or put the name in quotes.

Elsewhere: MediaWiki `cite_error_ref_too_many_keys`, `cite_error_ref_parameter_suggestion`
(https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

from collections.abc import Iterator

from verifier.hits import of_remarks, spoiled
from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.wikitext import messages
from verifier.wikitext.checks import near_attribute


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each reference with such an attribute, an error where the reference is lost."""
    yield from of_remarks(dossier, _told, messages.REF_TOO_MANY_KEYS, messages.REF_SUGGESTION)


def _told(remark: Remark) -> Hit:
    near = near_attribute(remark.text)
    return Hit(
        f'<ref> has no attribute "{remark.text}"',
        suggestion=f'did you mean "{near}"?' if near else "put a name with blanks in quotes",
        severity=Severity.ERROR if remark.forks else None,
        about=remark.text,
        explains=spoiled(remark) if remark.forks else (),
    )


RULE = Rule("ref-attribute-unknown", "an unknown attribute of a reference", Severity.WARNING, check)

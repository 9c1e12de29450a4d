"""What MediaWiki's Cite complains of: which message, about which reference, and what is lost by it."""

import re
from collections.abc import Iterator

from verifier.model.article import Span
from verifier.values import frozen
from verifier.wikitext import messages
from verifier.wikitext.calls import RefCall, named
from verifier.wikitext.checks import Checked, is_numeric
from verifier.wikitext.tags import decode_attributes

_OPENING = re.compile(r"<ref\s([^>]*+)>", re.IGNORECASE)

_SHORT = re.compile(r"\{\{\s*r\s*\|([^{}]*+)\}\}", re.IGNORECASE)


@frozen
class Fault:
    """A message of Cite: its key, the name, group or attribute it is about, the place in the file it complains of.

    `inline`: it is shown in the text, else at the entry. `names` and `forks` are those of `Remark`.
    """

    key: str
    about: str
    span: Span
    inline: bool
    names: tuple[str, ...] = ()
    forks: bool = False


def of_ref(key: str, call: RefCall, checked: Checked, *, inline: bool) -> Fault:
    """Return the fault of a reference outside a list; a fatal one takes its number away in the legacy parser."""
    forks = checked.fatal or key == messages.FOLLOW_WITHOUT_PARENT
    return Fault(key, _about(key, call, checked), call.span, inline, tuple(_names(key, call, checked)), forks)


def of_definition(key: str, call: RefCall, checked: Checked, *, inline: bool = False) -> Fault:
    """Return the fault of a reference inside a list, which has no number of its own."""
    names = list(_names(key, call, checked))
    given = call.attributes.get("group", "")
    if key == messages.GROUP_MISMATCH and checked.name:
        names.insert(0, named(given, checked.name))
    return Fault(key, _about(key, call, checked), call.span, inline, tuple(names))


def _about(key: str, call: RefCall, checked: Checked) -> str:
    if key in (messages.REF_TOO_MANY_KEYS, messages.REF_SUGGESTION):
        return checked.unknown
    if key == messages.REF_NUMERIC_KEY:
        attribute = "name" if is_numeric(call.attributes.get("name", "")) else "follow"
        return f'{attribute}="{call.attributes[attribute]}"'
    if key == messages.REF_INVALID_DIR:
        return call.attributes.get("dir", "")
    return checked.name or checked.follow


def _names(key: str, call: RefCall, checked: Checked) -> Iterator[str]:
    """Yield the reference's own name or its parent's, and the names whose definitions an unclosed one swallows."""
    if checked.name or checked.follow:
        yield named(checked.group, checked.name or checked.follow)
    if key == messages.INCLUDED_REF:
        for match in _OPENING.finditer(call.text or ""):
            given = decode_attributes(match[1])
            if given.get("name") and not match[1].endswith("/"):
                yield named(given.get("group", ""), given["name"])


def used_in(text: str) -> frozenset[str]:
    """Return what the references are called that self-closing tags and {{r}} in a text use, as `Remark.names` does."""
    tags = (decode_attributes(match[1][:-1]) for match in _OPENING.finditer(text) if match[1].endswith("/"))
    used = {named(given.get("group", ""), given["name"]) for given in tags if given.get("name")}
    short = (name for match in _SHORT.finditer(text) for name in match[1].split("|") if "=" not in name)
    return frozenset(used | {named("", name.strip()) for name in short})

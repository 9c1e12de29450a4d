"""Read a template call: whether it stands for a source, and what its parameters mean.

A name is looked up on the wiki that the template's own name belongs to, then on the others: articles are translated
with their templates, and many wikis take English and their own names side by side.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from verifier.citations.cs1 import names
from verifier.model.article import Parameter, Template
from verifier.model.source import Source

_SAYS_SOMETHING = ("url", "title", "archive-url", "chapter")
_LONGEST = 100  # characters of a name; a longer one is a pair of braces that is no template


def read(template: Template) -> Source | None:
    """Return the template by the meaning of its parameters, None if it has nothing to do with a source."""
    kind, language = kind_of(template.name) if len(template.name) <= _LONGEST else ("", "")
    if not kind:
        return None
    last = {each.name: each for each in template.parameters}  # of equal names the last one counts
    given: dict[str, Parameter] = {}
    loose, unknown, doubled = [], [], []
    for each in template.parameters:
        if last[each.name] is not each:
            doubled.append((last[each.name], each))
        elif each.value and each.name.isdecimal():
            loose.append(each)
        elif each.value and (meaning := _meaning(each.name, language)):
            if meaning in given:
                doubled.append((given[meaning], each))
            given.setdefault(meaning, each)
        elif each.value:
            unknown.append(each)
    if kind == "other" and not any(each in given for each in _SAYS_SOMETHING):
        return None
    return Source(template, kind, language, given, tuple(loose), tuple(unknown), tuple(doubled))


def read_all(templates: Iterable[Template]) -> tuple[Source, ...]:
    """Return those of the templates that have to do with a source, in order."""
    return tuple(found for each in templates if (found := read(each)) is not None)


@lru_cache(maxsize=4096)
def kind_of(name: str) -> tuple[str, str]:
    """Return the kind of a template, "" for one without a source, and the wiki that has its name.

    Any other template whose name begins with "cite" is taken for one around a citation: kind "other".
    """
    folded = names.template_name(name)
    for wiki in names.wikis():
        if folded in wiki.templates:
            return wiki.templates[folded], wiki.language
    if folded.startswith("cite ") and folded not in names.english().no_sources:
        return "other", names.ENGLISH
    return "", ""


@lru_cache(maxsize=8192)
def _meaning(name: str, language: str) -> str:
    composed = unicodedata.normalize("NFC", name)
    wikis = names.wikis()
    for wiki in (*(each for each in wikis if each.language == language), *wikis):
        if meaning := _listed(composed, wiki):
            return meaning
    return ""


def _listed(name: str, wiki: names.Names) -> str:
    """Return what the name means on this wiki: a numbered meaning ends with its number, 1 where none is written."""
    if meaning := wiki.parameters.get(name):
        return meaning
    pattern, number = names.split_number(name)
    if number is not None and (meaning := wiki.parameters.get(pattern)):
        return f"{meaning}{number}"
    return next((f"{wiki.parameters[each]}1" for each in _unnumbered(name) if each in wiki.parameters), "")


def _unnumbered(name: str) -> tuple[str, ...]:
    """Return the patterns that a name without a number may stand for: "last#" for "last", "author#-last" ..."""
    head, dash, tail = name.partition("-")
    return (f"{name}#", f"{head}#{dash}{tail}") if dash else (f"{name}#",)

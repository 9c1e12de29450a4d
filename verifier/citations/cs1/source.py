"""Read a template call: whether it stands for a source, and what its parameters mean.

A name is looked up on the wiki that the template's own name belongs to, then on the others: articles are translated
with their templates, and many wikis take English and their own names side by side.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from verifier.citations.cs1 import names
from verifier.model.article import Parameter, Template
from verifier.model.source import SHORT, Source

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
        elif each.value and kind not in SHORT and not names.english().takes(kind, each.name):
            unknown.append(each)
    if kind == "other" and not any(each in given for each in _SAYS_SOMETHING):
        return None
    return Source(template, kind, language, given, tuple(loose), tuple(unknown), tuple(doubled))


def read_all(templates: Iterable[Template]) -> tuple[Source, ...]:
    """Return those of the templates that have to do with a source; `templates` are in the order of the file.

    What stands inside a template that was read is left to that one.
    """
    sources: list[Source] = []
    for each in templates:
        inside = sources and each.span.start < sources[-1].template.span.end
        if not inside and (found := read(each)) is not None:
            sources.append(found)
    return tuple(sources)


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
    """Return what a parameter means on this wiki, else on any: a numbered meaning ends with its number."""
    composed = unicodedata.normalize("NFC", name)
    pattern, number = names.split_number(composed)
    own = names.wiki(language)
    for table in (own.parameters if own is not None else {}, names.parameters()):
        if meaning := table.get(composed):
            return meaning
        if number is not None and (meaning := table.get(pattern)):
            return f"{meaning}{number}"
    return ""

"""
A citation template has a parameter that it does not take, one twice, or text that belongs to none.

Why it matters: the template drops what it does not understand. The reader misses a date or an author that is there in
the source text, and nobody notices. Only the templates of the English Wikipedia are looked at, in English articles.

Remedy: use the suggested name; give one of two; put the missing bar before a name that follows a value.

Elsewhere: CS1 `err_parameter_ignored`, `err_parameter_ignored_suggest`, `err_text_ignored`, `err_missing_pipe`,
`err_param_has_ext_link`, `err_redundant_parameters`
(https://en.wikipedia.org/wiki/Help:CS1_errors#parameter_ignored).
"""

import re
from collections.abc import Iterator

from verifier.citations.cs1 import names
from verifier.citations.cs1.values import outside
from verifier.hits import Fault, of_sources
from verifier.language import is_english
from verifier.model.article import Parameter
from verifier.model.rules import Dossier, Hit, Severity
from verifier.model.source import Source
from verifier.rules import Rule
from verifier.text import shorten

_PIPE = re.compile(r"(?:^|(?<=\s))([A-Za-z][A-Za-z0-9-]{1,30})\s*=")
_ADDRESS = re.compile(r"\bhttps?://\S|\bwww\.\w", re.IGNORECASE)
_HOLDS_ADDRESS = re.compile(r"url|.*-url|id|ref|at|pages?|quote|doi|hdl|via|type|others")
_CHECKED = 300  # characters of a value that are searched for a name without its bar


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each such parameter."""
    if is_english(dossier.article):
        yield from of_sources(dossier, _find)


def _find(source: Source) -> Iterator[Fault]:
    if not source.is_full or source.language != names.ENGLISH:
        return
    english = names.english()
    for each in {parameter.name: parameter for parameter in source.template.parameters}.values():
        if each.value and not each.name.isdecimal() and not english.takes(source.kind, each.name):
            yield _unknown(source, each)
    for each in source.loose:
        if outside(each.value).strip():
            yield Fault(f'the text "{shorten(each.value, 60)}" belongs to no parameter', each)
    yield from _doubled(source)
    yield from _in_values(source)


def _doubled(source: Source) -> Iterator[Fault]:
    """Yield each name that says again what another parameter says, once."""
    told = set()
    for counts, other in source.doubled:
        if counts.value and other.value and other.name not in told:
            told.add(other.name)
            what = f"|{other.name}= twice" if counts.name == other.name else f"both |{counts.name}= and |{other.name}="
            yield Fault(f"has {what}; only |{counts.name}={shorten(counts.value, 40)} counts", other)


def _unknown(source: Source, parameter: Parameter) -> Fault:
    close = names.english().closest(source.kind, parameter.name)
    suggestion = f"use |{close}=" if close else None
    return Fault(f"there is no parameter |{shorten(parameter.name, 40)}=", parameter, suggestion)


def _in_values(source: Source) -> Iterator[Fault]:
    """Yield names without their bar, and addresses where none belongs."""
    for meaning, given in source.given.items():
        value = outside(given.value)
        if _HOLDS_ADDRESS.fullmatch(meaning):
            continue
        name = _PIPE.search(value, 0, _CHECKED)
        if name is not None and names.english().takes(source.kind, name[1]):
            yield Fault(f'|{given.name}= holds "{name[0]}": a bar is missing before it', given, f"write |{name[1]}=")
        elif _ADDRESS.search(value):
            yield Fault(f"|{given.name}= holds an address", given, "put it into |url=")


RULE = Rule("template-parameter-invalid", "a parameter that a template does not take", Severity.WARNING, check)

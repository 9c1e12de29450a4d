"""Make templates for tests, as the wikitext reader gives them."""

from verifier.citations.cs1 import source
from verifier.model.article import Parameter, Span, Template
from verifier.model.source import Source


def template(text: str) -> Template:
    """Return the template that "cite web |url=... |title=..." is, each value at its place in that text."""
    name, *rest = text.split("|")
    parameters, position, number = [], len(name) + 1, 0
    for part in rest:
        key, equals, value = part.partition("=")
        if not equals:
            number += 1
            key, value = str(number), part
        lead = len(part) - len(value) + len(value) - len(value.lstrip())
        start = position + lead
        parameters.append(Parameter(key.strip(), value.strip(), Span(start, start + len(value.strip()))))
        position += len(part) + 1
    return Template(name.strip(), tuple(parameters), Span(0, len(text)))


def read(text: str) -> Source:
    """Return the template, read; it must be one that has to do with a source."""
    found = source.read(template(text))
    assert found is not None, text
    return found


def template_of(name: str, values: dict[str, str]) -> Template:
    """Return a template with these parameters; names and values are stripped, as MediaWiki does."""
    parameters = (Parameter(key.strip(), value.strip(), Span(0, 0)) for key, value in values.items())
    return Template(name.strip(), tuple(parameters), Span(0, 0))

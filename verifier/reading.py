"""Read what is verified: an article by the reader that suits it, a registry by the rules that are known."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from verifier import articles, beside, files, inputs, rules
from verifier.articles import LEGACY, Parser
from verifier.errors import UsageError
from verifier.inputs import Input
from verifier.model.article import Article
from verifier.model.registry import Registry
from verifier.parts import discover, names
from verifier.registry.parse import LIMIT, parse
from verifier.rules import Rule
from verifier.web import Transport


def read_article(place: str, transport: Transport, format_in: str | None = None, numbering: str = LEGACY) -> Article:
    """Return the article at `place`, a path or a URL, read by the reader named or by the one that recognises it best.

    `numbering` is one of `articles.NUMBERINGS`. Raises InputError or ArticleError for what is no article,
    TransportError or StoreError for a page that cannot be had now.
    """
    best = max(discover(inputs, "INPUT", Input), key=lambda each: each.recognises(place))
    text = best.read(place, transport)
    parsers = discover(articles, "PARSER", Parser)
    if format_in is None:
        parser = max(parsers, key=lambda each: each.recognises(text.text, text.suffix))
    else:
        parser = next((each for each in parsers if each.name == format_in), None) or _no_format(format_in, parsers)
    article = beside.parsed(parser, text, place, numbering)
    return replace(article, provenance=text.provenance, written=text.text)


def read_registry(path: str, today: dt.date) -> Registry:
    """Return the registry at `path`; raise RegistryError with every problem and its line."""
    return parse_registry(files.read_bytes(path, LIMIT), path, today)


def parse_registry(data: bytes, path: str, today: dt.date) -> Registry:
    """Return the registry that these bytes are; raise RegistryError with every problem and its line."""
    return parse(data, files.shown(path), today=today, rules=rule_ids())


@cache
def rule_ids() -> frozenset[str]:
    """Return the ids of all rules, none of which is loaded."""
    return frozenset(names(rules))


@cache
def known_rules() -> tuple[Rule, ...]:
    """Return all rules, sorted by id."""
    return discover(rules, "RULE", Rule)


def _no_format(name: str, parsers: Sequence[Parser]) -> Parser:
    raise UsageError(f'no reader is named "{name}"', f"readers are {', '.join(each.name for each in parsers)}")

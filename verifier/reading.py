"""Read what is verified: an article by the reader that suits it, a registry by the rules that are known."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from verifier import articles, beside, files, inputs, rules
from verifier.articles import LEGACY, Parser
from verifier.errors import InputError, TransportError, UsageError
from verifier.inputs import Input
from verifier.model.article import Article
from verifier.model.registry import Registry
from verifier.model.report import SkippedRow
from verifier.parts import discover, names
from verifier.registry.parse import LIMIT, parse
from verifier.rules import Rule
from verifier.urls import is_web, redact
from verifier.values import frozen
from verifier.web import Transport


@frozen
class Job:
    """One article to verify, a path or a URL, and the path of its registry (None: what needs none is checked).

    `transport` answers what is asked for the article and about its references. An article that was only `found` in a
    folder does not stop the others where it cannot be read.
    """

    article: str
    registry: str | None
    transport: Transport
    found: bool = False


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


@frozen
class Work:
    """What was read of jobs: articles and registries, by the names of reports; `unread` are rows of the report."""

    registries: dict[str, Registry]
    texts: list[tuple[Job, Article]]
    unread: list[SkippedRow]


def read_jobs(jobs: Sequence[Job], today: dt.date, format_in: str | None, numbering: str) -> Work:
    """Read all registries and articles.

    Raises RegistryError, ArticleError, InputError for what cannot be read, TransportError or StoreError for an article
    that cannot be had now. Among others an article that was only found does not raise.
    """
    places = [each for job in jobs for each in (job.article, job.registry) if each and not is_web(each)]
    names = files.told_apart(places)
    cited = dict.fromkeys(job.registry for job in jobs if job.registry)
    registries = {each: replace(read_registry(each, today), path=names[each]) for each in cited}
    return Work(registries, *_read(jobs, names, format_in, numbering))


def _read(
    jobs: Sequence[Job], names: Mapping[str, str], format_in: str | None, numbering: str
) -> tuple[list[tuple[Job, Article]], list[SkippedRow]]:
    """Return the articles by their names, and a row for each found one that cannot be read; raise if none can."""
    read: list[tuple[Job, Article]] = []
    unread: list[SkippedRow] = []
    for place, job in enumerate(jobs, 1):
        try:
            article = read_article(job.article, job.transport, format_in, numbering)
        except (InputError, TransportError) as error:
            if not job.found or (place == len(jobs) and not read):
                raise
            name = names.get(job.article, redact(job.article))
            reason = error.message.removeprefix(f"{job.article}: ")
            unread.append({"article": name, "reference": "", "check": "article", "reason": reason})
            continue
        read.append((job, replace(article, path=names.get(job.article, article.path))))
    return read, unread


def _no_format(name: str, parsers: Sequence[Parser]) -> Parser:
    raise UsageError(f'no reader is named "{name}"', f"readers are {', '.join(each.name for each in parsers)}")

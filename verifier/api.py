"""Verify articles: read files, pick the parts, run. What the command line does, and what programs may call."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache

from verifier import __version__, articles, evidence, files, inputs, rules
from verifier.articles import Parser
from verifier.errors import UsageError
from verifier.identity import claim_ids
from verifier.inputs import Input
from verifier.model.article import Article
from verifier.model.registry import Registry
from verifier.model.report import Report
from verifier.model.rules import Dossier
from verifier.parts import discover
from verifier.pipeline.run import run
from verifier.recovery import readings, recover
from verifier.registry.locate import locate
from verifier.registry.parse import LIMIT, parse
from verifier.rules import TOPICS, Rule
from verifier.web import Transport
from verifier.web.connect import open_transport

__all__ = ["Job", "known_rules", "open_transport", "read_article", "read_registry", "verify"]


@dataclass(frozen=True, slots=True)
class Job:
    """One article to verify, with its registry (None: what needs none is checked), both as paths.

    `transport` answers what is asked about its references.
    """

    article: str
    registry: str | None
    transport: Transport


def verify(
    jobs: Sequence[Job],
    *,
    today: dt.date,
    offline: bool,
    format_in: str | None = None,
    topics: Collection[str] = TOPICS,
    shown: Collection[str] | None = None,
) -> Report:
    """Return the report on all jobs.

    `shown` are the rules whose findings are reported (None: all); `format_in` names the reader instead of the best
    guess. Raises InputError, ArticleError, RegistryError for what cannot be read, before anything is asked.
    """
    known = known_rules()
    ids = {rule.id for rule in known}
    pairs = [
        (read_article(job.article, format_in), read_registry(job.registry, today) if job.registry else None)
        for job in jobs
    ]
    dossiers = [
        _dossier(article, registry, job.transport, today, topics)
        for job, (article, registry) in zip(jobs, pairs, strict=True)
    ]
    return run(
        dossiers,
        known,
        version=__version__,
        mode="offline" if offline else "online",
        topics=topics,
        shown=ids if shown is None else shown,
    )


def read_article(path: str, format_in: str | None = None) -> Article:
    """Return the article at `path`, read by the reader named or by the one that recognises it best."""
    source = next(each for each in discover(inputs, "INPUT", Input) if each.owns(path))
    text = source.read(path)
    suffix = files.suffix_of(path)
    parsers = discover(articles, "PARSER", Parser)
    if format_in is None:
        parser = max(parsers, key=lambda each: each.recognises(text.text, suffix))
    else:
        parser = next((each for each in parsers if each.name == format_in), None) or _no_format(format_in, parsers)
    return replace(parser.parse(text.text, files.shown(path)), encoding_notes=text.notes)


def read_registry(path: str, today: dt.date) -> Registry:
    """Return the registry at `path`; raise RegistryError with every problem and its line."""
    data = files.read_bytes(path, LIMIT)
    return parse(data, files.shown(path), today=today, rules=frozenset(rule.id for rule in known_rules()))


@cache
def known_rules() -> tuple[Rule, ...]:
    """Return all rules, sorted by id."""
    return discover(rules, "RULE", Rule)


def _dossier(
    article: Article, registry: Registry | None, transport: Transport, today: dt.date, topics: Collection[str]
) -> Dossier:
    located = locate(article, registry.claims) if registry else ()
    return Dossier(
        article=article,
        recovery=recover.of(article),
        reading=readings.printed(article),
        registry=registry,
        evidence=evidence.gather(registry, transport, topics),
        today=today,
        claim_ids=claim_ids(article, registry, located),
        located=located,
    )


def _no_format(name: str, parsers: Sequence[Parser]) -> Parser:
    raise UsageError(f'no reader is named "{name}"', f"readers are {', '.join(each.name for each in parsers)}")

"""Verify articles: read files, pick the parts, run. What the command line does, and what programs may call."""

import datetime as dt
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from verifier import assessing, evidence, files, remembered, web
from verifier.articles import LEGACY
from verifier.dossiers import build
from verifier.errors import InputError, TransportError
from verifier.identity import claim_ids
from verifier.model.article import Article
from verifier.model.outcome import KindName
from verifier.model.past import Heartbeat
from verifier.model.report import Report, SkippedRow
from verifier.model.support import Tried
from verifier.pipeline.run import run
from verifier.pipeline.triage import outdated, settled
from verifier.reading import known_rules, parse_registry, read_article, read_registry, rule_ids
from verifier.registry.locate import cites_of, locate
from verifier.rules import TOPICS
from verifier.urls import is_web, redact
from verifier.version import VERSION
from verifier.web import Transport
from verifier.web.connect import open_transport
from verifier.web.manner import Manner
from verifier.web.reach import reach

__all__ = [
    "Job",
    "Manner",
    "known_rules",
    "open_transport",
    "outdated",
    "parse_registry",
    "reach",
    "read_article",
    "read_registry",
    "rule_ids",
    "self_test",
    "settled",
    "verify",
]


@dataclass(frozen=True, slots=True)
class Job:
    """One article to verify, a path or a URL, and the path of its registry (None: what needs none is checked).

    `transport` answers what is asked for the article and about its references. An article that was only `found` in a
    folder does not stop the others where it cannot be read.
    """

    article: str
    registry: str | None
    transport: Transport
    found: bool = False


def verify(
    jobs: Sequence[Job],
    *,
    today: dt.date,
    offline: bool,
    format_in: str | None = None,
    numbering: str = LEGACY,
    topics: Sequence[KindName] = TOPICS,
    shown: Collection[str] | None = None,
    undated: bool = False,
    require_fixtures: bool = False,
    heartbeat: Heartbeat | None = None,
    warn: Callable[[str], None] | None = None,
) -> Report:
    """Return the report on all jobs; what a run online saw of live pages is remembered beside the registry.

    `shown` are the rules whose findings are reported (None: all); `format_in` names the reader instead of the best
    guess, `numbering` whose numbers wikitext gets (one of `articles.NUMBERINGS`). An `undated` report does not tell
    the day, so that tomorrow's is the same. With `require_fixtures` an answer that is not recorded is a finding.
    `heartbeat` is when live runs were, None where no history is kept.
    Raises RegistryError, ArticleError, InputError for what cannot be read, TransportError or StoreError for an article
    that cannot be had now; all before anything is asked about references. Among others an article that was only found
    does not raise: the report says that it was not checked.
    """
    names = files.told_apart(
        [each for job in jobs for each in (job.article, job.registry) if each and not is_web(each)]
    )
    registries = {
        job.registry: replace(read_registry(job.registry, today), path=names[job.registry])
        for job in jobs
        if job.registry
    }
    texts, unread = _read(jobs, names, format_in, numbering)
    tell = warn or _to_stderr
    cited = [job.registry for job in jobs if job.registry and "live" in topics]
    known = {registry: remembered.read(registry, tell) for registry in cited}
    dossiers = [
        build(
            article,
            registries[job.registry] if job.registry else None,
            job.transport,
            today,
            topics,
            known.get(job.registry or "", {}),
            required=require_fixtures,
            heartbeat=None if place else heartbeat,  # it is of the whole run, and told once
        )
        for place, (job, article) in enumerate(texts)
    ]
    if not offline:
        found = [(job.registry, dossier.evidence) for (job, _), dossier in zip(texts, dossiers, strict=True)]
        remembered.write(known, found, tell)
    for transport in {id(job.transport): job.transport for job in jobs}.values():
        web.finish(transport)
    return run(
        dossiers,
        known_rules(),
        version=VERSION,
        mode="offline" if offline else "online",
        topics=topics,
        shown=shown,
        now=None if undated else today.isoformat(),
        unread=unread,
    )


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


def self_test(jobs: Sequence[Job], today: dt.date) -> list[Tried]:
    """Return whether one-fact changes of the supported claims would have been noticed; see `verifier.support.mutate`.

    Raises what `verify` raises.
    """
    found: list[Tried] = []
    for job in jobs:
        registry = read_registry(job.registry, today) if job.registry else None
        article = read_article(job.article, job.transport)
        located = locate(article, registry.claims) if registry else ()
        known = evidence.gather(registry, job.transport, ("archive",), today)
        ids, cites = claim_ids(article, registry, located), cites_of(registry.claims if registry else (), located)
        found += assessing.self_test(article, ids, cites, registry, known)
    return found


def _to_stderr(message: str) -> None:
    sys.stderr.write(f"{message}\n")

"""Verify articles: read files, pick the parts, run. What the command line does, and what programs may call."""

import datetime as dt
import sys
from collections.abc import Callable, Collection, Mapping, Sequence

from verifier import assessing, evidence, remembered, web
from verifier.articles import LEGACY
from verifier.dossiers import build
from verifier.identity import claim_ids
from verifier.model.live import Past
from verifier.model.outcome import KindName
from verifier.model.past import Heartbeat
from verifier.model.report import Report
from verifier.model.rules import Dossier
from verifier.model.support import Tried
from verifier.pipeline.run import run
from verifier.pipeline.triage import outdated, settled
from verifier.reading import Job, Work, known_rules, parse_registry, read_article, read_jobs, read_registry, rule_ids
from verifier.registry.locate import cites_of, locate
from verifier.rules import TOPICS
from verifier.version import VERSION
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
    latest: dt.date | None = None,
    warn: Callable[[str], None] | None = None,
) -> Report:
    """Return the report on all jobs; what a run online saw of live pages is remembered beside the registry.

    `shown` are the rules whose findings are reported (None: all); `format_in` names the reader instead of the best
    guess, `numbering` whose numbers wikitext gets (one of `articles.NUMBERINGS`). An `undated` report does not tell
    the day, so that tomorrow's is the same. With `require_fixtures` an answer that is not recorded is a finding.
    `heartbeat` is when live runs were, None where no history is kept. `latest` is the day that it may be at most, where
    `today` is only that of the newest answer on record: what is later than that is in the future.
    Raises RegistryError, ArticleError, InputError for what cannot be read, TransportError or StoreError for an article
    that cannot be had now; all before anything is asked about references. Among others an article that was only found
    does not raise: the report says that it was not checked.
    """
    read = read_jobs(jobs, latest := latest or today, format_in, numbering)
    tell = warn or _to_stderr
    known = {job.registry: remembered.read(job.registry, tell) for job in jobs if job.registry and "live" in topics}
    dossiers = _dossiers(read, today, topics, known, required=require_fixtures, latest=latest, heartbeat=heartbeat)
    if not offline:
        found = [(job.registry, dossier.evidence) for (job, _), dossier in zip(read.texts, dossiers, strict=True)]
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
        unread=read.unread,
    )


def _dossiers(
    read: Work,
    today: dt.date,
    topics: Sequence[KindName],
    known: Mapping[str, Mapping[str, Past]],
    *,
    required: bool,
    latest: dt.date,
    heartbeat: Heartbeat | None,
) -> list[Dossier]:
    """Return what is known of each article; the heartbeat is of the whole run, and told once."""
    return [
        build(
            article,
            read.registries.get(job.registry or ""),
            job.transport,
            today,
            topics,
            known.get(job.registry or "", {}),
            required=required,
            latest=latest,
            heartbeat=None if place else heartbeat,
        )
        for place, (job, article) in enumerate(read.texts)
    ]


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

"""Bring together what rules may see of one article: its numbers recovered, its registry located, evidence, verdicts."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import replace

from verifier import assessing, evidence
from verifier.citations.cs1 import source
from verifier.identity import claim_ids
from verifier.model.article import Article
from verifier.model.live import Past
from verifier.model.past import Heartbeat
from verifier.model.registry import Registry
from verifier.model.rules import Dossier
from verifier.model.support import Support
from verifier.recovery import readings, recover, views
from verifier.registry.locate import cites_of, locate
from verifier.web import Transport


def build(
    article: Article,
    registry: Registry | None,
    transport: Transport,
    today: dt.date,
    topics: Collection[str],
    known: Mapping[str, Past],
    *,
    required: bool,
    latest: dt.date,
    heartbeat: Heartbeat | None = None,
) -> Dossier:
    """Return the dossier of one article, with everything asked that is to be asked.

    `known` is what earlier runs saw of live pages; where recorded answers are `required`, those missing are noted.
    `latest` is the day that it may be at most; `heartbeat` tells when live runs were.
    """
    located = locate(article, registry.claims) if registry else ()
    ids = claim_ids(article, registry, located)
    found = evidence.gather(registry, transport, topics, latest, known, required=required)
    cites = cites_of(registry.claims if registry else (), located)
    judged = assessing.assess(article, ids, cites, registry, found) if "support" in topics else Support()
    whole = Dossier(
        article=article,
        recovery=recover.of(article),
        reading=readings.printed(article),
        registry=registry,
        evidence=found,
        today=today,
        latest=latest,
        claim_ids=ids,
        located=located,
        sources=source.read_all(article.templates),
        support=judged,
        heartbeat=heartbeat,
    )
    parts = (
        (group, replace(whole, article=view, recovery=found, reading=readings.printed(view)))
        for group, view, found in views.damaged(article)
    )
    return replace(whole, parts=tuple(parts))

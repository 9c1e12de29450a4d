"""Verify articles: read files, pick the parts, run. What the command line does, and what programs may call."""

import datetime as dt
import re
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from verifier import assessing, evidence, files, fixes, patch, remembered, web
from verifier.articles import LEGACY
from verifier.citations.cs1 import source
from verifier.dossiers import build
from verifier.errors import UsageError
from verifier.fixes import Case, Fix
from verifier.identity import claim_ids
from verifier.inputs import LARGEST
from verifier.model.article import Article
from verifier.model.change import Change
from verifier.model.evidence import Proposal
from verifier.model.live import Past
from verifier.model.outcome import KindName
from verifier.model.past import Heartbeat
from verifier.model.registry import Reference
from verifier.model.report import Report
from verifier.model.rules import Dossier
from verifier.model.support import Tried
from verifier.parts import discover
from verifier.pipeline.run import run
from verifier.pipeline.triage import outdated, settled
from verifier.reading import Job, Work, known_rules, parse_registry, read_article, read_jobs, read_registry
from verifier.recovery import recover
from verifier.registry import correct
from verifier.registry import draft as drafting
from verifier.registry.locate import cites_of, locate
from verifier.registry.parse import LIMIT, article_place
from verifier.rules import TOPICS
from verifier.text import counted
from verifier.urls import is_web, redact
from verifier.version import VERSION
from verifier.web import Transport
from verifier.web.connect import open_transport
from verifier.web.manner import Manner
from verifier.web.reach import reach

__all__ = [
    "Drafted",
    "Fixed",
    "Job",
    "Manner",
    "accepted",
    "draft",
    "fix",
    "fix_registry",
    "known_rules",
    "open_transport",
    "outdated",
    "parse_registry",
    "reach",
    "read_article",
    "read_registry",
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
    read = read_jobs(jobs, today, format_in, numbering)
    tell = warn or _to_stderr
    cited = [job.registry for job in jobs if job.registry and "live" in topics]
    known = {registry: remembered.read(registry, tell) for registry in cited}
    dossiers = _dossiers(read, today, topics, known, required=require_fixtures, heartbeat=heartbeat)
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
            heartbeat=None if place else heartbeat,
        )
        for place, (job, article) in enumerate(read.texts)
    ]


@dataclass(frozen=True, slots=True)
class Drafted:
    """A drafted registry: its whole text (None: nothing to add), what was done, and what could not be filled."""

    text: str | None
    told: str
    gaps: tuple[str, ...]
    has_claims: bool


def draft(
    place: str, registry_path: str, transport: Transport, format_in: str | None = None, numbering: str = LEGACY
) -> Drafted:
    """Return the registry of the article at `place`, new or with what is new added; nothing is written.

    Raises UsageError if the registry exists and is about another article, and what `read_article` raises.
    """
    from verifier.registry import write  # tomlkit costs more than a whole check

    article = read_article(place, transport, format_in, numbering)
    made = drafting.draft(article, recover.of(article))
    gaps, cited = tuple(drafting.gaps(made)), bool(made.claims or made.references)
    if not files.exists(registry_path):
        url = article.provenance.url if article.provenance else None
        told = f"drafted with {counted(len(made.references), 'reference')} and {counted(len(made.claims), 'claim')}"
        told += f" from {redact(url)}" if url is not None else ""
        inside = files.relative(place, files.folder_of(registry_path)) if url is None else None
        return Drafted(write.fresh(made, path=inside, url=url) if cited else None, told, gaps, cited)
    data = files.read_bytes(registry_path, LIMIT)
    _refuse_other(article_place(data, registry_path), article, place, registry_path)
    text, references, claims = write.added(data.decode("utf-8-sig"), made)
    told = f"added {counted(references, 'reference')} and {counted(claims, 'claim')}; what was there is as it was"
    return Drafted(text if references or claims else None, told, gaps, cited)


@dataclass(frozen=True, slots=True)
class Fixed:
    """What `fix` proposes: each change in words, the changes as a patch, and the file's bytes with them made.

    `unable` says why nothing could be proposed, "" where something could have been; `left` what stays open besides.
    """

    told: tuple[str, ...]
    patch: str
    data: bytes
    unable: str = ""
    left: str = ""


def fix(path: str, transport: Transport, format_in: str | None = None, numbering: str = LEGACY) -> Fixed:
    """Return the changes that the article in the file at `path` needs for certain; nothing is written.

    Raises UsageError for what is no file in UTF-8, and what `read_article` raises.
    """
    if is_web(path):
        raise UsageError(f"{path}: is no file", "save its source as a file first")
    article = read_article(path, transport, format_in, numbering)
    data = files.read_bytes(path, LARGEST)
    try:
        mark, text = data.startswith(BOM_UTF8), data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8", "save it as UTF-8 first: a patch repeats its lines") from error
    case = Case(article, text, source.read_all(article.templates))
    known = discover(fixes, "FIX", Fix)
    changes = patch.in_order(change for each in known for change in each.propose(case))
    left = "; ".join(filter(None, (each.left(case) for each in known)))
    unable = fixes.unable(article.format, known)
    return replace(_fixed(article.path, text, changes, mark=mark), unable=unable, left=left)


def fix_registry(path: str, transport: Transport, today: dt.date) -> Fixed:
    """Return the changes of the registry at `path` by which snapshots that failed give way to such that play.

    Nothing is written. Raises RegistryError.
    """
    registry = read_registry(path, today)
    found = evidence.gather(registry, transport, ("archive",), today)
    better = list(evidence.better(registry, found, transport))
    web.finish(transport)
    return accepted(path, better)


def accepted(path: str, better: Sequence[tuple[Reference, Proposal]]) -> Fixed:
    """Return the changes that put these values into the registry at `path`; nothing is written."""
    data = files.read_bytes(path, LIMIT)
    mark, text = data.startswith(BOM_UTF8), data.decode("utf-8-sig")
    return _fixed(files.shown(path), text, patch.in_order(correct.changes(text, better)), mark=mark)


def _fixed(path: str, text: str, changes: Sequence[Change], *, mark: bool) -> Fixed:
    whole = patch.applied(text, changes).encode("utf-8")
    told = tuple(patch.told(text, changes))
    return Fixed(told, patch.unified(path, text, changes), BOM_UTF8 + whole if mark else whole)


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


def _refuse_other(about: tuple[str | None, str | None], article: Article, place: str, registry_path: str) -> None:
    """Raise UsageError if the registry, about this path or URL, is not about the article."""
    path, url = about
    if article.provenance is None or path is not None:
        is_same = path is not None and files.same(files.join(files.folder_of(registry_path), path), place)
    else:
        is_same = url is not None and url.partition("#")[0] == article.provenance.url
        if not is_same and url is not None and _unpinned(url) == _unpinned(article.provenance.url):
            hint = f"numbers hold for one revision: correct article.url to {article.provenance.url} and run init again"
            raise UsageError(f"{registry_path}: is about another revision ({url})", hint)
    if not is_same:
        hint = "name another file with --registry"
        raise UsageError(f"{registry_path}: is about another article ({path or redact(url or 'none is named')})", hint)


def _unpinned(url: str) -> str:
    return re.sub(r"(?<=[?&]oldid=)\d+", "", url)


def _to_stderr(message: str) -> None:
    sys.stderr.write(f"{message}\n")

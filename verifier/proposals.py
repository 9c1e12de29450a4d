"""Propose: a registry drafted from an article, and changes to an article or a registry. Nothing is written here."""

import datetime as dt
import re
from codecs import BOM_UTF8
from collections.abc import Sequence
from dataclasses import replace

from verifier import evidence, files, fixes, patch, web
from verifier.articles import LEGACY
from verifier.citations.cs1 import source
from verifier.errors import UsageError
from verifier.fixes import Case, Fix
from verifier.inputs import LARGEST
from verifier.model.article import Article
from verifier.model.change import Change
from verifier.model.evidence import ArchiveVerdict, Proposal
from verifier.model.registry import Reference
from verifier.parts import discover
from verifier.reading import read_article, read_registry
from verifier.recovery import recover
from verifier.registry import correct
from verifier.registry import draft as drafting
from verifier.registry.parse import LIMIT, article_place
from verifier.text import counted
from verifier.urls import is_web, redact
from verifier.values import frozen
from verifier.web import Transport

_NAMED = 5  # references that a sentence names


@frozen
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
    cited = bool(made.claims or made.references)
    if not files.exists(registry_path):
        url = article.provenance.url if article.provenance else None
        told = f"drafted with {counted(len(made.references), 'reference')} and {counted(len(made.claims), 'claim')}"
        told += f" from {redact(url)}" if url is not None else ""
        inside = files.relative(place, files.folder_of(registry_path)) if url is None else None
        return Drafted(
            write.fresh(made, path=inside, url=url) if cited else None, told, tuple(drafting.gaps(made)), cited
        )
    data = files.read_bytes(registry_path, LIMIT)
    _refuse_other(article_place(data, registry_path), article, place, registry_path)
    text, new = write.added(data.decode("utf-8-sig"), made)
    told = f"added {counted(len(new.references), 'reference')} and {counted(len(new.claims), 'claim')}"
    told += "; what was there is as it was"
    return Drafted(text if new.references or new.claims else None, told, tuple(drafting.gaps(new)), cited)


@frozen
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
    better = list(evidence.better(registry, found, transport, today))
    web.finish(transport)
    unknown = [name for name, lookup in found.lookups if lookup.verdict is ArchiveVerdict.UNKNOWN]
    return replace(accepted(path, better), left=_open(unknown))


def _open(unknown: Sequence[str]) -> str:
    """Return in words of which references nobody knows whether their snapshots are good."""
    more = f" and {len(unknown) - _NAMED} more" if len(unknown) > _NAMED else ""
    told = f"of {counted(len(unknown), 'snapshot')} nothing is known now"
    return f"{told} ({', '.join(unknown[:_NAMED])}{more})" if unknown else ""


def accepted(path: str, better: Sequence[tuple[Reference, Proposal]]) -> Fixed:
    """Return the changes that put these values into the registry at `path`; nothing is written."""
    data = files.read_bytes(path, LIMIT)
    mark, text = data.startswith(BOM_UTF8), data.decode("utf-8-sig")
    return _fixed(files.shown(path), text, patch.in_order(correct.changes(text, better)), mark=mark)


def _fixed(path: str, text: str, changes: Sequence[Change], *, mark: bool) -> Fixed:
    whole = patch.applied(text, changes).encode("utf-8")
    told = tuple(patch.told(text, changes))
    return Fixed(told, patch.unified(path, text, changes), BOM_UTF8 + whole if mark else whole)


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

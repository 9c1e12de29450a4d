"""Stamp hits into findings: severity, place and identity."""

from collections.abc import Sequence

from verifier import urls
from verifier.identity import finding_ids
from verifier.lines import Lines
from verifier.model.article import Article
from verifier.model.registry import Reference, Registry
from verifier.model.report import FindingRow
from verifier.model.rules import Dossier, Hit
from verifier.pipeline import edits
from verifier.pipeline.judge import Judged
from verifier.text import shorten

_EXCERPT = 200  # characters


def findings(dossier: Dossier, judged: Sequence[Judged]) -> list[FindingRow]:
    """Return one finding for each judged hit, in the same order."""
    ids = finding_ids(_slot(dossier, each) for each in judged)
    files = _Files(dossier)
    return [_finding(dossier, each, ids, place, files) for place, each in enumerate(judged)]


class _Files:
    """The lines of the files that findings stand in, each read when it is first asked for."""

    def __init__(self, dossier: Dossier) -> None:
        article, registry = dossier.article, dossier.registry
        self._texts = {each.path: each.text for each in article.origin.annexes} | {article.path: article.written}
        self._registry = "\n".join(registry.lines) if registry else ""
        self._lines: dict[str | None, Lines] = {}

    def of(self, path: str | None) -> Lines:
        """Return the lines of the article, of a file that it names, or of the registry (None)."""
        known = path if path in self._texts else None
        if known not in self._lines:
            self._lines[known] = Lines(self._texts[known] if known is not None else self._registry)
        return self._lines[known]


def _finding(dossier: Dossier, judged: Judged, ids: Sequence[str], place: int, files: _Files) -> FindingRow:
    hit = judged.hit
    reference = _reference(dossier.registry, hit.reference)
    path, (line, column), (end_line, end_column) = _place(dossier, hit)
    lines = files.of(path)
    severity = hit.severity or judged.rule.severity
    return {
        "id": ids[place],
        "rule": judged.rule.id,
        "state": "new",
        "first_seen": None,
        "flapping": False,
        "article": dossier.article.path,
        "severity": severity.value,
        "confidence": hit.confidence.value,
        "message": urls.redact_in(hit.message),
        "path": path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "byte_column": lines.byte_column(line, column),
        "end_byte_column": lines.byte_column(end_line, end_column),
        "line_hash": lines.hash_of(line),
        "claim": hit.claim,
        "reference": hit.reference,
        "url": _shown(reference.url) if reference else None,
        "archive_url": _shown(reference.archive_url) if reference else None,
        "excerpt": _excerpt(dossier, hit),
        "suggestion": urls.redact_in(hit.suggestion) if hit.suggestion else None,
        "edit": edits.of_archive_url(dossier, reference, files.of(None)) if judged.rule.topic == "archive" else None,
        "caused_by": ids[judged.cause] if judged.cause is not None else None,
    }


def _place(dossier: Dossier, hit: Hit) -> tuple[str, tuple[int, int], tuple[int, int]]:
    origin = dossier.article.origin
    if hit.in_file is not None:
        path = path_at(dossier.article, hit.in_file.start)
        return path, origin.in_file(hit.in_file.start), origin.in_file(hit.in_file.end)
    if hit.span is not None:
        path = path_at(dossier.article, origin.place(hit.span.start))
        return path, *origin.ends(hit.span.start, hit.span.end)
    if hit.line is not None and dossier.registry is not None:
        line = max(1, hit.line)
        return dossier.registry.path, (line, 1), (line, len(dossier.registry.text_of(line)) + 1)
    return dossier.article.path, (1, 1), (1, 1)


def path_at(article: Article, place: int) -> str:
    """Return the path of the file that an offset in the article's files is in."""
    annex = article.origin.annex(place)
    return annex.path if annex else article.path


def _slot(dossier: Dossier, judged: Judged) -> tuple[str, ...]:
    """Return what identifies a finding: no line, no wording, nothing that changes when the article grows."""
    hit = judged.hit
    reference = _reference(dossier.registry, hit.reference)
    page = (reference.archive_url or reference.url or reference.id) if reference else ""
    return (judged.rule.id, _owner(dossier.article), hit.claim or "", page, hit.about)


def _owner(article: Article) -> str:
    """Return what names the article in every run: its path, or its address at whatever revision."""
    read = article.provenance
    if read is None:
        return article.path
    pinned = read.revision and f"oldid={read.revision}"
    return read.url.replace(pinned, "oldid=") if pinned else read.url


def _excerpt(dossier: Dossier, hit: Hit) -> str | None:
    """Return the text a finding is about, cut where it is long; None where it is about no text."""
    if hit.in_file is not None or hit.span is None:
        return None
    return urls.redact_in(shorten(dossier.article.text[hit.span.start : hit.span.end], _EXCERPT)) or None


def _shown(url: str | None) -> str | None:
    return urls.redact(url) if url else None


def _reference(registry: Registry | None, identifier: str | None) -> Reference | None:
    return registry.reference(identifier) if registry and identifier else None

"""The one change of a line that would settle a finding: for now, an archive URL that gives way to one that plays."""

from verifier import urls
from verifier.lines import Lines
from verifier.model.outcome import EditRow
from verifier.model.registry import Reference
from verifier.model.rules import Dossier

_UNWRITABLE = ('"', "'", "\\", "\n")  # in a string of TOML, whichever it is


def of_archive_url(dossier: Dossier, reference: Reference | None, lines: Lines) -> EditRow | None:
    """Return the edit of the registry's line; None where none is sure, or where what to replace cannot be told.

    What only its owner should see is in no report, and so in no edit.
    """
    registry = dossier.registry
    lookup = dossier.evidence.lookup(reference.id) if reference else None
    if registry is None or reference is None or lookup is None or reference.archive_url is None:
        return None
    old, line = reference.archive_url, reference.line_of("archive_url")
    better = next((each.new for each in lookup.proposals if each.field == "archive_url" and each.sure), None)
    text = registry.text_of(line)
    if better is None or text.count(old) != 1 or any(mark in better for mark in _UNWRITABLE):
        return None
    if urls.redact(old) != old or urls.redact(better) != better:
        return None
    column = text.index(old) + 1
    end = column + len(old)
    return {
        "path": registry.path,
        "line": line,
        "column": column,
        "end_column": end,
        "byte_column": lines.byte_column(line, column),
        "end_byte_column": lines.byte_column(line, end),
        "text": better,
    }

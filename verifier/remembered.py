"""The file that remembers what earlier runs saw of live pages: read before a run, written after one online."""

from collections.abc import Callable, Mapping, Sequence

from verifier import files
from verifier.errors import InputError, ReportError
from verifier.live import past
from verifier.model.evidence import Evidence
from verifier.model.live import Past

_NAME = (".verifier", "state.jsonl")  # beside the registry
_LIMIT = 50_000_000  # bytes


def read(registry: str, warn: Callable[[str], None]) -> dict[str, Past]:
    """Return what is known of the live pages of a registry, by URL; a damaged line is left out, with a warning.

    Raises InputError for a file that cannot be read.
    """
    path = _beside(registry)
    if not files.exists(path):
        return {}
    try:
        text = files.read_bytes(path, _LIMIT).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8", "delete it: it is written anew") from error
    known, damaged = past.read(text)
    for number in damaged:
        warn(f"{files.shown(path)}:{number}: this line tells nothing of a live page and is left out")
    return known


def write(
    known: Mapping[str, Mapping[str, Past]], found: Sequence[tuple[str | None, Evidence]], warn: Callable[[str], None]
) -> None:
    """Write what is known after a run, by registry, where it differs from what was known before.

    Where that cannot be written `warn` is told, and the run goes on.
    """
    for registry, before in known.items():
        after = dict(before)
        for owner, evidence in found:
            if owner == registry:
                after.update((check.url, check.past) for check in evidence.live.values())
        text = past.written(after.values())
        if text != past.written(before.values()):
            try:
                files.write_atomically(_beside(registry), text.encode("utf-8"))
            except ReportError as error:
                warn(f"{error.message}; what this run saw of live pages is not remembered")


def _beside(registry: str) -> str:
    return files.join(files.folder_of(registry), *_NAME)

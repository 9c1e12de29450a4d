"""Look after a store: find what is damaged, what no record refers to, and what no check asks for any more."""

import re
from collections.abc import Collection, Iterator

from verifier import files
from verifier.errors import InputError, TransportError
from verifier.values import frozen
from verifier.web import Request, Response, record
from verifier.web.store import BODY_LIMIT, RECORD_LIMIT

_BODIES = "bodies"
_KEYED = re.compile(r"-[0-9a-f]{16}\.json$")


@frozen
class Fault:
    """One file of a store that is no good: its path, and why."""

    path: str
    why: str


def records(folder: str) -> tuple[str, ...]:
    """Return the paths of all records, sorted. Raises InputError."""
    found = files.list_files(folder, (".json",), deep=True) if files.is_dir(folder) else ()
    return tuple(path for path in found if files.name_of(files.folder_of(path)) != _BODIES)


def is_store(folder: str) -> bool:
    """Tell whether the folder itself is a store: it holds hosts, and they hold records."""
    return any(files.relative(path, folder).count("/") == 1 and _KEYED.search(path) for path in records(folder))


def damaged(folder: str) -> Iterator[Fault]:
    """Yield the records that a replay would not take, or not find, and why."""
    for path in records(folder):
        try:
            request, _ = read(folder, path)
            if not path.endswith(f"{record.key(request)}.json"):
                yield Fault(path, "is not named by its key, so no question finds it")
        except InputError as error:
            yield Fault(path, error.message.removeprefix(f"{path}: "))
        except TransportError as error:  # it holds what is no URL
            yield Fault(path, error.message)


def read(folder: str, path: str) -> tuple[Request, Response | None]:
    """Return the exchange of a record, None for a fault. Raises StoreError, InputError, Refused."""

    def read_body(name: str) -> bytes:
        return files.read_bytes(files.join(folder, name), BODY_LIMIT)

    data = files.read_bytes(path, RECORD_LIMIT)
    request = record.request(record.parse(data), read_body)
    try:
        return request, record.load(data, request, read_body)
    except TransportError:  # a fault was recorded
        return request, None


def loose(folder: str, without: Collection[str] = ()) -> Iterator[Fault]:
    """Yield the bodies that no record refers to, but for those `without`, and what a killed run has left."""
    named = set[str]()
    for path in records(folder):
        if path in without:
            continue
        try:
            named.update(record.bodies(record.parse(files.read_bytes(path, RECORD_LIMIT))))
        except InputError:
            continue  # reported as damaged
    for path in files.list_files(folder, ("",), deep=True):
        name = files.relative(path, folder)
        if files.name_of(path).startswith(".verify-"):
            yield Fault(path, "was left by a run that was killed")
        elif name.startswith(f"{_BODIES}/") and name not in named:
            yield Fault(path, "is the body of no record")


def unused(folder: str, used: Collection[str]) -> Iterator[Fault]:
    """Yield the records that are not among the used ones."""
    for path in records(folder):
        if path not in used:
            yield Fault(path, "is asked for by no check")

"""The one edge to the disk: whole files in, whole files out. Paths are strings and are reported as given.

Nothing here hangs on a FIFO, reads more than it was allowed, or leaves half a file behind.
"""

import os
import stat
import threading
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath, PureWindowsPath

from verifier.errors import InputError, ReportError

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]

_WRITING = threading.RLock()
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

_APPEND = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)


def read_bytes(path: str, limit: int) -> bytes:
    """Return the whole file, at most `limit` bytes.

    Raises InputError if it does not exist, is not a regular file, cannot be read, or is larger.
    """
    try:
        handle = os.open(path, _OPEN)  # O_NONBLOCK: opening a FIFO must not wait for a writer
    except FileNotFoundError as error:
        raise InputError(f"{path}: does not exist", "check the spelling and the current folder") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise InputError(f"{path}: cannot be read ({_why(error)})", "check the path and its permissions") from error
    _refuse_kind(path, handle)
    with os.fdopen(handle, "rb") as file:
        try:
            data = file.read(limit + 1)
        except OSError as error:
            raise InputError(f"{path}: cannot be read ({_why(error)})", "check the disk") from error
    if len(data) > limit:
        raise InputError(f"{path}: is larger than {_size(limit)}", "give a smaller file")
    return data


def read_inside(folder: str, name: str, limit: int) -> bytes:
    """Return the whole file that somebody else names, if it is in the folder or below it; errors print that name.

    Raises InputError for a path that leads out of the folder, by itself or by a link, and what `read_bytes` raises.
    """
    windows, posix = PureWindowsPath(name), PurePosixPath(name)
    if windows.drive or windows.root or posix.root or ".." in (*windows.parts, *posix.parts):
        raise InputError(f"{name}: is outside of the article's folder", "name a file in that folder")
    try:
        path = Path(folder, name)
        is_inside = path.resolve().is_relative_to(Path(folder).resolve())
    except (OSError, ValueError, RuntimeError) as error:  # ValueError: a NUL; RuntimeError: links in a circle
        raise InputError(f"{name}: cannot be read (no path, or one that leads in a circle)", "check it") from error
    if not is_inside:
        raise InputError(f"{name}: leads out of the article's folder", "put the file itself into that folder")
    try:
        return read_bytes(str(path), limit)
    except InputError as error:
        raise InputError(f"{name}{str(error).removeprefix(str(path))}", error.hint) from error


def write_atomically(path: str, data: bytes, mode: int = 0o666, *, durable: bool = True) -> None:
    """Write the file whole or not at all, making missing folders; `mode` is cut by the umask.

    What is not `durable` may be lost when the power fails, and is written some fifty times as fast.
    A symbolic link at `path` is replaced, not followed; a folder or a device is left alone. Raises ReportError.
    """
    there = _mode(path)
    if there and not stat.S_ISREG(there):
        raise ReportError(f"{path}: is not a regular file", "name a file that may be replaced")
    folder = os.path.dirname(path) or "."  # no Path: runs write a file for each answer
    temporary = os.path.join(folder, f".verify-{os.getpid()}-{threading.get_ident()}.tmp")
    try:
        try:
            _write_new(temporary, data, mode, durable)
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)
            _write_new(temporary, data, mode, durable)
        os.replace(temporary, path)
        if durable:
            _sync_folder(folder)
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):  # the first error is the one to report
            os.unlink(temporary)
        message = f"{path}: cannot be written ({_why(error)}); what was there before was kept"
        raise ReportError(message, "check the folder, its permissions and the space left") from error


@contextmanager
def locked(path: str) -> Iterator[None]:
    """Let one at a time change the file at `path`: other threads, and other processes that ask here, wait.

    What is locked is the folder: the file itself is replaced by each write, and a lock file would be left behind. Where
    the system has no such lock (Windows) only threads of this process wait. Raises ReportError.
    """
    with _WRITING:
        if fcntl is None:
            yield
            return
        try:
            handle = os.open(folder_of(path), os.O_RDONLY)
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError as error:
            raise ReportError(f"{path}: cannot be locked ({_why(error)})", "check its folder") from error
        try:
            yield
        finally:
            os.close(handle)  # which lets the next one in


def append_line(path: str, line: str) -> None:
    """Add a line to a file, making it and its folder; several processes may. Raises ReportError."""
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, _APPEND, 0o600), "ab", buffering=0) as file:
            file.write(f"{line}\n".encode())
    except (OSError, ValueError) as error:
        raise ReportError(
            f"{path}: cannot be written ({_why(error)})", "check the folder and the space left"
        ) from error


def remove(path: str) -> None:
    """Remove a file; one that is not there is no error. Raises ReportError."""
    try:
        Path(path).unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise ReportError(f"{path}: cannot be removed ({_why(error)})", "check the folder's permissions") from error


def list_files(folder: str, suffixes: tuple[str, ...], *, deep: bool = False) -> tuple[str, ...]:
    """Return the paths of the regular files in `folder` with one of the suffixes (".md"), sorted.

    With `deep` also those in its folders; links to folders are not followed. Raises InputError.
    """
    if not is_dir(folder):
        raise InputError(f"{folder}: is not a folder", "give an existing folder")
    found: list[Path] = []
    try:
        for place, below, names in os.walk(folder, onerror=_raise):
            found += (Path(place, name) for name in names if name.endswith(suffixes))
            if not deep:
                below.clear()
        return tuple(sorted(str(each) for each in found if each.is_file()))
    except OSError as error:
        told = f"{error.filename or folder}: cannot be listed ({_why(error)})"
        raise InputError(told, "check its permissions, or name the files") from error


def exists(path: str) -> bool:
    """Tell whether something is there, whatever it is."""
    return _mode(path) != 0


def permissions(path: str) -> int:
    """Return who may do what with the file, those of a new one where there is none."""
    return stat.S_IMODE(_mode(path)) or 0o666


def is_dir(path: str) -> bool:
    """Tell whether the path is a folder."""
    return stat.S_ISDIR(_mode(path))


def join(folder: str, *names: str) -> str:
    """Return the path of `names` inside `folder`."""
    return str(Path(folder).joinpath(*names))


def folder_of(path: str) -> str:
    """Return the folder of the path, "." for a bare name."""
    return str(Path(path).parent)


def name_of(path: str) -> str:
    """Return the last part of the path ("article.md")."""
    return Path(path).name


def suffix_of(path: str) -> str:
    """Return the suffix with its dot, in lower case (".md"), "" without one."""
    return Path(path).suffix.lower()


def shown(path: str) -> str:
    """Return the path as reports print it: relative, with "/"; one outside this folder by its name alone."""
    here = Path(path)
    if _is_outside(path):
        return here.name
    return (here.relative_to(Path.cwd()) if here.is_absolute() else here).as_posix()


def told_apart(paths: Collection[str]) -> dict[str, str]:
    """Return for each path what reports print: as `shown`, with so many of its folders that no two print the same.

    No path tells where this computer keeps it: of one outside this folder the end is printed that no other has.
    """
    outside = {each: Path(each).parts[1:] for each in paths if _is_outside(each)}
    inside = {shown(each) for each in paths if each not in outside}
    return {each: _own_end(outside, each, inside) if each in outside else shown(each) for each in paths}


def _own_end(outside: Mapping[str, tuple[str, ...]], path: str, taken: Collection[str]) -> str:
    mine = outside[path]
    others = [parts for each, parts in outside.items() if each != path]
    for start in range(len(mine) - 1, 0, -1):
        end = mine[start:]
        if "/".join(end) not in taken and not any(parts[-len(end) :] == end for parts in others):
            return "/".join(end)
    return "/".join(mine)


def _is_outside(path: str) -> bool:
    return Path(path).is_absolute() and not Path(path).is_relative_to(Path.cwd())


def resolved(path: str) -> str:
    """Return the full path, symbolic links followed."""
    return str(Path(path).resolve())


def relative(path: str, folder: str) -> str:
    """Return the path of a file as seen from the folder, with "/"."""
    return Path(os.path.relpath(path, folder or ".")).as_posix()


def nearest(name: str, folder: str) -> str | None:
    """Return the path of the file `name` in the folder or the nearest one above it, None if there is none."""
    start = Path(folder)
    for each in (start, *start.absolute().parents):
        if each.joinpath(name).is_file():
            return str(each.joinpath(name))
    return None


def same(first: str, second: str) -> bool:
    """Tell whether both paths name one existing file."""
    try:
        return Path(first).samefile(second)
    except OSError:
        return False


def _mode(path: str) -> int:
    """Return the mode of what is there, links followed; 0 for nothing, or nothing we may see."""
    try:
        return os.stat(path).st_mode
    except (OSError, ValueError):
        return 0


def _refuse_kind(path: str, handle: int) -> None:
    mode = os.fstat(handle).st_mode
    if stat.S_ISREG(mode):
        return
    os.close(handle)
    if stat.S_ISDIR(mode):
        raise InputError(f"{path}: is a folder", "name a file in it")
    raise InputError(f"{path}: is not a regular file", "save it as a file first")


def _write_new(path: str, data: bytes, mode: int, durable: bool) -> None:
    try:
        handle = os.open(path, _CREATE, mode)
    except FileExistsError:  # left by a dead process that had our number
        os.unlink(path)
        handle = os.open(path, _CREATE, mode)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        if durable:
            os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: str) -> None:
    """Make the rename last: a name lives in its folder. Only POSIX lets folders be opened."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _raise(error: OSError) -> None:
    """Raise what os.walk would pass over: what cannot be listed is not empty."""
    raise error


def _why(error: Exception) -> str:
    strerror = error.strerror if isinstance(error, OSError) else None
    return (strerror or str(error)).lower()


def _size(limit: int) -> str:
    return f"{limit // 1_000_000} MB" if limit >= 1_000_000 else f"{limit} bytes"

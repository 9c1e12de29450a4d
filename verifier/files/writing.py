"""Whole files out: nothing here leaves half a file behind, whoever stops the run or fills the disk."""

import os
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from verifier.errors import ReportError
from verifier.files import paths
from verifier.files.faults import why

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]


_WRITING = threading.RLock()
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_APPEND = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)


def write_atomically(path: str, data: bytes, mode: int = 0o666, *, durable: bool = True) -> None:
    """Write the file whole or not at all, making missing folders; `mode` is cut by the umask.

    What is not `durable` may be lost when the power fails, and is written some fifty times as fast.
    A symbolic link at `path` is replaced, not followed; a folder or a device is left alone. Raises ReportError.
    """
    there = paths.mode(path)
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
        message = f"{path}: cannot be written ({why(error)}); what was there before was kept"
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
            handle = os.open(paths.folder_of(path), os.O_RDONLY)
            fcntl.flock(handle, fcntl.LOCK_EX)
        except OSError as error:
            raise ReportError(f"{path}: cannot be locked ({why(error)})", "check its folder") from error
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
        raise ReportError(f"{path}: cannot be written ({why(error)})", "check the folder and the space left") from error


def remove(path: str) -> None:
    """Remove a file; one that is not there is no error. Raises ReportError."""
    try:
        Path(path).unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise ReportError(f"{path}: cannot be removed ({why(error)})", "check the folder's permissions") from error


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

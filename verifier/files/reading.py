"""Whole files in: nothing here hangs on a FIFO, or reads more than it was allowed."""

import os
import stat
from pathlib import Path, PurePosixPath, PureWindowsPath

from verifier.errors import InputError
from verifier.files import paths
from verifier.files.faults import size, why

_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: str, limit: int) -> bytes:
    """Return the whole file, at most `limit` bytes.

    Raises InputError if it does not exist, is not a regular file, cannot be read, or is larger.
    """
    try:
        handle = os.open(path, _OPEN)  # O_NONBLOCK: opening a FIFO must not wait for a writer
    except FileNotFoundError as error:
        raise InputError(f"{path}: does not exist", "check the spelling and the current folder") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise InputError(f"{path}: cannot be read ({why(error)})", "check the path and its permissions") from error
    _refuse_kind(path, handle)
    with os.fdopen(handle, "rb") as file:
        try:
            data = file.read(limit + 1)
        except OSError as error:
            raise InputError(f"{path}: cannot be read ({why(error)})", "check the disk") from error
    if len(data) > limit:
        raise InputError(f"{path}: is larger than {size(limit)}", "give a smaller file")
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


def list_files(folder: str, suffixes: tuple[str, ...], *, deep: bool = False) -> tuple[str, ...]:
    """Return the paths of the regular files in `folder` with one of the suffixes (".md"), sorted.

    With `deep` also those in its folders; links to folders are not followed. Raises InputError.
    """
    if not paths.is_dir(folder):
        raise InputError(f"{folder}: is not a folder", "give an existing folder")
    found: list[Path] = []
    try:
        for place, below, names in os.walk(folder, onerror=_raise):
            found += (Path(place, name) for name in names if name.endswith(suffixes))
            if not deep:
                below.clear()
        return tuple(sorted(str(each) for each in found if each.is_file()))
    except OSError as error:
        told = f"{error.filename or folder}: cannot be listed ({why(error)})"
        raise InputError(told, "check its permissions, or name the files") from error


def _refuse_kind(path: str, handle: int) -> None:
    mode = os.fstat(handle).st_mode
    if stat.S_ISREG(mode):
        return
    os.close(handle)
    if stat.S_ISDIR(mode):
        raise InputError(f"{path}: is a folder", "name a file in it")
    raise InputError(f"{path}: is not a regular file", "save it as a file first")


def _raise(error: OSError) -> None:
    """Raise what os.walk would pass over: what cannot be listed is not empty."""
    raise error

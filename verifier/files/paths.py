"""Paths as text: what is there, how they are put together, and how reports print them."""

import os
import stat
from collections.abc import Collection, Mapping
from pathlib import Path


def exists(path: str) -> bool:
    """Tell whether something is there, whatever it is."""
    return mode(path) != 0


def permissions(path: str) -> int:
    """Return who may do what with the file, those of a new one where there is none."""
    return stat.S_IMODE(mode(path)) or 0o666


def is_dir(path: str) -> bool:
    """Tell whether the path is a folder."""
    return stat.S_ISDIR(mode(path))


def mode(path: str) -> int:
    """Return the mode of what is there, links followed; 0 for nothing, or nothing we may see."""
    try:
        return os.stat(path).st_mode
    except (OSError, ValueError):
        return 0


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

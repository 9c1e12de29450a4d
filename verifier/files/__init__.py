"""The one edge to the disk: whole files in, whole files out. Paths are strings and are reported as given."""

from verifier.files.paths import (
    exists,
    folder_of,
    is_dir,
    join,
    name_of,
    nearest,
    permissions,
    relative,
    resolved,
    same,
    shown,
    suffix_of,
    told_apart,
)
from verifier.files.reading import list_files, read_bytes, read_inside
from verifier.files.writing import append_line, locked, remove, write_atomically

__all__ = [
    "append_line",
    "exists",
    "folder_of",
    "is_dir",
    "join",
    "list_files",
    "locked",
    "name_of",
    "nearest",
    "permissions",
    "read_bytes",
    "read_inside",
    "relative",
    "remove",
    "resolved",
    "same",
    "shown",
    "suffix_of",
    "told_apart",
    "write_atomically",
]

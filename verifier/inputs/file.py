"""A file on this computer.

Bytes are read as UTF-8 (a BOM is no part of the text), or as UTF-16 where a BOM says so. What is no UTF-8 is read byte
by byte as windows-1252, as browsers do, and a note names the first such byte: the rest of the text stays readable.
NUL is replaced by U+FFFD. Files that are not text are refused.
"""

import codecs

from verifier import files
from verifier.errors import ArticleError
from verifier.inputs import Input, Text

LIMIT = 20_000_000  # bytes
_MAGIC = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x7fELF")
_SAMPLE = 65_536  # bytes that are looked at
_BINARY = 0.02  # share of control characters from which on it is no text
_CONTROLS = bytes(set(range(32)) - {8, 9, 10, 12, 13, 27})


def read(path: str) -> Text:
    """Return the text of the file; raise InputError or ArticleError for what is missing, empty, binary or too large."""
    data = files.read_bytes(path, LIMIT)
    wide = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}.get(data[:2])
    if wide is None and _is_binary(data):
        raise ArticleError(f"{path}: is binary", "give the article as plain text")
    text, notes = _utf16(data, wide) if wide else _utf8(data)
    if "\0" in text:
        count = text.count("\0")
        told = "a NUL byte" if count == 1 else f"{count} NUL bytes"
        notes = (*notes, f"{_place(text, text.index(chr(0)))}: {told}, shown as U+FFFD")
        text = text.replace("\0", "\ufffd")
    if not text.strip():
        raise ArticleError(f"{path}: is empty", "give a file with an article in it")
    return Text(text, notes)


def _utf8(data: bytes) -> tuple[str, tuple[str, ...]]:
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", _FALLBACK)
        line = data[: error.start].count(b"\n") + 1
        return text, (f"byte {error.start} (line {line}): is not UTF-8; such bytes were read as windows-1252",)


def _utf16(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data[2:].decode(name), ()
    except UnicodeDecodeError as error:
        note = f"byte {error.start + 2}: is not UTF-16; replaced by U+FFFD"
        return data[2:].decode(name, "replace"), (note,)


def _windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as windows-1252, and the five that it leaves open as Latin-1."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(_char(byte) for byte in wrong), error.end


def _char(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_FALLBACK = "verifier-windows-1252"
codecs.register_error(_FALLBACK, _windows_1252)


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    if sample.startswith(_MAGIC):
        return True
    return len(sample) - len(sample.translate(None, _CONTROLS)) > max(1, _BINARY * len(sample))


def _place(text: str, offset: int) -> str:
    return f"character {offset} (line {text.count(chr(10), 0, offset) + 1})"


INPUT = Input("file", "a file on this computer: UTF-8, or what comes close", lambda locator: True, read)

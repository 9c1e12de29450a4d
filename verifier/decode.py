"""Bytes into text, much as browsers do it: by a mark, by what is declared, as UTF-8, else as windows-1252. Pure.

A mark (BOM) is no part of the text. What is no UTF-8 is read byte by byte as windows-1252, and a note names the first
such byte: the rest of the text stays readable. NUL is replaced by U+FFFD. What is no text is refused.
"""

import codecs
import re

from verifier.errors import ArticleError

_MAGIC = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x7fELF")
_SAMPLE = 65_536  # bytes that are looked at
_BINARY = 0.02  # share of control characters from which on it is no text
_CONTROLS = bytes(set(range(32)) - {8, 9, 10, 12, 13, 27})
_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_HEAD = 1024  # bytes in which browsers look for a declaration (https://html.spec.whatwg.org/#prescan-a-byte-stream)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{1,200}?\bencoding\s*=\s*["']([\w.:\-]+)|<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:\-]+)""",
    re.I,
)
# The encodings of the web by Python's names (https://encoding.spec.whatwg.org/#names-and-labels), without UTF-16.
_WEB = frozenset(
    (
        *("utf-8", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp866", "cp874", "euc_jp", "iso2022_jp"),
        *("gb18030", "cp932", "cp949", "big5hkscs", *(f"cp{number}" for number in range(1250, 1259))),
        *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    )
)
_READ_AS = {  # labels that mean a larger encoding on the web
    **dict.fromkeys(("ascii", "iso8859-1"), "cp1252"),
    **dict.fromkeys(("iso8859-11", "tis-620"), "cp874"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    "iso8859-9": "cp1254",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}


def decode(data: bytes, name: str, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """Return the text, and what was noticed, one sentence each.

    `declared` is the charset that came with the bytes, "" for none; a page may declare its own. Raises ArticleError
    that names `name` for what is empty or no text.
    """
    wide = _MARKS.get(data[:2])
    if wide is None and _is_binary(data):
        raise ArticleError(f"{name}: is binary", "give the article as plain text")
    text, notes = _marked(data[2:], wide) if wide else _unmarked(data, declared)
    if "\0" in text:
        count = text.count("\0")
        told = "a NUL byte" if count == 1 else f"{count} NUL bytes"
        notes = (*notes, f"{_place(text, text.index(chr(0)))}: {told}, shown as U+FFFD")
        text = text.replace("\0", "\ufffd")
    if not text.strip():
        raise ArticleError(f"{name}: is empty", "give one with an article in it")
    return text, notes


def _marked(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    return _strict(data, encoding, "UTF-16", behind=2)


def _unmarked(data: bytes, declared: str) -> tuple[str, tuple[str, ...]]:
    if data.startswith(codecs.BOM_UTF8):
        return _utf8(data.removeprefix(codecs.BOM_UTF8))
    label = declared or _declared_inside(data)
    encoding = _known(label) if label else "utf-8"
    if encoding is None:
        text, notes = _utf8(data)
        return text, (f'its declared encoding "{label[:40]}" is not known', *notes)
    return _utf8(data) if encoding == "utf-8" else _strict(data, encoding, label)


def _declared_inside(data: bytes) -> str:
    """Return the encoding that a page declares in its head; who can say so in ASCII is not UTF-16."""
    head = data[:_HEAD]
    found = _DECLARED.search(head) if head.lstrip().startswith(b"<") else None
    label = (found[1] or found[2]).decode("ascii", "replace") if found else ""
    return "" if label.lower().startswith("utf-16") else label


def _known(label: str) -> str | None:
    plain = label.lower().removeprefix("x-").replace("windows-", "cp")  # Python knows no windows-874
    try:
        name = codecs.lookup(plain).name
    except (LookupError, ValueError):  # ValueError: a NUL
        return None
    name = _READ_AS.get(name, name)
    return name if name in _WEB else None


def _strict(data: bytes, encoding: str, label: str, behind: int = 0) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        return data.decode(encoding, "replace"), (f"byte {error.start + behind}: is not {label}; replaced by U+FFFD",)


def _utf8(data: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", _FALLBACK)
        line = data[: error.start].count(b"\n") + 1
        return text, (f"byte {error.start} (line {line}): is not UTF-8; such bytes were read as windows-1252",)


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

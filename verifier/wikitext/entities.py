"""Character references of HTML, as MediaWiki decodes them: with their semicolon, or not at all."""

import re
from html.entities import html5

REFERENCE = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")
_REPLACEMENT = "\ufffd"
_LAST = 0x10FFFF


def decode(text: str) -> str:
    """Return the text with its character references decoded; what is none stays as it is."""
    return REFERENCE.sub(char_of, text) if "&" in text else text


def char_of(match: re.Match[str]) -> str:
    """Return the characters one match of REFERENCE stands for."""
    decimal, hexadecimal, name = match.groups()
    if name is not None:
        return html5.get(f"{name};", match[0])
    code = int(decimal) if decimal is not None else int(hexadecimal, 16)
    is_char = 0 < code <= _LAST and not 0xD800 <= code <= 0xDFFF
    return chr(code) if is_char else _REPLACEMENT

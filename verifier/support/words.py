"""Cut text into words, figures and signs with their offsets, in linear time, and fold each so that variants meet."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_JOINER = "\u00ad\u200b-\u200d\u2060\ufeff"  # invisible inside words
_LETTER = rf"[^\W\d_]|[\u0300-\u036f\u064b-\u065f{_JOINER}]"
_TOKEN = re.compile(
    rf"(?P<figure>\d++(?:[.,]\d++)*+)|(?P<points>(?:[^\W\d_]\.){{2,8}}(?:[^\W\d_](?!\w))?|[^\W\d_]\.[^\W\d_](?!\w))"
    rf"|(?P<word>[^\W\d_](?:{_LETTER})*+(?:['\u2019\u02bc](?:{_LETTER})++)*+)|(?P<sign>[^\s\w{_JOINER}])"
)
_INVISIBLE = re.compile(f"[{_JOINER}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_PLAIN = str.maketrans(  # what decomposition leaves alone
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "ı": "i", "æ": "ae", "Æ": "AE", "œ": "oe",
     "þ": "th", "\u2019": "'", "\u02bc": "'", "\u2018": "'", "\u02bb": "'"}
)  # fmt: skip


class Word(NamedTuple):
    """One token: where it stands, its kind ("word", "figure", "sign"), its folded form, if it has a capital."""

    start: int
    end: int
    kind: str
    fold: str
    capital: bool


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return the text in lower case, without marks, ligatures and what cannot be seen."""
    if text.isascii():
        return text.lower()
    plain = _INVISIBLE.sub("", text).translate(_PLAIN)
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def cut(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """Yield the tokens of ``text[start:end]`` in order; offsets are into the whole text."""
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        written, kind = match[0], match.lastgroup or ""
        if kind == "points":  # "U.S." is the word "US"
            kind, written = "word", written.replace(".", "")
        yield Word(*match.span(), kind, fold(written), written[0].isupper())

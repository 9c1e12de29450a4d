"""Find which stars and underlines mark emphasis, and are no text; https://spec.commonmark.org/0.31.2/#delimiter-stack."""

import unicodedata
from collections.abc import Sequence

from verifier.markdown.tokens import Delimiter


def delimiter(text: str, start: int, end: int) -> Delimiter:
    """Return the run of one character from `start` to `end`, and whether it may open and close emphasis."""
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    left = not after.isspace() and (not _punctuates(after) or before.isspace() or _punctuates(before))
    right = not before.isspace() and (not _punctuates(before) or after.isspace() or _punctuates(after))
    char = text[start]
    if char == "_":
        opens = left and (not right or _punctuates(before))
        return Delimiter(char, start, end, opens, right and (not left or _punctuates(after)))
    if char == "~" and end - start > 2:
        return Delimiter(char, start, end, opens=False, closes=False)
    return Delimiter(char, start, end, left, right)


def _punctuates(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def match(run: Sequence[Delimiter]) -> None:
    """Pair the delimiters of a run, the inner ones first, and take what they pair from their text."""
    previous: Delimiter | None = None
    floors: dict[tuple[str, bool, int], int] = {}  # before these places no opener is left for such a closer
    for closer in run:
        closer.before = previous
        while closer.closes and closer.count:
            key = (closer.char, closer.opens, (closer.end - closer.start) % 3)
            floor = floors.get(key, 0)
            opener = closer.before
            while opener is not None and opener.start >= floor and not _pairs(opener, closer):
                opener = opener.before
            if opener is None or opener.start < floor:
                floors[key] = closer.start
                break
            taken = closer.count if closer.char == "~" else 2 if min(opener.count, closer.count) >= 2 else 1
            opener.right += taken
            closer.left += taken
            closer.before = opener if opener.count else opener.before
        previous = closer if closer.opens and closer.count else closer.before


def _pairs(opener: Delimiter, closer: Delimiter) -> bool:
    if opener.char != closer.char or not opener.opens or not opener.count:
        return False
    if closer.char == "~":
        return opener.count == closer.count
    first, second = opener.end - opener.start, closer.end - closer.start
    return not ((opener.closes or closer.opens) and (first + second) % 3 == 0 and (first % 3 or second % 3))

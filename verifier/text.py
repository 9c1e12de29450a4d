"""Lines, words and folded forms of text: what several rooms need and no library gives in this shape."""

import math
import re
import unicodedata
from collections.abc import Iterator

_BREAK = re.compile(r"\r\n|\n|\r")
_WORD = re.compile(r"\w+(?:['\u2019]\w+)?")
_MUCH = 50.0  # nats
_MANY_TIMES, _WHOLE, _MORE = 1_000, 10, 1.1
_ALIKE = 0.6  # share of the words


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of every line, without its line end."""
    start = 0
    for match in _BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def one_line(text: str) -> str:
    """Return the text with every run of white space as one blank."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """Return the text in lower case without marks, so that "Qalamūn" equals "qalamun"."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


def words(text: str) -> list[str]:
    """Return the words of the text, folded, in order; an apostrophe inside a word stays."""
    return _WORD.findall(fold(text))


def likeness(first: str, second: str) -> float:
    """Return the share of the shorter text's words that the other has, 0 to 1; 1 where one has no words."""
    ours, theirs = set(words(first)), set(words(second))
    shorter = min(len(ours), len(theirs))
    return len(ours & theirs) / shorter if shorter else 1.0


def is_alike(ours: str | None, theirs: str | None) -> bool:
    """Tell whether two names or titles may be those of one source: most words are shared, or one is not known."""
    return not ours or not theirs or likeness(ours, theirs) >= _ALIKE


def kebab(text: str, limit: int = 48) -> str:
    """Return the words joined by dashes, ASCII only, cut at a word end before `limit` characters."""
    slug = ""
    for word in re.findall("[a-z0-9]+", fold(text).replace("'", "").replace("\u2019", "")):
        if slug and len(slug) + 1 + len(word) > limit:
            break
        slug = f"{slug}-{word}" if slug else word[:limit]
    return slug


def shorten(text: str, limit: int) -> str:
    """Return the text as one line of at most `limit` characters, cut at a blank and marked with an ellipsis."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    if not line[limit - 1].isspace() and " " in cut[limit // 2 :]:
        cut = cut.rsplit(" ", 1)[0]
    return f"{cut.rstrip()}\u2026"


def counted(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun: "1 entry", "2 entries"; `many` is `one` with an s where it is not given."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def western(label: str) -> str:
    """Return a number that is printed in the digits of any script in ASCII digits, and any other label as it is."""
    return str(int(label)) if label.isdecimal() else label


def in_digits_of(label: str, number: int) -> str:
    """Return the number in the digits of the script that the label, a number too, is printed in."""
    zero = ord(label[0]) - int(label[0])
    return "".join(chr(zero + int(digit)) for digit in str(number))


def times(nats: float) -> str:
    """Return a score in nats as what it means, "8 times as likely": rounded down, and cut where more says no more."""
    factor = math.exp(min(nats, _MUCH)) + 1e-9
    if factor >= _MANY_TIMES:
        return f"over {_MANY_TIMES:,} times as likely"
    if factor < _MORE:
        return "hardly likelier"
    return f"{int(factor) if factor >= _WHOLE else int(10 * factor) / 10} times as likely"


def chance(probability: float) -> str:
    """Return a probability as reports print it, "0.99": rounded down, so that nothing looks surer than it is."""
    return f"{int(100 * probability + 1e-9) / 100:.2f}"

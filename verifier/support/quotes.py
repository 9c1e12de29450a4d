"""Find what a claim quotes, and look for it on the page word by word.

A span in quotation marks is often a title. It is speech where a verb of saying stands near, where it has no capital
letter, or where it is long enough to be a sentence and has few of them.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from verifier.support.language import Language
from verifier.support.words import Word, cut
from verifier.values import frozen

_QUOTED = re.compile(
    '"([^"\u201c\u201d]{3,2000})"|\u201c([^"\u201c\u201d]{3,2000})\u201d|\u201e([^\u201e\u201c]{3,2000})\u201c|\u00ab([^\u00ab\u00bb]{3,2000})\u00bb'
)
_ELLIPSIS = re.compile(r"\[?(?:\u2026|\.\.\.)\]?")
_INSERTED = re.compile(r"\[([^\[\]]{0,80})\]")
_CAPITAL = re.compile(r"\[(\w)\](?=\w)")  # "[W]e": a letter whose case was changed
_FEWEST = 4  # words of speech that is checked
_NEAR = 6  # words before and behind within which a verb of saying is looked for
CLOSE = 0.6  # share of the words, from which on a passage is the quoted one, altered


@frozen
class Quote:
    """One quotation, without its marks; `is_speech` tells it from a title. `parts` are its words between ellipses."""

    start: int
    end: int
    is_speech: bool
    parts: tuple[tuple[str, ...], ...]


def read(text: str, words: Sequence[Word], language: Language) -> Iterator[Quote]:
    """Yield the quotations of the text that have enough words."""
    for match in _QUOTED.finditer(text):
        group = next(number for number in range(1, 5) if match[number] is not None)
        said = match[group]
        parts = tuple(
            filter(None, (_folds(_INSERTED.sub(" ", _CAPITAL.sub(r"\1", each))) for each in _ELLIPSIS.split(said)))
        )
        if sum(map(len, parts)) >= _FEWEST:
            yield Quote(match.start(group), match.end(group), _is_speech(match, words, said, language), parts)


def _folds(text: str) -> tuple[str, ...]:
    return tuple(each.fold for each in cut(text) if each.kind != "sign")


def _is_speech(match: re.Match[str], words: Sequence[Word], said: str, language: Language) -> bool:
    before = [each.fold for each in words if each.end <= match.start()][-_NEAR:]
    behind = [each.fold for each in words if each.start >= match.end()][:_NEAR]
    if any(each in language.speech for each in (*before, *behind)):
        return True
    if any(each.islower() for each in said) and not any(each.isupper() for each in said):
        return True  # scripts without capitals tell nothing
    capitals = [each.capital for each in cut(said) if each.kind == "word" and each.fold not in language.stop_words]
    return len(_folds(said)) >= 8 and sum(capitals) <= len(capitals) / 2


def find(quote: Quote, words: Sequence[Word]) -> tuple[int, int] | None:
    """Return the places in `words` from which and up to which the whole quotation stands, None if it does not.

    Its parts must follow each other. `words` are those of the page, without signs.
    """
    begin = position = 0
    for number, part in enumerate(quote.parts):
        place = _at(part, words, position)
        if place is None:
            return None
        begin = place if number == 0 else begin
        position = place + len(part)
    return begin, position


def _at(part: Sequence[str], words: Sequence[Word], start: int) -> int | None:
    first, length = part[0], len(part)
    for place in range(start, len(words) - length + 1):
        if words[place].fold == first and all(words[place + k].fold == part[k] for k in range(1, length)):
            return place
    return None


def closest(quote: Quote, words: Sequence[Word]) -> tuple[int, int, float]:
    """Return the stretch of the page's words that is most like the quotation, and what share of the words agrees."""
    wanted = [each for part in quote.parts for each in part]
    known, length = set(wanted), len(wanted)
    hits = [word.fold in known for word in words]
    best, at, here = -1, 0, 0
    for place, hit in enumerate(hits):
        here += hit - (hits[place - length] if place >= length else 0)
        if here > best:
            best, at = here, max(0, place - length + 1)
    stretch = [each.fold for each in words[at : at + length]]
    same = SequenceMatcher(None, wanted[:400], stretch[:400], autojunk=False).ratio() if best > 0 else 0.0
    return at, min(len(words), at + length), same

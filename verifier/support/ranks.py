"""Tell a superlative that the page says only with a rank: who is "the second largest" is not "the largest"."""

from collections.abc import Sequence
from itertools import pairwise

from verifier.support.language import Language
from verifier.support.passages import Matched
from verifier.support.words import Word

_BEFORE = 4  # words before a superlative, in which "one of" makes it one of several
_ENDS = frozenset(("nd", "rd", "th"))


def lesser(matched: Matched) -> tuple[int, int] | None:
    """Return where the page has, wherever it has it, a superlative of the claim with a rank that the claim has not."""
    index, language = matched.index, matched.index.language
    for place, word in enumerate(matched.claim.words):
        if (
            not word.fold.endswith(language.superlatives)
            or word.capital
            or _ranked(matched.claim.words, place, language)
        ):
            continue
        said = index.positions.get(word.fold, ())
        if said and all(_ranked(index.words, each, language) for each in said):
            return index.words[said[0] - 1].start, index.words[said[0]].end
    return None


def _ranked(words: Sequence[Word], place: int, language: Language) -> bool:
    before = [each.fold for each in words[max(0, place - _BEFORE) : place] if each.fold != "-"]
    if not before:
        return False
    ordinal = language.ordinals.get(before[-1], 0) > 1 or before[-1] in _ENDS
    return ordinal or any(
        language.numbers.get(first) == 1 and second == language.day_of for first, second in pairwise(before)
    )

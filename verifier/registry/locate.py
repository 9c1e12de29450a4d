"""Find the claims of the registry in the article: by their words, whatever the white space and the markers."""

import re
from array import array
from collections.abc import Sequence

from verifier.model.article import Article, Span
from verifier.model.registry import RegistryClaim

_RUN = re.compile(r"\S+")
_ELLIPSES = ("\u2026", "...")


def locate(article: Article, claims: Sequence[RegistryClaim]) -> tuple[tuple[int, ...] | None, ...]:
    """Return for each claim the indices of the article's claims whose passage it covers; None if it is not found.

    A text that ends in an ellipsis is the beginning of its passage. Of several places of the same words the first
    that no other claim has taken counts.
    """
    squeezed = _Squeezed(article)
    whole: dict[str, list[int]] = {}
    for index, each in enumerate(article.claims):
        whole.setdefault("".join(each.text.split()), []).append(index)
    taken: dict[str, int] = {}
    found: list[tuple[int, ...] | None] = []
    for claim in claims:
        words, is_open = _words(claim.text)
        if words and whole.get(words):  # the very words of one claim, each once
            found.append((whole[words].pop(0),))
            continue
        start = squeezed.text.find(words, taken.get(words, 0)) if words else -1
        if start < 0:
            start = squeezed.text.find(words) if words else -1
        if start < 0:
            found.append(None)
            continue
        taken[words] = start + 1
        span = Span(squeezed.at(start), squeezed.at(start + len(words) - 1) + 1)
        found.append(_covered(article, span, is_open=is_open))
    return tuple(found)


class _Squeezed:
    """The article without white space and markers, and the way back to its offsets."""

    def __init__(self, article: Article) -> None:
        spans = sorted({marker.span for marker in article.markers})
        pieces: list[str] = []
        self._offsets = array("I")
        position = 0
        for span in [*spans, Span(len(article.text), len(article.text))]:
            for run in _RUN.finditer(article.text, position, span.start):
                pieces.append(run[0])
                self._offsets.extend(range(run.start(), run.end()))
            position = max(position, span.end)
        self.text = "".join(pieces)

    def at(self, index: int) -> int:
        """Return the offset in the article of a character of the squeezed text."""
        return self._offsets[index]


def _words(text: str) -> tuple[str, bool]:
    stripped = text.strip()
    ellipsis = next((each for each in _ELLIPSES if stripped.endswith(each)), "")
    words = "".join(stripped.removesuffix(ellipsis).split()) if ellipsis else "".join(stripped.split())
    return words, bool(ellipsis)


def _covered(article: Article, span: Span, *, is_open: bool) -> tuple[int, ...]:
    """Return the claims whose words lie in the span; the one that an open text begins; else the one around it."""
    inside, around = [], []
    for index, claim in enumerate(article.claims):
        words = Span(claim.span.start, claim.markers[0].span.start if claim.markers else claim.span.end)
        if words.start >= span.end + 1 or claim.span.end <= span.start:
            continue
        whole = span.start <= words.start and words.end <= span.end + 1
        opened = is_open and claim.sentence.start <= span.start < claim.sentence.end and words.end > span.start
        if whole or opened:
            inside.append(index)
        elif max(words.start, span.start) < min(words.end, span.end):
            around.append(index)
    return tuple(inside or around[:1])


def cites_of(claims: Sequence[RegistryClaim], located: Sequence[tuple[int, ...] | None]) -> dict[int, list[str]]:
    """Return the references that the registry gives for each claim of the article, by its index."""
    cites: dict[int, list[str]] = {}
    for claim, place in zip(claims, located, strict=True):
        for index in place or ():
            cites.setdefault(index, []).extend(each for each in claim.cites if each not in cites.get(index, []))
    return cites

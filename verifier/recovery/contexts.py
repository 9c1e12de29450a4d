"""The words around each claim: its clause, what led up to it, the rest of its paragraph, the paragraphs beside it."""

import re
from collections import Counter
from collections.abc import Iterator

from verifier.model.article import Article, Span
from verifier.recovery.terms import stems, terms
from verifier.values import frozen

ZONES = 4
_CLAIMS_IN_CONTEXT = 40  # a paragraph that backs more claims (a text without line breaks) is no context
_MOSTLY = 0.6  # of its places inside a sentence a name is written with a capital
_INSIDE = re.compile(r"(?<=[\w,;:] )[^\W\d_]\w*")  # a word that does not begin a sentence
_NOTHING: frozenset[str] = frozenset()


@frozen
class Context:
    """The words of one claim by nearness.

    `clause` is the claim itself; `before` stands between the marker before and the clause, without a source of its
    own; `paragraph` is the rest, with the section's heading; `near` are the paragraphs before and behind.
    """

    clause: frozenset[str]
    before: frozenset[str] = _NOTHING
    paragraph: frozenset[str] = _NOTHING
    near: frozenset[str] = _NOTHING

    @property
    def zones(self) -> tuple[frozenset[str], ...]:
        """Return the words from the nearest to the farthest."""
        return self.clause, self.before, self.paragraph, self.near


def of_claims(article: Article) -> tuple[Context, ...]:
    """Return the context of every claim, in order."""
    reader = _Reader(article)
    contexts = []
    paragraph, position = Span(0, 0), 0
    for claim in article.claims:
        start = position if claim.paragraph == paragraph else claim.paragraph.start
        before = reader.words(Span(start, claim.span.start)) if start < claim.span.start else _NOTHING
        around = reader.around(claim.paragraph, claim.section)
        contexts.append(Context(terms(claim.text), before, around, reader.near(claim.paragraph)))
        paragraph, position = claim.paragraph, claim.span.end
    return tuple(contexts)


def names(article: Article) -> frozenset[str]:
    """Return the words (stemmed) that the text writes with a capital where no sentence begins."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for paragraph in article.paragraphs:
        for match in _INSIDE.finditer(article.text, paragraph.start, paragraph.end):
            (capital if match[0][0].isupper() else small)[match[0].lower()] += 1
    written: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for word, stem in _stemmed({*capital, *small}):
        written[stem] += capital[word]
        total[stem] += capital[word] + small[word]
    return frozenset(stem for stem, count in written.items() if count > _MOSTLY * total[stem])


def _stemmed(words: set[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        for stem in stems(word):
            yield word, stem


class _Reader:
    """Reads the words of spans, each span once."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._paragraphs = article.paragraphs
        self._place = {span: index for index, span in enumerate(article.paragraphs)}
        self._crowd = Counter(claim.paragraph for claim in article.claims)
        self._section = {claim.paragraph: claim.section for claim in article.claims}
        self._words: dict[Span, frozenset[str]] = {}
        self._near: dict[Span, frozenset[str]] = {}
        self._around: dict[tuple[Span, str], frozenset[str]] = {}

    def words(self, span: Span) -> frozenset[str]:
        """Return the words of a span."""
        if span not in self._words:
            self._words[span] = terms(self._text[span.start : span.end])
        return self._words[span]

    def paragraph(self, span: Span) -> frozenset[str]:
        """Return the words of a paragraph, none of one that is no context."""
        return self.words(span) if self._crowd[span] <= _CLAIMS_IN_CONTEXT else _NOTHING

    def around(self, span: Span, section: str) -> frozenset[str]:
        """Return the words of a paragraph and of the heading it stands under."""
        if (span, section) not in self._around:
            self._around[span, section] = self.paragraph(span) | terms(section)
        return self._around[span, section]

    def near(self, span: Span) -> frozenset[str]:
        """Return the words of the paragraphs before and behind, if they stand in the same section."""
        if span not in self._near:
            self._near[span] = frozenset().union(*(self.paragraph(each) for each in self._beside(span)))
        return self._near[span]

    def _beside(self, span: Span) -> Iterator[Span]:
        index = self._place.get(span)
        if index is None or self._crowd[span] > _CLAIMS_IN_CONTEXT:
            return
        for place in (index - 1, index + 1):
            if 0 <= place < len(self._paragraphs):
                each = self._paragraphs[place]
                if self._section.get(each, self._section.get(span)) == self._section.get(span):
                    yield each

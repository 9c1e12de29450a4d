"""The words around each claim: its clause, the rest of its sentence, the rest of its paragraph."""

from collections import Counter

from verifier.model.article import Article, Span
from verifier.recovery.terms import Context, stems

_CLAIMS_IN_CONTEXT = 40  # a paragraph that backs more claims (a text without line breaks) is no context


def of_claims(article: Article) -> tuple[Context, ...]:
    """Return the context of every claim, in order."""
    crowd = Counter(claim.paragraph for claim in article.claims)
    words: dict[Span, frozenset[str]] = {}

    def words_of(span: Span) -> frozenset[str]:
        if span not in words:
            words[span] = stems(article.text[span.start : span.end])
        return words[span]

    contexts = []
    for claim in article.claims:
        wide = crowd[claim.paragraph] <= _CLAIMS_IN_CONTEXT
        paragraph = words_of(claim.paragraph) if wide else frozenset()
        contexts.append(Context(stems(claim.text), words_of(claim.sentence), paragraph))
    return tuple(contexts)

"""Whether an article is in English, for rules that know English words only.

A format that declares its language is believed. Wikitext declares none, so its own words are looked at: English prose
is a quarter made of a few dozen little words, and no other language has them. A page without prose is told by its
headings and by the names of its templates.
"""

import re
from collections.abc import Iterator
from itertools import islice

from verifier.citations.cs1 import names, source
from verifier.model.article import Article

_LITTLE = frozenset(
    "the of and in to a was is for as on with by that from at it he his an are were which be this or had has not but "
    "she her they their its after also who been one have first".split()
)
_ENOUGH, _SHARE = 40, 0.15  # words from which prose decides, and how many of them are little ones
_LOOKED_AT = 400  # words
_WORD = re.compile(r"[^\W\d_]+")


def is_english(article: Article) -> bool:
    """Tell whether the article is known to be in English; readers of other formats take any article for English."""
    if article.language:
        return article.language.lower().partition("-")[0] == names.ENGLISH
    if article.format != "wikitext":
        return True
    words = list(islice(_prose(article), _LOOKED_AT))
    share = sum(word in _LITTLE for word in words) / max(1, len(words))
    if len(words) >= _ENOUGH:
        return share >= _SHARE
    return not _is_foreign(article) and (share >= _SHARE or _has_headings(article, english=True))


def _prose(article: Article) -> Iterator[str]:
    for span in article.paragraphs:
        for word in _WORD.finditer(article.text, span.start, span.end):
            yield word[0].lower()


def _is_foreign(article: Article) -> bool:
    """Tell whether headings or templates are those of another wiki."""
    kinds = (source.kind_of(each.name) for each in article.templates)
    return _has_headings(article, english=False) or any(language not in ("", names.ENGLISH) for _, language in kinds)


def _has_headings(article: Article, *, english: bool) -> bool:
    folded = {names.fold(article.text[span.start : span.end].strip()) for span in article.headings}
    wikis = [each for each in names.wikis() if (each.language == names.ENGLISH) == english]
    return any(heading in folded for wiki in wikis for heading in wiki.headings)

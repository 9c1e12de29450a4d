"""Words and figures as evidence: which ones count, and what each part of an entry says with them.

No month names, and no figures that could be a day: they would count dates twice. Words are stemmed and synonyms made
one. What a word is worth is told in verifier/recovery/wording.py.
"""

import re
from collections.abc import Collection, Iterator
from enum import IntEnum
from urllib.parse import urlsplit

from verifier.dates import MONTHS, SEASONS
from verifier.model.article import Citation
from verifier.recovery.stemming import stem
from verifier.recovery.synonyms import SYNONYMS
from verifier.text import words

_STOP = frozenset(
    "the and for with that this from was were are has have had not but its his her their they them she you our out "
    "who whom which what when where why how all any both each few more most other some such only own same than too "
    "very can will would could should may might must shall into onto over under after before between during through "
    "about against again further then once here there also been being did does doing because until while upon within "
    "without among amid per via said says say including include includes according reportedly several many much one "
    "two three four five six seven eight nine ten first second third later latter former new retrieved archived "
    "original accessed".split()
)
_DATE_WORDS = frozenset(name.lower() for name in (*MONTHS, *SEASONS))
_WEB = frozenset("www http https com org net html htm php asp aspx jsp cgi index default pdf article articles".split())
_FIGURE = re.compile(r"(?<![\w.,])[$\u00a3\u20ac]?(\d+(?:[.,]\d+)*)")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_LAST_DAY = 31

Terms = tuple[tuple[str, "Kind"], ...]


class Kind(IntEnum):
    """What a term is in its entry: a name or another word of the title, an author or a year, a figure, the rest."""

    NAME = 0
    TITLE = 1
    AUTHOR = 2
    OTHER = 3
    FIGURE = 4


def stems(text: str) -> frozenset[str]:
    """Return the words of the text that count as evidence, stemmed, each for all its synonyms."""
    kept = (word for word in set(words(text)) if len(word) >= 3 and word not in _STOP and word not in _DATE_WORDS)
    stemmed = (stem(word) for word in kept if not word[0].isdigit())
    return frozenset(SYNONYMS.get(word, word) for word in stemmed)


def figures(text: str) -> frozenset[str]:
    """Return the numbers that cannot be a day of a month: "163" of "$163M", "3.5", "2011"."""
    found = (match[1].replace(",", "") for match in _FIGURE.finditer(text))
    return frozenset(each for each in found if not each.isdecimal() or int(each[:6]) > _LAST_DAY)


def terms(text: str) -> frozenset[str]:
    """Return words and figures of running text; a figure begins with a digit, a word never does."""
    return stems(text) | figures(text)


def of_citation(citation: Citation, names: Collection[str]) -> Terms:
    """Return the terms of an entry, each once and as what says most; `names` are the words the text writes as names."""
    found: dict[str, Kind] = {}
    for text in (citation.title, citation.translated):
        for word in sorted(stems(text or "")):
            found.setdefault(word, Kind.NAME if word in names else Kind.TITLE)
        for figure in sorted(figures(text or "")):
            found.setdefault(figure, Kind.AUTHOR if _YEAR.fullmatch(figure) else Kind.FIGURE)
    for word in sorted(stems(citation.author or "")):
        found.setdefault(word, Kind.AUTHOR)
    rest = (citation.outlet or "", *citation.details, citation.tail, " ".join(web_words(citation.url or "")))
    for word in sorted(stems(" ".join(rest))):
        found.setdefault(word, Kind.OTHER)
    return tuple(found.items())


def web_words(url: str) -> Iterator[str]:
    """Yield the words of an address that could be told by people: of its host and of its path."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return
    for word in re.findall(r"[^\W\d_]{3,}", f"{parts.netloc} {parts.path}"):
        if word.lower() not in _WEB:
            yield word

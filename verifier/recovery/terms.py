"""Words as evidence: which words an entry shares with a claim, weighed by how rare they are in this document.

No month names, no bare numbers and years: they would count dates twice. Words are stemmed and synonyms made one.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from verifier.dates import MONTHS, SEASONS
from verifier.recovery.stemming import stem
from verifier.recovery.synonyms import SYNONYMS
from verifier.text import words

_STOP = frozenset(
    "the and for with that this from was were are has have had not but its his her their they them she you our out "
    "who whom which what when where why how all any both each few more most other some such only own same than too "
    "very can will would could should may might must shall into onto over under after before between during through "
    "about against again further then once here there also been being did does doing because until while upon within "
    "without among amid per via said says say including include includes according reportedly several many much one "
    "two three four five six seven eight nine ten first second third later new retrieved archived original "
    "accessed".split()
)
_DATE_WORDS = frozenset(name.lower() for name in (*MONTHS, *SEASONS))


def stems(text: str) -> frozenset[str]:
    """Return the words of the text that count as evidence, stemmed, each for all its synonyms."""
    kept = (word for word in set(words(text)) if len(word) >= 3 and word not in _STOP and word not in _DATE_WORDS)
    stemmed = (stem(word) for word in kept if not word[0].isdigit())
    return frozenset(SYNONYMS.get(word, word) for word in stemmed)


@dataclass(frozen=True, slots=True)
class Idf:
    """Inverse document frequencies over the entries and the claim sentences of one article."""

    total: int
    counts: Mapping[str, int]

    @classmethod
    def of(cls, documents: Iterable[frozenset[str]]) -> "Idf":
        """Count in how many documents each word stands."""
        counts: Counter[str] = Counter()
        total = 0
        for document in documents:
            counts.update(document)
            total += 1
        return cls(total, counts)

    def weight(self, word: str) -> float:
        """Return ln((N + 1) / (f + 0.5)), never below 0."""
        return max(0.0, math.log((self.total + 1) / (self.counts.get(word, 0) + 0.5)))


@dataclass(frozen=True, slots=True)
class Context:
    """The words of one claim by nearness: clause, the rest of the sentence, the rest of the paragraph."""

    clause: frozenset[str]
    sentence: frozenset[str]
    paragraph: frozenset[str]

    def nearness(self, word: str) -> float:
        """Return g: 1 in the clause, 0.6 in the sentence, 0.3 in the paragraph, else 0."""
        if word in self.clause:
            return 1.0
        if word in self.sentence:
            return 0.6
        return 0.3 if word in self.paragraph else 0.0

    @property
    def near(self) -> frozenset[str]:
        """Return the words of the whole sentence."""
        return self.clause | self.sentence

    @property
    def all(self) -> frozenset[str]:
        """Return all words."""
        return self.near | self.paragraph


def shared(entry: frozenset[str], contexts: Sequence[Context], idf: Idf) -> tuple[str, ...]:
    """Return the words an entry shares with the clauses or sentences of some claims, the rarest first."""
    common = {word for context in contexts for word in entry & context.near}
    return tuple(sorted(common, key=lambda word: (-idf.weight(word), word)))

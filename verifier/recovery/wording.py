"""What shared words are worth, in nats: how much likelier a claim that has them is the one an entry stands behind.

A word of an entry was either taken from near its claim, with a chance that depends on what the word is and how near
(`_TAKEN`), or it is there by chance, as often as in all claims of this article. The ratio of the two is the evidence: a
word that one claim has says much, a word that is everywhere says nothing, and a word that other claims have and this
one does not speaks a little against it. If more entries than claims have a word, its chance is less by that ratio.

The chances are counted on 66 English Wikipedia articles (shared data, dumps and wikitext): how often a word of an entry
stands in the zone of its own claim beyond what is expected by chance. `_WEIGHT` allows for words that come in company,
`UNRELATED` for entries that share nothing with their own claim but much with another, `BESIDE` for those whose words
are told by the claim before or behind.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verifier.recovery.contexts import ZONES, Context
from verifier.recovery.terms import Kind, Terms

# By zone (clause, before, paragraph, near), for words that are known under another form the line of OTHER.
_TAKEN = {
    Kind.NAME: (0.315, 0.087, 0.075, 0.03),
    Kind.TITLE: (0.23, 0.048, 0.055, 0.02),
    Kind.AUTHOR: (0.18, 0.04, 0.03, 0.015),
    Kind.OTHER: (0.10, 0.025, 0.035, 0.02),
    Kind.FIGURE: (0.034, 0.009, 0.007, 0.003),
}
_WEIGHT = 0.75
UNRELATED = 0.1
BESIDE = 0.01
MOST = 100.0  # nats, so that no text however long leaves the range of floats
_BEGINNING = 5  # letters that two forms of a longer word share ("science", "scientific")

Posting = Mapping[int, int]  # claim -> zone
Gains = tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """One word of an entry: where the text has it (`places`) and what each zone is worth over `absent`.

    `is_form` tells that the text has other words that begin like it, and `text` is that beginning.
    """

    text: str
    kind: Kind
    places: Posting
    gains: Gains
    absent: float
    is_form: bool = False


class Wording:
    """The words of all entries against the contexts of all claims."""

    def __init__(self, sources: Sequence[Terms], contexts: Sequence[Context]) -> None:
        self._claims = len(contexts)
        self._common = Counter(word for source in sources for word, _ in source)
        self._places = _Places(list(self._common), contexts)
        self._heads = Counter(head for source in sources for head in {_head(word) for word, _ in source} if head)
        self._gains: dict[tuple[str, Kind], tuple[Gains, float]] = {}
        self.entries = [tuple(self._words(source)) for source in sources]
        self.absent = [sum(word.absent for word in words) for words in self.entries]

    def value(self, entry: int, claims: Sequence[int]) -> float:
        """Return the evidence of the words for the number that these claims cite, 0 without any; not yet floored."""
        if not claims:
            return 0.0
        total = 0.0
        for word in self.entries[entry]:
            for claim in claims:
                zone = word.places.get(claim)
                if zone is not None:
                    total += word.gains[zone]
        return min(MOST, self.absent[entry] + total / len(claims))

    def shared(self, entry: int, claims: Sequence[int]) -> list[tuple[Word, float]]:
        """Return the words that speak for the claims and by how much, those that say most first.

        Words that only stand in the paragraphs beside are left out.
        """
        near = ZONES - 1
        found = []
        for word in self.entries[entry]:
            zones = [word.places[claim] for claim in claims if word.places.get(claim, near) < near]
            gain = word.absent + max((word.gains[zone] for zone in zones), default=0.0)
            if zones and gain > 0:
                found.append((word, gain))
        return sorted(found, key=lambda pair: -pair[1])

    def _words(self, source: Terms) -> Iterator[Word]:
        forms = set()
        for text, kind in source:
            if places := self._places.exact.get(text):
                yield Word(text, kind, places, *self._worth(text, kind, places, self._common[text]))
                continue
            head = _head(text)
            if head not in forms and (places := self._places.heads.get(head)):
                forms.add(head)
                worth = self._worth(head, Kind.OTHER, places, self._heads[head])
                yield Word(head, Kind.OTHER, places, *worth, is_form=True)

    def _worth(self, word: str, kind: Kind, places: Posting, common: int) -> tuple[Gains, float]:
        """Return what each zone adds to the absence of the word, and what its absence says."""
        if (word, kind) not in self._gains:
            counts = Counter(places.values())
            free = min(1.0, len(places) / common)
            taken = [free * share if counts[zone] else 0.0 for zone, share in enumerate(_TAKEN[kind])]
            chance = 1.0 - sum(taken)
            gains = (
                _WEIGHT * math.log1p(taken[zone] * self._claims / (counts[zone] or 1) / chance) for zone in range(ZONES)
            )
            self._gains[word, kind] = tuple(gains), _WEIGHT * math.log(chance)
        return self._gains[word, kind]


class _Places:
    """Where the words of entries stand: by word, and by beginning for those that stand nowhere as such."""

    def __init__(self, wanted: Sequence[str], contexts: Sequence[Context]) -> None:
        sets = {id(zone): zone for context in contexts for zone in context.zones}
        known = frozenset().union(*sets.values())
        missing = {head for word in wanted if word not in known and (head := _head(word))}
        forms = {word: head for word in known if (head := _head(word)) in missing}
        useful = known.intersection(wanted) | forms.keys()
        kept = {key: zone & useful for key, zone in sets.items()}
        self.exact: dict[str, dict[int, int]] = {}
        self.heads: dict[str, dict[int, int]] = {}
        for claim, context in enumerate(contexts):
            for zone, found in enumerate(context.zones):
                for word in kept[id(found)]:
                    self.exact.setdefault(word, {}).setdefault(claim, zone)
                    if word in forms:
                        self.heads.setdefault(forms[word], {}).setdefault(claim, zone)


def _head(word: str) -> str:
    """Return the beginning that two forms of a word share, "" for one that is too short or a figure."""
    return word[:_BEGINNING] if len(word) > _BEGINNING and not word[0].isdigit() else ""


def floored(values: Sequence[float]) -> list[float]:
    """Return the evidence for each of the numbers an entry may have, in order, knowing that its words may mislead.

    With the chance `UNRELATED` they say nothing, and with the chance `BESIDE` each, they were taken from the text of
    the number before or behind, so no number falls further behind another than that allows.
    """
    top = max(values)
    level = top + math.log(sum(math.exp(value - top) for value in values) / len(values))
    ratios = [math.exp(value - level) for value in values]
    beside = zip([1.0, *ratios[:-1]], ratios, [*ratios[1:], 1.0], strict=True)
    own = 1.0 - UNRELATED - 2 * BESIDE
    return [math.log(own * here + BESIDE * (before + behind) + UNRELATED) for before, here, behind in beside]

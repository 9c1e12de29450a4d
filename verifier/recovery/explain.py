"""Say in words why an entry has a number: links, dates and lag, what the text shares with each part of the entry.

What is shared is told with how much likelier it makes the number; and what other numbers would contradict.
"""

from collections.abc import Iterator, Mapping, Sequence

from verifier.model.article import Citation, Claim, Entry
from verifier.model.dates import Dates
from verifier.model.recovery import Event
from verifier.recovery.dating import is_veto
from verifier.recovery.score import Scores
from verifier.recovery.terms import terms, web_words
from verifier.recovery.wording import Word
from verifier.text import times

_WORDS = 6  # shared words that are named
_NEIGHBOURS = 3  # numbers on either side whose contradictions are named


class Teller:
    """Tells the evidence for one pair of an entry (0-based) and a number."""

    def __init__(
        self,
        entries: Sequence[Entry],
        claims: Sequence[Claim],
        events: Sequence[Event],
        scores: Scores,
        cited_by: Mapping[int, Sequence[int]],
        linked: Mapping[int, int],
    ) -> None:
        self._entries = entries
        self._claims = claims
        self._events = events
        self._scores = scores
        self._cited_by = cited_by
        self._linked = linked

    def sentences(self, entry: int, number: int) -> Iterator[str]:
        """Yield one sentence per fact."""
        if self._linked.get(entry) == number:
            yield f"its link is kept: [{number}] leads here"
        claims = self._cited_by.get(number, ())
        if not claims:
            yield f"nothing in this text cites [{number}]"
        else:
            yield from self._dates(entry, claims)
            yield from self._words(entry, claims)
        yield from self._vetoes(entry, number)

    def _dates(self, entry: int, claims: Sequence[int]) -> Iterator[str]:
        published = self._entries[entry].citation.published
        for event in (self._events[claim] for claim in claims):
            if event.dates is None or published is None:
                continue
            source = "claim" if not event.inherited else "paragraph"
            yield f"published {published}, the {source} tells of {event.dates}{lag_words(event, published)}"
            return
        if published is None:
            yield "the entry gives no publication date"
        else:
            yield f"published {published}, the claim gives no date"

    def _words(self, entry: int, claims: Sequence[int]) -> Iterator[str]:
        left = dict(self._scores.wording.shared(entry, claims))
        for told, text in _parts(self._entries[entry].citation):
            printed: dict[str, float] = {}
            for shown in _plain_words(text):
                for word in [each for each in left if _means(shown, each)]:
                    printed[shown] = printed.get(shown, 0.0) + left.pop(word)
            if printed:
                most = sorted(printed, key=lambda shown: -printed[shown])[:_WORDS]
                named = ", ".join(shown for shown in printed if shown in most)
                yield f"{told}: {named} ({times(sum(printed.values()))})"

    def _vetoes(self, entry: int, number: int) -> Iterator[str]:
        published = self._entries[entry].citation.published
        printed, near = entry + 1, range(number - _NEIGHBOURS, number + _NEIGHBOURS + 1)
        for each in dict.fromkeys([printed, *near]):
            if each == number:
                continue
            events = [self._events[claim] for claim in self._cited_by.get(each, ())]
            event = next((event for event in events if is_veto(event, published)), None)
            if event is not None:
                yield f"not [{each}]: that tells of {event.dates}, after the publication"


def lag_words(event: Event, published: Dates) -> str:
    """Return ": 3 days later" for a publication after the event, "" where one of the two is no day."""
    days = event.lag(published)
    if days is None:
        return ""
    later = "later" if days > 0 else "earlier"
    return ": the same day" if days == 0 else f": {abs(days)} day{'s' if abs(days) != 1 else ''} {later}"


def _parts(citation: Citation) -> Iterator[tuple[str, str]]:
    """Yield the parts of an entry with what is said of them."""
    yield "shared words", " ".join(part for part in (citation.title, citation.translated) if part)
    yield "the text names its author", citation.author or ""
    yield "the text names its outlet", citation.outlet or ""
    yield "the text has words of its details", " ".join((*citation.details, citation.tail))
    yield "the text has words of its address", " ".join(web_words(citation.url or ""))


def _means(shown: str, word: Word) -> bool:
    """Tell whether a printed word is this word of the entry, or begins like it where the text has another form."""
    found = terms(shown)
    return word.text in found or (word.is_form and any(each.startswith(word.text) for each in found))


def _plain_words(text: str) -> list[str]:
    return [word.strip("\"'\u2018\u2019\u201c\u201d.,;:!?()[]#\u2026") for word in text.split()]

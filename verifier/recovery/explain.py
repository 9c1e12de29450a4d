"""Say in words why an entry has a number: dates and lag, shared words, and what other numbers would contradict."""

from collections.abc import Iterator, Mapping, Sequence

from verifier.model.article import Claim, Entry
from verifier.model.dates import Dates
from verifier.model.recovery import Event
from verifier.recovery.dating import is_veto
from verifier.recovery.score import Scores
from verifier.recovery.terms import stems

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
    ) -> None:
        self._entries = entries
        self._claims = claims
        self._events = events
        self._scores = scores
        self._cited_by = cited_by

    def sentences(self, entry: int, number: int) -> Iterator[str]:
        """Yield one sentence per fact."""
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
        common = {word.text for word in self._scores.wording.shared(entry, claims)}
        citation = self._entries[entry].citation
        text = " ".join(part for part in (citation.title, citation.author, citation.outlet) if part)
        printed = [word for word in _plain_words(text) if stems(word) & common]
        if printed:
            yield f"shared words: {', '.join(list(dict.fromkeys(printed))[:_WORDS])}"

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


def _plain_words(text: str) -> list[str]:
    return [word.strip("\"'\u2018\u2019\u201c\u201d.,;:!?()[]#\u2026") for word in text.split()]

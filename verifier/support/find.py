"""Look for each fact of a claim on a page, variants allowed: what stands where, in which form, or nowhere."""

from verifier.support import bearers, counts, measures, quotes, spellings, values
from verifier.support.dates import Date
from verifier.support.facts import Claim, Fact
from verifier.support.found import CONFLICT, FOUND, NEVER, NOT_CHECKED, Found, Place
from verifier.support.index import Index
from verifier.support.numbers import Number
from verifier.support.quotes import Quote


def look(claim: Claim, index: Index, known: frozenset[str] = frozenset()) -> list[Found]:
    """Return what was found of each fact, in order; `known` are the folded words of the article's title."""
    found = []
    for fact in claim.facts:
        if isinstance(fact.value, Number):
            made = counts.checked(values.of_number(fact, fact.value, claim, index), claim, index)
        elif isinstance(fact.value, Date):
            made = values.of_date(fact, fact.value, claim, index)
        elif isinstance(fact.value, Quote):
            made = _quote(fact, fact.value, index)
        else:
            if spellings.is_word(fact.value, claim, index):
                continue
            made = spellings.of_name(fact, fact.value, claim, index, known)
            made = bearers.checked(made, [claim.words[place] for place in fact.value.words], index)
        found.append(_whole(made, index))
    return measures.joined(claim, found)


def _whole(found: Found, index: Index) -> Found:
    """Say of a page that was cut only what stands on it."""
    if index.whole or found.status not in (NEVER, CONFLICT):
        return found
    return Found(found.fact, NOT_CHECKED, rivals=found.rivals, tried=found.tried)


def _quote(fact: Fact, quote: Quote, index: Index) -> Found:
    words = [each for each in index.words if each.kind != "sign"]
    at = quotes.find(quote, words)
    if at is not None:
        start, end = words[at[0]].start, words[at[1] - 1].end
        return Found(fact, FOUND, (Place(start, end, index.sentence_of(start)),))
    if not words or not quote.is_speech:
        return Found(fact, NOT_CHECKED)
    first, last, share = quotes.closest(quote, words)
    start, end = words[first].start, words[last - 1].end
    if share >= quotes.CLOSE:
        return Found(fact, CONFLICT, rivals=(Place(start, end, index.sentence_of(start), "the closest passage"),))
    return Found(fact, NEVER, weight=0.3)

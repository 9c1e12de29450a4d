"""What a page is said to say of a claim, for the tests of this folder."""

import datetime as dt

from verifier.model.support import Assessment
from verifier.pages.reading import of_text
from verifier.support import facts, find, judge
from verifier.support.index import Index
from verifier.support.language import language

ENGLISH = language("en")


def judged(claim: str, page: str) -> Assessment:
    """Return what is said of the claim, by a page of an unknown day."""
    reading = of_text(page)
    return judge.assess("c1", "r1", claim, Index(reading.text, reading.sentences, ENGLISH))


def status(claim: str, page: str, said: str, published: dt.date | None = None) -> str:
    """Return the status of the fact of the claim that is written `said`."""
    reading = of_text(page)
    index = Index(reading.text, reading.sentences, ENGLISH, published=[published] if published else [])
    told = find.look(facts.read(claim, ENGLISH), index)
    return next(each.status for each in told if claim[each.fact.start : each.fact.end] == said)

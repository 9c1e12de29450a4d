"""Judge a claim on a page: statuses of its facts, passages that carry them, a verdict and how sure it is.

The first that holds: another value of the same thing (contradicted); hardly a word of it and most facts nowhere
(not-found); a fact that stands nowhere, or counts that were fitted to tell (partial); else supported, at a level that
says how much stands together. Where nothing can be checked nothing is judged.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import cast

from verifier.model.article import Span
from verifier.model.support import Assessment, FactStatus, LevelName, Passage, StatusName, VerdictName
from verifier.prose import sentences
from verifier.support import bind, conflict, facts, features, find, misspelt, passages, ranking, ranks, told
from verifier.support.bind import Bond
from verifier.support.digits import LONGEST
from verifier.support.facts import Claim
from verifier.support.fitted import fitted
from verifier.support.found import CONFLICT, ELSEWHERE, NEVER, NOT_CHECKED, UNDECIDED, Found
from verifier.support.index import Index
from verifier.support.passages import Matched
from verifier.support.quotes import Quote
from verifier.support.words import cut
from verifier.values import frozen

LITTLE = 0.45  # of the claim's weighted words in three passages, below which it is not what the page is about
_HARDLY = 0.27  # below which it is not, whatever of its facts stands there
SHOWN = 5  # best sentences that count as near
_UNCHECKABLE = (0.45, 0.85)  # coverage between which a claim without facts is not judged
_SENTENCES = 12  # of a claim that are weighed each; more has only a claim made to cost time
_BOUND = 1.0  # logarithm of the ratio from which on another value is worth a note


@frozen
class Weighed:
    """A claim and a page, with all that was found and counted; `about` are the sentences that have most of its words.

    `plain` is where its words stand before the facts are credited that stand in another form.
    """

    matched: Matched
    found: tuple[Found, ...]
    bonds: tuple[Bond, ...]
    about: tuple[int, ...]
    counts: dict[str, float]
    score: float
    plain: Matched

    @property
    def best(self) -> tuple[int, ...]:
        """Return the sentences that carry its facts, too: to be shown only.

        A value must not be called near because its own sentence was chosen for it.
        """
        return tuple(ranking.together(self.plain, self.found))


def weigh(claim: Claim, index: Index, title: str = "") -> Weighed:
    """Return what is found and counted of the claim; `title` is the article's, whose words are no news.

    A claim of several sentences is as likely wrong as the worst of them, and as near together as the one that is least.
    """
    whole = _weigh(claim, index, title)
    parts = [_weigh(facts.read(each, index.language), index, title) for each in _sentences(claim)]
    if len(parts) < 2:
        return whole
    counts = whole.counts | {
        "three": sum(each.counts["three"] for each in parts) / len(parts),
        "window": min(each.counts["window"] for each in parts),
    }
    return replace(whole, counts=counts, score=max(each.score for each in parts))


def _sentences(claim: Claim) -> list[str]:
    """Return the sentences of a claim, which end with a full stop that is no fact's ("7. April").

    "!" is as often part of a name ("Shout! Factory").
    """
    text = claim.text
    ends = [span.end for span in sentences.split(text, Span(0, len(text)), ()) if text[span.end - 1] not in "!?"]
    known = [each for each in ends if not any(fact.start < each < fact.end for fact in claim.facts)]
    cuts = [0, *known[:_SENTENCES], len(text)]
    return [text[start:end] for start, end in pairwise(cuts) if text[start:end].strip()]


def _weigh(claim: Claim, index: Index, title: str) -> Weighed:
    known = frozenset(word.fold for word in cut(title))
    found = tuple(find.look(claim, index, known))
    plain = passages.match(claim, index, facts.read(title, index.language))
    matched = passages.credited(plain, found)
    about = tuple(ranking.about(matched))
    bonds = tuple(bind.bonds(matched, found))
    counts = features.count(matched, found, bonds, about)
    return Weighed(matched, found, bonds, about, counts, fitted().score(counts), plain)


def assess(claim_id: str, reference: str, text: str, index: Index, title: str = "") -> Assessment:
    """Return what the page says of the claim."""
    claim = facts.read(text, index.language)
    weighed = weigh(claim, index, title)
    verdict, level, reason = verdict_of(weighed)
    best = weighed.best
    shown = told.passages_of(weighed.matched, weighed.found, weighed.bonds, best)
    statuses = tuple(status_of(each, weighed, text) for each in weighed.found)
    return Assessment(
        claim_id,
        reference,
        verdict,
        level,
        reason,
        told.why(verdict, reason, statuses, index),
        statuses,
        tuple(Passage(start, end, index.text[start:end]) for start, end in shown),
        told.missing(weighed.matched, best),
        told.notes(claim, weighed.matched, best, weighed.bonds, text),
        index.size,
        round(weighed.score, 4),
        bool(shown) and index.text.count(index.text[shown[0][0] : shown[0][1]]) == 1,
    )


def verdict_of(weighed: Weighed) -> tuple[VerdictName, LevelName | None, str]:
    """Return verdict, level and reason."""
    matched, found = weighed.matched, weighed.found
    if not facts.says_something(matched.claim):
        return "not-judged", None, "no-statement"
    missing = [each for each in found if each.status == NEVER]
    three, limits = weighed.counts["three"], fitted()
    if clash := contradiction(weighed):
        return "contradicted", "high" if clash >= conflict.STRICT else "medium", "other-value"
    if not matched.index.whole:
        return _of_cut_page(weighed)
    checked = [each for each in found if each.status != NOT_CHECKED]
    if (three < LITTLE and (len(missing) * 2 >= len(checked) if checked else three < _HARDLY)) or three < _HARDLY:
        return "not-found", "high" if len(missing) >= 2 or three < _HARDLY else "medium", "hardly-a-word"
    if not checked and _UNCHECKABLE[0] < three < _UNCHECKABLE[1]:
        return "not-judged", None, "nothing-to-check"
    if features.unmet(found) >= 0.5:
        return "partial", "high" if len(missing) >= 2 else "medium", _lacking(found)
    if weighed.score >= limits.flag:
        unbound = any(features.ratio(each) >= _BOUND for each in weighed.bonds)
        return "partial", "medium" if weighed.score >= limits.sure else "low", "unbound" if unbound else "words-missing"
    if told.denied(matched, weighed.about):
        return "not-judged", None, "denied"
    if any(sum(map(str.isdigit, each.fold)) > LONGEST for each in matched.claim.words if each.kind == "figure"):
        return "not-judged", None, "unread-number"
    if altered := _altered(weighed):
        return "partial", "low", altered
    return (
        "supported",
        _support(weighed),
        "together" if weighed.counts["window"] >= limits.window else "no-problem-found",
    )


def _altered(weighed: Weighed) -> str:
    """Return the reason where the page has not just what the claim says: not its quotation, or a rank with it."""
    for status, reason in ((CONFLICT, "quote-altered"), (NEVER, "quote-missing")):
        values = (each.fact.value for each in weighed.found if each.status == status)
        if any(isinstance(each, Quote) and each.is_speech for each in values):
            return reason
    return "ranked" if ranks.lesser(weighed.matched) else ""


def _lacking(found: Sequence[Found]) -> str:
    """Return the reason where a fact is not met: it is missing, it is another's, or the page says it less precisely."""
    if any(each.status == NEVER for each in found):
        return "fact-missing"
    return "of-others" if any(each.is_unmet and each.status == ELSEWHERE for each in found) else "less-precise"


def _of_cut_page(weighed: Weighed) -> tuple[VerdictName, LevelName | None, str]:
    """Say of a page that was cut only that it supports a claim, where all of it stands there."""
    open_facts = any(each.status in (NOT_CHECKED, ELSEWHERE) for each in weighed.found)
    if (
        not open_facts
        and weighed.counts["window"] >= fitted().window
        and not told.denied(weighed.matched, weighed.about)
    ):
        return "supported", _support(weighed), "together"
    return "not-judged", None, "truncated-page"


def _support(weighed: Weighed) -> LevelName:
    """Return how sure support is: all facts near each other and the words with them, or only nothing missing.

    What rests on a date that the page leaves open, or on a name that it spells otherwise, is never sure.
    """
    if any(each.status == UNDECIDED or misspelt.is_slip(each) for each in weighed.found):
        return "low"
    near = features.near(weighed.about[:SHOWN], len(weighed.matched.index.sentences) - 1)
    gathered = all(
        each.places and not each.sentences.isdisjoint(near) for each in weighed.found if each.status != NOT_CHECKED
    )
    if gathered and weighed.counts["window"] >= fitted().window:
        return "high"
    return "medium" if gathered and weighed.score < fitted().flag / 2 else "low"


def contradiction(weighed: Weighed) -> float:
    """Return how surely a passage that is shown gives another value of the same thing, 0.0 if none does."""
    near = features.near(weighed.about[:SHOWN], len(weighed.matched.index.sentences) - 1)
    scores = [
        each.clash
        for each in weighed.found
        if each.status == NEVER and each.clash >= conflict.STRICT and each.rivals and each.rivals[0].sentence in near
    ]
    return max(scores, default=0.0)


def status_of(found: Found, weighed: Weighed, text: str) -> FactStatus:
    """Return the status of a fact as the report has it: with the page's words that carry it, or rival it."""
    fact, index = found.fact, weighed.matched.index
    status, place, rule = found.status, None, ""
    bond = next((each for each in weighed.bonds if each.found is found), None)
    if found.places:
        place = min(found.places, key=lambda each: (bond is None or each.sentence != bond.at, each.start))
        rule = place.rule
        if bond is not None and bond.rival is not None and features.ratio(bond) >= _BOUND:
            other = index.text[bond.rival.start : bond.rival.end]
            status, rule = ELSEWHERE, f"it stands apart from the rest of the claim; near that stands {other}"
    elif found.outside:
        rule = f"it stands only in {found.outside}"
    elif found.status == NEVER and found.clash >= conflict.STRICT and found.rivals:
        status, place, rule = CONFLICT, found.rivals[0], "the page has another value of the same thing"
    elif found.status == CONFLICT and found.rivals:
        place, rule = found.rivals[0], "the words are close, and not the same"
    elif found.status == NEVER:
        rule = told.searched(index, found)
    start, end = (place.start, place.end) if place else (None, None)
    shown = index.text[start:end] if place else None
    kind = cast(StatusName, status)
    return FactStatus(text[fact.start : fact.end], fact.kind, kind, fact.start, fact.end, start, end, shown, rule)

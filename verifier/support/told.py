"""Say in words and verbatim passages what was found: for the editor's card."""

from collections.abc import Sequence

from verifier.model.support import FactStatus
from verifier.support.bind import Bond
from verifier.support.facts import Claim
from verifier.support.features import near, stems
from verifier.support.found import CONFLICT, ELSEWHERE, NEVER, Found
from verifier.support.index import Index
from verifier.support.passages import Matched
from verifier.text import counted

_PASSAGES, _LONGEST = 3, 300  # passages that are shown, and characters of each
_DENIAL = 0.7  # of the claim's words in the denied sentence, from which on it is about the claim

_WHY = {
    "nothing-to-check": "the claim has no name, number or date that could be looked for; the closest passage is shown",
    "no-statement": "the claim is one thing alone, and says nothing of it that a page could support",
    "truncated-page": "only the beginning of the page was read, so that what was not found proves nothing",
    "denied": "the closest passage holds the claim's words and a denial: read it",
    "together": "every name, number and date stands on the page, and its words stand together",
    "no-problem-found": "every name, number and date stands on the page; whether it says the claim is for you to read",
    "hardly-a-word": "the page hardly has a word of the claim",
    "less-precise": "the page says it less precisely than the claim",
    "unread-number": "a number of the claim has more digits than are read",
    "quote-altered": "the page has the quotation in other words",
    "quote-missing": "the quotation of the claim stands nowhere on the page",
    "ranked": "the page says it with a rank that the claim leaves out, as in \u201csecond largest\u201d",
    "of-others": "a name or number of the claim stands on the page, and only for something else",
    "words-missing": "what the claim says stands on the page only in part",
    "unbound": "the values stand on the page, and not near the rest of the claim",
}


def why(verdict: str, reason: str, facts: Sequence[FactStatus], index: Index) -> str:
    """Return one plain sentence."""
    for status, words in ((CONFLICT, "the page gives"), (NEVER, "")):
        told = [each for each in facts if each.status == status and each.kind != "quote"]
        if told and reason in ("other-value", "fact-missing", "hardly-a-word"):
            first = told[0]
            if status == CONFLICT:
                return f"the claim says \u201c{first.text}\u201d; {words} \u201c{first.page_text}\u201d"
            names = ", ".join(f"\u201c{each.text}\u201d" for each in told[:3])
            return f"{names} {'stands' if len(told) == 1 else 'stand'} nowhere on the page ({index.size:,} words)"
    return _WHY.get(reason, reason)


def passages_of(
    matched: Matched, found: Sequence[Found], bonds: Sequence[Bond], best: Sequence[int]
) -> list[tuple[int, int]]:
    """Return up to three stretches of the page: the best sentence, and others only if they add a word or a fact."""
    index = matched.index
    held: set[str] = set()
    shown: list[int] = []
    carriers = [each.at for each in bonds if each.at >= 0]
    rivals = [each.rivals[0].sentence for each in found if each.clash >= 1 and each.rivals]
    for sentence in (*best[:1], *rivals, *best[1:], *carriers):
        new = {stem for stem, places in matched.at.items() if sentence in places} - held
        if sentence not in shown and (new or sentence in rivals) and len(shown) < _PASSAGES:
            shown.append(sentence)
            held |= new
    return [_stretch(index, each) for each in shown]


def _stretch(index: Index, sentence: int) -> tuple[int, int]:
    start, end = index.sentences[sentence]
    if end - start > _LONGEST:
        cut = index.text.rfind(" ", start + 1, start + _LONGEST)
        end = cut if cut > start else start + _LONGEST
    return start, end


def missing(matched: Matched, best: Sequence[int]) -> tuple[str, ...]:
    """Return the claim's words that stand nowhere near the best passages, in order."""
    around = near(best[:5], len(matched.index.sentences) - 1)
    known = sorted(stems(matched.claim).items())
    told = [matched.claim.words[place] for place, stem in known if matched.at[stem].isdisjoint(around)]
    return tuple(dict.fromkeys(matched.claim.text[word.start : word.end] for word in told))


def denied(matched: Matched, best: Sequence[int]) -> bool:
    """Tell whether the best passage has nearly all of the claim, and a negation that the claim has not."""
    if not best:
        return False
    language = matched.index.language
    if any(language.denies(word.fold) for word in matched.claim.words):
        return False
    around = near(best[:1], len(matched.index.sentences) - 1)
    held = [each for each in around if matched.covered([each]) >= _DENIAL]
    folds = _folds(matched.index, held)
    return any(map(language.denies, folds)) and matched.covered(best[:1]) >= _DENIAL


def _folds(index: Index, sentences: Sequence[int]) -> list[str]:
    found = []
    for each in sentences:
        start, end = index.sentences[each]
        found += [word.fold for word in index.words[index.word_at(start) : index.word_at(end)]]
    return found


def notes(claim: Claim, matched: Matched, best: Sequence[int], bonds: Sequence[Bond], text: str) -> tuple[str, ...]:
    """Return what is worth a look and decides nothing: denials, hedges, opposites."""
    language = matched.index.language
    ours = {word.fold for word in claim.words}
    theirs = set(_folds(matched.index, best[:2]))
    told = []
    for says, what in ((language.denies, "a negation"), (language.hedges.__contains__, "a hedge")):
        if (extra := sorted(filter(says, theirs - ours))) and not any(map(says, ours)):
            told.append(f"the passage has {what} that the claim has not: {', '.join(extra[:3])}")
        elif (extra := sorted(filter(says, ours - theirs))) and not any(map(says, theirs)):
            told.append(f"the claim has {what} that the passage has not: {', '.join(extra[:3])}")
    for word, others in sorted(language.opposites.items()):
        if word in ours and (found := sorted(theirs & others)) and word not in theirs:
            told.append(f"the claim says \u201c{word}\u201d, the passage \u201c{found[0]}\u201d")
    if len(claim.text) < len(text):
        told.append(f"only the first {len(claim.text):,} characters of the claim were read")
    return tuple(told)


def searched(index: Index, found: Found) -> str:
    """Return what was searched, and the variants that were tried."""
    tried = f"; also tried: {', '.join(found.tried[1:])}" if len(found.tried) > 1 else ""
    return f"{counted(len(index.words), 'word')} were searched, tables and captions included{tried}"


__all__ = ["ELSEWHERE", "denied", "missing", "notes", "passages_of", "searched", "why"]

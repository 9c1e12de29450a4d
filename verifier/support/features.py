"""What is counted of a claim on a page: facts that are missing, words that nothing covers, values that do not belong.

The counts order claims by how likely something is wrong with them; what each weighs was fitted by bench/support_fit.py.
"""

import math
from collections.abc import Sequence

from verifier.support import conflict, nearness
from verifier.support.bind import Bond
from verifier.support.facts import Claim
from verifier.support.found import ELSEWHERE, INFERRED, UNDECIDED, Found
from verifier.support.passages import Matched

NAMES = (
    "has", "n", "weight", "names", "dates", "numbers", "elsewhere", "inferred", "undecided", "far", "three", "window",
    "run", "uncovered", "absent", "clause", "length", "rival_ratio", "rival_margin", "name_ratio", "name_margin", "own",
    "closeness", "gap", "alone", "alone_date", "least",
)  # fmt: skip
_CLAUSE = frozenset(", ; ( ) \u2013 \u2014 and who which where while but after before und der die aber".split())
_RARE = 2  # sentences at most in which a name or date stands, that no other word stands for elsewhere
_LEAST = 0.05  # added to both sides of a ratio of shares


def near(sentences: Sequence[int], last: int) -> frozenset[int]:
    """Return the sentences with their neighbours; `last` is the number of the page's last one."""
    return frozenset(step for each in sentences for step in (each - 1, each, each + 1) if 0 <= step <= last)


def count(matched: Matched, found: Sequence[Found], bonds: Sequence[Bond], best: Sequence[int]) -> dict[str, float]:
    """Return the counts by name; each is bounded, so that no odd claim or page can outweigh all others."""
    claim = matched.claim
    around = near(best[:5], len(matched.index.sentences) - 1)
    values = _of_facts(found, around) | _of_bonds(bonds)
    values["three"] = matched.covered(best[:3])
    values["window"] = max(
        (matched.covered(near([each], len(matched.index.sentences) - 1)) for each in best[:5]), default=0.0
    )
    values["run"] = min(8.0, _longest_run(matched, around))
    values["uncovered"] = min(10.0, sum(matched.at[stem].isdisjoint(around) for stem in claim.weights))
    values["absent"] = min(8.0, sum(not matched.at[stem] for stem in claim.weights))
    values["clause"] = _weakest_clause(matched)
    # a claim is covered no better than its least covered part
    values["least"] = min(values["three"], values["window"], values["clause"])
    values["closeness"] = nearness.closeness(matched)
    values["gap"] = max(
        (conflict.gap(claim.words, each, matched.index) for each in found if _has_rival(each)), default=0.0
    )
    values["length"] = math.log(1 + len(claim.weights))
    return {name: float(values[name]) for name in NAMES}


def _has_rival(found: Found) -> bool:
    return bool(found.places and found.rivals) and found.fact.kind in ("number", "date") and not found.is_today


def _of_facts(found: Sequence[Found], around: frozenset[int]) -> dict[str, float]:
    missing = [each for each in found if each.is_unmet and each.status != UNDECIDED and each.fact.kind != "quote"]
    kinds = {kind: [each.weight for each in missing if each.fact.kind == kind] for kind in ("name", "date", "number")}
    return {
        "has": bool(missing),
        "n": min(3, len(missing)),
        "weight": min(3.0, unmet(found)),
        "names": min(2.0, sum(kinds["name"])),
        "dates": min(2, len(kinds["date"])),
        "numbers": min(2.0, sum(kinds["number"])),
        "elsewhere": min(2, sum(each.status == ELSEWHERE for each in found)),
        "inferred": min(2, sum(each.status == INFERRED for each in found)),
        "undecided": min(2, sum(each.status == UNDECIDED for each in found)),
        "far": min(3, sum(bool(each.places) and each.sentences.isdisjoint(around) for each in found)),
    }


def _of_bonds(bonds: Sequence[Bond]) -> dict[str, float]:
    told = [each for each in bonds if each.found.fact.kind != "quote"]
    values = [each for each in told if each.rival and each.found.fact.kind != "name" and not each.found.is_today]
    names = [each for each in told if each.rival and each.found.fact.kind == "name"]
    return {
        "rival_ratio": max((ratio(each) for each in values), default=0.0),
        "rival_margin": max((max(0.0, each.other - each.own) for each in values), default=0.0),
        "name_ratio": max((ratio(each) for each in names), default=0.0),
        "name_margin": max((max(0.0, each.other - each.own) for each in names), default=0.0),
        "alone": max((_strange(each) for each in told if each.found.fact.kind == "name"), default=0.0),
        "alone_date": max((_strange(each) for each in told if each.found.fact.kind == "date"), default=0.0),
        "own": min((each.own for each in told), default=0.5),
    }


def unmet(found: Sequence[Found]) -> float:
    """Return the weight of the facts that the page does not have, or says less precisely, but for quotations."""
    return sum(each.weight for each in found if each.is_unmet and each.fact.kind != "quote")


def ratio(bond: Bond) -> float:
    """Return by how much the best rival is bound better than the value, as a logarithm; 0 if it is not."""
    return 0.0 if bond.found.is_today else _logarithm(bond.other, bond.own)


def _strange(bond: Bond) -> float:
    """Return by how much better the words around a name or date are bound elsewhere, if the page says it once or twice.

    One that is said oftener may be whom "he" or what "then" means in the sentences between.
    """
    is_rare = len(bond.found.sentences) <= _RARE and not bond.found.is_today
    return _logarithm(bond.best, bond.own) if is_rare else 0.0


def _logarithm(more: float, less: float) -> float:
    return max(0.0, math.log((more + _LEAST) / (less + _LEAST)))


def stems(claim: Claim) -> dict[int, str]:
    """Return the stem of each of the claim's words that is looked for, by place."""
    return {place: stem for stem, places in claim.places.items() for place in places}


def _longest_run(matched: Matched, around: frozenset[int]) -> float:
    """Return the weight of the longest run of the claim's words of which none stands near the best sentences."""
    longest = run = 0.0
    for _, stem in sorted(stems(matched.claim).items()):
        run = run + matched.claim.weights[stem] if matched.at[stem].isdisjoint(around) else 0.0
        longest = max(longest, run)
    return longest


def _weakest_clause(matched: Matched) -> float:
    """Return how much of the claim's weakest clause one place of the page covers; 1 for a claim without clauses."""
    known, clauses = stems(matched.claim), [set[str]()]
    for place, word in enumerate(matched.claim.words):
        if word.fold in _CLAUSE:
            clauses.append(set())
        elif place in known:
            clauses[-1].add(known[place])
    shares = [_best_share(each, matched) for each in clauses if sum(matched.claim.weights[stem] for stem in each) >= 2]
    return min(shares, default=1.0)


def _best_share(clause: set[str], matched: Matched) -> float:
    weights = matched.claim.weights
    held: dict[int, float] = {}
    for stem in sorted(clause):
        places = matched.at[stem]
        for each in {step for place in places for step in (place - 1, place, place + 1)}:
            held[each] = held.get(each, 0.0) + weights[stem]
    return max(held.values(), default=0.0) / sum(weights[stem] for stem in clause)

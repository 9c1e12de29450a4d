"""Run the rules, and fold the symptoms of a root cause under it.

A finding is a symptom if its rule no longer reports it once the markers are followed as the root cause corrects them,
or if another finding names it: a definition that is lost explains why its name is undefined.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.model.rules import Dossier, Hit
from verifier.recovery import readings
from verifier.rules import Rule
from verifier.values import frozen

# Where several root causes hold, the first of these explains the symptoms.
_ROOTS = ("citations-shifted", "list-rearranged", "list-disordered", "list-truncated", "prefix-hidden")


@frozen
class Judged:
    """A hit with its rule; `cause` is the index of the root cause among all judged hits, None without one."""

    rule: Rule
    hit: Hit
    cause: int | None = None


def judge(dossier: Dossier, rules: Sequence[Rule]) -> list[Judged]:
    """Return what all rules report, in the order of the rules."""
    judged = _folded(dossier, rules, _named([Judged(rule, hit) for rule in rules for hit in rule.check(dossier)]))
    for group, part in dossier.parts:
        judged = _joined(
            judged, group, _folded(part, rules, [Judged(rule, hit) for rule in rules for hit in rule.check(part)])
        )
    return judged


def _joined(judged: list[Judged], group: str, part: Sequence[Judged]) -> list[Judged]:
    """Return the hits with the root cause that a group's own list has, and what follows from it."""
    root = _root(part)
    if root is None:
        return judged
    cause = len(judged)
    follows = {_key(each.rule, each.hit): each for each in part if each.cause == root}
    kept = [replace(each, cause=cause) if follows.pop(_key(each.rule, each.hit), None) else each for each in judged]
    head = replace(part[root].hit, message=f"{group}: {part[root].hit.message}")
    return [*kept, Judged(part[root].rule, head), *(replace(each, cause=cause) for each in follows.values())]


def _folded(dossier: Dossier, rules: Sequence[Rule], judged: list[Judged]) -> list[Judged]:
    """Return the hits with the symptoms of the root cause, if there is one, under it."""
    root = _root(judged)
    reading = readings.corrected(dossier.article, dossier.recovery, dossier.reading)
    if root is None or reading is None:
        return judged
    kept = set(_remaining(replace(dossier, reading=reading), rules))
    return [
        replace(each, cause=root)
        if each.cause is None and _folds(each.rule) and _key(each.rule, each.hit) not in kept
        else each
        for each in judged
    ]


def _named(judged: Sequence[Judged]) -> list[Judged]:
    """Fold each hit that another one names under the first that does."""
    causes: dict[tuple[str, str], int] = {}
    for index, each in enumerate(judged):
        for key in each.hit.explains:
            causes.setdefault(key, index)
    return [replace(each, cause=causes.get((each.rule.id, each.hit.about))) for each in judged]


def _root(judged: Sequence[Judged]) -> int | None:
    places = {each.rule.id: index for index, each in reversed(list(enumerate(judged)))}
    return next((places[rule] for rule in _ROOTS if rule in places), None)


def _remaining(dossier: Dossier, rules: Sequence[Rule]) -> Iterator[object]:
    for rule in rules:
        if _folds(rule):
            yield from (_key(rule, hit) for hit in rule.check(dossier))


def _folds(rule: Rule) -> bool:
    return rule.topic == "numbering" and not rule.root


def _key(rule: Rule, hit: Hit) -> object:
    """Return what makes two hits the same, whatever their wording."""
    return (rule.id, hit.span, hit.in_file, hit.line, hit.claim, hit.reference, hit.about)

"""One list at a time: a group's markers and its list, seen as if they were the article's plain ones.

An article may number several lists, each for itself: notes, the references of each chapter. What loses entries is one
of them, and it is recovered like a main list, by the markers that lead there.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from verifier.model.article import Article
from verifier.model.recovery import Recovery, Regime
from verifier.recovery import recover

_OTHERS = "other lists"  # what plain numbers and their list are called in a view


def damaged(article: Article) -> Iterator[tuple[str, Article, Recovery]]:
    """Yield (group, view, recovery) for each list of a group that lost or gained entries, or has them elsewhere.

    Groups with several lists are left out: which of them a number means cannot be told.
    """
    lists = Counter(each.group for each in article.lists if each.group and each.is_numbered)
    for group in (each for each, count in lists.items() if count == 1):
        if any(marker.group == group and marker.number is not None for marker in article.markers):
            view = of_group(article, group)
            found = recover.of(view)
            moved = found.shift or found.gained or found.rearranged or found.disordered
            if _is_short(found) or moved:
                yield group, view, found


def _is_short(found: Recovery) -> bool:
    """Tell whether more numbers are cited than the list has entries: one great number alone may be a slip."""
    return found.structure.regime is Regime.SUBSET and len(found.structure.cited) > found.structure.entries


def of_group(article: Article, group: str) -> Article:
    """Return the article with this group's markers and list without a group, and the plain ones in one."""

    def renamed(name: str) -> str:
        return "" if name == group else name or _OTHERS

    lists = tuple(replace(each, group=renamed(each.group)) for each in article.lists)
    claims = (
        replace(claim, markers=tuple(replace(each, group=renamed(each.group)) for each in claim.markers))
        for claim in article.claims
    )
    return replace(article, lists=lists, claims=tuple(claims))

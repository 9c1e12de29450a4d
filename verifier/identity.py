"""Names that stay the same when an article grows: ids of claims, and ids of findings."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from verifier.model.article import Article
from verifier.model.registry import Registry
from verifier.text import kebab

_WORDS = 48  # characters of a claim that make its id


def claim_ids(
    article: Article, registry: Registry | None, located: Sequence[tuple[int, ...] | None]
) -> tuple[str, ...]:
    """Return an id for each claim of the article: the registry's where it has one, else made from its first words."""
    named: dict[int, str] = {}
    for claim, place in zip(registry.claims if registry else (), located, strict=True):
        for index in place or ():
            named.setdefault(index, claim.id)
    taken = {claim.id for claim in registry.claims} if registry else set()
    made = drafted_ids((claim.text for index, claim in enumerate(article.claims) if index not in named), taken)
    fresh = iter(made)
    return tuple(named[index] if index in named else next(fresh) for index in range(len(article.claims)))


def drafted_ids(texts: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """Return a unique kebab-case id for each text."""
    used = set(taken)
    following: dict[str, int] = {}  # the number to try next, lest equal texts take quadratic time
    ids = []
    for text in texts:
        base = kebab(text, _WORDS) or f"claim-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:8]}"
        name, number = base, following.get(base, 2)
        while name in used:
            name, number = f"{base}-{number}", number + 1
        following[base] = number
        used.add(name)
        ids.append(name)
    return ids


def finding_ids(slots: Iterable[Sequence[str]]) -> list[str]:
    """Return an id for each slot, the parts of a finding that do not change: 16 hex digits, equal ones numbered."""
    counts: Counter[str] = Counter()
    ids = []
    for parts in slots:
        digest = hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:16]
        counts[digest] += 1
        ids.append(digest if counts[digest] == 1 else f"{digest}:{counts[digest]}")
    return ids

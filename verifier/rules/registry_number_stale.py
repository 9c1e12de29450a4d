"""
The registry's numbers are not those of the article any more.

Why it matters: numbers hold for one revision only. Either the article was numbered anew since the registry was written,
or the registry follows the printed number where the article means another entry.

Remedy: correct ``markers``, or ``cites``, after a look at the evidence.

Elsewhere: none found.
"""

from collections.abc import Iterator

from verifier.model.article import Entry
from verifier.model.recovery import Placement
from verifier.model.registry import Reference, Registry, RegistryClaim
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import is_alike


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each claim with other markers than its passage, or another entry than was recovered."""
    registry = dossier.registry
    if registry is None:
        return
    meant = {str(each.best): each for each in dossier.recovery.placements if each.value is not None}
    for claim, place in zip(registry.claims, dossier.located, strict=True):
        if place is None or not claim.markers:
            continue
        printed = [marker.label for index in place for marker in dossier.article.claims[index].markers]
        if set(claim.markers) != set(printed):
            told = _brackets(tuple(dict.fromkeys(printed))) or "no number"
            message = f"claim {claim.id} is recorded with {_brackets(claim.markers)}, the article prints {told}"
            yield Hit(message, line=claim.line, claim=claim.id, about="markers")
            continue
        for label in claim.markers:
            if label in meant and _contradicts(registry, claim, dossier, meant[label]):
                entry = meant[label].entry + 1
                message = (
                    f"claim {claim.id}: [{label}] means entry {entry} ({meant[label].kind}), which it does not cite"
                )
                yield Hit(message, line=claim.line, claim=claim.id, about=f"[{label}]")


def _brackets(labels: tuple[str, ...]) -> str:
    return " ".join(f"[{label}]" for label in labels)


def _contradicts(registry: Registry, claim: RegistryClaim, dossier: Dossier, placement: Placement) -> bool:
    """Tell whether the claim cites references with entries, and none of them is the one that was recovered."""
    cited = [registry.reference(each) for each in claim.cites]
    known = [each for each in cited if each is not None and each.entry is not None]
    main = dossier.article.main_list
    return bool(known) and main is not None and not any(_is_of(each, main.entries[placement.entry]) for each in known)


def _is_of(reference: Reference, entry: Entry) -> bool:
    """Tell whether the reference is the source of the entry: by its title where both have one, else by the number."""
    if reference.title and entry.citation.title:
        return is_alike(reference.title, entry.citation.title)
    return reference.entry == entry.printed


RULE = Rule("registry-number-stale", "a number of the registry that does not hold", Severity.WARNING, check, "registry")

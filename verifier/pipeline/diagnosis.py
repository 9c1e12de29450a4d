"""Say in a few sentences what is wrong with the list as a whole, for somebody who is tired."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from verifier.model.article import Article, Marker
from verifier.model.recovery import Class, Recovery, Regime
from verifier.model.report import Diagnosis
from verifier.model.rules import Dossier
from verifier.recovery import keys, links, rearranged
from verifier.recovery.readings import key_of, place_of
from verifier.text import counted
from verifier.wikitext import remarks

_NAMED = 5


class Errors(NamedTuple):
    """How many errors are about a single citation, and how many about the list or the markup."""

    single: int
    other: int


def row(dossier: Dossier, root: str | None, against: Errors) -> Diagnosis:
    """Return the diagnosis; its kind is the root cause. `against` counts what speaks against its numbers."""
    recovery = dossier.recovery
    return {
        "kind": root,
        "text": " ".join(_sentences(dossier, root, against)),
        "lost_entries": [str(number) for number, _ in recovery.lost] if recovery.proposes else [],
        "hidden_prefix": recovery.structure.hidden_prefix,
        "refusal": "; ".join(recovery.refusals) or None,
    }


def _sentences(dossier: Dossier, root: str | None, against: Errors) -> Iterator[str]:
    for group, part in dossier.parts:
        yield f"Of the list of {group}:"
        yield from _truncated(part) if part.recovery.structure.lost and not part.recovery.shift else _moved(part)
    if root is not None and _is_sound(dossier):
        return
    if root == "list-truncated":
        yield from _truncated(dossier)
    elif root in ("citations-shifted", "list-rearranged", "list-disordered"):
        yield from _moved(dossier)
    if root is not None and dossier.recovery.structure.hidden_prefix:
        yield _prefix(dossier.recovery.structure.hidden_prefix)
    if root is None:
        yield from _clean(dossier, against)


def _is_sound(dossier: Dossier) -> bool:
    """Tell whether the main list is as it should be, and the root cause is that of another list."""
    found = dossier.recovery
    moved = found.shift or found.gained or found.rearranged or found.disordered
    return bool(dossier.parts) and found.structure.regime is not Regime.SUBSET and not moved


def _truncated(dossier: Dossier) -> Iterator[str]:
    found, recovery = dossier.recovery.structure, dossier.recovery
    if found.regime is Regime.LABELLED:
        yield f"The list has no entry for {_gone(dossier)}."
        if _is_in_order(dossier.article):
            yield "Those that are left kept their numbers, so the other citations hold."
        else:
            yield "The numbers of those that are left are out of order, so the other citations are in doubt too."
        return
    whole = counted(found.greatest, "entry", "entries")
    yield (
        f"The list lost at least {found.lost} of {whole} and what is left is numbered 1 to {found.entries}, while the "
        f"text kept the numbers of the full list."
    )
    gone = sum(1 for each in _plain(dossier) if place_of(dossier.reading, each) is None)
    yield f"{counted(gone, 'citation leads', 'citations lead')} to no entry."
    yield from _mapped(dossier) if recovery.proposes else _refused(recovery, "the other numbers mean")


def _is_in_order(article: Article) -> bool:
    """Tell whether the printed numbers go up: a list that lost entries keeps that, one renumbered in part does not."""
    printed = [entry.label for entry in article.main_list.entries if entry.label] if article.main_list else []
    numbers = [int(label) for label in printed if label.isdecimal()]
    return all(before < after for before, after in pairwise(numbers))


def _gone(dossier: Dossier) -> str:
    """Return the cited numbers that have no entry, a few of them: "[4], [7]"."""
    found = {f"[{each.label}]": None for each in _plain(dossier) if place_of(dossier.reading, each) is None}
    first = list(found)[:_NAMED]
    more = len(found) - len(first)
    return ", ".join(first) + (f" and {more} more" if more else "")


def _mapped(dossier: Dossier) -> Iterator[str]:
    placements = dossier.recovery.placements
    labels = {key_of(marker) for marker in _plain(dossier) if place_of(dossier.reading, marker) is not None}
    right = {str(each.best) for each in placements if each.best == each.entry + 1}
    wrong = len(labels - right)
    if wrong:
        yield f"Of the {len(labels)} numbers that find an entry, {wrong} find the wrong one."
    kinds = Counter(each.kind for each in placements)
    told = [f"{kinds[kind]} {kind}" for kind in (Class.CONFIRMED, Class.LIKELY) if kinds[kind]]
    open_ = len(placements) - kinds[Class.CONFIRMED] - kinds[Class.LIKELY]
    fixed = links.of(dossier.article).fixed
    rest = [each for each in placements if each.entry not in fixed]
    by = ("Links, dates, words and order" if fixed else "Dates, words and order") if rest else "Their links"
    yield (
        f"{by} tell which numbers the {len(placements)} entries really have: "
        f"{' and '.join(told) or 'none sure'}, {open_} open."
    )


def _refused(recovery: Recovery, which: str) -> Iterator[str]:
    yield f"Which entry {which} could not be told: {'; '.join(recovery.refusals)}."
    sure = sum(1 for each in recovery.placements if each.kind is Class.CONFIRMED)
    if sure:
        yield f"Only {counted(sure, 'single entry is', 'single entries are')} confirmed."


def _moved(dossier: Dossier) -> Iterator[str]:
    found = dossier.recovery
    if found.rearranged is not None:
        yield f"The list is not in the order of the numbers: {rearranged.words(found.rearranged)}."
        yield from _mapped(dossier)
    elif found.disordered:
        yield "The list is not in the order of the numbers: as printed it fits the text no better than shuffled."
        yield "Which entry each number means could not be told."
    else:
        yield from _shifted(dossier)


def _shifted(dossier: Dossier) -> Iterator[str]:
    recovery = dossier.recovery
    shift, many = recovery.shift, len(recovery.gained)
    if many:
        gained = "gained" if recovery.proposes else "seems to have gained"
        yield (
            f"The list {gained} {counted(many, 'entry', 'entries')} that no number of the text means, so behind "
            f"{'it' if many == 1 else 'them'} every number leads to a neighbour of the right entry."
        )
        yield from _mapped(dossier) if recovery.proposes else _refused(recovery, "each number means")
    if shift is None:
        return
    lost = "lost" if shift.by > 0 else "gained"
    first, best, last = shift.place
    where = f"entry {best}" if first == last else f"somewhere from entry {first} to {last}"
    items = "an item" if abs(shift.by) == 1 else f"{abs(shift.by)} items"
    yield (
        f"The list {lost} {items} ({where}), so from there on every number leads to a neighbour of the right entry: "
        f"they are off by {abs(shift.by)}."
    )


def _prefix(hidden: int) -> str:
    numbers = {1: "[1] was", 2: "[1] and [2] were"}.get(hidden, f"[1] to [{hidden}] were")
    return f"{numbers} first cited in content that is not here, probably an infobox or a table."


def _clean(dossier: Dossier, against: Errors) -> Iterator[str]:
    broken = len(remarks.broken(dossier.article))
    if broken:
        yield f"{counted(broken, 'reference is', 'references are')} broken."
    if dossier.article.markers or not broken:
        yield _found(dossier, against, "Every other citation" if broken else "Every citation")


def _found(dossier: Dossier, against: Errors, all_: str) -> str:
    article = dossier.article
    calls = sum(1 for each in article.remarks if each.kind == "footnote-undefined")  # shown as they are written
    if not article.markers and not calls:
        return "No citation was found."
    if waiting := len(keys.open_keys(article)):
        told = counted(waiting, "citation is a key", "citations are keys")
        return f"{told} that could not be looked up: {keys.unread(article)}."
    if article.markers and not article.lists:
        return "The text cites numbers, and no reference list was found."
    undefined = calls + sum(1 for each in article.markers if place_of(dossier.reading, each) is None)
    if undefined:
        told = counted(undefined, "citation leads", "citations lead")
        return f"{told} to no entry; the list as a whole looks sound."
    doubts = []
    if against.single:
        doubts.append(counted(against.single, "error speaks", "errors speak") + " against single citations")
    if against.other:
        doubts.append(counted(against.other, "error is", "errors are") + " in the list or the markup")
    if doubts:
        return f"{all_} finds an entry, but {', and '.join(doubts)}."
    return f"{all_} finds an entry, and nothing speaks against the numbers."


def _plain(dossier: Dossier) -> list[Marker]:
    return [each for each in dossier.article.markers if not each.group and each.number is not None]

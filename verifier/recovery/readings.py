"""Follow the markers to the entries: as printed, and as the root cause of a damaged list corrects it.

A rule sees one reading at a time. What it reports under the printed reading and no longer under the corrected one is a
symptom of the root cause.
"""

from collections.abc import Iterator

from verifier.model.article import Article, Claim, Entry, Marker
from verifier.model.recovery import Reading, Recovery, Regime

MISSING = "anchor-target-missing"  # the kind of remark with which a reader names the id that a link leads to in vain
Entries = dict[tuple[str, str], tuple[int, int]]


def printed(article: Article) -> Reading:
    """Return the reading of somebody who follows the printed labels; without labels, the positions."""
    entries: Entries = {}
    main = article.main_list
    for index, each in enumerate(article.lists):
        if not each.is_counted and not each.group and each is not main:
            continue  # further reading
        for position, entry in enumerate(each.entries):
            if entry.label is None and each.is_numbered:
                continue  # a text without a number among numbered ones: its position is nobody's number
            label = entry.printed.split()[-1] if each.group else entry.printed
            entries.setdefault((each.group, str(int(label)) if label.isdecimal() else label), (index, position))
    return Reading("printed", entries, anchors=_anchors(article))


def corrected(article: Article, recovery: Recovery, before: Reading) -> Reading | None:
    """Return the reading that knows the root causes, None if there is none. `before` is the printed reading."""
    found = recovery.structure
    hidden = frozenset(range(1, found.hidden_prefix + 1))
    entries = dict(before.entries)
    unsure: frozenset[int] = frozenset()
    if recovery.proposes:
        _replace(article, entries, {placement.best: placement.entry for placement in recovery.placements})
    elif recovery.shift is not None:
        _replace(article, entries, shifted(recovery))
    elif found.regime is Regime.SUBSET or recovery.gained or recovery.disordered:
        # which entry a number means is not known: none is followed, and no entry is called uncited
        _replace(article, entries, {})
        hidden = frozenset(range(1, found.greatest + 1))
        unsure = frozenset(range(found.entries))
    elif not hidden and not _has_lost_labels(recovery, before):
        return None
    numbers = range(1, found.greatest + 1)
    excused = frozenset(str(number) for number in numbers if ("", str(number)) not in entries)
    return Reading("corrected", entries, excused, hidden, unsure, before.anchors)


def entry_of(article: Article, reading: Reading, marker: Marker) -> Entry | None:
    """Return the entry the marker leads to under this reading, None if it leads nowhere."""
    place = place_of(reading, marker)
    return article.lists[place[0]].entries[place[1]] if place else None


def place_of(reading: Reading, marker: Marker) -> tuple[int, int] | None:
    """Return (list, position) of the entry the marker leads to, both 0-based.

    A link is followed before the label is looked up, and one that leads nowhere leads nowhere.
    """
    if is_linked(reading, marker):
        return reading.anchors.get(marker.anchor)
    return reading.entries.get((marker.group, key_of(marker)))


def dangling(article: Article, reading: Reading) -> set[str]:
    """Return the links of markers that lead to no element of the page, where its entries can be linked to at all."""
    return {each.text for each in article.remarks if each.kind == MISSING} if reading.anchors else set()


def is_linked(reading: Reading, marker: Marker) -> bool:
    """Tell whether a reader follows a link from the marker, whatever its label."""
    return bool(marker.anchor and reading.anchors)


def key_of(marker: Marker) -> str:
    """Return the label the marker is looked up by, without its group: its number in ASCII digits, or its letters."""
    is_part = "." in marker.label.split()[-1]  # "Anm. 1" is whole
    return marker.label if marker.number is None or is_part else str(marker.number)


def pairs(article: Article, reading: Reading) -> Iterator[tuple[int, Claim, Marker, Entry]]:
    """Yield (claim index, claim, marker, entry) for every marker that leads to an entry, in document order."""
    for index, claim in enumerate(article.claims):
        for marker in claim.markers:
            entry = entry_of(article, reading, marker)
            if entry is not None:
                yield index, claim, marker, entry


def _anchors(article: Article) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for index, each in enumerate(article.lists):
        for position, entry in enumerate(each.entries):
            if entry.anchor:
                found.setdefault(entry.anchor, (index, position))
    return found


def _replace(article: Article, entries: Entries, places: dict[int, int]) -> None:
    """Let the plain numbers lead to these entries of the main list and to no others."""
    main = next(index for index, each in enumerate(article.lists) if each is article.main_list)
    for key in [key for key, (index, _) in entries.items() if index == main]:
        del entries[key]
    entries.update({("", str(number)): (main, position) for number, position in places.items()})


def shifted(recovery: Recovery) -> dict[int, int]:
    """Return the position (0-based) of the entry for each number, as a shift corrects them."""
    shift = recovery.shift
    if shift is None:
        return {}
    numbers = ((shift.number(position + 1), position) for position in range(recovery.structure.entries))
    return {number: position for number, position in numbers if number is not None and number >= 1}


def _has_lost_labels(recovery: Recovery, before: Reading) -> bool:
    found = recovery.structure
    if found.regime is not Regime.LABELLED:
        return False
    return any(("", str(number)) not in before.entries for number in found.cited if number not in found.wild)

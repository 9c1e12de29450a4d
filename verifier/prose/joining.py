"""Join the parts of a list whose numbers go on below another heading ("References" 1-3, "Sources" 4)."""

from collections.abc import Sequence
from dataclasses import replace

from verifier.model.article import EntryList


def joined(lists: Sequence[EntryList]) -> tuple[EntryList, ...]:
    """Return the lists, one that goes on with the numbers of another ("References" 1-3, "Sources" 4) as part of it.

    The joined list stands where its first part does.
    """
    kept: list[list[EntryList]] = []  # each with what goes on with it
    ends: dict[int, list[EntryList]] = {}  # by the number that would go on; the first list has it
    for each in lists:
        first = _number(each, 0)
        before = ends.pop(first, None) if first is not None and first > 1 else None
        if before is None:
            kept.append([each])
        else:
            before.append(each)
        last = _number(each, -1)
        if last is not None:
            ends.setdefault(last + 1, before if before is not None else kept[-1])
    return tuple(_one(parts) for parts in kept)


def _number(each: EntryList, index: int) -> int | None:
    """Return the number that an entry of a plain list prints."""
    label = each.entries[index].label or ""
    return int(label) if label.isdecimal() and not each.group else None


def _one(parts: Sequence[EntryList]) -> EntryList:
    entries = [entry for each in parts for entry in each.entries]
    if len(parts) == 1:
        return parts[0]
    return replace(parts[0], entries=tuple(replace(entry, position=n) for n, entry in enumerate(entries, 1)))

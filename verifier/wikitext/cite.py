"""Number references as MediaWiki's Cite does: the legacy parser's way, and Parsoid's.

The rules are written down in docs/numbering.md ("Wikitext"); their source is the extension itself,
https://github.com/wikimedia/mediawiki-extensions-Cite (at 6d73242), and its parser tests, which the tests here run.
"""

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from verifier.values import frozen
from verifier.wikitext import faults, messages
from verifier.wikitext.calls import ListCall, Note, RefCall, named
from verifier.wikitext.checks import Checked, check_definition, check_ref
from verifier.wikitext.faults import Fault
from verifier.wikitext.labels import label


@frozen
class Shown:
    """What a reference shows: its marker's note (None: no marker), and the note's use, from 0.

    A `hidden` marker is in the page and shows nothing (Parsoid's follow).
    """

    note: Note | None
    use: int = 0
    hidden: bool = False


@frozen
class Printed:
    """One list as printed: its notes in order; stray ones and unused definitions have no number.

    `replaced`: an error stands in place of the list, and the group goes on. `place` is its offset in the file.
    """

    group: str
    notes: tuple[Note, ...]
    replaced: bool = False
    place: int = 0


@dataclass(slots=True)
class _Group:
    notes: dict[str | int, Note] = field(default_factory=dict)
    numbers: int = 0


Undo = Callable[[], None]


class Cite:
    """The state of one page. Call `ref` and `references` in the order of evaluation, then `finish`.

    `parsoid` chooses Parsoid's numbering; `subs` whether ``details`` make sub-references (wgCiteSubReferencing);
    `words` are the labels of groups; without them those of Wikipedia hold.
    """

    def __init__(
        self, *, parsoid: bool = False, subs: bool = True, words: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        self._parsoid = parsoid
        self._subs = subs
        self._words = words
        self._ids = 0
        self._groups: dict[str, _Group] = {}
        self._log: list[Undo] = []
        self.faults: list[Fault] = []

    def label(self, note: Note) -> str:
        """Return what the marker of a note prints."""
        return label(note.group, note.number or 0, note.sub, self._words)

    @property
    def waiting(self) -> tuple[str, ...]:
        """Return the named groups that have notes and no list yet."""
        return tuple(name for name, group in self._groups.items() if name and group.notes)

    def ref(self, call: RefCall, group: str = "") -> Shown:
        """Evaluate one reference in the text; `group` is that of a list around it."""
        checked = check_ref(call, group, subs=self._subs)
        if checked.fatal and not self._parsoid:
            self._log.append(self._accuse(faults.of_ref(checked.shown, call, checked, inline=True)))
            return Shown(None)
        if checked.follow and not (checked.fatal and self._parsoid):
            return self._followed(checked, call)
        return self._used(checked, call)

    def references(self, call: ListCall) -> Printed:
        """Evaluate one list: its definitions, then what it prints. The group is forgotten."""
        self._take_back(call.repeats)
        group = call.attributes.get("group", "")
        fatal = [each for each in call.definitions if self._define(each, group)]
        unknown = [name for name in call.attributes if name not in ("group", "responsive")]
        broken = messages.LIST_PARAMETERS if unknown else messages.INCLUDED_REFERENCES if call.nested else ""
        if broken:
            about, names = unknown[0] if unknown else group, (group,) if group else ()
            self.faults.append(Fault(broken, about, call.span, inline=True, names=names, forks=True))
        for each in fatal:
            checked = check_definition(each, group, subs=self._subs)
            self._accuse(faults.of_definition(checked.shown, each, checked, inline=True))
        if broken and not self._parsoid:
            return Printed(group, (), replaced=True)
        return Printed(group, self._close(group))

    def finish(self) -> tuple[Printed, ...]:
        """Return the lists at the page's end: that of the default group, and every group that has none."""
        lists = []
        for group in sorted(self._groups, key=bool):
            if not self._groups[group].notes:
                continue
            if group:
                first = next(iter(self._groups[group].notes.values()))
                self.faults.append(Fault(messages.GROUP_WITHOUT_LIST, group, first.first.span, inline=True))
            if not group or self._parsoid:
                lists.append(Printed(group, self._close(group)))
        return tuple(lists)

    def _next_id(self) -> int:
        self._ids += 1
        return self._ids

    def _group(self, name: str) -> _Group:
        return self._groups.setdefault(name, _Group())

    def _followed(self, checked: Checked, call: RefCall) -> Shown:
        """Continue a parent's text, or keep it for a parent that is not there."""
        group = self._group(checked.group)
        parent = group.notes.get(checked.follow)
        if parent is not None and not parent.stray:
            parent.texts.append(call)
            undo: list[Undo] = [lambda: _remove_last(parent.texts, call)]
            self._blame(parent, self._faults(call, checked, checked.told), undo)
            self._log.append(_all(undo))
            return Shown(parent if self._parsoid else None, hidden=self._parsoid)
        checked.warn(messages.FOLLOW_WITHOUT_PARENT)
        if self._parsoid:
            return self._used(checked, call)
        stray = Note(self._next_id(), checked.group, self._ids, call, texts=[call], stray=True)
        group.notes[stray.key] = stray
        undo = [lambda: _drop(group.notes, stray.key)]
        self._blame(stray, self._faults(call, checked, checked.told), undo)
        self._log.append(_all(undo))
        return Shown(None)

    def _used(self, checked: Checked, call: RefCall) -> Shown:
        """Use a note, a known one or a new one."""
        group = self._group(checked.group)
        note = group.notes.get(checked.name) if checked.name else None
        undo: list[Undo] = []
        told = list(checked.told)
        if note is None:
            note = self._fresh(group, checked, call)
            undo.append(lambda: _drop(group.notes, note.key))
        else:
            told += self._merge(note, checked, call, undo)
        self._number(group, note, undo)
        used = self._sub(note, checked, call, undo) if checked.details and checked.details.strip() else note
        used.uses += 1
        undo.append(lambda: _unuse(used))
        self._blame(note, self._faults(call, checked, told), undo)
        self._log.append(_all(undo))
        return Shown(used, used.uses - 1)

    def _fresh(self, group: _Group, checked: Checked, call: RefCall) -> Note:
        identifier = self._next_id()
        note = Note(checked.name or identifier, checked.group, identifier, call, direction=checked.direction)
        if call.filled is not None:
            note.texts.append(call)
        group.notes[note.key] = note
        return note

    def _merge(self, note: Note, checked: Checked, call: RefCall, undo: list[Undo]) -> list[str]:
        """Give a known note the text and direction of a further use; return the keys of conflicts."""
        told = []
        if call.filled is not None and not note.texts:
            note.texts.append(call)
            undo.append(note.texts.clear)
            note.direction = note.direction or checked.direction
        elif call.filled is not None and note.texts[0].text != call.text:
            told.append(messages.DUPLICATE_KEY)
        if checked.direction and note.direction and checked.direction != note.direction:
            told.append(messages.REF_CONFLICTING_DIR)
        return told

    def _number(self, group: _Group, note: Note, undo: list[Undo]) -> None:
        if note.number is not None:
            return
        group.numbers += 1
        note.number = group.numbers

        def back() -> None:
            group.numbers -= 1
            note.number = None

        undo.append(back)

    def _sub(self, parent: Note, checked: Checked, call: RefCall, undo: list[Undo]) -> Note:
        details = checked.details or ""
        known = parent.subs.get(details)
        if known is not None:
            return known
        sub = Note(
            self._next_id(), parent.group, self._ids, call, number=parent.number, details=details,
            sub=len(parent.subs) + 1,
        )  # fmt: skip
        parent.subs[details] = sub
        undo.append(lambda: _drop(parent.subs, details))
        return sub

    def _define(self, call: RefCall, group: str) -> bool:
        """Evaluate a reference inside a list: it gives text to a name. Tell whether an error ends it."""
        checked = check_definition(call, group, subs=self._subs)
        if checked.fatal:
            return True
        state = self._group(group)
        note = state.notes.get(checked.name) if checked.name else None
        told = list(checked.told)
        if note is None:
            note = self._fresh(state, checked, call)
            told += [messages.MISSING_KEY] if checked.name else []
        else:
            told += self._merge(note, checked, call, [])
        self._blame(note, [faults.of_definition(key, call, checked) for key in told], [])
        return False

    def _close(self, group: str) -> tuple[Note, ...]:
        """Return the notes of a group as its list prints them, and forget the group."""
        state = self._groups.pop(group, _Group())
        notes = list(state.notes.values())
        if self._parsoid:
            for note in notes:
                self._number(state, note, [])
        else:
            notes.sort(key=lambda note: note.number or 0)
        for note in notes:
            if not note.texts:
                names = (named(note.group, note.name),) if note.name else ()
                self._blame(note, [Fault(messages.NO_TEXT, note.name, note.first.span, False, names)], [])
        return tuple(each for note in notes for each in (note, *note.subs.values()))

    def _take_back(self, count: int) -> None:
        """Undo the last calls: a list made by {{#tag:references}} repeats them as definitions."""
        for _ in range(min(count, len(self._log))):
            self._log.pop()()

    def _blame(self, note: Note, found: Sequence[Fault], undo: list[Undo]) -> None:
        """Note faults that are shown at the entry; an entry shows its first message."""
        before = note.error
        shown = (each.key for each in found if each.key != messages.FOLLOW_WITHOUT_PARENT)
        note.error = note.error or next(shown, "")
        undo += [*map(self._accuse, found), lambda: setattr(note, "error", before)]

    def _faults(self, call: RefCall, checked: Checked, told: Sequence[str]) -> list[Fault]:
        return [faults.of_ref(key, call, checked, inline=False) for key in told]

    def _accuse(self, fault: Fault) -> Undo:
        """Note a fault; return how to take it back."""
        self.faults.append(fault)
        return lambda: _remove_last(self.faults, fault)


def _remove_last(items: list[Any], item: object) -> None:
    """Remove an item that stands near the end."""
    position = next(index for index in reversed(range(len(items))) if items[index] is item)
    del items[position]


def _unuse(note: Note) -> None:
    note.uses -= 1


def _drop(notes: MutableMapping[Any, Note], key: object) -> None:
    notes.pop(key, None)


def _all(undo: list[Undo]) -> Undo:
    """Return what takes back all of these, the last one first."""

    def run() -> None:
        for each in reversed(undo):
            each()

    return run

"""Number references as MediaWiki's Cite does: the legacy parser's way, and Parsoid's.

The rules are written down in docs/numbering.md ("Wikitext"); their source is the extension itself,
https://github.com/wikimedia/mediawiki-extensions-Cite (at 6d73242), and its parser tests, which the tests here run.
"""

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from verifier.model.article import Span
from verifier.wikitext import messages
from verifier.wikitext.calls import ListCall, Note, RefCall
from verifier.wikitext.checks import Checked, check_definition, check_ref
from verifier.wikitext.labels import label


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reference shows: its marker's note (None: no marker), and the note's use, from 0.

    A `hidden` marker is in the page and shows nothing (Parsoid's follow).
    """

    note: Note | None
    use: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """A message of Cite: its key, the name or group it is about, the place in the file of what it complains of.

    `inline`: it is shown in the text, else at the entry.
    """

    key: str
    about: str
    span: Span
    inline: bool


@dataclass(frozen=True, slots=True)
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
            self._log.append(self._accuse(checked.shown, call, inline=True))
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
            self.faults.append(Fault(broken, unknown[0] if unknown else group, call.span, inline=True))
        for each in fatal:
            self._accuse(check_definition(each, group, subs=self._subs).shown, each, inline=True)
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
            undo: list[Undo] = [lambda: parent.texts.remove(call)]
            self._blame(parent, checked.shown, call, undo)
            self._log.append(_all(undo))
            return Shown(parent if self._parsoid else None, hidden=self._parsoid)
        if self._parsoid:
            return self._used(checked, call)
        stray = Note(self._next_id(), checked.group, self._ids, call, texts=[call], stray=True)
        group.notes[stray.key] = stray
        undo = [lambda: _drop(group.notes, stray.key)]
        self._blame(stray, checked.shown, call, undo)
        self._log.append(_all(undo))
        return Shown(None)

    def _used(self, checked: Checked, call: RefCall) -> Shown:
        """Use a note, a known one or a new one."""
        group = self._group(checked.group)
        note = group.notes.get(checked.name) if checked.name else None
        undo: list[Undo] = []
        error = checked.shown
        if note is None:
            note = self._fresh(group, checked, call)
            undo.append(lambda: _drop(group.notes, note.key))
        else:
            conflict = self._merge(note, checked, call, undo)
            error = error or conflict
        self._number(group, note, undo)
        used = self._sub(note, checked, call, undo) if checked.details and checked.details.strip() else note
        used.uses += 1
        undo.append(lambda: _unuse(used))
        self._blame(note, error, call, undo)
        self._log.append(_all(undo))
        return Shown(used, used.uses - 1)

    def _fresh(self, group: _Group, checked: Checked, call: RefCall) -> Note:
        identifier = self._next_id()
        note = Note(checked.name or identifier, checked.group, identifier, call, direction=checked.direction)
        if call.filled is not None:
            note.texts.append(call)
        group.notes[note.key] = note
        return note

    def _merge(self, note: Note, checked: Checked, call: RefCall, undo: list[Undo]) -> str:
        """Give a known note the text and direction of a further use; return the key of a conflict."""
        error = ""
        if call.filled is not None and not note.texts:
            note.texts.append(call)
            undo.append(note.texts.clear)
            note.direction = note.direction or checked.direction
        elif call.filled is not None and note.texts[0].text != call.text:
            error = messages.DUPLICATE_KEY
        if checked.direction and note.direction and checked.direction != note.direction:
            error = error or messages.REF_CONFLICTING_DIR
        return error

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
        error = checked.shown
        if note is None:
            note = self._fresh(state, checked, call)
            error = error or messages.MISSING_KEY
        else:
            conflict = self._merge(note, checked, call, [])
            error = error or conflict
        self._blame(note, error, call)
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
                self._blame(note, messages.NO_TEXT, note.first)
        return tuple(each for note in notes for each in (note, *note.subs.values()))

    def _take_back(self, count: int) -> None:
        """Undo the last calls: a list made by {{#tag:references}} repeats them as definitions."""
        for _ in range(min(count, len(self._log))):
            self._log.pop()()

    def _blame(self, note: Note, key: str, call: RefCall, undo: list[Undo] | None = None) -> None:
        """Note a message that is shown at the entry; an entry shows its first one."""
        if not key:
            return
        before, note.error = note.error, note.error or key
        accused = self._accuse(key, call, inline=False)
        if undo is not None:
            undo += [accused, lambda: setattr(note, "error", before)]

    def _accuse(self, key: str, call: RefCall, *, inline: bool) -> Undo:
        """Note a message; return how to take it back."""
        fault = Fault(key, call.attributes.get("name") or call.attributes.get("follow", ""), call.span, inline)
        self.faults.append(fault)
        return lambda: self.faults.remove(fault)


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

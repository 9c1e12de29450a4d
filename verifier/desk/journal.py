"""Every decision at once and whole into the registry, shown as a diff, and taken back on request.

Nothing is lost: the file is locked while a decision is put into what it holds at that moment; a decision made by a page
that shows something else is refused; and so is an undo of lines that have changed since.
"""

import datetime as dt
import difflib
import tomllib
from codecs import BOM_UTF8
from collections.abc import Callable, Collection
from dataclasses import dataclass

from verifier import files
from verifier.errors import VerifierError
from verifier.model.decision import Decision, subject, told
from verifier.registry import decide
from verifier.registry.parse import LIMIT, parse

_CONTEXT = 3  # lines around a change
_AGAIN = 3  # tries where something that knows no lock writes at the same moment


class ChangedError(VerifierError):
    """What the decision is about has changed since the page was made: nothing was written."""


@dataclass(slots=True)
class Entry:
    """One decision: what it is about and says, the lines it changed, its diff, and whether it was taken back."""

    number: int
    subject: str
    told: str
    before: str
    after: str
    diff: str
    undone: bool = False


class Journal:
    """The decisions of this desk on one registry. `today` gives the day, `rules` are the ids a waiver may name."""

    def __init__(self, path: str, today: Callable[[], dt.date], rules: Collection[str] = ()) -> None:
        self.path = path
        self.entries: list[Entry] = []
        self._today = today
        self._rules = rules

    def text(self) -> str:
        """Return what the registry holds now. Raises InputError, RegistryError."""
        return self._read()[2]

    def _read(self) -> tuple[bytes, bytes, str]:
        """Return the registry, if it is valid: its bytes, its byte order mark, and its text with its line ends."""
        data = files.read_bytes(self.path, LIMIT)
        self._valid(data)
        mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
        return data, mark, data.removeprefix(mark).decode("utf-8")

    def _valid(self, data: bytes) -> None:
        parse(data, files.shown(self.path), today=self._today(), rules=self._rules)

    def decide(self, decision: Decision, seal: str) -> Entry:
        """Write a decision made by a page that showed what `seal` stands for, and return it.

        Raises ChangedError where something else stands there by now, RegistryError where the registry would not be
        valid, ReportError where it cannot be written; the file is then as it was.
        """

        def change(text: str) -> str:
            if decide.seal(tomllib.loads(text), decision) != seal:
                raise ChangedError(
                    "somebody has decided on this since your page was made, and nothing was written",
                    "look at what the page says now, and decide again",
                )
            return decide.decided(text, decision)

        return self._write(subject(decision), told(decision), change)

    def undo(self, number: int) -> Entry:
        """Take a decision back, and return it. Raises ChangedError where its lines have changed since."""
        entry = next((each for each in self.entries if each.number == number), None)
        if entry is None or entry.undone:
            raise ChangedError("this decision was taken back already, or is not of this desk", "load the page again")
        made = self._write(entry.subject, f"taken back: {entry.told}", lambda text: _reverted(text, entry))
        entry.undone = made.undone = True
        return made

    def _write(self, about: str, words: str, change: Callable[[str], str]) -> Entry:
        with files.locked(self.path):
            for _ in range(_AGAIN):
                data, mark, text = self._read()
                made = change(text)
                encoded = mark + made.encode("utf-8")
                self._valid(encoded)
                if files.read_bytes(self.path, LIMIT) == data:
                    files.write_atomically(self.path, encoded, files.permissions(self.path))
                    break
            else:
                raise ChangedError("the registry is being written by something else", "wait, and decide again")
            lines, diff = _changed_lines(text, made), _diff(files.name_of(self.path), text, made)
            entry = Entry(len(self.entries) + 1, about, words, *lines, diff)
            self.entries.append(entry)
            return entry


def _changed_lines(before: str, after: str) -> tuple[str, str]:
    """Return the lines that differ, from the first to the last, with the lines around them, before and after."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    shared = min(len(old), len(new))
    first = next((at for at in range(shared) if old[at] != new[at]), shared)
    last = next((at for at in range(shared - first) if old[-1 - at] != new[-1 - at]), shared - first)
    begin, end = max(0, first - _CONTEXT), max(0, last - _CONTEXT)
    return "".join(old[begin : len(old) - end]), "".join(new[begin : len(new) - end])


def _reverted(text: str, entry: Entry) -> str:
    """Return the text with the lines of a decision as they were before it."""
    if text.count(entry.after) != 1 or not entry.after:
        raise ChangedError(
            "these lines have changed since the decision, and nothing was written",
            "take it back in an editor; the diff shows what it did",
        )
    return text.replace(entry.after, entry.before)


def _diff(name: str, before: str, after: str) -> str:
    old, new = before.splitlines(), after.splitlines()
    return "\n".join(difflib.unified_diff(old, new, f"a/{name}", f"b/{name}", n=2, lineterm=""))

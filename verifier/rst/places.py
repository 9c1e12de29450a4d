"""Find the text of a document tree in its file: docutils knows lines of blocks, and nothing of what stands in them.

The tree is walked in the order of the file, and each run of text is looked for from where the one before it ended.
"""

from verifier.text import lines

_NEAR = 1000  # characters of markup that may stand between two runs, as in the address of a link
_NEXT = 60  # the same between two words of a line
_LONGEST = 2000  # characters of a run that is looked for as a whole


class Places:
    """A place in the file, which goes from block to block, and forward inside one."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self._stop = len(source)
        self._line = -1
        self._before = 0  # where the block before ended
        self._behind = 0  # where the first run of this one ended
        self._is_fresh = True
        self._lines = [start for start, _ in lines(source)]

    def enter(self, line: int | None, height: int) -> None:
        """Go to the block that begins in a line, counted from 1, and has so many lines.

        A second block of one line, as in a row of a table, begins behind the first.
        """
        if line is None or not 0 < line <= len(self._lines):
            self._stop = len(self.source)
            return
        self._before = self.at
        if line != self._line:
            self._line, self._behind = line, self._lines[line - 1]
        self.at, self._is_fresh = self._behind, True
        last = line + height + 1
        self._stop = self._lines[last] if last < len(self._lines) else len(self.source)

    def mark(self) -> tuple[int, int]:
        """Return where the mark of a note stands, ``.. [1]``, and go behind it."""
        start = max(self.at, self.source.find("..", self.at, self._stop))
        end = self.source.find("]", start, self._stop) + 1 or start
        self.at = self._behind = end
        return start, end

    def runs(self, text: str) -> list[tuple[str, int, int | None]]:
        """Return the text in runs of (text, place, width): a width of 0 where it was not found as it is."""
        made: list[tuple[str, int, int | None]] = []
        for index, line in enumerate(text.split("\n")):
            if index:
                made.append(("\n", self.at, 0))
            made.extend(self._of_line(line))
        return made

    def span(self, raw: str) -> tuple[int, int]:
        """Return where markup stands as it is written, over line ends too; an empty span where it is not found."""
        parts = raw.split("\n")
        found = self._find(parts[0])
        if found is None:
            return self.at, self.at
        start, self.at = found, found + len(parts[0])
        for part in parts[1:]:
            following = self._find(part.strip())
            self.at = self.at if following is None else following + len(part.strip())
        return start, self.at

    def _of_line(self, line: str) -> list[tuple[str, int, int | None]]:
        """Return the runs of one line: the whole of it, or its words where that is not found (it holds an escape)."""
        whole = line.strip()
        words = [whole] if self._find(whole) is not None else whole.split()
        made: list[tuple[str, int, int | None]] = []
        for index, word in enumerate(words):
            if index or line[:1].isspace():
                made.append((" ", self.at, 0))
            found = self._find(word, _NEAR if word is whole else _NEXT)
            made.append((word, self.at if found is None else found, 0 if found is None else None))
            self.at = self.at if found is None else found + len(word)
        if line[-1:].isspace():
            made.append((" ", self.at, 0))
        return made

    def _find(self, words: str, near: int = _NEAR) -> int | None:
        if not words or len(words) > _LONGEST:
            return None
        found = self.source.find(words, self.at, min(self._stop, self.at + near + len(words)))
        if found < 0 and self._is_fresh and self._before != self.at:  # docutils is wrong about some lines
            found = self.source.find(words, self._before, self._before + near + len(words))
            self._stop = self._stop if found < 0 else len(self.source)
        if found < 0:
            return None
        if self._is_fresh:
            self._behind, self._is_fresh = found + len(words), False
        return found

"""A place in a line, in characters and in columns: a tab reaches to the next multiple of four."""

import re

_BLANKS = re.compile(r"[ \t]*")


class Cursor:
    """Walk along the line of `text` from `pos` to `end` (exclusive)."""

    __slots__ = ("_stop", "_stop_column", "column", "end", "first", "pos", "text")

    def __init__(self, text: str, pos: int, end: int) -> None:
        self.text = text
        self.pos = self.first = pos
        self.end = end
        self.column = 0
        self._stop = -1  # the next character that is no blank, and its column
        self._stop_column = 0

    def ahead(self) -> tuple[int, int]:
        """Return where the next character that is no blank stands, and how many columns away it is."""
        if self.pos > self._stop:
            match = _BLANKS.match(self.text, self.pos, self.end)
            self._stop = match.end() if match else self.pos
            self._stop_column = self.column + self._stop - self.pos
            if "\t" in self.text[self.pos : self._stop]:
                self._stop_column = self.column
                for place in range(self.pos, self._stop):
                    self._stop_column += 4 - self._stop_column % 4 if self.text[place] == "\t" else 1
        return self._stop, self._stop_column - self.column

    def skip(self, columns: int) -> None:
        """Go at most so many columns of blanks ahead; a tab may be left half way."""
        goal = self.column + columns
        while self.column < goal and self.pos < self.end and self.text[self.pos] in " \t":
            wide = 4 - self.column % 4 if self.text[self.pos] == "\t" else 1
            if self.column + wide > goal:
                self.column = goal
                return
            self.column += wide
            self.pos += 1

    def over_blanks(self) -> None:
        """Go to the next character that is no blank."""
        stop, columns = self.ahead()
        self.pos, self.column = stop, self.column + columns

    def go(self, place: int) -> None:
        """Go to a place behind the blanks ahead; what lies between is no tab."""
        self.over_blanks()
        self.column += place - self.pos
        self.pos = place

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing but blanks is left."""
        return self.ahead()[0] == self.end

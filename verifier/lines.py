"""The lines of a file as other programs know them: columns in UTF-8 bytes, and the hash by which GitHub tells a line.

The hash is a rolling one over the 100 UTF-16 units from the line's beginning on, blanks left out and every line end one
LF; the end of the file counts as a unit of its own, and zeros follow
(https://github.com/github/codeql-action/blob/main/src/fingerprints.ts).
"""

from collections import Counter
from operator import mul
from struct import Struct

from verifier import text

_UNITS = 100  # that a hash covers
_FACTOR = 37
_MODULUS = 2**64
_WEIGHTS = tuple(pow(_FACTOR, _UNITS - 1 - unit, _MODULUS) for unit in range(_UNITS))
_AS_UNITS = Struct(f"<{_UNITS}H")
_END = "\uffff"  # the unit that stands for the end of the file


class Lines:
    """The lines of one file, numbered from 1."""

    def __init__(self, written: str) -> None:
        self._text = written
        self._spans = list(text.lines(written))
        self._starts: list[int] = []
        self._times: list[int] = []  # how often each line's hash occurred up to it
        self._units = b""

    def byte_column(self, line: int, column: int) -> int:
        """Return the column, counted in code points, as one counted in UTF-8 bytes; both count from 1."""
        start, end = self._spans[line - 1] if line <= len(self._spans) else (0, 0)
        before = self._text[start : min(end, start + column - 1)]
        return len(before.encode("utf-8", "replace")) + column - len(before)

    def hash_of(self, line: int) -> str:
        """Return GitHub's hash of the line, 16 hex digits at most, and how often it occurred up to here: "a7f2:1"."""
        if not self._starts:
            self._read()
        at = min(line, len(self._starts)) - 1
        value = sum(map(mul, _AS_UNITS.unpack(self._window(at)), _WEIGHTS)) % _MODULUS
        return f"{value:x}:{self._times[at]}"

    def _window(self, at: int) -> bytes:
        start = 2 * self._starts[at]
        return self._units[start : start + 2 * _UNITS].ljust(2 * _UNITS, b"\0")

    def _read(self) -> None:
        """Note the units that count, and where each line begins among them."""
        flat = self._text.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "").replace("\t", "")
        parts = [f"{each}\n".encode("utf-16-le", "surrogatepass") for each in flat.split("\n")]
        parts[-1] = parts[-1][:-2] + _END.encode("utf-16-le")
        place = 0
        for each in parts:
            self._starts.append(place)
            place += len(each) // 2
        self._units = b"".join(parts)
        seen: Counter[bytes] = Counter()
        for at in range(len(parts)):
            window = self._window(at)
            seen[window] += 1
            self._times.append(seen[window])

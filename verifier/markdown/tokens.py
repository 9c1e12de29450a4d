"""What the inlines of a block are read into: tokens in a row, as offsets into the block's content."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "text",  # as it is written
    "literal",  # the same, and code
    "other",  # shown as other characters than are written: an escape, an entity
    "call",  # of a footnote; its text is the label
    "link", "image", "end",  # round what is shown of a link; the text is its address
]  # fmt: skip


@dataclass(slots=True)  # not frozen, as tokens below
class Reference:
    """A reference to a definition: ``[text][label]``, ``[label][]`` or ``[label]``, and what it is a reference to.

    `start` and `end` are those of the whole, `behind` is where its first bracket ends. `is_defined` tells whether there
    is such a definition: without one the reference is shown as it is written.
    """

    form: Literal["full", "collapsed", "shortcut"]
    label: str
    start: int
    behind: int
    end: int
    is_image: bool
    is_defined: bool


@dataclass(slots=True)  # not frozen: that takes three times as long to make, and there is one for every bracket
class Token:
    """One token. A `hidden` one stands in the alternative text of an image: a call there takes a number."""

    kind: Kind
    text: str
    start: int
    end: int
    reference: Reference | None = None
    hidden: bool = False


@dataclass(slots=True)
class Delimiter:
    """A run of ``*``, ``_`` or ``~``; `left` and `right` are how many of its characters mark emphasis at either end."""

    char: str
    start: int
    end: int
    opens: bool
    closes: bool
    left: int = 0
    right: int = 0
    before: "Delimiter | None" = None

    @property
    def count(self) -> int:
        """Return how many characters are still text."""
        return self.end - self.start - self.left - self.right

"""The family of inputs: each module offers one `INPUT`, which knows where an article comes from and reads it as text.

`owns(locator)` tells whether the locator is of this kind; the first that owns it reads it.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A decoded article: the text with its line ends, and what was noticed while decoding, one sentence each."""

    text: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Input:
    """One kind of place: its name, a one-line summary, whether it owns a locator, and how to read it.

    `read` raises ArticleError or InputError with what to do.
    """

    name: str
    summary: str
    owns: Callable[[str], bool]
    read: Callable[[str], Text]

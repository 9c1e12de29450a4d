"""The family of inputs: each module offers one `INPUT`, which knows where an article comes from and reads it as text.

`recognises(locator)` gives a score from 0 (certainly not) to 100 (certainly); the highest reads it. What is asked of
anybody goes through the transport it is handed.
"""

from collections.abc import Callable

from verifier.model.article import Provenance
from verifier.values import frozen
from verifier.web import Transport

LARGEST = 20_000_000  # bytes that an article in a file may have


@frozen
class Text:
    """A decoded article: the text with its line ends, and what was noticed while decoding, one sentence each.

    `path` names it in reports; `suffix` (".html") is what its name or its server says of its format; `provenance` is
    the page that was read, None for a file.
    """

    text: str
    path: str
    suffix: str
    notes: tuple[str, ...] = ()
    provenance: Provenance | None = None


@frozen
class Input:
    """One kind of place: its name, a one-line summary, the score function, and how to read a locator.

    `read` raises ArticleError or InputError, with what to do, for what is no article; TransportError or StoreError for
    what cannot be told now.
    """

    name: str
    summary: str
    recognises: Callable[[str], int]
    read: Callable[[str, Transport], Text]

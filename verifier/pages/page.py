"""The noun of a page that is read: its main text with sentences, what stands outside it, what it states of itself."""

from verifier.model.support import Stated
from verifier.values import frozen


@frozen
class Outside:
    """A text outside the main text, and where it stands: "navigation", "the page's title", "JSON-LD"."""

    place: str
    text: str


@frozen
class Metadata:
    """Every value a page states about itself, in the order of the page, each with its place."""

    titles: tuple[Stated, ...] = ()
    outlets: tuple[Stated, ...] = ()
    authors: tuple[Stated, ...] = ()
    dates: tuple[Stated, ...] = ()


@frozen
class Reading:
    """One page. `text` is the main text in reading order; all offsets are into it.

    `sentences` are (start, end). `whole` tells that nothing is missing at the end and every byte was understood.
    `language` is what the page declares, "" for nothing; `links` is the share of the main text that is links;
    `images` counts what is seen and not read.
    """

    text: str = ""
    sentences: tuple[tuple[int, int], ...] = ()
    outside: tuple[Outside, ...] = ()
    metadata: Metadata = Metadata()
    whole: bool = True
    certain: bool = True
    is_text: bool = True
    language: str = ""
    links: float = 0.0
    images: int = 0

    @property
    def words(self) -> int:
        """Return how many words the main text has."""
        return len(self.text.split())

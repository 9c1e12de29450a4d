"""The family of fixes: each module offers one `FIX`, which proposes changes of an article's file.

Only what is known is proposed: what a timestamp says, what is equal to the letter, what recovery has confirmed. Nothing
is ever changed without being asked for, and every change has its reason.
"""

from collections.abc import Callable, Iterable, Sequence

from verifier.model.article import Article
from verifier.model.change import Change
from verifier.model.source import Source
from verifier.values import frozen


@frozen
class Case:
    """What a fix may see: the article, the text of its file, and its citation templates."""

    article: Article
    text: str
    sources: tuple[Source, ...]


@frozen
class Fix:
    """One fix: its name, a one-line summary, what it proposes, and for articles in which formats.

    `left` says in a sentence what it leaves open in an article that it changes, "" for nothing.
    """

    name: str
    summary: str
    propose: Callable[[Case], Iterable[Change]]
    formats: tuple[str, ...]
    left: Callable[[Case], str] = lambda _: ""


def unable(article_format: str, known: Sequence[Fix]) -> str:
    """Return why none of these fixes proposes anything for articles in a format, "" where one may."""
    formats = sorted({name for each in known for name in each.formats})
    told = f"it is read as {article_format}, and corrections are known for {', '.join(formats)} only"
    return "" if article_format in formats else told

"""What the numbers alone say, before any evidence: gaps, a hidden prefix, and how many entries were lost."""

from collections.abc import Iterable

from verifier.model.article import Article, EntryList, Marker
from verifier.model.recovery import Structure


def of(article: Article) -> Structure:
    """Return the structure of the article's main list and the plain numbers that point into it."""
    main = article.main_list
    numbers = [marker.number for marker in plain_markers(article) if marker.number is not None]
    cited = tuple(dict.fromkeys(numbers))
    if not cited or main is None:
        return Structure(cited=cited, greatest=max(cited, default=0), entries=len(main.entries) if main else 0)
    greatest = max(cited)
    body = [marker.number for marker in plain_markers(article, body_only=True) if marker.number is not None]
    return Structure(
        cited=cited,
        greatest=greatest,
        entries=len(main.entries),
        hidden_prefix=hidden_prefix(dict.fromkeys(body)),
        never_cited=_never_cited(set(cited), greatest),
        regime=_regime(main, greatest, len(cited)),
    )


def plain_markers(article: Article, *, body_only: bool = False) -> Iterable[Marker]:
    """Yield the markers without a group, in order; `body_only` leaves out those inside entries of a list.

    A note that cites a source is numbered where the note itself is cited, so its place in the list says nothing about
    order (docs/numbering.md, "HTML"; test 2728 of Cite's parser tests).
    """
    lists = [each.span for each in article.lists]
    for claim in article.claims:
        inside = any(span.start <= claim.span.start < span.end for span in lists)
        if not (body_only and inside):
            yield from (marker for marker in claim.markers if not marker.group and marker.number is not None)


def hidden_prefix(first_appearances: Iterable[int]) -> int:
    """Return h: the numbers 1..h were first cited in content that is not here.

    The greatest number that first appears after a greater one, or the first number minus one; 0 if neither.
    """
    hidden = greatest = 0
    for position, number in enumerate(first_appearances):
        if position == 0:
            hidden = number - 1
        if number < greatest:
            hidden = max(hidden, number)
        greatest = max(greatest, number)
    return hidden


def _never_cited(cited: set[int], greatest: int) -> tuple[int, ...]:
    if greatest > 50 * len(cited):  # one wild number is no reason to list a million gaps
        return ()
    return tuple(number for number in range(1, greatest + 1) if number not in cited)


def _regime(main: EntryList, greatest: int, distinct: int) -> str:
    labels = [entry.label for entry in main.entries]
    if not _numbered_afresh(labels):
        return "labelled"
    return "subset" if max(greatest, distinct) > len(labels) else "identity"


def _numbered_afresh(labels: list[str | None]) -> bool:
    """Tell whether the labels are a clean 1..m, or absent: only then may they be a renumbering."""
    return all(label is None or label == str(position) for position, label in enumerate(labels, 1))

"""Remarks on references of which MediaWiki does not complain: tags never closed, misplaced definitions, equal texts."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from verifier.model.article import Article, Remark, Span
from verifier.text import one_line
from verifier.wikitext import messages
from verifier.wikitext.calls import RefCall, named
from verifier.wikitext.tags import LITERAL, Tag, attributes

_HERE = Span(0, 0)  # the text does not show them
_LITERALS = {f"{LITERAL}ref": messages.REF_LITERAL, f"{LITERAL}references": messages.LIST_LITERAL}


def broken(article: Article) -> list[Remark]:
    """Return the remarks on references that are not read as they were meant; each has a finding of its own."""
    lists = (messages.LIST_PARAMETERS, messages.INCLUDED_REFERENCES)
    return [
        each for each in article.remarks if each.kind == messages.REF_LITERAL or (each.forks and each.kind not in lists)
    ]


def of_literal(text: str, tag: Tag) -> Iterator[Remark]:
    """Yield a remark on an opening tag of a reference or list that is never closed; others are of no concern here."""
    kind = _LITERALS.get(tag.name)
    if kind is None:
        return
    given = attributes(text, tag)
    name, group = given.get("name", ""), given.get("group", "")
    names = named(group, name) if name else group
    yield Remark(kind, name or group, _HERE, Span(tag.start, tag.end), (names,) if names else ())


def of_misplaced(text: str, tag: Tag, group: str) -> Remark:
    """Return the remark on a definition that stands where the list of `group` does not look for it."""
    given = attributes(text, tag)
    name = given.get("name", "")
    names = (named(given.get("group") or group, name),) if name else ()
    return Remark(messages.DEFINITION_MISPLACED, name, _HERE, Span(tag.start, tag.end), names)


def of_repeats(calls: Sequence[RefCall], printed: Sequence[tuple[int, str]]) -> Iterator[Remark]:
    """Yield a remark on each reference without a name whose text another such one of its list has too.

    `printed` has for each list, in order, how many calls stand before it, and its group: what comes later goes to
    another. The `names` of the remarks on one text are where the first of them stands.
    """
    places: dict[tuple[str, int, str], list[Span]] = defaultdict(list)
    lists, behind = Counter[str](), 0
    for index, call in enumerate(calls):
        while behind < len(printed) and printed[behind][0] <= index:
            lists[printed[behind][1]] += 1
            behind += 1
        given = call.attributes
        if call.filled is not None and not given.get("name") and not given.get("follow"):
            group = given.get("group", "")
            places[group, lists[group], call.filled.strip()].append(call.span)
    for (_, _, text), spans in places.items():
        if len(spans) > 1:
            first = (str(spans[0].start),)
            yield from (Remark(messages.CONTENT_REPEATED, one_line(text), _HERE, span, first) for span in spans)

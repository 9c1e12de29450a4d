"""Read a body: decode it, walk it once, and cut its main text into sentences with their places."""

import html
from collections.abc import Iterator

from verifier.content.page import source
from verifier.html.tokens import Dialect
from verifier.html.tree import Tree
from verifier.model.article import Span
from verifier.pages import metadata
from verifier.pages.page import Metadata, Outside, Reading
from verifier.pages.sections import attributes, main, walk
from verifier.prose import sentences

LARGEST = 5_242_880  # bytes of a body that are read
_LONGEST = 1_000_000  # characters of main text that are judged; what is longer counts as cut
_PLACES = 400_000  # characters of text outside it that are kept
_SENTENCE = 2_000  # characters after which a "sentence" is cut at a blank


def read(body: bytes, content_type: str, *, url: str = "", truncated: bool = False) -> Reading:
    """Return what the page at `url` shows and states. Nothing in it raises, and all of it is linear in the body."""
    found = source(body[:LARGEST], content_type, truncated=truncated or len(body) > LARGEST, largest=LARGEST)
    if not found.text:
        return Reading(whole=found.whole, certain=found.certain, is_text=found.is_text)
    if content_type.partition(";")[0].strip().lower() == "text/plain":
        return _plain(found.text, whole=found.whole, certain=found.certain)
    tree = Tree(found.text, Dialect.HTML)
    seen = walk(tree)
    stated, bodies = metadata.read(tree, seen, url)
    mine: list[str] = []
    outside: list[Outside] = []
    linked = 0
    for block, place in main(seen):
        if place:
            outside.append(Outside(place, block.text))
        else:
            mine.append(block.text)
            linked += block.linked
    stated = metadata.with_lines(stated, mine)
    text = "\n".join(mine)
    whole = found.whole and len(text) <= _LONGEST and _ends(found.text)
    text = text[:_LONGEST]
    return Reading(
        text=text,
        sentences=tuple(_sentences(text)),
        outside=tuple(_capped((*outside, *_declared(stated, bodies, seen.alts, url)))),
        metadata=stated,
        whole=whole,
        certain=found.certain,
        language=_language(tree),
        links=linked / max(1, len(text)),
        images=seen.images,
    )


def of_text(text: str, *, whole: bool = True) -> Reading:
    """Return the reading of a plain text, one paragraph a line; character references that were left in it are read."""
    return _plain(text, whole=whole, certain=True)


def _plain(text: str, *, whole: bool, certain: bool) -> Reading:
    whole, text = whole and len(text) <= _LONGEST, html.unescape(text[:_LONGEST])
    return Reading(text=text, sentences=tuple(_sentences(text)), whole=whole, certain=certain)


def _ends(source: str) -> bool:
    """Tell whether a page with a body has its end: one that stops in the middle was cut before it was captured."""
    tail = source[-2_000:].lower()
    return "<body" not in source[:200_000].lower() or "</body" in tail or "</html" in tail


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            for span in sentences.split(text, Span(start, end), ()):
                yield from _cut(text, span.start, span.end)
        start = end + 1


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence, in pieces where it is so long that it must be something else."""
    while end - start > _SENTENCE:
        stop = text.rfind(" ", start + 1, start + _SENTENCE)
        stop = stop if stop > start else start + _SENTENCE
        yield start, stop
        start = stop
    if text[start:end].strip():
        yield start, end


def _declared(stated: Metadata, bodies: list[str], alts: list[str], url: str) -> Iterator[Outside]:
    yield from (Outside("the page's title", each.value) for each in stated.titles)
    yield from (Outside("the page's metadata", each.value) for each in (*stated.authors, *stated.outlets))
    yield from (Outside("JSON-LD", each) for each in bodies)
    yield from (Outside("the words beside a picture", each) for each in alts[:500])
    yield Outside("the page's address", metadata.words_of(url))


def _capped(pieces: tuple[Outside, ...]) -> Iterator[Outside]:
    size = 0
    for each in pieces:
        size += len(each.text)
        if size > _PLACES:
            return
        yield each


def _language(tree: Tree) -> str:
    for node in range(1, min(len(tree), 50)):
        if tree.names[node] == "html":
            return attributes(tree, node).get("lang", "").lower()[:35]
    return ""

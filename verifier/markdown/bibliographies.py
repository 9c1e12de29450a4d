"""What the keys of an article may lead to: the sources in its front matter, and those in files that it names.

Of two with one key citeproc takes the last (its `makeReferenceMap`, https://hackage.haskell.org/package/citeproc), and
one in the front matter before any in a file (https://pandoc.org/MANUAL.html#specifying-bibliographic-data). Of a file
only what is cited is printed: it may serve a hundred articles.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.bibliography import csl_yaml, reader_of
from verifier.bibliography.source import Broken, Source, Sources
from verifier.markdown.citekeys import anchor
from verifier.markdown.frontmatter import FrontMatter
from verifier.model.article import Remark, Span
from verifier.model.bibliography import Bibliography
from verifier.model.origin import Annex, annexes
from verifier.values import frozen

_NOWHERE = Span(0, 0)


@frozen
class Known:
    """All sources of an article: its own, those of its files, and remarks on what was not read.

    Offsets of a file are those of its annex.
    """

    own: tuple[Source, ...]
    others: tuple[Source, ...]
    annexes: tuple[Annex, ...]
    remarks: tuple[Remark, ...]


def read(text: str, front: FrontMatter, found: Sequence[Bibliography]) -> Known:
    """Return the sources of the article with this text and front matter, and of the files that it names."""
    own = csl_yaml.read(text[slice(*front.references)], front.references[0]) if front.references else Sources()
    remarks = [_broken("references", each) for each in own.broken]
    files = tuple(annexes(text, ((each.path, each.text) for each in found if not each.fault)))
    others: list[Source] = []
    behind = iter(files)
    for each in found:
        annex = None if each.fault else next(behind)
        reader = reader_of(each.name)
        sources = reader(each.text) if annex and reader else Sources()
        fault = each.fault or ("" if sources.sources or sources.broken else "holds no source")
        if fault:
            place = next(
                (Span(name.start, name.end) for name in front.bibliography if name.text == each.name), _NOWHERE
            )
            remarks.append(Remark("bibliography-unread", fault, _NOWHERE, place, (each.name,)))
        start = annex.start if annex else 0
        others += (replace(one, start=one.start + start, end=one.end + start) for one in sources.sources)
        remarks += (_broken(each.name, replace(one, place=one.place + start)) for one in sources.broken)
    return Known(own.sources, tuple(others), files, tuple(remarks))


def listed(known: Known, front: FrontMatter, cited: Sequence[str]) -> list[Source]:
    """Return the sources that are printed: those cited, in the order of the anchors, then what else stands here."""
    rank = {each: place for place, each in enumerate(cited)}
    chosen = {each.key: each for each in known.others}
    if "*" not in front.cited:
        wanted = {*cited, *(anchor(each) for each in front.cited)}
        chosen = {key: each for key, each in chosen.items() if anchor(key) in wanted}
    chosen |= {each.key: each for each in known.own}
    return sorted(chosen.values(), key=lambda each: rank.get(anchor(each.key), len(rank)))


def remarks(known: Known, front: FrontMatter, cited: Sequence[str]) -> Iterator[Remark]:
    """Yield the remarks on all sources: what was not read, what is defined twice, what of its own is not cited."""
    yield from known.remarks
    wanted = {*cited, *(anchor(each) for each in front.cited)}
    everything = anchor("*") in wanted
    for each in known.own:
        if not everything and anchor(each.key) not in wanted:
            yield Remark("citekey-unused", each.key, _NOWHERE, Span(each.start, each.end))
    for sources in (known.own, known.others):
        seen: Counter[str] = Counter()
        for each in sources:
            seen[each.key] += 1
            if seen[each.key] == 2 and (everything or anchor(each.key) in wanted):
                yield Remark("citekey-redefined", each.key, _NOWHERE, Span(each.start, each.end))


def _broken(name: str, broken: Broken) -> Remark:
    return Remark("bibliography-broken", broken.why, _NOWHERE, Span(broken.place, broken.place), (name,))

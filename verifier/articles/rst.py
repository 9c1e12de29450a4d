"""reStructuredText, numbered as docutils numbers it: footnotes ``[1]_``, ``[#]_``, ``[#label]_``, ``[*]_``, citations.

A plain reference to a footnote, ``[16_]``, counts as a call. Nothing in literal text and comments does. The content of
directives and roles that only Sphinx knows is read as text. No other file is read. What is nested too deeply or too
dense for docutils is read like plain text, and remarked upon.
"""

import re
from collections.abc import Iterator

from verifier.articles import LEGACY, Parser
from verifier.model.article import Article, Remark, Span
from verifier.prose import typed
from verifier.prose.flow import Block, Listing, Words
from verifier.prose.layout import assemble
from verifier.rst import cost
from verifier.text import lines

_SAMPLE = 300_000  # characters that are looked at
_SUFFIXES = frozenset({".rst", ".rest"})
_SIGNS = (
    (re.compile(r"^\.\. \[(?:\d+|#[\w.-]*|\*|[A-Za-z][\w.-]*)\](?:[ \t]|$)", re.M), 45),
    (re.compile(r"\[(?:\d+|#[\w.-]*|\*|[A-Za-z][\w.-]*)\]_(?!\w)"), 25),
    (re.compile(r"^\.\. [\w:-]+::(?:[ \t]|$)", re.M), 35),
    (re.compile(r"^\.\. _[^:\n]+:", re.M), 25),
    (re.compile(r"^(\S[^\n]*)\n([=~^\"'`#*+-])\2{2,}[ \t]*$", re.M), 10),
    (re.compile(r"::[ \t]*\n[ \t]*\n[ \t]+\S"), 10),
    (re.compile(r"``[^`\n]+``"), 10),
    (re.compile(r":[a-z][\w:+-]{0,60}:`[^`\n]+`"), 20),
    (re.compile(r"`[^`<\n]+<[^`>\n]+>`_"), 20),
    (re.compile(r"\A\s*PEP: *\d+[ \t]*$", re.M), 30),
)
_PAGE = re.compile(r"\s*(?:<\?xml|<!doctype|<html\b)", re.I)


def parse(text: str, path: str, numbering: str = LEGACY) -> Article:
    """Return the article, numbered by docutils whatever `numbering` says. Any text is one: never raises."""
    if cost.is_too_dear(text):
        return _as_plain(text, path, "is nested too deeply, or too dense")
    from verifier.rst import doctree, tree  # docutils takes longer to import than most articles to read

    document = doctree.parse(text)
    if document is None:
        return _as_plain(text, path, "makes docutils fail")
    layout = tree.lay_out(document, text)
    labels = {each.label for each in layout.footnotes if each.label}
    found = typed.read(layout.lines, labels, lambda _: (), alone=False)
    notes = [*layout.footnotes, *layout.citations]
    in_notes = () if found.has_list else typed.unlinked([each.inlines for each in notes], labels)
    footnotes = {each.anchor for each in layout.footnotes}
    groups = {
        True: "note" if found.has_list else "",
        False: "citation" if found.has_list or layout.footnotes else "",
    }
    parts = list(found.parts)
    for items, heading in ((layout.footnotes, "Footnotes"), (layout.citations, "Citations")):
        if items:
            parts.append(Listing(heading, groups[items is layout.footnotes], "footnote", items, items[0].place))
    return assemble(
        text,
        typed.in_groups(parts, lambda anchor: groups[anchor in footnotes]),
        path=path,
        format="rst",
        title=layout.title,
        remarks=[*layout.remarks, *found.remarks, *in_notes],
        marker_styles=found.styles or ("brackets",),
    )


def _as_plain(text: str, path: str, why: str) -> Article:
    """Return the article with its paragraphs as they are written, and a remark."""
    found = typed.read(list(_paragraphs(text)), (), lambda _: (), alone=True)
    remark = Remark("markup-unread", why, Span(0, 0), Span(0, 0))
    return assemble(text, found.parts, path=path, format="rst", remarks=[*found.remarks, remark])


def _paragraphs(text: str) -> Iterator[typed.Line]:
    start = end = 0
    for first, last in [*lines(text), (len(text), len(text))]:
        if text[first:last].strip():
            start, end = (start if start < end else first), last
        elif start < end:
            yield typed.Line(Block("paragraph", [Words(text[start:end], start)]))
            start = end = last


def _recognises(text: str, suffix: str) -> int:
    if _PAGE.match(text):
        return 0
    start = text[:_SAMPLE]
    score = sum(weight for sign, weight in _SIGNS if sign.search(start))
    return min(95, score + (40 if suffix in _SUFFIXES else 0))


PARSER = Parser("rst", "reStructuredText", _recognises, parse)

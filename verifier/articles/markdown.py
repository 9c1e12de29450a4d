"""Markdown as GitHub renders it: footnotes, numbered reference links, printed numbers with a list, citeproc's keys.

Footnotes are numbered as GitHub numbers them: by their first call, the first of two definitions wins, and a note that
nothing calls is not shown. ``[text][7]`` and ``[7]`` with ``[7]: url "title"`` cite the source 7. ``[7]`` with a
numbered list under "References" is read as in plain text. Keys ``[@key]`` lead to ``references`` of the front matter.
"""

import re
from functools import partial

from verifier.articles import LEGACY, Parser
from verifier.model.article import Article
from verifier.prose import typed
from verifier.prose.flow import assemble

_SAMPLE = 300_000  # characters that are looked at
_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".qmd", ".rmd"})
_SIGNS = (  # what only Markdown has, what it shares with other formats, and how much each tells
    (re.compile(r"^ {0,3}\[\^[^\]\s]+\]:", re.M), 45),
    (re.compile(r"\[\^[^\]\s]+\](?!:)"), 20),
    (re.compile(r"^ {0,3}\[[^\]\n^]+\]:[ \t]*\S", re.M), 30),
    (re.compile(r"\][ ]?\[[^\]\n^]+\]"), 10),
    (re.compile(r"\[[^\]\n]+\]\((?:<|https?:|/|#|\.)[^)\n]*\)"), 35),
    (re.compile(r"^#{1,6} +\S", re.M), 15),
    (re.compile(r"^(?:```|~~~)", re.M), 20),
    (re.compile(r"\*\*\w[^*\n]*\*\*"), 15),
    (re.compile(r"\A---[ \t]*\r?\n(?:[^\n]*\n){1,200}?(?:---|\.\.\.)[ \t]*$", re.M), 35),
    (re.compile(r"\[(?:[^\]\n]* )?-?@\w[^\]\n]*\]"), 25),
)
_PAGE = re.compile(r"\s*(?:<\?xml|<!doctype|<html\b)", re.I)


def parse(text: str, path: str, numbering: str = LEGACY) -> Article:
    """Return the article, numbered as GitHub shows it, whatever `numbering` says. Any text is one: never raises."""
    from verifier.markdown import (
        citekeys,
        csl,
        faults,
        frontmatter,
        lines,
    )  # what is no Markdown need not wait for these
    from verifier.markdown.nodes import key
    from verifier.markdown.reading import read as read_markdown

    front = frontmatter.read(text)
    reading = read_markdown(text, front.end)
    sources = csl.read(text, *front.references) if front.references else None
    knows_keys = bool(front.references or front.bibliography)
    labels = {key(each.label) for each in reading.footnotes}
    body = list(lines.of_body(text, reading))
    found = typed.read(
        body, labels, partial(citekeys.find, sure=knows_keys), alone=not (reading.footnotes or knows_keys)
    )
    parts = lines.with_lists(text, reading, found)
    if sources:
        parts.append(citekeys.listing(sources))
    return assemble(
        text,
        parts,
        path=path,
        format="markdown",
        title=front.title or lines.title(reading),
        language=front.language,
        remarks=[*faults.find(reading), *found.remarks, *citekeys.remarks(front, sources, parts)],
        marker_styles=found.styles or ("brackets",),
    )


def _recognises(text: str, suffix: str) -> int:
    if _PAGE.match(text):
        return 0
    start = text[:_SAMPLE]
    score = sum(weight for sign, weight in _SIGNS if sign.search(start))
    if suffix in _SUFFIXES:  # without any mark of Markdown it is plain text whatever it is called
        return min(95, 30 + score) if score else 5
    return min(90, score)


PARSER = Parser("markdown", "Markdown as GitHub renders it", _recognises, parse)

"""Markdown as GitHub renders it: footnotes, numbered reference links, printed numbers with a list, citeproc's keys.

Footnotes are numbered as GitHub numbers them: by their first call, the first of two definitions wins, and a note that
nothing calls is not shown. ``[text][7]`` and ``[7]`` with ``[7]: url "title"`` cite the source 7. ``[7]`` with a
numbered list under "References" is read as in plain text. Keys ``[@key]`` lead to ``references`` of the front
matter and to the files that its ``bibliography`` names: CSL data as JSON or YAML, BibTeX, BibLaTeX.
"""

import re
from collections.abc import Sequence
from functools import partial

from verifier.articles import LEGACY, Beside, Parser
from verifier.model.article import Article
from verifier.model.bibliography import Bibliography
from verifier.prose import typed
from verifier.prose.layout import assemble

_SAMPLE = 300_000  # characters that are looked at
_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".qmd", ".rmd"})
_SIGNS = (  # what only Markdown has, what it shares with other formats, and how much each tells; all linear in time
    (re.compile(r"^ {0,3}\[\^[^\[\]\s]+\]:", re.M), 45),
    (re.compile(r"\[\^[^\[\]\s]+\](?!:)"), 20),
    (re.compile(r"^ {0,3}\[[^\[\]\n^]+\]:[ \t]*\S", re.M), 30),
    (re.compile(r"\][ ]?\[[^\[\]\n^]+\]"), 10),
    (re.compile(r"\[[^\[\]\n]+\]\((?:<|https?:|/|#|\.)[^)\n]{0,500}\)"), 35),
    (re.compile(r"^#{1,6} +\S", re.M), 15),
    (re.compile(r"^(?:```|~~~)", re.M), 20),
    (re.compile(r"\*\*\w[^*\n]*\*\*"), 15),
    (re.compile(r"\A---[ \t]*\r?\n(?:[^\n]*\n){1,200}?(?:---|\.\.\.)[ \t]*$", re.M), 35),
    (re.compile(r"\[(?:[^\[\]\n]{0,200} )?-?@\w[^\[\]\n]{0,500}\]"), 25),
)
_PAGE = re.compile(r"\s*(?:<\?xml|<!doctype|<html\b)", re.I)


def parse(text: str, path: str, numbering: str = LEGACY) -> Article:
    """Return the article, numbered as GitHub shows it, whatever `numbering` says. Any text is one: never raises.

    Files of sources that it names are remarked on as unread.
    """
    unread = [Bibliography(name, name, fault="was not looked for") for name in names(text)]
    return parse_with(text, path, numbering, unread)


def names(text: str) -> list[str]:
    """Return the names of the files of sources that the front matter gives, each once."""
    from verifier.markdown import frontmatter

    return list(dict.fromkeys(each.text for each in frontmatter.read(text).bibliography))


def parse_with(text: str, path: str, numbering: str, found: Sequence[Bibliography]) -> Article:
    """Return the article as `parse` does, its keys led to what was found of the files that it names."""
    from verifier.markdown import bibliographies, citekeys, faults, frontmatter, lines  # only Markdown waits for these
    from verifier.markdown.nodes import key
    from verifier.markdown.reading import read as read_markdown

    front = frontmatter.read(text)
    reading = read_markdown(text, front.end)
    knows_keys = bool(front.references or front.bibliography)
    labels = {key(each.label) for each in reading.footnotes}
    body = list(lines.of_body(text, reading))
    typed_in = typed.read(
        body, labels, partial(citekeys.find, sure=knows_keys), alone=not (reading.footnotes or knows_keys)
    )
    parts = lines.with_lists(text, reading, typed_in)
    known = bibliographies.read(text, front, found)
    cited = citekeys.first_cited(parts)
    if printed := bibliographies.listed(known, front, cited):
        parts.append(citekeys.listing(printed))
    return assemble(
        text,
        parts,
        path=path,
        format="markdown",
        title=front.title or lines.title(reading),
        language=front.language,
        remarks=[*faults.find(reading), *typed_in.remarks, *bibliographies.remarks(known, front, cited)],
        marker_styles=typed_in.styles or ("brackets",),
        annexes=known.annexes,
    )


def _recognises(text: str, suffix: str) -> int:
    if _PAGE.match(text):
        return 0
    start = text[:_SAMPLE]
    score = sum(weight for sign, weight in _SIGNS if sign.search(start))
    if suffix in _SUFFIXES:  # without any mark of Markdown it is plain text whatever it is called
        return min(95, 30 + score) if score else 5
    return min(90, score)


PARSER = Parser(
    "markdown",
    "Markdown as GitHub renders it, with citeproc's keys and the bibliographies they lead to",
    _recognises,
    parse,
    Beside(names, parse_with),
)

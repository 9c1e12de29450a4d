"""Wikitext, the source of a page of Wikipedia or another MediaWiki: numbered as MediaWiki numbers it.

References are evaluated with the rules of MediaWiki's Cite, by the legacy parser's numbering or Parsoid's; the
templates that make references or lists are emulated (docs/numbering.md, "Wikitext"). What Cite would complain of is
remarked upon under the key of its message.
"""

import re

from verifier.articles import LEGACY, Parser
from verifier.model.article import Article
from verifier.prose.layout import assemble

_SIGNS = (
    (re.compile(r"<ref(?:\s[^<>]{0,200})?/?>|<references\b|\{\{\s*(?:reflist|#tag:ref)\b", re.IGNORECASE), 60),
    (re.compile(r"\{\{[^{}\n]{1,80}(?:\||\}\})"), 15),
    (re.compile(r"\[\[[^\[\]\n]{1,200}\]\]"), 15),
    (re.compile(r"^={2,6}[^=\n].{0,200}={2,6}\s*$", re.MULTILINE), 10),
    (re.compile(r"^\{\|", re.MULTILINE), 10),
    (re.compile(r"'''[^'\n]{1,200}'''"), 15),
)
_SUFFIXES = {".wiki": 40, ".wikitext": 40, ".mediawiki": 40}
_SAMPLE = 300_000  # characters that are looked at
_PAGE = re.compile(r"\s*(?:<\?xml|<!doctype|<html\b)", re.IGNORECASE)


def parse(text: str, path: str, numbering: str = LEGACY) -> Article:
    """Return the article, numbered by the legacy parser or by "parsoid". Never raises: any text is wikitext."""
    from verifier.wikitext.blocks import blocks  # what is no wikitext need not wait for these
    from verifier.wikitext.cite import Cite
    from verifier.wikitext.cited import HANDLERS, listed
    from verifier.wikitext.page import Page

    page = Page(text, Cite(parsoid=numbering != LEGACY), HANDLERS, listed)
    page.evaluate()
    found = [*page.templates, *page.others]
    parts = blocks(text, page.pieces)
    return assemble(text, parts, path=path, format="wikitext", remarks=page.remarks, templates=found)


def _recognises(text: str, suffix: str) -> int:
    if _PAGE.match(text):
        return 0
    start = text[:_SAMPLE]
    return min(95, _SUFFIXES.get(suffix, 0) + sum(weight for sign, weight in _SIGNS if sign.search(start)))


PARSER = Parser("wikitext", "the source of a MediaWiki page", _recognises, parse)

"""HTML pages, and articles in JATS XML: the citations are links, or printed numbers where there is no link.

Pages of MediaWiki (legacy and Parsoid), GitHub, pandoc and citeproc, docutils and Sphinx, Python-Markdown, kramdown,
EPUB and DPUB-ARIA are known; what an extractor left of one, without its classes, is read by where the links lead. A
list prints the numbers that a browser gives its items. Claims come from paragraphs, items, captions and rows of tables;
entries bring the addresses they link to.
"""

from dataclasses import replace
from functools import partial

from verifier.articles import LEGACY, Parser
from verifier.html import about
from verifier.model.article import Article
from verifier.prose import joining, layout

_PAGE, _FRAGMENT, _NAMED, _OTHER = 95, 80, 60, 0  # scores
_SUFFIXES = (".html", ".htm", ".xhtml")


def parse(text: str, path: str, numbering: str = LEGACY) -> Article:
    """Return the article. Never raises: any text is a page, if one without elements."""
    from verifier.html import facts, plan, printed  # what is no page need not wait for these
    from verifier.html.page import Page
    from verifier.html.walk import Walk

    page = Page(text, about.dialect(text))
    planned = plan.make(page)
    title, heading = about.title(page)
    parts = Walk(planned, heading).parts()
    assemble = partial(layout.assemble, text, path=path, format="html", title=title, language=about.language(page))
    remarks = tuple(facts.remarks(planned))
    if planned.cites or planned.hidden:
        article = assemble(parts, remarks=remarks)
        return replace(article, lists=joining.joined(article.lists))
    found = printed.find(page, parts)
    return printed.in_chapters(assemble(found.parts, remarks=(*remarks, *found.remarks), marker_styles=found.styles))


def _recognises(text: str, suffix: str) -> int:
    if about.is_page(text):
        return _PAGE
    if suffix in _SUFFIXES:
        return _FRAGMENT if about.is_fragment(text) else _NAMED
    return _FRAGMENT if suffix not in (".md", ".markdown", ".rst", ".wiki") and about.is_fragment(text) else _OTHER


PARSER = Parser("html", "HTML of wikis, generators and e-books, JATS XML", _recognises, parse)

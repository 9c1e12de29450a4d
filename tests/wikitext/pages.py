"""Evaluate wikitext in tests: with the settings of a parser test, and with what Cite printed kept."""

import re
from dataclasses import dataclass

from citetests import Case

from verifier.model.article import Article, Marker
from verifier.prose.layout import assemble
from verifier.wikitext import emulated
from verifier.wikitext.blocks import blocks
from verifier.wikitext.cite import Cite, Printed
from verifier.wikitext.items import listed
from verifier.wikitext.page import Page
from verifier.wikitext.pieces import Listed

_LABELS = "MediaWiki:cite_link_label_group-"


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A page: the article, the lists as Cite printed them, and the keys of the errors shown in its text."""

    article: Article
    printed: list[Printed]
    inline_errors: list[str]

    @property
    def markers(self) -> list[Marker]:
        """Return the visible markers outside the lists."""
        return body_markers(self.article)


def body_markers(article: Article) -> list[Marker]:
    """Return the visible markers of an article outside its lists."""
    spans = [each.span for each in article.lists]
    return [
        marker
        for marker in article.markers
        if not marker.hidden and not any(span.start <= marker.span.start < span.end for span in spans)
    ]


def evaluate(case: Case, *, parsoid: bool = False) -> Evaluated:
    """Return the page of a parser test, evaluated."""
    words = {title.removeprefix(_LABELS): text.split() for title, text in case.articles.items() if _LABELS in title}
    subs = case.config.get("wgCiteSubReferencing") is not False
    printed: list[Printed] = []

    def kept(page: Page, each: Printed) -> Listed:
        printed.append(each)
        return listed(page, each)

    text = _expanded(case)
    page = Page(text, Cite(parsoid=parsoid, subs=subs, words=words), emulated.HANDLERS, kept)
    page.evaluate()
    article = assemble(text, blocks(text, page.pieces), path="page.wiki", format="wikitext")
    return Evaluated(article, printed, [fault.key for fault in page.cite.faults if fault.inline])


def _expanded(case: Case) -> str:
    """Return the wikitext with the templates put in that only a wiki knows, where no nowiki hides them."""
    text = case.wikitext
    for title, body in case.articles.items():
        name = title.removeprefix("Template:")
        if name != title and name not in ("1x", "refinref", "CircularRef", "PartialTable"):
            text = _with(text, name, body)
    return text


def _with(text: str, name: str, body: str) -> str:
    call = re.compile(rf"(?<!<nowiki>)\{{\{{{re.escape(name)}(?:\|([^{{}}|]*))?\}}\}}", re.IGNORECASE)
    return call.sub(lambda match: body.replace("{{{1}}}", match[1] or ""), text)

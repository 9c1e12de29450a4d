"""What a page says of itself: its title, its language, and whether it is a page at all."""

import re

from verifier.html import names
from verifier.html.page import Page
from verifier.html.tokens import Dialect

_PROLOGUE = re.compile(r"[\s\ufeff]*+(?:<\?xml[^>]*+>)?+(?:\s++|<!--(?:[^-]|-(?!->))*+-->|<\?[^>]*+>)*+")
_HTML = re.compile(r"<!doctype\s+html\b|<html[\s>]", re.IGNORECASE)
_JATS = re.compile(
    r"<!doctype\s+article\b|<article\s[^>]*(?:article-type|dtd-version|xmlns:(?:xlink|mml))\s*=", re.IGNORECASE
)
_XML = re.compile(r"<article[\s>]", re.IGNORECASE)
_REFERENCES = re.compile(r"<xref\s[^>]*ref-type=|<ref-list[\s>]")
_FRAGMENT = re.compile(r"<(?:div|p|table|section|article|main|body|ul|ol|h[1-6]|span|sup)[\s>]", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|li|ul|ol|div|td|tr|table|h[1-6]|span|a|sup|section|article|blockquote)(?:\s[^<>]*)?>", re.I)
_ENOUGH, _DENSE = 8, 0.05  # tags of a fragment, and the share of characters that stand in them
_SAMPLE = 20_000  # characters that are looked at
_SITE = re.compile(r"\s+[-\u2013\u2014|]\s+Wikipedia\b.*$")


def dialect(source: str) -> Dialect:
    """Tell how a page is to be read."""
    prologue = _PROLOGUE.match(source)
    begin = prologue.end() if prologue else 0
    if _is_jats(source, begin):
        return Dialect.XML
    return Dialect.XHTML if source.lstrip("\ufeff \t\r\n").startswith("<?xml") else Dialect.HTML


def is_page(source: str) -> bool:
    """Tell whether the text is a whole page: it begins as one."""
    prologue = _PROLOGUE.match(source)
    begin = prologue.end() if prologue else 0
    return bool(_HTML.match(source, begin)) or _is_jats(source, begin)


def _is_jats(source: str, begin: int) -> bool:
    """Tell whether an article in JATS begins there: it says so, or it holds what no other ``<article>`` does."""
    if _JATS.match(source, begin):
        return True
    return bool(_XML.match(source, begin)) and _REFERENCES.search(source, begin) is not None


def is_fragment(source: str) -> bool:
    """Tell whether the text is a part of a page: it begins with an element, and much of it is tags."""
    sample = source[:_SAMPLE].lstrip("\ufeff \t\r\n")
    if not _FRAGMENT.match(sample):
        return False
    tags = [len(tag[0]) for tag in _TAG.finditer(sample)]
    return len(tags) >= _ENOUGH and sum(tags) >= _DENSE * len(sample)


def title(page: Page) -> tuple[str, int]:
    """Return the title, and the heading of the first rank that shows it: 0 where there is none."""
    wanted = "article-title" if page.tree.dialect is Dialect.XML else "h1"
    for node, name in enumerate(page.tree.names):
        if name == wanted and (text := page.text(node)):
            return text, node
    for node, name in enumerate(page.tree.names):
        if name == "title" and page.name(page.parent(node)) in ("head", "html", "#page") and (text := page.text(node)):
            return _SITE.sub("", text), 0
    return "", 0


def language(page: Page) -> str:
    """Return the language that the page declares, "" where it declares none."""
    for node, name in enumerate(page.tree.names):
        if name and (declared := page.get(node, "lang") or page.get(node, "xml:lang")):
            return declared.strip()
        if name in names.HEADINGS or name == "p":
            break
    return ""

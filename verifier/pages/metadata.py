"""Collect every value a page states of itself, with the place that states it; which one is right is not decided here.

What is asked later is only whether any of them agrees with the citation, so nothing is chosen and nothing is lost.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import unescape
from urllib.parse import urlsplit

from verifier.html.tree import Tree
from verifier.model.support import Stated
from verifier.pages import jsonld
from verifier.pages.page import Metadata
from verifier.pages.sections import Seen, attributes
from verifier.text import one_line

_BY, _BYLINE = re.compile(r"(?:By|BY|Von|VON|Par|Por|Di)\s+[A-Z\u00c0-\u00de]"), 90
_LONGEST, _MANY = 400, 120
_TITLES = frozenset(
    "og:title twitter:title citation_title dc.title dcterms.title parsely-title sailthru.title title headline "
    "article:title hdl weibo:article:title".split()
)
_OUTLETS = frozenset("og:site_name application-name publisher dc.publisher citation_journal_title twitter:site "
                     "copyright article:publisher dcterms.publisher citation_publisher site_name source "
                     "cre".split())  # fmt: skip
_AUTHOR = re.compile(r"author|^byl$|dc\.creator|dcterms\.creator|byline|creator")
_DATE = re.compile(r"publi|date|time|issued|updated|created|modified")
_SPLIT = re.compile(r"\s+[|\u2013\u2014\u00bb\u00b7\u2022\-:]\s+|\s*[|\u00bb\u00ab]\s*|:\s+")
_CLASS_DATE = re.compile(r"date|time|published", re.IGNORECASE)
_CLASS_AUTHOR = re.compile(r"author|byline|contributor", re.IGNORECASE)
_CLASS_TITLE = re.compile(r"headline|entry-title|post-title", re.IGNORECASE)
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.\-]|$)")
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/")


def read(tree: Tree, seen: Seen, url: str) -> tuple[Metadata, list[str]]:
    """Return what the page at `url` states, and the bodies that its JSON-LD holds."""
    found: dict[str, list[Stated]] = {"title": [], "outlet": [], "author": [], "date": [], "body": []}
    for kind, value, place in (*_of_elements(tree), *_of_classes(seen), *_of_url(url)):
        value = one_line(unescape(value))
        if kind == "body" or (value and len(found[kind]) < _MANY):
            found[kind].append(Stated(value if kind == "body" else value[:_LONGEST], place))
    kept = {kind: tuple(dict.fromkeys(values)) for kind, values in found.items()}
    bodies = [each.value for each in kept["body"]]
    return Metadata(kept["title"], kept["outlet"], kept["author"], kept["date"]), bodies


def _of_elements(tree: Tree) -> Iterator[tuple[str, str, str]]:
    headings = {"h1": 0, "h2": 0}
    for node in range(1, len(tree)):
        name = tree.names[node]
        if name == "meta":
            yield from _of_meta(attributes(tree, node))
        elif name == "script" and "ld+json" in tree.source[tree.starts[node] : tree.inner[node]].lower():
            yield from ((kind, value, f"JSON-LD {key}") for kind, value, key in jsonld.read(_inside(tree, node)))
        elif name == "title" and not _is_in_drawing(tree, node):
            yield from _of_title(_inside(tree, node))
        elif name in headings and headings[name] < 4:
            headings[name] += 1
            yield "title", _inside(tree, node), name


def _is_in_drawing(tree: Tree, node: int) -> bool:
    return tree.names[tree.parents[node]] == "svg"


def _inside(tree: Tree, node: int) -> str:
    return "".join(
        tree.source[tree.starts[each] : tree.ends[each]]
        if each in tree.raw
        else unescape(tree.source[tree.starts[each] : tree.ends[each]])
        for each in range(node + 1, tree.until[node])
        if not tree.names[each]
    )


def _of_meta(given: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    content = given.get("content", "")
    names = (name for key in ("property", "name", "itemprop") for name in given.get(key, "").lower().split()[:9])
    for name in dict.fromkeys(each.replace(":", ".") if each.startswith("dc") else each for each in names):
        if not content:
            continue
        if name in _TITLES:
            yield "title", content, name
        elif name in _OUTLETS:
            yield "outlet", content.removeprefix("@"), name
        elif _AUTHOR.search(name):
            yield "author", content, name
        elif _DATE.search(name):
            yield "date", content, name


def _of_title(title: str) -> Iterator[tuple[str, str, str]]:
    title = one_line(title)
    yield "title", title, "title"
    parts = [each for each in _SPLIT.split(title) if each]
    if len(parts) > 1:
        yield from (("title", each, "a part of title") for each in parts)
        for first in range(len(parts)):
            rest = title[title.find(parts[first]) :]
            yield (
                "title",
                rest if first else title[: title.rfind(parts[-1])].rstrip(" |-\u2013\u2014:\u00bb\u00b7"),
                "a part of title",
            )
        yield "outlet", parts[0], "a part of title"
        yield "outlet", parts[-1], "a part of title"


def _of_classes(seen: Seen) -> Iterator[tuple[str, str, str]]:
    for key, given, text in seen.named:
        value = given or text
        if key == "time":
            yield "date", given or text[:60], "time"
        elif (
            key == "rel author"
            or key in ("itemprop author", "itemprop creator")
            or (key.startswith("class") and _CLASS_AUTHOR.search(key))
        ):
            if len(text) <= 200:
                yield "author", text, key
        elif key in ("itemprop headline", "itemprop name") or (key.startswith("class") and _CLASS_TITLE.search(key)):
            yield "title", value, key
        if key.startswith("itemprop date") or (key.startswith("class") and _CLASS_DATE.search(key) and len(text) <= 80):
            yield "date", value, key


def _of_url(url: str) -> Iterator[tuple[str, str, str]]:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return
    if host:
        yield "outlet", host, "host"
    if match := _URL_DATE.search(parts.path):
        yield "date", "-".join(match.groups()), "URL"


def with_lines(stated: Metadata, lines: Sequence[str]) -> Metadata:
    """Return what is stated with the authors that short lines of the text name: "By Ilse Brandt"."""
    found = [Stated(each, "a line of the text") for each in lines if len(each) <= _BYLINE and _BY.match(each)]
    return replace(stated, authors=(*stated.authors, *found[:10]))


def words_of(url: str) -> str:
    """Return the words in the path of an address."""
    try:
        return " ".join(re.findall(r"[^\W_]+", unescape(urlsplit(url).path)))
    except ValueError:
        return ""


def texts(values: Iterable[Stated]) -> Iterator[tuple[str, str]]:
    """Yield (place, value) of each."""
    return ((each.place, each.value) for each in values)

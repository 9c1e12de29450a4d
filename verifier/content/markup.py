"""Scan HTML once, from left to right, for titles and visible text: no tree, and linear on any input.

What is left open swallows the rest of the page, as it does in browsers.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from verifier.html import entities
from verifier.html.tokens import ATTRIBUTE, Dialect, Kind, Token, tokens

_ATTRIBUTE = re.compile(ATTRIBUTE)
_HIDDEN = frozenset(("noscript", "template", "select", "svg"))  # what is in them is not read
_APART = frozenset(("title", "textarea", "script"))  # their text is no text of the page
_SHOWN = frozenset("script frame iframe img image object embed video audio canvas svg applet".split())  # seen, not read
_INLINE = frozenset("a abbr b bdi bdo cite code em font i mark q s small span strong sub sup u wbr".split())
_HEADLINE = re.compile(r"\"headline\"\s*+:\s*+(\"(?:[^\"\\]++|\\.)*+\")")
_HOST = re.compile(r"https?://([a-z0-9.\-]{4,80})", re.I)
_SENDS_ON = re.compile(r"\blocation(?:\.href)?\s*+=(?!=)|\blocation\.(?:replace|assign)\s*+\(")
_TITLES = ("og:title", "twitter:title")
_NEXT = frozenset("h1 h2 h3 h4 h5 h6 p div body table ul ol section article main".split())  # ends an open heading
_LONGEST = 1_000  # characters of a heading, and of a script that may do nothing else than send on to another page
_MANY = 50


@dataclass
class Seen:
    """What a scan has found so far. `titles` are those given for machines; `closed` turns False at what stays open."""

    title: str = ""
    headings: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    site: str = ""
    language: str = ""
    text: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    asks_password: bool = False
    shows_more: bool = False
    closed: bool = True
    heading: list[str] | None = None
    apart: str = ""
    hidden: int = 0

    def say(self, words: str) -> None:
        """Take visible words."""
        self.text.append(words)
        if self.heading is not None:
            self.heading.append(words)

    def end_heading(self) -> None:
        """Take what stood in the heading, if one is open."""
        if self.heading is not None and len(self.headings) < _MANY:
            self.headings.append("".join(self.heading)[:_LONGEST])
        self.heading = None


def scan(source: str) -> Seen:
    """Return what the page shows."""
    seen = Seen()
    for token in tokens(source, Dialect.HTML):
        if token.kind is Kind.TEXT or token.kind is Kind.RAW:
            _text(token.kind, source[token.start : token.end], seen)
        elif token.kind is Kind.UNCLOSED:
            seen.closed = False
        else:
            _tag(token, source, seen)
    seen.end_heading()
    return seen


def _text(kind: Kind, words: str, seen: Seen) -> None:
    if seen.apart == "title":
        seen.title = seen.title or unescape(words)[:_LONGEST]
    elif seen.apart == "ld+json":
        seen.titles += _headlines(words)
    elif seen.apart == "script":
        seen.shows_more = seen.shows_more or len(words) > _LONGEST or not _SENDS_ON.search(words)
    elif kind is Kind.TEXT and not seen.apart and not seen.hidden:
        seen.say(unescape(words))


def _tag(token: Token, source: str, seen: Seen) -> None:
    name, opens = token.name, token.kind is not Kind.END
    if name in _NEXT:
        seen.end_heading()
    if name not in _INLINE:
        seen.say(" ")
    if name in _APART:
        seen.apart = name if opens else ""
    if name in _HIDDEN and token.kind is not Kind.VOID:
        seen.hidden = max(0, seen.hidden + (1 if opens else -1))
    if opens:
        _begin(name, source[token.start + 1 + len(name) : token.end - 1], seen)


def _begin(name: str, attributes: str, seen: Seen) -> None:
    if name == "script" and "ld+json" in attributes:
        seen.apart = "ld+json"
    elif name in _SHOWN and (name != "script" or "src" in _read(attributes)):
        seen.shows_more = True
    if name == "h1":
        seen.heading = []
    elif name == "html":
        seen.language = seen.language or _read(attributes).get("lang", "").lower()[:_MANY]
    elif name == "meta":
        _meta(_read(attributes), seen)
    elif name == "input":
        seen.asks_password = seen.asks_password or _read(attributes).get("type", "").lower() == "password"
    elif name in ("a", "iframe", "script", "frame") and len(seen.hosts) < _MANY:
        seen.hosts += (host.lower() for host in _HOST.findall(attributes))


def _meta(attributes: dict[str, str], seen: Seen) -> None:
    name = (attributes.get("property") or attributes.get("name") or "").lower()
    if name in _TITLES and len(seen.titles) < _MANY:
        seen.titles.append(attributes.get("content", "")[:_LONGEST])
    elif name == "og:site_name":
        seen.site = seen.site or attributes.get("content", "")[:_LONGEST]


def _headlines(data: str) -> Iterator[str]:
    """Yield the headlines of a JSON-LD block (https://schema.org/headline), also where the rest of it is broken."""
    for found in _HEADLINE.finditer(data):
        try:
            yield str(json.loads(found[1], strict=False))[:_LONGEST]
        except ValueError:
            continue


def _read(attributes: str) -> dict[str, str]:
    """Return the attributes by name, in lower case; of equal names the first counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(attributes):
        value = next((each for each in match.groups()[1:] if each is not None), "")
        found.setdefault(match[1].lower(), entities.value(value))
    return found

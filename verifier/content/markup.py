"""Scan HTML once, from left to right, for titles and visible text: no tree, no recursion, linear on any input.

The tokenizer follows https://html.spec.whatwg.org/multipage/parsing.html#tokenization as far as text needs it: what is
left open swallows the rest of the page, as it does in browsers.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_OPENS = re.compile(r"<(?=[a-zA-Z/!?])")
_ATTRIBUTE = re.compile(r"(?<![^\s\"'/])([^\s=\"'/>]++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++))")
_RAW = frozenset(("script", "style", "textarea", "title", "template", "noscript", "iframe", "xmp", "svg", "select"))
_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.I) for name in _RAW}
_INLINE = frozenset("a abbr b bdi bdo cite code em font i mark q s small span strong sub sup u wbr".split())
_HEADLINE = re.compile(r"\"headline\"\s*+:\s*+(\"(?:[^\"\\]++|\\.)*+\")")
_HOST = re.compile(r"https?://([a-z0-9.\-]{4,80})", re.I)
_TITLES = ("og:title", "twitter:title")
_NEXT = "h1 h2 h3 h4 h5 h6 p div body table ul ol section article main".split()  # where an open heading ends at last
_SHOWN = frozenset(
    "script frame iframe img image object embed video audio canvas svg applet".split()
)  # no text, yet seen
_LONGEST = 1_000  # characters of a heading
_MANY = 50


@dataclass
class Seen:
    """What a scan has found so far. `titles` are those given for machines; `closed` turns False at what stays open."""

    title: str = ""
    headings: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    site: str = ""
    text: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    asks_password: bool = False
    shows_more: bool = False
    closed: bool = True
    heading: list[str] | None = None

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
    seen, position = Seen(), 0
    while position < len(source):
        found = _OPENS.search(source, position)
        start = found.start() if found else len(source)
        if start > position:
            seen.say(unescape(source[position:start]))
        position = _past(source, start, seen) if found else start
    seen.end_heading()
    return seen


def _past(source: str, start: int, seen: Seen) -> int:
    """Return where the scan goes on behind the tag, comment or declaration that starts here."""
    tag = _TAG.match(source, start)
    if tag is None:
        return _past_other(source, start, seen)
    name = tag[2].lower()
    if tag[1]:
        _end(name, seen)
        return tag.end()
    _begin(name, tag[3], seen)
    if name not in _RAW or tag[3].endswith("/"):
        return tag.end()
    closing = _ENDS[name].search(source, tag.end())
    if closing is None:
        seen.closed = False
        return len(source)
    _raw(name, tag[3], source[tag.end() : closing.start()], seen)
    return closing.start()


def _past_other(source: str, start: int, seen: Seen) -> int:
    closer = "-->" if source.startswith("<!--", start) else ">"
    end = source.find(closer, start)
    if end < 0 or source[start + 1].isalpha():  # a tag that never ends, or whose quotes never do
        seen.closed = False
        return len(source)
    return end + len(closer)


def _begin(name: str, attributes: str, seen: Seen) -> None:
    if name in _NEXT:
        seen.end_heading()
    if name not in _INLINE:
        seen.say(" ")
    seen.shows_more = seen.shows_more or name in _SHOWN - {"script"}
    if name == "h1":
        seen.heading = []
    elif name == "meta":
        _meta(_read(attributes), seen)
    elif name == "input":
        seen.asks_password = seen.asks_password or _read(attributes).get("type", "").lower() == "password"
    elif name in ("a", "iframe", "script", "frame") and len(seen.hosts) < _MANY:
        seen.hosts += (host.lower() for host in _HOST.findall(attributes))


def _end(name: str, seen: Seen) -> None:
    if name in _NEXT:
        seen.end_heading()
    if name not in _INLINE:
        seen.say(" ")


def _raw(name: str, attributes: str, inside: str, seen: Seen) -> None:
    if name == "title":
        seen.title = seen.title or unescape(inside)[:_LONGEST]
    elif name == "script" and "ld+json" in attributes:
        seen.titles += _headlines(inside)
    elif name in _SHOWN:
        seen.shows_more = True


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
    pairs = _ATTRIBUTE.findall(attributes)
    return {name.lower(): unescape(double or single or bare) for name, double, single, bare in reversed(pairs)}

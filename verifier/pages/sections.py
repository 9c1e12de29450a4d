"""Walk a page's elements once, and tell which text is the article's and which stands around it.

What is hidden, and what an archive puts on the page, is left out altogether. No list of sites: elements, roles and
the usual words of class names decide, and how much of a block is links.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from verifier.html import entities
from verifier.html.tokens import ATTRIBUTE
from verifier.html.tree import Tree

_ATTRIBUTE = re.compile(ATTRIBUTE)
_DROPPED = frozenset(
    "script style noscript template select svg textarea option iframe object canvas math head datalist".split()
)
_AROUND = {"nav": "navigation", "footer": "the footer", "aside": "a side box", "form": "a form", "button": "a button",
           "menu": "navigation", "figcaption": "a caption", "dialog": "a box over the page"}  # fmt: skip
_ROLES = {"navigation": "navigation", "banner": "the header", "contentinfo": "the footer",
          "complementary": "a side box", "search": "a form", "dialog": "a box over the page"}  # fmt: skip
_BLOCK = frozenset(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul br".split()
)
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|sidebar|side-bar|footer|breadcrumbs?|related|recirc\w*|promo\w*|share|sharing|"
    r"social|comments?|disqus|cookies?|consent|gdpr|newsletter|subscribe|signup|advert\w*|ads?|sponsor\w*|teaser|popular|"
    r"trending|most-read|more-from|read-more|recommend\w*|toolbar|masthead|widget|pagination|tags?|copyright)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])", re.I
)
_ARCHIVE = re.compile(r"^(?:wm-ipp\w*|wm-ipp-base|donato|HEADER|archiveorg\w*|playback-banner|wombat\w*)$")
_BY_WORDS = re.compile(
    r"(?:^|[\s_-])(?:author|byline|contributor|date|time|headline|entry-title|post-title|published)", re.I
)
_SEEN = frozenset("img picture video audio canvas iframe embed object".split())
_SHARE = 0.4  # of a page, from which on an element cannot stand around the article
_LINKED = 0.5  # of a block's text, from which on it is a list of links
_LONG = 200  # characters from which on a block of links is read as text all the same
_LARGEST = 2_000  # characters of a text that a class name says is an author's or a date


@dataclass
class Block:
    """One block of text: `place` is "" for the article's own text, else where it stands; `linked` counts characters."""

    name: str
    place: str
    pieces: list[str] = field(default_factory=list)
    linked: int = 0

    @property
    def text(self) -> str:
        """Return the block as one line."""
        return " ".join("".join(self.pieces).split())


@dataclass
class Seen:
    """What a walk has found: blocks in order, `named` texts by the class that names them, alternative texts, times."""

    blocks: list[Block] = field(default_factory=list)
    named: list[tuple[str, str, str]] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)
    images: int = 0


def attributes(tree: Tree, node: int) -> dict[str, str]:
    """Return the attributes of an element by name, in lower case; of equal names the first counts."""
    found: dict[str, str] = {}
    source = tree.source[tree.starts[node] + 1 + len(tree.names[node]) : tree.inner[node] - 1]
    for match in _ATTRIBUTE.finditer(source):
        value = next((each for each in match.groups()[1:] if each is not None), "")
        found.setdefault(match[1].lower(), entities.value(value))
    return found


def walk(tree: Tree) -> Seen:
    """Return what the page shows, block by block."""
    seen, state = Seen(), _State()
    node, last = 1, len(tree)
    while node < last:
        state.leave(node)
        name = tree.names[node]
        if not name:
            state.say(_text(tree, node), seen)
            node += 1
        elif name in _DROPPED:
            seen.images += name in _SEEN
            node = tree.until[node]
        else:
            node = _enter(tree, node, name, state, seen)
    return seen


@dataclass
class _State:
    """Where the walk is: the places it is in with the nodes behind them, and the link it is in."""

    places: list[tuple[int, str]] = field(default_factory=list)
    link_until: int = 0
    block_until: list[int] = field(default_factory=list)
    here: int = 0
    is_new: bool = True
    name: str = "p"

    def leave(self, node: int) -> None:
        """Forget the elements that end before the node."""
        self.here = node
        while self.places and self.places[-1][0] <= node:
            self.places.pop()
        while self.block_until and self.block_until[-1] <= node:
            self.block_until.pop()
            self.is_new = True

    def say(self, words: str, seen: Seen) -> None:
        """Take visible words into the block that is open, or into a new one."""
        place = self.places[-1][1] if self.places else ""
        if (self.is_new or not seen.blocks or seen.blocks[-1].place != place) and words.strip():
            seen.blocks.append(Block(self.name, place))
            self.is_new = False
        if seen.blocks and not self.is_new:
            seen.blocks[-1].pieces.append(words)
            if self.here < self.link_until:
                seen.blocks[-1].linked += len(words.strip())


def _text(tree: Tree, node: int) -> str:
    words = tree.source[tree.starts[node] : tree.ends[node]]
    return words if node in tree.raw else unescape(words)


def _enter(tree: Tree, node: int, name: str, state: _State, seen: Seen) -> int:
    """Take note of an element, and return the node to go on with."""
    given = attributes(tree, node) if tree.inner[node] - tree.starts[node] > len(name) + 2 else {}
    if _is_hidden(given):
        return tree.until[node]
    if name in _SEEN:
        seen.images += 1
        seen.alts += [given["alt"]] if given.get("alt") else []
    words = f"{given.get('class', '')} {given.get('id', '')}"
    if (_BY_WORDS.search(words) or given.get("rel") == "author" or given.get("itemprop") or name == "time") and len(
        seen.named
    ) < 400:
        seen.named.append((_key(given, name), given.get("datetime") or given.get("content", ""), _all(tree, node)))
    place = _AROUND.get(name) or _ROLES.get(given.get("role", "")) or ("a side box" if _ASIDE.search(words) else "")
    if tree.ends[node] - tree.starts[node] > _SHARE * len(tree.source):
        place = ""  # whatever it is called, the article is in it
    if place and name not in ("body", "html", "main", "article") and not (state.places and state.places[-1][1]):
        state.places.append((tree.until[node], place))
    if name == "a":
        state.link_until = max(state.link_until, tree.until[node])
    if name in ("td", "th"):
        state.say(" ", seen)
    if name in _BLOCK:
        state.is_new, state.name = True, name
        state.block_until.append(tree.until[node])
    return node + 1


def _key(given: dict[str, str], name: str) -> str:
    if given.get("itemprop"):
        return f"itemprop {given['itemprop']}"
    if given.get("rel") == "author":
        return "rel author"
    return "time" if name == "time" else f"class {given.get('class', '') or given.get('id', '')}"[:80]


def _all(tree: Tree, node: int) -> str:
    """Return the text of an element, cut where it is longer than any author's or date's."""
    found, size = [], 0
    for each in range(node + 1, tree.until[node]):
        if not tree.names[each]:
            found.append(_text(tree, each))
            size += len(found[-1])
            if size > _LARGEST:
                return ""
    return " ".join(" ".join(found).split())


def _is_hidden(given: dict[str, str]) -> bool:
    if "hidden" in given or (given.get("style") and _HIDDEN.search(given["style"])):
        return True
    return bool(given.get("id") and _ARCHIVE.match(given["id"]))


def main(seen: Seen) -> Iterator[tuple[Block, str]]:
    """Yield each block with its place: "" where it is the article's own text, lists of links taken out."""
    for block in seen.blocks:
        text = block.text
        if not text:
            continue
        links = block.linked / max(1, len(text))
        if (
            not block.place
            and links > _LINKED
            and len(text) < _LONG
            and block.name not in ("h1", "h2", "h3", "p", "td", "th")
        ):
            yield block, "a related link"
        else:
            yield block, block.place

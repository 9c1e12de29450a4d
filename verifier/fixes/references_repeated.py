"""Merge references of wikitext that are equal to the letter: the first keeps the text, the others only its name.

A second ``<ref name="x">text</ref>`` becomes ``<ref name="x" />``; of equal references without a name the first gets
one. Without one name only texts that name their source themselves are merged ("Ibid." means something else each
time), only within one list, and only where the first one stands in the text itself: a template may not show what is
given to it.
"""

import re
from collections.abc import Iterator

from verifier.citations.cs1 import source
from verifier.fixes import Case, Fix
from verifier.model.article import Span
from verifier.model.change import Change
from verifier.text import kebab, shorten
from verifier.values import frozen
from verifier.wikitext import names, nodes, tags, templates
from verifier.wikitext.nodes import Node, Part
from verifier.wikitext.tags import Tag

_PLAIN = {"name", "group"}  # attributes of references that may be merged
_ADDRESS = re.compile(r"https?://[^\s\[\]<>|{}]+")
_CALL = re.compile(r"\{\{\s*([^{}|]{1,100}?)\s*\|")
_NAMED = re.compile(r"\bname\s*=\s*[\"']?\s*([^\"'/>|{}\n]{1,100})", re.IGNORECASE)
_LAST = re.compile(r"\|\s*(?:last1?|author1?|surname1?|vauthors)\s*=\s*([^|{}\[\]]{1,100})")
_YEAR = re.compile(r"\|\s*(?:date|year)\s*=[^|{}]{0,40}?(\d{4})")
_TITLE = re.compile(r"\|\s*title\s*=\s*([^|{}\[\]]{1,100})")
_HOST = re.compile(r"https?://(?:www\.)?([\w.-]{1,100})")
_LONGEST = 24  # characters of a name that is made


@frozen
class _Reference:
    """One reference: its tag, its name and group ("" without), its text, which list it goes to, and where it stands."""

    tag: Tag
    name: str
    group: str
    text: str
    section: int
    is_plain: bool


def propose(case: Case) -> Iterator[Change]:
    """Yield the changes for each set of equal references."""
    if case.article.format != "wikitext":
        return
    found = list(_references(case.text))
    texts: dict[tuple[str, str], set[str]] = {}
    for each in found:
        texts.setdefault((each.group, each.name), set()).add(each.text)
    sets: dict[tuple[str, str, int], list[_Reference]] = {}
    for each in found:
        sets.setdefault((each.group, each.text, each.section), []).append(each)
    fresh = _NewNames({match[1].strip() for match in _NAMED.finditer(case.text)})
    for equal in sets.values():
        if len(equal) > 1 and equal[0].is_plain:
            is_whole = _is_whole(equal[0].text)
            alike = [each for each in equal if is_whole or (each.name and each.name == equal[0].name)]
            yield from _merged(alike, texts, fresh) if alike else ()


def _merged(equal: list[_Reference], texts: dict[tuple[str, str], set[str]], fresh: "_NewNames") -> Iterator[Change]:
    first = equal[0]
    others = [each for each in equal[1:] if each.name in ("", first.name)]
    if not others or (first.name and len(texts[first.group, first.name]) > 1):
        return  # what the name means is not clear
    name = first.name
    if not name:
        name = fresh.of(first.text)
        at = first.tag.start + len("<ref")
        reason = f"the same reference stands {len(others) + 1} times; the first one is named to be used again"
        yield Change(Span(at, at), f' name="{name}"', reason)
    for each in others:
        group = f' group="{each.group}"' if each.group else ""
        reason = f'the same reference as "{name}" before: {shorten(first.text, 60)}'
        yield Change(Span(each.tag.start, each.tag.end), f'<ref name="{name}"{group} />', reason)


def _references(text: str) -> Iterator[_Reference]:
    """Yield the references with a text that may be merged, in order; those defined in a list are left out."""
    section = 0
    for tag, is_plain in _tags(text, nodes.parse(text)):
        if tag is None or tag.name == "references":
            section += 1
            continue
        given = tags.attributes(text, tag)
        content = text[tag.inner_start : tag.inner_end].strip()
        name, group = given.get("name", ""), given.get("group", "")
        is_odd = (
            name.isdecimal()
            or "<ref" in content.lower()
            or '"' in name + group
            or "<!--" in text[tag.start : tag.attributes_end]
        )
        if tag.inner_start >= 0 and content and given.keys() <= _PLAIN and not is_odd:
            yield _Reference(tag, name, group, content, section, is_plain)


def _tags(text: str, page: Part) -> Iterator[tuple[Tag | None, bool]]:
    """Yield the references and lists of the page, and whether they stand in the text itself; None for {{reflist}}."""
    for child in page.children:
        if isinstance(child, Tag):
            if child.name in ("ref", "references"):
                yield child, True
        elif _is_list(text, child):
            yield None, True
        else:
            for part in child.parts:
                yield from ((tag, False) for tag in templates.references_in(part))


def _is_list(text: str, node: Node) -> bool:
    name = names.normal(templates.without_comments(text[node.parts[0].start : node.parts[0].end][:_LONGEST]))
    return name in names.REFLIST or name in names.NOTELIST


def _is_whole(text: str) -> bool:
    """Tell whether a text names its source by itself: by an address, or by a citation template."""
    return bool(_ADDRESS.search(text)) or any(source.kind_of(match[1])[0] for match in _CALL.finditer(text))


class _NewNames:
    """Names for references that have none; `taken` are those that the page has."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = taken
        self._following: dict[str, int] = {}  # the number to try next, lest equal names take quadratic time

    def of(self, text: str) -> str:
        """Return a name made of the author's name and the year, else of the title or the address; it is taken now."""
        last, title = _LAST.search(text), _TITLE.search(text)
        host, year = _HOST.search(text), _YEAR.search(text)
        words = last or title or host
        base = (kebab(words[1], _LONGEST).strip("-") if words else "") or "source"
        name = base = f"{base}-{year[1]}" if year and last else base
        number = self._following.get(base, 2)
        while name in self._taken or name.isdecimal():
            name, number = f"{base}-{number}", number + 1
        self._following[base] = number
        self._taken.add(name)
        return name


FIX = Fix("references-repeated", "merges references that are equal to the letter", propose, ("wikitext",))

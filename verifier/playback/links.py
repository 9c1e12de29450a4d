"""Read link lists: the Link header of an answer and whole TimeMaps.

RFC 8288 (https://www.rfc-editor.org/rfc/rfc8288), RFC 6690 and RFC 7089 section 5. Links in the wild have
protocol-relative addresses, parameters in any order, and lack rels.
"""

import re
from collections.abc import Iterator

from verifier.values import frozen

_LINK = re.compile(r"<([^<>\s]*+)>((?:\s*+;\s*+[\w\-]++\s*+=\s*+(?:\"[^\"<>]*+\"|[^\s;,\"<>]++))*+)")
_PARAMETER = re.compile(r"([\w\-]++)\s*+=\s*+(?:\"([^\"]*+)\"|([^\s;,\"]++))")


@frozen
class Link:
    """One link: where to, its relations ("memento", "original" ...) and the words of its date, "" without one."""

    url: str
    rels: frozenset[str]
    datetime: str


def read(text: str) -> Iterator[Link]:
    """Yield the links of a list; what is none is left out."""
    for found in _LINK.finditer(text):
        values = {name.lower(): quoted or bare for name, quoted, bare in _PARAMETER.findall(found[2])}
        yield Link(found[1], frozenset(values.get("rel", "").lower().split()), values.get("datetime", ""))


def original(header: str) -> str:
    """Return the address of the page itself that a Link header names, "" without one."""
    return next((link.url for link in read(header) if "original" in link.rels), "")

"""Errors that a page shows its readers: of MediaWiki's Cite, of the citation templates, of short citations.

Parsoid gives the key of a message; the legacy parser prints its words, known here in English
(https://www.mediawiki.org/wiki/Help:Cite, https://en.wikipedia.org/wiki/Help:Cite_errors).
"""

import re
from collections.abc import Iterator

from verifier.html import producers
from verifier.html.page import Page
from verifier.model.article import Remark, Span
from verifier.text import shorten
from verifier.values import frozen

KIND = "error-rendered"
_KEY = re.compile(r'"key":\s*"(cite_error_\w+)"')
_BEGINS = "Cite error"
_LONGEST = 300  # characters of a message
_MESSAGES = {  # what no other message says
    "cite_error_ref_numeric_key": r"name cannot be a simple integer",
    "cite_error_ref_no_key": r"is malformed or has a bad name|refs with no content must have a name",
    "cite_error_ref_no_input": r"refs with no name must have content",
    "cite_error_ref_parameter_suggestion": r"did you mean",
    "cite_error_ref_too_many_keys": r"Invalid parameter .* in <ref> tag|invalid names, e\.g\. too many",
    "cite_error_ref_follow_conflicts": r"<ref follow=.*cannot be named",
    "cite_error_ref_invalid_dir": r"Invalid dir=",
    "cite_error_ref_conflicting_dir": r"conflicting dir attribute",
    "cite_error_ref_with_details_no_name": r"must be provided along with a details",
    "cite_error_details_missing_parent": r"tag with details must contain content",
    "cite_error_details_unsupported_context": r"cannot use details when inside",
    "cite_error_included_ref": r"Closing </ref> missing|missing .{0,20}</ref>",
    "cite_error_included_references": r"Closing tag missing for <references>",
    "cite_error_references_duplicate_key": r"defined multiple times with different content",
    "cite_error_references_no_text": r"no text was provided for refs|was invoked but never defined",
    "cite_error_references_invalid_parameters": r"Invalid parameter .* in <references> tag|no parameters are allowed",
    "cite_error_references_group_mismatch": r"has conflicting group attribute",
    "cite_error_references_missing_key": r"is not used in (?:prior text|the content)",
    "cite_error_references_no_key": r"defined in <references> has no name",
    "cite_error_empty_references_define": r"defined in <references> .*has no content",
    "cite_error_group_refs_without_references": r"no corresponding <references|will not show without",
}
_KNOWN = {key: re.compile(pattern) for key, pattern in _MESSAGES.items()}


@frozen
class Errors:
    """The elements that show an error, and a remark for every error."""

    shown: frozenset[int]
    remarks: tuple[Remark, ...]


def find(page: Page) -> Errors:
    """Return the errors of the page: those it shows, and those that Parsoid only keeps with a marker."""
    shown = {node: _remark(page, node) for node in _shown(page)}
    keys = {remark.text for remark in shown.values()}
    kept = list[Remark]()
    for node in page.holding("data-mw"):
        if "errors" in (data := page.get(node, "data-mw")):
            found = dict.fromkeys(key for key in _KEY.findall(data) if key not in keys)
            kept += [Remark(KIND, key, Span(0, 0), _place(page, node)) for key in found]
    return Errors(frozenset(shown), (*shown.values(), *kept))


def _shown(page: Page) -> Iterator[int]:
    """Yield the outermost elements that show an error."""
    until = 0
    for node, name in enumerate(page.tree.names):
        if node < until or not node:
            continue
        found = node if name else page.parent(node)
        if producers.ERRORS.match(page, node) if name else _says_so(page, node, found):
            until = page.tree.until[found]
            yield found


def _says_so(page: Page, node: int, above: int) -> bool:
    """Tell whether a text says that it is an error, and nothing but it stands in the element around it."""
    if not page.source.startswith(_BEGINS, page.tree.starts[node]):
        return False
    return page.name(above) in ("span", "strong", "p") and page.span(above)[1] < 2 * _LONGEST


def _remark(page: Page, node: int) -> Remark:
    message = shorten(page.text(node), _LONGEST)
    given = _KEY.findall(page.get(node, "data-mw-i18n"))
    key = given[-1] if given else next((key for key, known in _KNOWN.items() if known.search(message)), "")
    return Remark(KIND, key if given else f"{key}: {message}" if key else message, Span(0, 0), _place(page, node))


def _place(page: Page, node: int) -> Span:
    start, width = page.span(node)
    return Span(start, start + width)

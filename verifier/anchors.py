"""Where the full citations of an article stand that short ones lead to, and which anchors they make."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from verifier.citations.cs1 import keys, names, source
from verifier.model.rules import Dossier, Hit
from verifier.model.source import Source
from verifier.text import counted, one_line
from verifier.values import frozen

_YEAR = re.compile(r"\d{4}")


@frozen
class Works:
    """The full citations outside the references (`listed`), and all anchors of the article, with how many make each.

    `may_hide`: a template that is not known stands among the works, and may be a citation with an anchor of its own.
    `headings` are the places in the file where the sections begin; `strangers` the names of templates that are not
    known.
    """

    listed: tuple[Source, ...]
    anchors: Mapping[str, int]
    may_hide: bool
    headings: tuple[int, ...]
    strangers: frozenset[str] = frozenset()

    @classmethod
    def of(cls, dossier: Dossier) -> "Works":
        """Return the works of an article."""
        article = dossier.article
        in_entries = {each.span for one in article.lists for entry in one.entries for each in entry.templates}
        outside = [each for each in dossier.sources if each.template.span not in in_entries]
        headings = tuple(sorted(article.origin.place(span.start) for span in article.headings))
        listed = tuple(each for each in outside if each.is_full)
        made = Counter(key for each in dossier.sources for key in keys.full_keys(each))
        made.update(each.text for each in article.remarks if each.kind == "anchor")
        strangers = frozenset(each.name for each in article.templates if not source.kind_of(each.name)[0])
        wrapped = any(each.kind == "other" for each in outside)
        works = cls(listed, made, wrapped, headings, strangers)
        return replace(works, may_hide=wrapped or works._has_unknown(dossier))

    def knows(self, key: str) -> bool:
        """Tell whether an anchor is made here, or may be made by a template whose name has its year ({{EB1911}})."""
        year = _YEAR.search(key)
        return key in self.anchors or (year is not None and any(year[0] in name for name in self.strangers))

    def section(self, work: Source) -> int:
        """Return which section a citation stands in, 0 for the lead."""
        return bisect_right(self.headings, work.template.span.start)

    def _has_unknown(self, dossier: Dossier) -> bool:
        """Tell whether a template of unknown use stands in a section with works, and in none of them."""
        sections = {self.section(each) for each in self.listed}
        end = 0
        for template in dossier.article.templates:
            if template.span.start < end:
                continue
            if source.kind_of(template.name)[0]:
                end = template.span.end
            elif bisect_right(self.headings, template.span.start) in sections and not names.is_beside(template.name):
                return True
        return False


def of_short_citations(dossier: Dossier, leads: Callable[[str], str]) -> Iterator[Hit]:
    """Yield one hit for each anchor of which `leads` says where it leads, "" where nothing is to be said.

    It stands at the first short citation that leads there.
    """
    uses: dict[str, list[Source]] = {}
    for each in dossier.sources:
        for key in keys.short_keys(each):
            uses.setdefault(key, []).append(each)
    for key, found in uses.items():
        if where := leads(key):
            others = f", as {counted(len(found) - 1, 'other does', 'others do')}" if len(found) > 1 else ""
            message = f"{{{{{one_line(found[0].template.name)}}}}} leads to {where} ({key}){others}"
            yield Hit(message, about=key, in_file=found[0].template.span)

"""
One author stands under two outlets, one of which the list cites far more often.

Why it matters: authors write for several outlets, but in one list it is often the outlet of the neighbouring entry that
was copied.

Remedy: look at the source of the rarer outlet.

Elsewhere: none found.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from verifier.model.article import Entry
from verifier.model.rules import Confidence, Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import fold

_OFTEN = 3  # times as often
_NOBODY = re.compile(
    r"(?:our |the )?(?:news )?(?:staff|editors?|editorial|desk|admin|newsroom|agenc(?:y|ies)|reporter|correspondent)"
    r"(?: (?:staff|writers?|reporters?|report|desk|team|board))?|reuters|associated press|ap|afp|dpa|tass|xinhua",
    re.IGNORECASE,
)


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each author and rarer outlet."""
    for each in dossier.article.lists:
        outlets = Counter(fold(entry.citation.outlet) for entry in each.entries if entry.citation.outlet)
        by_author: dict[str, list[Entry]] = defaultdict(list)
        for entry in each.entries:
            if entry.citation.author and entry.citation.outlet and not _NOBODY.fullmatch(entry.citation.author):
                by_author[fold(entry.citation.author)].append(entry)
        for entries in by_author.values():
            main = max(entries, key=lambda entry: outlets[fold(entry.citation.outlet or "")])
            for entry in entries:
                rare, often = fold(entry.citation.outlet or ""), fold(main.citation.outlet or "")
                if outlets[often] >= _OFTEN * outlets[rare]:
                    message = (
                        f"entry {entry.printed}: {entry.citation.author} under {entry.citation.outlet}, in entry "
                        f"{main.printed} under {main.citation.outlet}"
                    )
                    yield Hit(message, entry.span, confidence=Confidence.LOW, about=entry.text[:80])


RULE = Rule("author-outlet-inconsistent", "one author under two outlets", Severity.NOTE, check)

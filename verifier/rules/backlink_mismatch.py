"""
An entry links back to its markers more often, or less often, than it is cited.

Why it matters: MediaWiki makes one link back for each use. Where there are more than uses, a passage that cites the
entry is not in this copy; where there are fewer, the text or the list was edited after it was rendered.

Remedy: compare the copy with the original page.

Elsewhere: none found.
"""

from collections import Counter
from collections.abc import Iterator

from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import counted, shorten


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each entry whose links back do not fit; hidden markers may have one or not."""
    shown = Counter(marker.anchor for marker in dossier.article.markers if not marker.hidden)
    hidden = Counter(marker.anchor for marker in dossier.article.markers if marker.hidden)
    held = Counter(entry.anchor for each in dossier.article.lists for entry in each.entries)
    for each in dossier.article.lists:
        for entry in each.entries:
            if held[entry.anchor] > 1:  # which of them the uses mean, nobody can tell: anchor-duplicate
                continue
            links, uses = entry.backlinks, shown[entry.anchor]
            if links is None or not entry.anchor or uses <= links <= uses + hidden[entry.anchor]:
                continue
            told = "has no link back" if links == 0 else f"links back {counted(links, 'time')}"
            message = f"entry {entry.printed} {told} and is cited {counted(uses + hidden[entry.anchor], 'time')}"
            yield Hit(message, entry.span, about=shorten(entry.text, 80))


RULE = Rule("backlink-mismatch", "an entry's links back do not fit its uses", Severity.WARNING, check)

"""
References stand in the arguments of a template that is not known here.

Why it matters: they are numbered in the order of the source, while the template may use its arguments in another order,
twice, or not at all. From there on the numbers may not be those that readers see.

Remedy: none needed; where it matters, verify the rendered page instead.

Elsewhere: none found.
"""

from collections import defaultdict
from collections.abc import Iterator

from verifier.model.article import Remark
from verifier.model.rules import Dossier, Hit, Severity
from verifier.rules import Rule
from verifier.text import counted
from verifier.wikitext import messages


def check(dossier: Dossier) -> Iterator[Hit]:
    """Yield one hit for each template, at its first call."""
    calls: dict[str, list[Remark]] = defaultdict(list)
    for remark in dossier.article.remarks:
        if remark.kind == messages.ORDER_APPROXIMATE:
            calls[remark.text].append(remark)
    for name, found in calls.items():
        times = f" ({counted(len(found), 'call')})" if len(found) > 1 else ""
        message = f"references in {{{{{name}}}}}{times} are numbered in the order of the source; it may use another"
        yield Hit(message, in_file=found[0].in_file, about=name)


RULE = Rule("order-approximate", "references in the arguments of a template", Severity.NOTE, check)

"""The family of rules: each module offers one `RULE`, a pure check of a dossier.

The module is named after the rule (``citation-undefined`` is citation_undefined.py) and its docstring is the rule's
documentation: `verify explain` prints it. A rule declares the checks it belongs to (`topic`), what its hits are
explained by (`symptom_of`: ids of root-cause rules that fold them) and whether it is a root cause itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from verifier.model.rules import Dossier, Hit, Severity

TOPICS = ("numbering", "registry", "archive", "live")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id, a one-line summary, its severity, and the check.

    `topic` is one of TOPICS, which `--only` selects by. `peers` names the same check in other tools.
    """

    id: str
    summary: str
    severity: Severity
    check: Callable[[Dossier], Iterator[Hit]]
    topic: str = "numbering"
    symptom_of: tuple[str, ...] = ()
    peers: tuple[str, ...] = ()

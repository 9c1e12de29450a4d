"""The family of rules: each module offers one `RULE`, a pure check of a dossier.

The module is named after the rule (``citation-undefined`` is citation_undefined.py) and its docstring is the rule's
documentation: what it reports, why it matters, the remedy, and what other tools call it. `verify explain` prints it.
"""

import sys
from collections.abc import Callable, Iterator

from verifier.model.outcome import KindName
from verifier.model.rules import Dossier, Hit, Severity
from verifier.values import frozen

TOPICS: tuple[KindName, ...] = ("numbering", "registry", "archive", "live", "support")


@frozen
class Rule:
    """One rule: its id, a one-line summary, its severity, and the check.

    `topic` is one of TOPICS, which `--only` selects by. A `root` cause explains other findings: what is no longer
    reported once the markers are followed as it corrects them is folded under it. A rule that runs `last` is told
    which waivers were used.
    """

    id: str
    summary: str
    severity: Severity
    check: Callable[[Dossier], Iterator[Hit]]
    topic: KindName = "numbering"
    root: bool = False
    last: bool = False

    @property
    def help(self) -> str:
        """Return the whole explanation: the docstring of the rule's file."""
        return (sys.modules[self.check.__module__].__doc__ or "").strip()

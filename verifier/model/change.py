"""A proposed change of an article: what stands where in its file, what should stand there, and why."""

from verifier.model.article import Span
from verifier.values import frozen


@frozen
class Change:
    """Put `replacement` in place of the `span` of the file. `reason` is one sentence; an empty span inserts."""

    span: Span
    replacement: str
    reason: str

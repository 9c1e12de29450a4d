"""Check whether an article's sources are what the article says they are.

From Python::

    from verifier import Job, open_transport, verify

    job = Job("article.txt", "references.toml", open_transport("store", offline=True))
    report = verify([job], today=date(2026, 11, 24), offline=True)

The names are loaded when first used: `verify --version` needs none of them.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from verifier.api import Job, known_rules, open_transport, read_article, read_registry, verify
    from verifier.proposals import Drafted, draft

__all__ = [
    "Drafted",
    "Job",
    "draft",
    "known_rules",
    "open_transport",
    "read_article",
    "read_registry",
    "verify",
]


def __getattr__(name: str) -> Any:
    """Load a public name."""
    if name not in __all__:
        raise AttributeError(f"module 'verifier' has no attribute {name!r}")
    if name in ("Drafted", "draft"):
        from verifier import proposals

        return getattr(proposals, name)
    from verifier import api

    return getattr(api, name)

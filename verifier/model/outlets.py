"""The noun for an outlet: where its articles are, and what their addresses look like."""

from verifier.values import frozen


@frozen
class Outlet:
    """One outlet. `articles` and `folders` are addresses with {slug}, {year}, {month}, {day} and {mon} in them.

    `articles` are whole; `folders` end before the slug. `source` is a URL, or says who vouches for it.
    """

    names: tuple[str, ...]
    hosts: tuple[str, ...]
    articles: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    source: str = ""

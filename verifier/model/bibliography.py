"""A file of sources that an article names."""

from verifier.values import frozen


@frozen
class Bibliography:
    """One file of sources, as the edge hands it to a reader.

    `name` is what the article calls it, `path` what reports do; `text` is all it holds. `fault` says why it was not
    read ("does not exist"), and is "" if it was; `notes` are what was noticed while decoding, one sentence each.
    """

    name: str
    path: str
    text: str = ""
    fault: str = ""
    notes: tuple[str, ...] = ()

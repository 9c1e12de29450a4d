"""Check whether an article's sources are what the article says they are."""

__version__ = "0.1.0"

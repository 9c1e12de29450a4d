"""A made-up registry about bread, how it is read, and what is said of it where it was made wrong."""

import datetime as dt

import pytest

from verifier.errors import RegistryError
from verifier.model.registry import Registry
from verifier.registry.parse import parse

TODAY = dt.date(2026, 11, 24)
RULES = ("archive-absent", "source-duplicated")
GOOD = """\
schema = 1

[article]
path = "bread.txt"
title = "Bread of Leeds"
url = "https://example.org/bread"

[[reference]]
id = "miller-2016"
title = "Bread before steam"
outlet = "The Miller"
author = "Ott, Ann"
entry = "1"
url = "https://example.org/rye"
archive_url = "https://web.archive.org/web/20160504000000/https://example.org/rye"
published = 2016-05-03
accessed = "2016-05"
archived = "2016-05-04/2016-05-06"

[[reference]]
id = "herald"

[[claim]]
id = "bread-was-baked"
text = "Bread was baked in Leeds before 1800."
markers = ["1", "a"]
cites = ["miller-2016", "herald"]

[[waiver]]
claim = "bread-was-baked"
rules = ["archive-absent"]
reason = "Checked in the town archive by hand."
by = "Ann"
until = 2027-01-31
"""
LINES = GOOD.split("\n")


def read(text: str) -> Registry:
    return parse(text.encode(), "references.toml", today=TODAY, rules=RULES)


def wrong(text: str | bytes) -> list[str]:
    """Return the problems, one a line, without the file's name."""
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(RegistryError) as caught:
        parse(data, "references.toml", today=TODAY, rules=RULES)
    problems = str(caught.value).split("\n")

    assert caught.value.hint
    assert all(each.startswith("references.toml:") for each in problems)
    return [each.removeprefix("references.toml:").strip() for each in problems]


def line_of(start: str) -> int:
    return next(number for number, line in enumerate(LINES, 1) if line.startswith(start))


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)

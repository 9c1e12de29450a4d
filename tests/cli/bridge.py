"""A clean article about a bridge, its registry, and the command line that checks them."""

from pathlib import Path

from verifier.cli import main

ROOT = Path(__file__).parent.parent.parent
CLEAN = """A bridge

The bridge opened on 3 May 2019.[1] It was closed on 4 June 2020.[2]

References

1. "Bridge opens". Ellin Courier. 3 May 2019. Retrieved 4 May 2019. http://courier.example/opens
2. "Bridge closed". Vale Gazette. 4 June 2020. Retrieved 5 June 2020. http://gazette.example/closed
"""
REGISTRY = """schema = 1

[article]
path = "a.txt"

[[reference]]
id = "courier"
entry = "1"
title = "Bridge opens"
url = "http://courier.example/opens"

[[claim]]
id = "opening"
text = "The bridge opened on 3 May 2019."
markers = ["1"]
cites = ["courier"]
"""


def run(*argv: str) -> int:
    return main(argv)

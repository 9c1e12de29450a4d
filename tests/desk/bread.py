"""A small article with lost entries, its registry as a person keeps it, and a desk over both."""

import datetime as dt
import tomllib
from collections.abc import Callable
from pathlib import Path

from verifier import Job, open_transport, verify
from verifier.api import known_rules
from verifier.desk.answers import Answer, Desk, Request
from verifier.desk.journal import Entry, Journal
from verifier.model.decision import Decision, Passage, Waive
from verifier.model.report import Report
from verifier.registry.decide import seal

TODAY = dt.date(2026, 11, 26)
TOKEN, PORT = "secret", 8737
ARTICLE = """Bread

Rye came on 3 May 2019.[1] Wheat came on 4 June 2020.[2] Oats came last.[1]

References

1. "Rye comes". Ellin Courier. 3 May 2019. Retrieved 4 May 2019.
2. "Wheat comes". Vale Gazette. 4 June 2020. Retrieved 5 June 2020.
"""
REGISTRY = """# Kept by hand since 2019.
schema = 1

[article]
path = "a.txt"   # beside this file

[[reference]]
id = "courier"     # the old one
entry = "1"
title = "Rye comes"
# not in the article's list: url, archive_url

[[reference]]
id = "gazette"
entry = "2"
url = 'http://gazette.example/old'

[[claim]]
id = "rye"
text = "Rye came on 3 May 2019."
markers = ["1"]
cites = [
    "courier", # sure
]

[[claim]]
id = "wheat"
text = "Wheat came on 4 June 2020."
"""
RYE = Passage("rye", "Rye came on 3 May 2019.", ("1",))
WHEAT = Passage("wheat", "Wheat came on 4 June 2020.", ("2",))
OATS = Passage("oats-came-last", "Oats came last.", ("1",))
WAIVER = Waive(WHEAT, ("claim-unresolved",), "Checked in print, page 4", "m.ito", dt.date(2027, 2, 28))


def kept(folder: Path, registry: str = REGISTRY) -> Journal:
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "references.toml").write_bytes(registry.encode("utf-8"))
    return journal(folder)


def journal(folder: Path) -> Journal:
    return Journal(str(folder / "references.toml"), lambda: TODAY, frozenset(rule.id for rule in known_rules()))


def reporter(folder: Path) -> Callable[[], Report]:
    transport = open_transport(str(folder / "store"), offline=True)
    job = Job(str(folder / "a.txt"), str(folder / "references.toml"), transport)
    return lambda: verify([job], today=TODAY, offline=True)


def desk(folder: Path, port: int = PORT) -> Desk:
    return Desk(journal(folder), reporter(folder), lambda: TODAY, TOKEN, port)


def get(made: Desk, target: str = f"/{TOKEN}/", **headers: str) -> Answer:
    return made.answer(Request("GET", target, {"host": f"127.0.0.1:{PORT}", **headers}))


def post(made: Desk, body: str, target: str = f"/{TOKEN}/decide", **headers: str) -> Answer:
    known = {
        "host": f"127.0.0.1:{PORT}",
        "origin": f"http://127.0.0.1:{PORT}",
        "content-type": "application/x-www-form-urlencoded",
    }
    return made.answer(Request("POST", target, {**known, **headers}, body.encode()))


def take(made: Journal, decision: Decision) -> Entry:
    """Decide as somebody does who sees what the registry says now."""
    return made.decide(decision, seal(tomllib.loads(made.text()), decision))


def read(folder: Path) -> str:
    return (folder / "references.toml").read_bytes().decode("utf-8")

"""Whole runs against a Wayback Machine on loopback: eight pages, how they are verified, and what came of it."""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from standin import StandIn

from .bridge import ROOT, run

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


PAGES = [f"http://courier.example/{number}/page-of-number-{number}" for number in range(8)]


def snapshot(page: str) -> str:
    return f"https://web.archive.org/web/20200102030405/{page}"


def path(page: str) -> str:
    return f"/web/20200102030405id_/{page}"


def write(pages: list[str]) -> None:
    """Write an article and a registry whose references cite snapshots of these pages."""
    Path("a.txt").write_text("A bridge\n\nThe bridge opened on 3 May 2019.\n")
    rows = [
        f'[[reference]]\nid = "r{number:05}"\narchive_url = "{snapshot(page)}"\n' for number, page in enumerate(pages)
    ]
    Path("references.toml").write_text("\n".join(['schema = 1\n\n[article]\npath = "a.txt"\n', *rows]))


def check(service: StandIn, *argv: str) -> int:
    return run("--only", "archive", "--wayback-url", service.url, "-q", *argv)


def command(service: StandIn, *argv: str) -> list[str]:
    return [sys.executable, "-m", "verifier", "--only", "archive", "--wayback-url", service.url, *argv]


def until(is_so: Callable[[], bool]) -> None:
    """Wait for it, for 30 s at most."""
    end = time.monotonic() + 30
    while not is_so() and time.monotonic() < end:
        time.sleep(0.05)


def verdicts(folder: str = "reports") -> dict[str, str]:
    report = json.loads(Path(folder, "report.json").read_text())
    return {each["id"]: f"{each['archive']['verdict']}/{each['archive']['reason']}" for each in report["references"]}


def reports(folder: str) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in sorted(Path(folder).iterdir())}


def same(first: str, second: str) -> None:
    """Compare reports, but for the word that tells whether the run was online."""
    one, two = (
        {name: data.replace(b"online", b"offline") for name, data in reports(f).items()} for f in (first, second)
    )
    assert one == two


def recorded(here: Path) -> int:
    """Return how many answers are on record by now."""
    return len(list((here / "store/web.archive.org").glob("*.json")))

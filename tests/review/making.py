"""Make a small report, and read the words of its page."""

import datetime as dt
import re
from html import unescape
from pathlib import Path
from typing import Any

from verifier import Job, open_transport, verify
from verifier.model.report import Report
from verifier.reporters.html import render

ARTICLE = """Bread

Rye came on 3 May 2019.[1] Nobody knows when wheat came.[2]

References

1. "Rye comes". Ellin Courier. 4 May 2019.
2. "Wheat comes". Vale Gazette. 5 June 2020.
"""
REGISTRY = """schema = 1
[article]
path = "a.txt"
[[reference]]
id = "source"
entry = "1"
outlet = "{outlet}"
url = "https://{outlet}.example/"
[[claim]]
id = "rye"
text = "Rye came on 3 May 2019."
cites = ["source"]
"""


def made(folder: Path, *names: str, article: str = ARTICLE, registry: str | None = REGISTRY) -> Report:
    jobs = []
    for name in names or ("one",):
        (folder / name).mkdir()
        (folder / name / "a.txt").write_text(article, encoding="utf-8")
        if registry is not None:
            (folder / name / "references.toml").write_text(registry.format(outlet=name), encoding="utf-8")
        transport = open_transport(str(folder / "store"), offline=True)
        path = str(folder / name / "references.toml") if registry is not None else None
        jobs.append(Job(str(folder / name / "a.txt"), path, transport))
    return verify(jobs, today=dt.date(2026, 11, 24), offline=True)


def told(report: Report, start: str = "<body>", end: str = "</body>") -> str:
    """Return the words of a part of the page, without tags."""
    page = render(report)
    part = page[page.index(start) :]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", part[: part.index(end)])).split())


def changed(report: Report, **fields: Any) -> Report:
    return {**report, **fields}  # type: ignore[typeddict-item]

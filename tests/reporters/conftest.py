"""Reports for the tests of formats: the demonstration, one without findings, and one with a hostile text everywhere."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from verifier import Job, open_transport, verify
from verifier.model.report import Report

ROOT = Path(__file__).parent.parent.parent
TODAY = dt.date(2026, 11, 24)
CLEAN = """A bridge

It opened on 3 May 2019.[1] It closed on 4 May 2020.[2]

References

1. Bell, Ann (4 May 2019). "Bridge opens". Ellin Courier. Retrieved 5 May 2019. http://courier.example/opens
2. Reed, Tom (5 May 2020). "Bridge closes". Tarn Herald. Retrieved 6 May 2020. http://herald.example/closes
"""
FOREIGN = {
    *("path", "article", "message", "excerpt", "suggestion", "reason", "by", "target", "url", "archive_url", "title"),
    *("final_url", "outlet", "text", "label", "marker", "claim", "reference", "section", "author", "reasons", "cites"),
    *("recovered", "entry", "evidence", "asked", "revision", "refusal"),
}


def of(article: str, registry: str | None = None) -> Report:
    job = Job(article, registry, open_transport("articles/demo/store", offline=True))
    return verify([job], today=TODAY, offline=True)


@pytest.fixture(scope="session")
def demo() -> Report:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return of("articles/demo/ellin-bridge.txt", "articles/demo/references.toml")


@pytest.fixture(scope="session")
def shipped() -> Report:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return of("articles/eastern-qalamoun-offensive-2016.txt", "references.toml")


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("clean")
    (folder / "a.txt").write_text(CLEAN)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return of("a.txt")


@pytest.fixture(scope="session")
def payloads(shared: Path) -> list[str]:
    names = ("injection.jsonl", "xss.jsonl")
    rows = [row for name in names for row in (shared / "data/hostile" / name).read_text("utf-8").splitlines()]
    return [json.loads(row)["payload"] for row in rows]


@pytest.fixture(scope="session")
def poisoned(demo: Report) -> Callable[[str], Report]:
    """Return a function that puts a text into every place of a report that may hold a foreign one."""

    def poison(payload: str) -> Report:
        return cast(Report, _put(demo, payload, foreign=False))

    return poison


def _put(value: Any, payload: str, *, foreign: bool) -> Any:
    if isinstance(value, dict):
        return {key: _put(each, payload, foreign=key in FOREIGN) for key, each in value.items()}
    if isinstance(value, list):
        return [_put(each, payload, foreign=foreign) for each in value]
    return payload if foreign and isinstance(value, str) else value


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Report]:
    """Return a function that checks an article of this text."""
    monkeypatch.chdir(tmp_path)

    def checked(text: str) -> Report:
        (tmp_path / "a.txt").write_text(text, "utf-8")
        return of("a.txt")

    return checked

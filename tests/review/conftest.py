"""One browser for all tests of a process, and the reports that the pages are made of."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from chromium import Watched
from playwright.sync_api import Browser, BrowserContext

from verifier import Job, open_transport, verify
from verifier.model.report import Report
from verifier.reporters.html import render

ROOT = Path(__file__).parent.parent.parent
Opener = Callable[..., Watched]


def report_of(article: str, registry: str | None = None) -> Report:
    transport = open_transport("articles/demo/store", offline=True)
    return verify([Job(article, registry, transport)], today=dt.date(2026, 11, 24), offline=True)


@pytest.fixture(scope="session")
def shipped() -> Report:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return report_of("articles/eastern-qalamoun-offensive-2016.txt", "references.toml")


@pytest.fixture(scope="session")
def demo() -> Report:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return report_of("articles/demo/ellin-bridge.txt", "articles/demo/references.toml")


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Give a function that opens the page of a report, with the options of a browser context."""
    contexts: list[BrowserContext] = []

    def open_(report: Report, anchor: str = "", **options: object) -> Watched:
        path = tmp_path / f"report-{len(contexts)}.html"
        path.write_text(render(report), encoding="utf-8")
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        watched = Watched(context.new_page())
        watched.page.goto(f"{path.as_uri()}{anchor}")
        watched.page.wait_for_load_state()
        return watched

    yield open_
    for context in contexts:
        context.close()

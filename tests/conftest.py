"""Options of the test run: where the shared data lies, and whether expected files are rewritten; one real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile("unhurried", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--shared", default="../shared", help="folder with the shared test data: --shared=DIR (default ../shared)"
    )
    parser.addoption("--require-shared", action="store_true", help="a missing shared folder is a failure, not a skip")
    parser.addoption("--accept", action="store_true", help="rewrite expected files; read the diff before committing")


@pytest.fixture(scope="session")
def shared(request: pytest.FixtureRequest) -> Path:
    """Give the shared folder; skip without it, or fail where it is required."""
    folder = Path(request.config.getoption("--shared")).resolve()  # tests change the current folder
    if not (folder / "data").is_dir():
        message = f"no shared data in {folder}: give --shared DIR"
        if request.config.getoption("--require-shared"):
            pytest.fail(message)
        pytest.skip(message)
    return folder


@pytest.fixture(scope="session")
def accept(request: pytest.FixtureRequest) -> bool:
    """Tell whether expected files are to be rewritten."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the one Chromium of this process: Playwright runs once in each."""
    from chromium import launched  # few tests need it

    with launched() as running:
        yield running

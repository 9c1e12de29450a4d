"""Options of the test run: where the shared data lies, and whether expected files are rewritten."""

from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no failure: bench/ measures time, tests do not. In CI hypothesis has loaded its own profile before.
settings.register_profile("unhurried", settings.default, deadline=None)
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

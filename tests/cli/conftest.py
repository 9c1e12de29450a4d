"""Every test of the command line that touches files works in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from standin import StandIn, standin


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def archive() -> Iterator[StandIn]:
    with standin() as service:
        yield service

"""Opening a transport: offline opens no socket and loads no network library."""

import subprocess
import sys
from pathlib import Path

import pytest

from verifier.version import VERSION
from verifier.web import Online
from verifier.web.connect import open_transport
from verifier.web.http import Http
from verifier.web.store import Replay


def test_offline_replays_and_online_records(tmp_path: Path) -> None:
    assert isinstance(open_transport(str(tmp_path), offline=True), Replay)
    assert isinstance(open_transport(str(tmp_path), offline=False, contact="mailto:me@example.org"), Online)
    assert list(tmp_path.iterdir()) == []


def test_offline_loads_no_network_library(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "before = set(sys.modules)\n"
        "from verifier.web.connect import open_transport\n"
        "open_transport(sys.argv[1], offline=True)\n"
        "names = ('requests', 'urllib3', 'tenacity', 'waybackpy', 'socket')\n"
        "print([name for name in names if name in set(sys.modules) - before])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, timeout=60, check=True
    )

    assert done.stdout == "[]\n"


def test_the_agent_names_us_and_whom_to_ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def made(agent: str, **_: object) -> Http:
        seen.append(agent)
        return Http(agent)

    monkeypatch.setattr("verifier.web.session.Http", made)
    open_transport(str(tmp_path), offline=False, contact="me@example.org")

    (agent,) = seen
    assert agent.startswith(f"verifier/{VERSION} (")
    assert agent.endswith("; me@example.org)")
    assert "link" not in agent.lower()
    assert "checker" not in agent.lower()

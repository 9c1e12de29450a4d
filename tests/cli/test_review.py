"""`verify review` as a user runs it: its address, its end, and what it says where it cannot begin."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from cli.bridge import CLEAN, REGISTRY, ROOT, run


@pytest.fixture
def bridge(here: Path) -> Path:
    (here / "a.txt").write_text(CLEAN, encoding="utf-8")
    (here / "references.toml").write_text(REGISTRY, encoding="utf-8")
    return here


def test_the_desk_says_where_it_is_answers_there_and_ends_at_ctrl_c(bridge: Path) -> None:
    desk = subprocess.Popen(
        [sys.executable, "-m", "verifier", "review", "--port", "0"],
        cwd=bridge, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background jobs ignore it
    )  # fmt: skip
    assert desk.stdout is not None
    try:
        url = re.search(r"http://127\.0\.0\.1:\d+/[\w-]{32}/", desk.stdout.readline())
        assert url is not None
        with urllib.request.urlopen(url[0], timeout=20) as answer:
            page = answer.read().decode("utf-8")
            assert answer.headers["Server"].strip() == "verify"
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(url[0].rsplit("/", 2)[0] + "/guess/", timeout=20)
        with pytest.raises(urllib.error.HTTPError, match="413"):
            urllib.request.urlopen(url[0] + "decide", data=b"x" * 70_000, timeout=20)
    finally:
        desk.send_signal(signal.SIGINT)
        out, err = desk.communicate(timeout=60)

    assert "The bridge opened on 3 May 2019." in page
    assert 'action="decide"' in page
    assert (0, "") == (desk.returncode, err)
    assert out.endswith("The desk is closed.\n")
    assert REGISTRY == (bridge / "references.toml").read_text("utf-8")


def test_a_port_in_use_is_said_to_be(bridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        assert 2 == run("review", "--port", str(port))

    told = capsys.readouterr().err
    assert f"port {port} on 127.0.0.1 cannot be used (address already in use)" in told
    assert "--port 0" in told


@pytest.mark.parametrize("port", ["-1", "65536", "x"])
def test_a_port_that_is_none_is_a_usage_error(port: str, bridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == run("review", f"--port={port}")
    assert "port" in capsys.readouterr().err


def test_without_a_registry_there_is_nothing_to_write_to(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(CLEAN, encoding="utf-8")

    assert 2 == run("review", "a.txt")
    assert "draft one: verify init a.txt" in capsys.readouterr().err
    assert 2 == run("review")
    assert "no references.toml here or above" in capsys.readouterr().err


def test_a_broken_registry_is_named_before_anything_listens(bridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (bridge / "references.toml").write_text('schema = 1\n[article]\npath = "a.txt"\n[[claim]]\n', encoding="utf-8")

    assert 2 == run("review", "--port", "0")
    assert "references.toml:4" in capsys.readouterr().err


def test_the_desk_reviews_one_article(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        (here / name).mkdir()
        (here / name / "a.txt").write_text(CLEAN, encoding="utf-8")
        (here / name / "references.toml").write_text(REGISTRY, encoding="utf-8")

    assert 2 == run("review", ".")
    assert "holds 2 articles, and the desk reviews one" in capsys.readouterr().err

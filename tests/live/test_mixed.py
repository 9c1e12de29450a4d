"""Whole runs on pages of every kind: what is dead, suspect, blocked or in order, over days and offline again."""

import json
import socket
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from verifier.cli import main

from .sites import Sites, sites

KINDS = ("ok", "ok", "gone", "refused", "hasty", "circle", "moved")
FIRST = {"ok": 4, "noted": 1, "fail": 1, "blocked": 1, "suspect": 2}
CONFIRMED = {"ok": 4, "noted": 1, "fail": 3, "blocked": 1}


@pytest.fixture
def web() -> Iterator[Sites]:
    with sites() as found:
        yield found


@pytest.fixture
def closed() -> Iterator[int]:
    """Yield a port that refuses connections."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


def registry(folder: Path, urls: Sequence[str], more: str = "") -> None:
    text = f'schema = 1\n\n[article]\npath = "article.txt"\n{more}'
    text += "".join(f'\n[[reference]]\nid = "r{number}"\nurl = "{url}"\n' for number, url in enumerate(urls))
    (folder / "references.toml").write_text(text, "utf-8")
    (folder / "article.txt").write_text("The ferry sails.[1]\n\nReferences\n\n1. A paper.\n", "utf-8")


def mixed(web: Sites, closed: int) -> list[str]:
    here = [f"http://127.0.0.{place}:{web.port}/{kind}/a" for place, kind in enumerate(KINDS, 1)]
    return [*here, f"http://127.0.0.1:{closed}/a"]


def checked(folder: Path, *options: str) -> dict[str, Any]:
    """Run the command in the folder and return its report."""
    reports = folder / "out"
    main(["article.txt", "--only", "live", "-q", "--reports-dir", str(reports), *options])
    found: dict[str, Any] = json.loads((reports / "report.json").read_text("utf-8"))
    return found


def online(folder: Path, urls: Sequence[str], day: int, *options: str) -> dict[str, Any]:
    allowed = [part for url in urls for part in ("--allow-host", url.split("/")[2])]
    return checked(folder, "--now", f"2026-11-{day:02}", *allowed, *options)


def outcomes(report: dict[str, Any]) -> dict[str, int]:
    return dict(Counter(each["outcome"] for each in report["checks"] if each["kind"] == "live" and each["url"]))


def rules(report: dict[str, Any]) -> dict[str, int]:
    return dict(Counter(each["rule"] for each in report["findings"]))


def test_what_is_silent_is_dead_once_confirmed_and_what_refuses_never(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, web: Sites, closed: int
) -> None:
    monkeypatch.chdir(tmp_path)
    urls = mixed(web, closed)
    registry(tmp_path, urls)

    first = online(tmp_path, urls, 1)
    assert outcomes(first) == FIRST
    assert rules(first)["link-dead"] == 1
    assert len(first["suspects"]) == 2
    assert all(each["reason"].startswith("suspect 1/3: ") for each in first["suspects"])
    assert "look at it in a browser" in first["blocked"][0]["reason"]

    assert rules(online(tmp_path, urls, 2))["link-dead"] == 1
    last = online(tmp_path, urls, 5)
    assert rules(last)["link-dead"] == 3
    assert not last["suspects"]
    assert outcomes(last) == CONFIRMED
    assert len(last["blocked"]) == 1

    again = checked(tmp_path, "--offline", "--now", "2026-11-05")
    assert last["checks"] == again["checks"]
    assert last["findings"] == again["findings"]


def test_a_registry_may_confirm_sooner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, web: Sites, closed: int
) -> None:
    monkeypatch.chdir(tmp_path)
    urls = mixed(web, closed)
    registry(tmp_path, urls, "[confirmation]\nfailed = 2\nspan = 1\n")

    (first, *_) = online(tmp_path, urls, 1)["suspects"]
    assert first["reason"].startswith("suspect 1/2: ")
    assert first["reason"].endswith(
        "it is called dead after 2 failed checks, over 1 day or more: on 2026-11-02 at the earliest"
    )
    assert rules(online(tmp_path, urls, 2))["link-dead"] == 3


def test_a_page_that_is_cited_often_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, web: Sites) -> None:
    monkeypatch.chdir(tmp_path)
    urls = [f"http://127.0.0.1:{web.port}/ok/a"] * 50
    registry(tmp_path, urls)

    assert outcomes(online(tmp_path, urls[:1], 1)) == {"ok": 50}
    assert sum(web.asked.values()) == 1
    online(tmp_path, urls[:1], 2)
    assert sum(web.asked.values()) == 1  # it is fresh


def test_what_fails_on_the_day_of_an_answer_is_told_and_not_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, web: Sites
) -> None:
    monkeypatch.chdir(tmp_path)
    with sites() as brief:
        urls = [f"http://127.0.0.1:{brief.port}/ok/a", f"http://127.0.0.2:{web.port}/gone/a"]
        registry(tmp_path, urls)
        assert outcomes(online(tmp_path, urls, 1)) == {"ok": 1, "fail": 1}

    later = online(tmp_path, urls, 1, "--refresh")
    assert outcomes(later) == {"suspect": 1, "fail": 1}
    assert later["suspects"][0]["reason"] == (
        "suspect 0/3: could not be reached, last on 2026-11-01, a day on which it answered before; "
        "it is called dead after 3 failed checks, over 3 days or more: on 2026-11-05 at the earliest"
    )
    again = checked(tmp_path, "--offline", "--now", "2026-11-01")
    assert (later["checks"], later["findings"]) == (again["checks"], again["findings"])

    (next_day,) = online(tmp_path, urls, 2)["suspects"]
    assert next_day["reason"].startswith("suspect 1/3: "), "what failed last is asked again, however fresh the answer"
    assert rules(online(tmp_path, urls, 4))["link-dead"] == 1
    assert rules(online(tmp_path, urls, 5))["link-dead"] == 2


def test_nothing_is_concluded_while_the_network_is_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closed: int
) -> None:
    monkeypatch.chdir(tmp_path)
    urls = [f"http://127.0.0.{place}:{closed}/a" for place in (1, 2, 3)]
    registry(tmp_path, urls)

    for day in (1, 2, 3, 9):
        report = online(tmp_path, urls, day)
        assert report["run"]["status"] == "outage"
        assert report["run"]["reasons"][0].startswith("no live page answered")
        assert outcomes(report) == {"unknown": 3}
    assert not (tmp_path / ".verifier" / "state.jsonl").exists()


def test_a_damaged_line_of_the_state_is_told_and_the_rest_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], web: Sites, closed: int
) -> None:
    monkeypatch.chdir(tmp_path)
    urls = mixed(web, closed)
    registry(tmp_path, urls)
    for day in (1, 3):
        online(tmp_path, urls, day)
    state = tmp_path / ".verifier" / "state.jsonl"
    state.write_text(state.read_text("utf-8") + '{"url": \n', "utf-8")
    capsys.readouterr()

    assert rules(online(tmp_path, urls, 5))["link-dead"] == 3
    assert "is left out" in capsys.readouterr().err

"""Names: what a name server denies twice does not exist, and trouble of the name server is no such answer."""

import socket
from collections.abc import Sequence
from typing import Any

import pytest

from verifier.web import dial, guard

FOUND = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443))]
DENIED = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
SILENT = socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")


def answers(monkeypatch: pytest.MonkeyPatch, said: Sequence[Any]) -> list[Any]:
    """Let the system's resolver say these things in turn; return what it has not said yet."""
    left = list(said)

    def resolve(*_: Any, **__: Any) -> Any:
        each = left.pop(0)
        if isinstance(each, Exception):
            raise each
        return each

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return left


def test_a_name_that_is_denied_once_may_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, [DENIED, FOUND])

    assert dial.system_resolver("example.org", 443) == ("93.184.216.34",)


def test_a_name_that_is_denied_twice_does_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, [DENIED, DENIED])

    with pytest.raises(guard.NoName):
        dial.system_resolver("example.org", 443)


def test_a_silent_name_server_says_nothing_of_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    left = answers(monkeypatch, [SILENT, FOUND])

    with pytest.raises(socket.gaierror) as caught:
        dial.system_resolver("example.org", 443)
    assert not isinstance(caught.value, guard.NoName)
    assert left == [FOUND]

"""Options from the environment and from files: which counts, and what is wrong with one."""

from pathlib import Path

import pytest

from .bridge import CLEAN, run

FIRST = "a.txt"


@pytest.fixture
def article(here: Path) -> Path:
    (here / FIRST).write_text(CLEAN)
    return here


def places(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return what was said of the settings."""
    said = capsys.readouterr().err.splitlines()
    return [line.removeprefix("verify: ") for line in said if ", from " in line]


def test_the_command_line_counts_before_the_environment_before_the_files(
    article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (article / "pyproject.toml").write_text(
        '[tool.verifier]\nreports-dir = "one"\ncontact = "p"\n[tool.other]\nx = 1\n'
    )
    run(FIRST, "--offline")
    (article / "verifier.toml").write_text('reports_dir = "two"\nwrite = true\n')
    run(FIRST, "--offline")
    monkeypatch.setenv("VERIFIER_REPORTS_DIR", "three")
    run(FIRST, "--offline", "-v")
    run(FIRST, "--offline", "--reports-dir", "four")

    assert [name for name in ("one", "two", "three", "four", "reports") if (article / name).exists()] == [
        *("one", "two", "three", "four"),
    ]
    assert places(capsys) == [
        "contact is p, from pyproject.toml: tool.verifier",
        "reports-dir is three, from VERIFIER_REPORTS_DIR",
    ]


def test_the_nearest_file_counts(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (article / "verifier.toml").write_text("quiet = true\n")
    (article / "below").mkdir()
    monkeypatch.chdir(article / "below")

    assert run("../a.txt", "--offline") == 0


def test_switches_and_lists_have_their_own_values(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (article / "verifier.toml").write_text('quiet = true\nformat = ["json:made.json", "text:made.txt"]\n')

    assert run(FIRST, "--offline") == 0
    assert capsys.readouterr().out == ""
    assert (article / "made.json").exists()
    assert (article / "made.txt").exists()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('contatc = "me"\n', 'verifier.toml: "contatc" is no option; did you mean contact?'),
        ('quiet = "perhaps"\n', 'quiet is a switch, not "perhaps"'),
        ('fail-on = "anything"\n', 'fail-on cannot be "anything"'),
        ("contact = true\n", "contact is one value"),
        ('contact = ["a"]\n', "contact is one value"),
        ("contact = \n", "verifier.toml: is no TOML"),
        ("\xff", "verifier.toml: is no TOML"),
        ('max-time = "soon"\n', '"soon" is no duration'),
        ("[contact]\nx = 1\n", "contact is one value"),
    ],
)
def test_what_is_wrong_is_said_and_exits_2(
    article: Path, capsys: pytest.CaptureFixture[str], text: str, says: str
) -> None:
    (article / "verifier.toml").write_bytes(text.encode("latin-1"))

    assert run(FIRST) == 2
    assert says in capsys.readouterr().err

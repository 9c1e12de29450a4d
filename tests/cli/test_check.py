"""The check: what it reads and writes, what it exits with, and every usage error a user may meet."""

import json
import re
from pathlib import Path

import pytest

from .bridge import CLEAN, REGISTRY, ROOT, run


def test_a_clean_article_without_registry_exits_0_and_writes_three_reports(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "a.txt").write_text(CLEAN)

    code = run("a.txt", "--offline")

    assert 0 == code
    assert {"report.md", "report.json", "report.html"} == {each.name for each in (here / "reports").iterdir()}
    assert "Every citation finds an entry" in capsys.readouterr().out


def test_findings_exit_1_from_the_fail_level_on(here: Path) -> None:
    (here / "a.txt").write_text(CLEAN.replace("[2]", "[3]"))

    assert 1 == run("a.txt", "--offline", "-q")
    assert 0 == run("a.txt", "--offline", "-q", "--fail-on", "never")
    assert 0 == run("a.txt", "--offline", "-q", "--ignore", "citation-undefined", "--ignore", "list-truncated")


def test_the_fail_level_can_be_lower(here: Path) -> None:
    (here / "a.txt").write_text(CLEAN + '3. "Never cited". The Paper. 3 May 2019. http://paper.example/x\n')

    assert 0 == run("a.txt", "--offline", "-q")
    assert 1 == run("a.txt", "--offline", "-q", "--fail-on", "warning")


def test_what_could_not_be_checked_exits_3_and_findings_hide_nothing(here: Path) -> None:
    (here / "a.txt").write_text(CLEAN)
    (here / "references.toml").write_text(REGISTRY)

    assert 3 == run("--offline", "-q")
    assert 0 == run("--offline", "-q", "--only", "numbering,registry")
    (here / "a.txt").write_text(CLEAN.replace("It was closed on 4 June 2020.[2]", "Closed.[9]"))
    assert 1 == run("--offline", "-q")


def test_wikitext_is_numbered_as_the_chosen_renderer_does(here: Path) -> None:
    lost = '<ref follow="lost">Ott. "More". 3 May 2016.</ref>'  # a marker of its own in Parsoid, none before it
    (here / "rye.wiki").write_text(f'Rye fell.{lost} Oats rose.<ref>Doe. "Oats". 3 May 2016.</ref>\n\n<references />\n')
    labels = {}
    for chosen in ((), ("--numbering", "legacy"), ("--numbering", "parsoid")):
        run("rye.wiki", "--offline", "-q", *chosen)
        (article,) = json.loads((here / "reports/report.json").read_text())["articles"]
        labels[chosen[1:]] = [each["label"] for claim in article["claims"] for each in claim["markers"]]
        run("init", "rye.wiki", "--registry", f"{''.join(chosen[1:])}.toml", *chosen)

    assert labels == {(): ["1"], ("legacy",): ["1"], ("parsoid",): ["1", "2"]}
    drafted = [(here / f"{name}.toml").read_text().count("[[claim]]") for name in ("", "legacy", "parsoid")]
    assert drafted == [1, 1, 2]


@pytest.mark.parametrize(
    ("argv", "said", "hint"),
    [
        (("nothing.txt",), "nothing.txt: does not exist", "check the spelling"),
        (("expalin", "link-dead"), '"expalin" is no command, and no file', "did you mean verify explain?"),
        (("a.txt", "--offlin"), "unrecognized arguments: --offlin; did you mean --offline?", "--help"),
        (("a.txt", "--only", "numberin"), 'no topic is named "numberin"; did you mean numbering?', "topics"),
        (("a.txt", "--only", ","), "--only names no topic", "topics"),
        (("a.txt", "--select", "citation-undefned"), "did you mean citation-undefined?", "verify explain"),
        (("a.txt", "--ignore", "zzz"), 'no rule has the id "zzz"', "verify explain"),
        (("a.txt", "-f", "jsn"), 'no format is named "jsn"; did you mean json?', "formats are"),
        (("a.txt", "-f", "json", "-f", "text"), "two formats want standard output", "give all but one a file"),
        (("a.txt", "--format-in", "plaintxt"), 'no reader is named "plaintxt"; did you mean plaintext?', "readers"),
        (("a.txt", "--numbering", "parsoit"), "argument --numbering: invalid choice: 'parsoit'", "--help"),
        (("init", "a.txt", "--numbering", "php"), "argument --numbering: invalid choice: 'php'", "init --help"),
        (("a.txt", "--now", "yesterday"), '"yesterday" is no ISO date', "2026-11-22"),
        (("a.txt", "--registry", "b.toml"), "b.toml: does not exist", "check the spelling"),
        (("a.txt", "--fail-on", "bad"), "argument --fail-on", "--help"),
        (("explain", "citation-undefned"), 'no rule has the id "citation-undefned"', "citation-undefined"),
        (("init",), "ARTICLE", "verify init --help"),
        (("empty",), "holds no article", "articles end in"),
        (("binary.txt",), "binary.txt: is binary", "as plain text"),
        (("blank.txt",), "blank.txt: is empty", "an article in it"),
        (("-q", "-v"), "not allowed with", "--help"),
    ],
)
def test_usage_errors_exit_2_and_say_what_to_do(
    here: Path, capsys: pytest.CaptureFixture[str], argv: tuple[str, ...], said: str, hint: str
) -> None:
    (here / "a.txt").write_text(CLEAN)
    (here / "blank.txt").write_text(" \n\n")
    (here / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (here / "empty").mkdir()

    code = run(*argv)

    err = capsys.readouterr().err
    assert 2 == code
    assert said in err
    assert hint in err
    assert "Traceback" not in err
    assert not (here / "reports").exists()


def test_without_path_and_registry_the_user_is_told_how_to_begin(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == run("--offline")
    assert "verify init ARTICLE" in capsys.readouterr().err


def test_a_broken_registry_lists_all_its_problems_with_their_lines(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "a.txt").write_text(CLEAN)
    (here / "references.toml").write_text(
        REGISTRY.replace("entry", "entri").replace('cites = ["courier"]', "cites = 3")
    )

    code = run("--offline")

    err = capsys.readouterr().err
    assert 2 == code
    assert 'references.toml:8: reference "courier": unknown key "entri"; did you mean entry?' in err
    assert 'references.toml:16: claim "opening": cites must be a list of texts' in err


def test_a_registry_whose_article_is_missing_names_it(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "references.toml").write_text(REGISTRY)

    assert 2 == run("references.toml", "--offline")
    said = capsys.readouterr().err
    assert re.search(r"references\.toml:[0-9]+: article\.path: \"a\.txt\" does not exist", said)


def test_a_registry_about_another_article_is_not_used(here: Path) -> None:
    (here / "a.txt").write_text(CLEAN)
    (here / "b.txt").write_text(CLEAN)
    (here / "references.toml").write_text(REGISTRY)

    assert 0 == run("b.txt", "--offline", "-q")
    assert 3 == run("a.txt", "--offline", "-q")
    assert 3 == run("b.txt", "--offline", "-q", "--registry", "references.toml")


def test_a_folder_gives_every_article_once(here: Path) -> None:
    for name in ("a.txt", "sub/b.txt", "README.md", ".hidden/c.txt", "store/d.txt", "reports/e.md"):
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text(CLEAN)
    (here / "references.toml").write_text(REGISTRY)

    run(".", "--offline", "-q")

    report = json.loads((here / "reports/report.json").read_text())
    assert ["a.txt", "sub/b.txt"] == [article["path"] for article in report["articles"]]
    assert ["courier"] == [row["id"] for row in report["references"]]


def test_articles_of_one_name_outside_this_folder_are_told_apart(
    here: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("elsewhere")
    for name in ("one", "two"):
        (folder / name).mkdir()
        (folder / name / "a.txt").write_text(CLEAN)
        (folder / name / "references.toml").write_text(REGISTRY)

    run(str(folder / "one/a.txt"), str(folder / "two/a.txt"), "--offline", "-q")
    text = (here / "reports/report.json").read_text()
    report = json.loads(text)
    assert ["one/a.txt", "two/a.txt"] == [each["path"] for each in report["articles"]]
    assert {"one/references.toml", "two/references.toml"} == {each["path"] for each in report["references"]}
    assert str(folder) not in text


def test_a_path_and_its_absolute_form_are_one_article(here: Path) -> None:
    (here / "a.txt").write_text(CLEAN)

    assert 0 == run("a.txt", "./a.txt", str(here / "a.txt"), "--offline", "-q")
    assert 1 == len(json.loads((here / "reports/report.json").read_text())["articles"])


def test_formats_go_to_standard_output_and_files_from_one_run(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(CLEAN)

    code = run("a.txt", "--offline", "-f", "json", "-f", "text:out/log.txt", "--reports-dir", "none")

    captured = capsys.readouterr()
    assert 0 == code
    assert "verifier-report/1" == json.loads(captured.out)["schema"]
    assert "Reports: out/log.txt" in captured.err
    assert "Found: 0 errors" in (here / "out/log.txt").read_text()
    assert not (here / "reports").exists()


def test_quiet_prints_nothing_and_verbose_lists_what_is_folded(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = (ROOT / "articles/eastern-qalamoun-offensive-2016.txt").read_bytes()
    (here / "a.txt").write_bytes(article)

    run("a.txt", "--offline", "-q")
    assert "" == capsys.readouterr().out
    run("a.txt", "--offline")
    plain = capsys.readouterr().out
    run("a.txt", "--offline", "-v")
    verbose = capsys.readouterr().out

    assert "[citation-undefined]" not in plain
    assert "16 citation-undefined" in plain
    assert 16 == verbose.count("[citation-undefined]")
    assert "[sources-concentrated]" in verbose


def test_a_report_that_cannot_be_written_exits_4(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(CLEAN)
    (here / "reports").write_text("a file where a folder should be")

    assert 4 == run("a.txt", "--offline")
    assert "reports/report.md: cannot be written" in capsys.readouterr().err


def test_an_internal_error_exits_4_and_leaves_a_file_to_report(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "a.txt").write_text(CLEAN)
    monkeypatch.setattr("verifier.cli.check.api.verify", lambda *_, **__: 1 / 0)

    code = run("a.txt", "--offline")

    assert 4 == code
    assert "internal error; please report verify-crash.txt" in capsys.readouterr().err
    assert "ZeroDivisionError" in (here / "verify-crash.txt").read_text()


def test_options_may_stand_before_and_between_paths(here: Path) -> None:
    (here / "a.txt").write_text(CLEAN)
    (here / "b.txt").write_text(CLEAN)

    assert 0 == run("-q", "a.txt", "--offline", "b.txt")
    assert 2 == len(json.loads((here / "reports/report.json").read_text())["articles"])
    assert 0 == run("check", "-q", "--offline", "a.txt")


@pytest.mark.parametrize("suffix", [".rst", ".mdown", ".qmd"])
def test_a_folder_is_searched_for_what_every_reader_takes(suffix: str, here: Path) -> None:
    (here / "found").mkdir()
    (here / f"found/a{suffix}").write_text(CLEAN)

    run("found", "--offline", "-q")

    report = json.loads((here / "reports/report.json").read_text())
    assert [f"found/a{suffix}"] == [article["path"] for article in report["articles"]]

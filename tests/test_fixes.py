"""Each fix on folders of its own: articles that it corrects, and look-alikes that it must leave alone.

``tests/fixes/<fix>/fires*`` holds ``article.*`` and ``expected.patch``; ``quiet*`` holds an article that nothing is
proposed for. ``pytest --accept`` writes what is proposed.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recovery.diary import diary

from verifier import api, proposals
from verifier.articles import markdown, wikitext
from verifier.citations.cs1 import source
from verifier.cli import main
from verifier.errors import ArticleError, UsageError
from verifier.fixes import Case, references_repeated
from verifier.model.article import Article
from verifier.patch import applied, in_order

HERE = Path(__file__).parent / "fixes"
FOLDERS = sorted(path for path in HERE.glob("*/*") if path.is_dir())
FIRES = [folder for folder in FOLDERS if folder.name.startswith("fires")]
GIT = shutil.which("git")
OFFLINE = api.open_transport("store", offline=True)


def name(folder: Path) -> str:
    return folder.relative_to(HERE).as_posix()


def article_in(folder: Path) -> str:
    (found,) = folder.glob("article.*")
    return found.name


@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_a_fix_proposes_what_is_certain(folder: Path, accept: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    patch = proposals.fix(article_in(folder), OFFLINE).patch
    if folder.name.startswith("quiet"):
        assert patch == ""
        return
    assert patch
    expected = Path("expected.patch")
    if accept:
        expected.write_text(patch, encoding="utf-8")

    assert expected.read_text(encoding="utf-8") == patch


@pytest.mark.parametrize("folder", FIRES, ids=name)
@pytest.mark.skipif(GIT is None, reason="git is not here")
def test_git_makes_of_the_patch_what_we_make(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = article_in(folder)
    shutil.copy(folder / article, tmp_path)
    monkeypatch.chdir(tmp_path)
    fixed = proposals.fix(article, OFFLINE)
    Path("fix.patch").write_text(fixed.patch, encoding="utf-8", newline="")

    for command in (["apply", "--check"], ["apply"]):
        subprocess.run([str(GIT), *command, "fix.patch"], check=True)

    assert fixed.data == Path(article).read_bytes()


@pytest.mark.parametrize("folder", FIRES, ids=name)
def test_what_was_corrected_is_right(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = article_in(folder)
    if not article.endswith(".wiki"):
        pytest.skip("a list in which some numbers are not confirmed can still be read in several ways")
    monkeypatch.chdir(tmp_path)
    Path(article).write_bytes(proposals.fix(str(folder / article), OFFLINE).data)

    assert "" == proposals.fix(article, OFFLINE).patch


def led_to(article: Article) -> list[str]:
    """Return the text of the entry that each marker leads to."""
    entries = {entry.anchor: entry.text for each in article.lists for entry in each.entries if entry.anchor}
    return [entries.get(marker.anchor, "") for marker in article.markers]


def test_merged_references_lead_to_the_same_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = HERE / "references_repeated/fires"
    monkeypatch.chdir(tmp_path)
    Path("article.wiki").write_bytes(proposals.fix(str(folder / "article.wiki"), OFFLINE).data)
    before = api.read_article(str(folder / "article.wiki"), OFFLINE)
    after = api.read_article("article.wiki", OFFLINE)

    assert led_to(before) == led_to(after)
    assert [6, 3] == [sum(len(each.entries) for each in article.lists) for article in (before, after)]


A, BOOK = "[https://example.org/a A]", "{{cite book|last=Ott|date=2010}}"
REFERENCES = st.sampled_from(
    [
        f"<ref>{A}</ref>",
        f'<ref name="x">{A}</ref>',
        f"<ref name=x>{A}</ref>",
        '<ref name="x" />',
        '<ref name="x">[https://example.org/b B]</ref>',
        '<ref name="ott-2010">[https://example.org/c C]</ref>',
        f'<ref group="n">{A}</ref>',
        f"<ref>{BOOK}</ref>",
        f"<ref>{BOOK}",
        "<ref>Ibid.</ref>",
        f"{{{{box|1=<ref>{A}</ref>}}}}",
        f"<!-- <ref>{A}</ref> -->",
        f"[[A|b<ref>{A}</ref>]]",
        "{{reflist}}",
        "<references />",
    ]
)


@settings(max_examples=150)
@given(st.lists(REFERENCES, max_size=9))
def test_merging_changes_no_marker(references: list[str]) -> None:
    text = "The mill stands. ".join(["", *references])
    before = wikitext.parse(text, "a.wiki")
    case = Case(before, text, source.read_all(before.templates))
    changes = in_order(references_repeated.propose(case))
    after = wikitext.parse(applied(text, changes), "a.wiki")

    assert led_to(before) == led_to(after)
    assert [] == list(references_repeated.propose(Case(after, applied(text, changes), ())))


MILL = (
    "The mill stands on the bank.<ref>{{cite web |url=https://example.org/mill |title=The mill "
    "|archive-url=https://web.archive.org/web/20160504120000/https://example.org/mill}}</ref>"
)


@pytest.fixture
def mill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("a mill.wiki")
    path.write_bytes(MILL.encode())
    return path


def test_the_patch_is_printed_and_the_file_left(mill: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", str(mill)]) == 0

    out, err = capsys.readouterr()
    assert out.startswith("# line 1: |archive-url= has no date; its address is of 2016-05-04\n--- a/a mill.wiki\t\n")
    assert out.endswith("|archive-date=2016-05-04}}</ref>\n\\ No newline at end of file\n")
    assert "" == err
    assert MILL == mill.read_text()


def test_the_file_is_changed_when_that_is_asked_for(mill: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", "--write", str(mill)]) == 0

    assert "a mill.wiki: 1 change made\n  line 1: |archive-url= has no date" in capsys.readouterr().out
    assert "|archive-date=2016-05-04}}</ref>" in mill.read_text()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.html", '<html><p>Rye.<a href="#r1">[1]</a></p><ol><li id="r1">Oats. 2016.</li></ol></html>'),
        ("page.rst", "Rye [1]_.\n\n.. [1] Oats.\n.. [1] Oats.\n"),
    ],
)
def test_for_a_format_without_corrections_it_says_so(
    name: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / name
    page.write_text(text)

    assert main(["fix", "--write", str(page)]) == 0

    out, err = capsys.readouterr()
    assert out == ""
    assert f"it is read as {page.suffix[1:]}, and corrections are known for markdown, plaintext, wikitext only" in err
    assert page.read_text() == text


def test_a_list_that_is_corrected_in_part_is_said_to_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(diary(14, [3, 4, 9], dated=False).text, encoding="utf-8")
    dated = tmp_path / "b.txt"
    dated.write_text(diary(14, [3, 4]).text, encoding="utf-8")

    assert main(["fix", str(path)]) == 0
    out, err = capsys.readouterr()
    assert re.search(r"^\+\d+\. ", out, re.MULTILINE)
    assert re.search(r"a\.txt: \d+ of 11 entries could not be confirmed and keep the number they print", err)
    assert main(["fix", str(dated)]) == 0
    assert capsys.readouterr().err == ""


def test_nothing_to_correct_is_said(mill: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mill.write_text("The mill stands.<ref>Oats</ref>")

    assert main(["fix", "--write", str(mill)]) == 0

    out, err = capsys.readouterr()
    assert ("", "a mill.wiki: nothing to correct for certain\n") == (out, err)


def test_mark_and_line_ends_are_kept(mill: Path) -> None:
    mill.write_bytes(b"\xef\xbb\xbf" + f"{MILL}\r\n\r\nMore oats.\r\n".encode())

    assert main(["fix", "--write", str(mill)]) == 0

    data = mill.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfThe mill")
    assert data.endswith(b"|archive-date=2016-05-04}}</ref>\r\n\r\nMore oats.\r\n")


def test_what_is_no_file_in_utf_8_is_refused(mill: Path) -> None:
    mill.write_bytes(MILL.replace("bank", "bänk").encode("cp1252"))

    with pytest.raises(UsageError, match="is not UTF-8"):
        proposals.fix(str(mill), OFFLINE)
    with pytest.raises(UsageError, match="is no file"):
        proposals.fix("https://en.wikipedia.example/wiki/Mill", OFFLINE)
    mill.write_bytes(b"")
    with pytest.raises(ArticleError):
        proposals.fix(str(mill), OFFLINE)


def test_a_list_that_markdown_counts_shows_the_confirmed_numbers_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = HERE / "list_renumbered" / "fires_markdown_counted"
    monkeypatch.chdir(folder)
    main_list = markdown.parse(proposals.fix("article.md", OFFLINE).data.decode(), "article.md").main_list

    assert main_list is not None
    assert [entry.label for entry in main_list.entries] == ["1", "2", "4", "5", "7", "8", "9", "10"]

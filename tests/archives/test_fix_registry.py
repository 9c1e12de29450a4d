"""Better values in the place of old ones: nothing else of a registry changes, and only what plays back is put there."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import proposals
from verifier.cli import main
from verifier.model.evidence import Proposal
from verifier.model.registry import Reference, Registry
from verifier.patch import applied, in_order
from verifier.registry.correct import changes
from verifier.registry.parse import parse
from verifier.web import Response

from .scripted import (
    FAR,
    FAR_MOMENT,
    NEAR,
    NEAR_MOMENT,
    PAGE,
    Answers,
    Scripted,
    at,
    capture,
    elsewhere,
    exact,
    index,
    nearest,
    snapshot,
)
from .test_arrival import RYE, RYE_PAGE, plays

BEFORE, BEFORE_MOMENT = "20191202030405", "Mon, 02 Dec 2019 03:04:05 GMT"
TODAY = dt.date(2026, 11, 24)
REGISTRY = f"""schema = 1  # kept

[article]
path = "a.txt"

[[reference]]
id = "rye"
title = "{RYE}"
url = "{PAGE}"
archive_url = "{snapshot()}"  # as found
accessed = 2019-12-31
archived = 2020-01-02
"""


def fixed(answers: Answers, folder: Path, text: str = REGISTRY) -> proposals.Fixed:
    (folder / "references.toml").write_text(text, "utf-8")
    return proposals.fix_registry(str(folder / "references.toml"), Scripted(answers), TODAY)


def test_the_nearest_capture_that_plays_is_put_there_with_its_day(tmp_path: Path) -> None:
    listed = index(BEFORE, "20190101000000")
    answers = {
        at(): capture(404),
        nearest(stamp="20191231235959"): listed,
        at(stamp=BEFORE): plays(RYE_PAGE, BEFORE_MOMENT),
    }

    made = fixed(answers, tmp_path)

    expected = REGISTRY.replace(snapshot(), snapshot(stamp=BEFORE)).replace(
        "archived = 2020-01-02", "archived = 2019-12-02"
    )
    assert made.data.decode() == expected
    assert made.told == (
        "line 10: rye: it is listed near 2019-12-31, before it",
        "line 12: rye: the day in the new archive URL",
    )
    assert f'+archive_url = "{snapshot(stamp=BEFORE)}"  # as found\n' in made.patch


@pytest.mark.parametrize(
    "candidate",
    [capture(404), plays("<title>Page not found</title>", BEFORE_MOMENT), plays(RYE_PAGE, FAR_MOMENT), None],
    ids=["an error", "not found", "another date", "no answer"],
)
def test_what_does_not_play_as_the_page_is_not_put_there(candidate: Response | None, tmp_path: Path) -> None:
    answers: Answers = {at(): capture(404), nearest(stamp="20191231235959"): index(BEFORE)}
    if candidate is not None:
        answers = {**answers, at(stamp=BEFORE): candidate}

    assert fixed(answers, tmp_path).told == ()


def test_a_near_capture_is_put_there_and_a_good_one_stays(tmp_path: Path) -> None:
    near = {at(): elsewhere(NEAR), at(stamp=NEAR): plays(RYE_PAGE, NEAR_MOMENT)}

    assert fixed(near, tmp_path).data.decode() == REGISTRY.replace(snapshot(), snapshot(stamp=NEAR))
    assert fixed({at(): plays(RYE_PAGE)}, tmp_path).told == ()
    assert fixed({at(): elsewhere(FAR), exact(): index()}, tmp_path).told == ()


def test_the_command_prints_a_patch_and_asks_nobody_offline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("references.toml").write_text(REGISTRY, "utf-8")

    assert main(["fix", "--registry", "references.toml", "--offline"]) == 0
    assert "nothing to correct for certain" in capsys.readouterr().err
    assert main(["fix"]) == 2
    assert main(["fix", "a.txt", "--registry", "references.toml"]) == 2


@pytest.mark.parametrize("written", ['"""\nold"""', "'''old'''", "{x = 1}"])
def test_a_value_written_otherwise_is_left(written: str) -> None:
    text = f"[[reference]]\nurl = {written}\n"
    reference = Reference("a", 1, url="old", lines=(("url", 2),))

    assert list(changes(text, [(reference, Proposal("url", "new", "why"))])) == []


NEW = (Proposal("url", "http://a.example/", "why"), Proposal("archive_url", "http://b.example/", "why"))
ROWS = 'url = "http://a.example/"\narchive_url = "http://b.example/"\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('id = "a"\n', 'id = "a"  # the first\narchived = 2020-01-02\n'),
        ('id = "a"\ntitle = """\nid"""\n', 'published = "2020"\n# as printed\n'),
        ('archived = 2020-01-02\nid = "a"\n', None),
    ],
)
def test_new_values_stand_where_they_usually_do(before: str, after: str | None) -> None:
    end = after if after and after.startswith("id") else f"{before}{after or ''}"
    text = f'schema = 1\n[article]\npath = "a"\n\n[[reference]]\n{end}\n[[claim]]\nid = "c"\ntext = "t"\n'
    reference = parse_registry(text).references[0]

    made = applied(text, in_order(changes(text, [(reference, each) for each in NEW])))

    assert parse_registry(made).references[0].archive_url == "http://b.example/"
    assert made.replace(ROWS, "", 1) == text
    if after is None:
        assert made == text.replace("archived", f"{ROWS}archived")


def test_new_values_follow_the_line_ends_and_the_end_of_the_file() -> None:
    text = 'schema = 1\r\n[article]\r\npath = "a"\r\n[[reference]]\r\n  id = "a"'
    reference = parse_registry(text).references[0]

    made = applied(text, in_order(changes(text, [(reference, each) for each in NEW])))

    assert made == f'{text}\r\n  url = "http://a.example/"\r\n  archive_url = "http://b.example/"\r\n'


def test_nothing_is_added_where_the_place_is_not_certain() -> None:
    text = 'schema = 1\nreference = [{id = "a"}]\n[article]\npath = "a"\n'
    split = 'schema = 1\n[article]\npath = "a"\n[[reference]]\nid = """\\\na"""\n'

    for each in (text, split):
        reference = parse_registry(each).references[0]
        assert list(changes(each, [(reference, NEW[0])])) == []


def parse_registry(text: str) -> Registry:
    return parse(text.encode(), "references.toml", today=TODAY)


@given(
    st.text(max_size=30),
    st.text(max_size=30).filter(lambda text: not set(text) & set('"\\\n\r') and text.isprintable()),
)
def test_any_value_reads_back(new: str, old: str) -> None:
    text = f'[a]\nurl = "{old}" # note\nx = 1\n'
    reference = Reference("a", 1, url=old, lines=(("url", 2),))
    clean = new.encode("utf-8", "ignore").decode()

    made = applied(text, in_order(changes(text, [(reference, Proposal("url", clean, "why"))])))

    assert tomllib.loads(made) == {"a": {"url": clean, "x": 1}}

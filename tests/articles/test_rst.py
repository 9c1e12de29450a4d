"""reStructuredText: footnotes and citations as docutils resolves them, and nothing that only looks like one."""

import datetime as dt
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from places import must_hold

from verifier import api
from verifier.articles.rst import PARSER
from verifier.model.article import Article
from verifier.recovery import structure

PEPS = {
    "pep-0538.txt": [],
    "pep-0012.rst": [],
    "pep-0550.rst": ["4", "11", "12", "13", "14", "15", "16"],
    "pep-0255.txt": ["2", "3", "4", "5"],
}  # the footnotes that nothing refers to (INDEX.md of the data)
PIECES = "[1]_ [#]_ [*]_ [#a]_ [Doe]_ .. [1] .. [#] :: `` ` | * ** === --- :role:`x` .. note:: x_ \n\n \n  word".split(
    " "
)


def parse(text: str) -> Article:
    return PARSER.parse(text, "page.rst", "legacy")


def test_footnotes_and_citations_are_markers_with_entries() -> None:
    article = parse(
        "Crops\n=====\n\nRye fell [1]_. Oats rose [#]_. Hay burned [Doe90]_.\n\n"
        ".. [1] Doe. Rye.\n.. [#] Mill. Oats.\n.. [Doe90] Roe. Hay.\n"
    )

    assert [marker.label for marker in article.markers] == ["1", "2", "Doe90"]
    assert {entry.text for each in article.lists for entry in each.entries} == {"Doe. Rye.", "Mill. Oats.", "Roe. Hay."}
    assert [claim.text for claim in article.claims[:2]] == ["Rye fell", "Oats rose"]


def test_literal_blocks_and_comments_cite_nothing() -> None:
    article = parse(
        "Rye fell [1]_. So::\n\n    see [2]_ here\n    .. [2] none\n\n.. [3]_ a comment\n\n.. [1] Doe. Rye.\n"
    )

    assert [marker.label for marker in article.markers] == ["1"]


def test_no_file_is_read_and_nothing_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "secret.txt").write_text("secret words")
    article = parse(f".. include:: {tmp_path}/secret.txt\n\n.. raw:: html\n   :file: {tmp_path}/secret.txt\n\nRye.\n")

    assert "secret words" not in article.text
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("name", PEPS)
def test_exactly_the_footnotes_that_nothing_refers_to_are_told(
    shared: Path, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = shared.resolve() / "data" / "numbering" / "rst" / "peps-2019" / name
    job = api.Job(str(path), None, api.open_transport("store", offline=True))
    report = api.verify([job], today=dt.date(2026, 11, 26), offline=True)
    told = [each["message"] for each in report["findings"] if each["rule"] == "footnote-unused"]
    unlinked = {each["line"] for each in report["findings"] if each["rule"] == "marker-unlinked"}

    assert [message.split("[")[1].split("]")[0] for message in told] == PEPS[name]
    assert unlinked == ({54, 72, 83, 84, 500} if name == "pep-0255.txt" else set())


@given(st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join))
def test_whatever_is_written_is_read_and_stays_in_its_place(text: str) -> None:
    must_hold(text, parse(text))


@pytest.mark.parametrize(
    "unit",
    ["a\n=\n", "- a\n", ".. [#] x\n", "A [#]_.\n\n.. [#] b\n\n", "[1]_", "`a", "| a\n", "----x", "+--+----", "|----"],
)
def test_what_docutils_would_take_long_for_is_read_all_the_same(unit: str) -> None:
    """bench/growth.py measures."""
    start = time.process_time()
    article = parse(unit * (100_000 // len(unit)))

    assert article.format == "rst"
    assert time.process_time() - start < 20  # docutils alone takes minutes


def test_notes_that_docutils_numbers_where_they_are_defined_have_no_hidden_beginning() -> None:
    article = parse("Rye [#a]_ fell, oats [#b]_ rose.\n\n.. [#b] Mill. Oats.\n.. [#a] Doe. Rye.\n")

    assert [marker.label for marker in article.markers] == ["2", "1"]
    assert structure.of(article).hidden_prefix == 0


def test_raised_numbers_are_markers_where_a_list_has_them() -> None:
    text = (
        "Rye fell.\\ :sup:`1` Oats rose on 5 m\\ :sup:`2`.\\ :sup:`2,3`\n\nReferences\n==========\n\n"
        "1. Doe. Rye. 2016.\n2. Roe. Oats. 2017.\n3. Poe. Hay. 2018.\n"
    )

    assert [each.label for each in parse(text).markers] == ["1", "2", "3"]


def test_a_call_that_is_escaped_on_purpose_is_no_forgotten_one() -> None:
    notes = "\n\n.. [1] Doe. Rye. 2016.\n"

    assert [each.kind for each in parse(f"Rye [1]_, and oats [1].{notes}").remarks] == ["marker-unlinked"]
    assert parse(f"Rye [1]_, and a call is written \\[1]_ here.{notes}").remarks == ()

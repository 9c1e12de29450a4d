"""MediaWiki's own tests of Cite: every legacy case gives the markers, errors, ids and lists that MediaWiki renders."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from citetests import Case, load

from verifier.articles.wikitext import PARSER

from .pages import body_markers, evaluate

# The text of these notes went through the language converter, which is not Cite's (https://www.mediawiki.org/wiki/LangConv).
CONVERTED = {("citeParserTests.txt", 257)}
# Numbers of numbering.md's INDEX: visible markers outside lists, distinct ones, entries per group.
ARTICLES = {
    "Mozilla-Firefox": (127, 122, {"": 122}),
    "Bazooka": (122, 112, {"": 112}),
    "Chemical-biology": (187, 167, {"": 167}),
    "Arts_Club_of_Chicago": (54, 34, {"": 34}),
    "Bodmin": (49, 47, {"": 47}),
    "Harry-McPherson": (23, 11, {"": 11}),
    "Clint-Murchison-Sr.": (17, 7, {"nb": 1, "": 6}),
    "Mark-Behr": (29, 29, {"": 29}),
    "jodie_emery": (16, 9, {"": 9}),
    "Antique-(band)": (13, 7, {"": 7}),
    "earthquakes": (36, 6, {"": 6}),
}


@cache
def cases(shared: Path) -> list[tuple[Case, dict[str, Any]]]:
    folder = shared / "data" / "numbering" / "cite"
    expected = {(each["file"], each["line"]): each for each in json.loads((folder / "expectations.json").read_text())}
    return [(case, expected[case.file, case.line]) for case in load(folder) if (case.file, case.line) in expected]


def in_scope(shared: Path, scope: str) -> list[tuple[Case, dict[str, Any]]]:
    return [pair for pair in cases(shared) if pair[1]["scope"] == scope]


def lists_of(case: Case, expected: dict[str, Any]) -> tuple[object, object]:
    """Return the lists as read and as expected, to be compared."""
    page = evaluate(case)
    converted = (case.file, case.line) in CONVERTED

    def text(words: str) -> str:
        return "" if converted else words

    entries = [each.entries for each in page.article.lists if each.entries]
    notes = [note for each in page.printed for note in each.notes]
    read = [
        [(text(entry.text), None if entry.label is None else entry.backlinks) for entry in each] for each in entries
    ]
    said = [[(text(item["text"]), item["backlinks"]) for item in each["items"]] for each in expected["lists"]]
    items = [item for each in expected["lists"] for item in each["items"]]
    ids = [note.id if note.uses and not note.stray else None for note in notes]
    return (
        (read, [note.error or None for note in notes], ids),
        (said, [item["error"] for item in items], [item["note_id"] for item in items]),
    )


def test_every_case_in_scope_shows_the_markers_and_errors_that_mediawiki_shows(shared: Path) -> None:
    found = in_scope(shared, "in")
    wrong = {}
    for case, expected in found:
        page = evaluate(case)
        got = [marker.label for marker in page.markers], page.inline_errors
        if got != (expected["markers"], expected["inline_errors"]):
            wrong[case.id] = got

    assert len(found) == 183
    assert wrong == {}


@pytest.mark.parametrize(("scope", "count"), [("in", 183), ("lists-only", 7)])
def test_every_case_in_scope_prints_the_lists_that_mediawiki_prints(shared: Path, scope: str, count: int) -> None:
    found = in_scope(shared, scope)
    wrong = {case.id: pair for case, expected in found if (pair := lists_of(case, expected))[0] != pair[1]}

    assert len(found) == count
    assert wrong == {}


def test_groups_are_those_that_mediawiki_prints(shared: Path) -> None:
    """A group that no marker names does not show in the page, so there is nothing to compare."""
    for case, expected in in_scope(shared, "in"):
        read = [each.group for each in evaluate(case).article.lists if any(entry.anchor for entry in each.entries)]
        said = [each["group"] for each in expected["lists"] if any(item["note_id"] for item in each["items"])]
        assert (case.id, read) == (case.id, said)


@pytest.mark.parametrize("name", ARTICLES)
def test_real_articles_have_the_markers_and_entries_that_are_known(shared: Path, name: str) -> None:
    text = (shared / "data" / "numbering" / "wikitext" / f"{name}.txt").read_text(encoding="utf-8")
    article = PARSER.parse(text, f"{name}.txt", "legacy")
    markers, distinct, entries = ARTICLES[name]

    assert len(body_markers(article)) == markers
    assert len({marker.anchor for marker in article.markers}) == distinct
    assert {each.group: len(each.entries) for each in article.lists} == entries


def test_every_marker_leads_to_the_entry_that_prints_its_label(shared: Path) -> None:
    for name in ARTICLES:
        text = (shared / "data" / "numbering" / "wikitext" / f"{name}.txt").read_text(encoding="utf-8")
        article = PARSER.parse(text, f"{name}.txt", "legacy")
        printed = {entry.anchor: (each.group, entry.label) for each in article.lists for entry in each.entries}
        for marker in article.markers:
            assert printed[marker.anchor] == (marker.group, marker.label.split()[-1])

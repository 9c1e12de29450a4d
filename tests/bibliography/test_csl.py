"""CSL data as JSON and YAML: what an item says, where its key stands, and where a file is none."""

import json
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.bibliography import csl_json, csl_yaml, reader_of
from verifier.bibliography.source import Sources

ITEM = {
    "id": "doe",
    "title": "Rye \U0001f33e",
    "author": [{"family": "Doe", "given": "Jane"}, {"literal": "Ellin Council"}],
    "container-title": "Ellin Courier",
    "issued": {"date-parts": [[2019, 3, 3]]},
    "URL": "https://courier.example/rye",
}
JSON = ["[", "]", "{", "}", '"id"', ":", '"a"', ",", "1", "null", "1e999", "-", " ", "\n", '"references":', "\\", "\0"]
YAML = [
    "- ",
    "id: a",
    "references:",
    "\n",
    "  ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!!python/object ",
    "'",
    "|\n",
    "\t",
    "\0",
]


def first_line(found: Sources, text: str) -> list[tuple[str, int]]:
    return [(each.key, text.count("\n", 0, each.start) + 1) for each in found.sources]


@pytest.mark.parametrize("shape", [[ITEM], {"items": [ITEM]}, {"references": [ITEM]}])
@pytest.mark.parametrize("indent", [None, 2, "\t"])
def test_json_is_read_in_each_of_its_shapes(shape: object, indent: int | str | None) -> None:
    (source,) = csl_json.read(json.dumps(shape, indent=indent)).sources
    found = source.cite()

    assert (found.author, found.title) == ("Doe, Jane; Ellin Council", ITEM["title"])
    assert (found.outlet, str(found.published), found.url) == ("Ellin Courier", "2019-03-03", ITEM["URL"])


def test_json_and_yaml_tell_where_each_key_stands() -> None:
    as_json = '[\n {"title": "Rye", "id": "a"},\n {"id": 7}\n]'
    as_yaml = "---\nreferences:\n- title: Rye\n  id: a\n- id: 7\n...\n"

    assert first_line(csl_json.read(as_json), as_json) == [("a", 2), ("7", 3)]
    assert first_line(csl_yaml.read(as_yaml), as_yaml) == [("a", 4), ("7", 5)]


@pytest.mark.parametrize(
    ("text", "keys", "line"),
    [
        ('[{"id": "a"},\n {"id": "b",}]', ["a"], 2),
        ('[{"id": "a"}\n {"id": "b"}]', ["a"], 2),
        ('[{"id": "a"}', ["a"], 1),
        ('\n"a"', [], 2),
        ("", [], 1),
        ('[\n{"id": ' + "[" * 100_000, [], 2),
    ],
)
def test_json_is_read_up_to_its_first_fault(text: str, keys: list[str], line: int) -> None:
    found = csl_json.read(text)

    assert [each.key for each in found.sources] == keys
    assert [text.count("\n", 0, each.place) + 1 for each in found.broken] == [line]


@pytest.mark.parametrize(("text", "line"), [("- id: a\n- id: b: c\n", 2), ("- id: a\n  x: [" + "[" * 99, 2)])
def test_yaml_that_is_none_is_told_with_its_line(text: str, line: int) -> None:
    found = csl_yaml.read(text)

    assert found.sources == ()
    assert [text.count("\n", 0, each.place) + 1 for each in found.broken] == [line]


def test_a_doi_is_an_address_and_a_huge_number_no_date() -> None:
    text = json.dumps([{"id": "a", "DOI": "10.1000/182", "issued": {"date-parts": [["9" * 5000, "3"]]}}])
    (source,) = csl_json.read(text).sources

    assert (source.cite().url, source.cite().published) == ("https://doi.org/10.1000/182", None)


def test_a_yaml_alias_does_not_grow() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"k{n}: &k{n} [*a, *a]\n" for n in range(50)) + "references:\n- id: b\n"

    assert [each.key for each in csl_yaml.read(bomb).sources] == ["b"]


@pytest.mark.parametrize(("read", "pieces"), [(csl_json.read, JSON), (csl_yaml.read, YAML)])
@given(data=st.data())
def test_any_text_is_read_or_is_told_where_it_is_not(
    read: Callable[[str], Sources], pieces: Sequence[str], data: st.DataObject
) -> None:
    text = data.draw(st.lists(st.sampled_from(pieces), max_size=30).map("".join))
    found = read(text)

    for each in found.sources:
        assert 0 <= each.start <= each.end <= len(text)
        each.cite()
    assert all(0 <= each.place <= len(text) for each in found.broken)


def test_the_reader_is_chosen_by_the_suffix() -> None:
    assert reader_of("lists/Refs.JSON") is csl_json.read
    assert reader_of("refs.yml") is csl_yaml.read
    assert reader_of("refs") is None

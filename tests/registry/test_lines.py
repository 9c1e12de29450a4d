"""Lines of a TOML text: where tables and keys stand, and that no line is claimed where the scan lost its way."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.registry.lines import Table, named, tables

VALUES = st.sampled_from(
    ["1", '"text"', "'raw [x]'", '"a # b"', "true", "[1, 2]", "[\n  1,\n  [2],\n]", "[\n[2]\n]", '"""\nx = 1\n[y]\n"""',
     "'''\n[[z]]\n'''", "{a = 1}",
     '["a]", "[b"]', '"say \\"[\\""', '""', "[]", '"""one"""']
)  # fmt: skip
KEYS = st.from_regex(r"[a-z][a-z0-9_-]{0,6}", fullmatch=True)
REMARKS = st.sampled_from(["", " # why", "  # [x] = 1", "\n\n# [[y]]"])


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, list[tuple[str, int, dict[str, int]]]]:
    """Draw a TOML text and where its tables and keys stand."""
    text = ""
    expected: list[tuple[str, int, dict[str, int]]] = [("", 1, {})]
    for index in range(draw(st.integers(0, 5))):
        if index or draw(st.booleans()):
            name = draw(st.sampled_from(["reference", "claim"]))
            expected.append((name, text.count("\n") + 1, {}))
            text += f"[[{draw(st.sampled_from(['', ' ']))}{name}]]{draw(REMARKS)}\n"
        keys = draw(st.lists(KEYS, max_size=4, unique=True))
        for key in keys:
            expected[-1][2][key] = text.count("\n") + 1
            quoted = draw(st.sampled_from([key, f'"{key}"', f"'{key}'", f"  {key}"]))
            text += f"{quoted} = {draw(VALUES)}{draw(REMARKS)}\n"
    return text, expected


@settings(deadline=None, max_examples=200)
@given(documents())
def test_tables_and_keys_are_found_where_they_stand(
    document: tuple[str, list[tuple[str, int, dict[str, int]]]],
) -> None:
    text, expected = document
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:  # a key at the top that is also a table
        return
    found = tables(text)

    assert expected == [(table.name, table.line, table.keys) for table in found]


def test_a_key_in_front_of_an_equals_sign_or_a_dot_counts() -> None:
    (top,) = tables('a = 1\nb.c = 2\nb.d = 3\n"e f" = 4\n# g = 5\nnothing\n')

    assert top.keys == {"a": 1, "b": 2, "e f": 4}


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("[article]", "article"),
        ("[[claim]]", "claim"),
        ("[ a . b ]", "a.b"),
        ('["a"."b"]', "a.b"),
        ("  [[x]] # y", "x"),
    ],
)
def test_headers(header: str, name: str) -> None:
    assert tables(f"\n{header}\nkey = 1\n")[1] == Table(name, 2, {"key": 3})


def test_tables_are_named_only_if_the_parser_counts_as_many() -> None:
    found = tables("[[claim]]\n[[reference]]\n[[claim]]\n")

    assert [table.line for table in named(found, "claim", 2) or []] == [1, 3]
    assert named(found, "claim", 3) is None
    assert named(found, "claim", 1) is None
    assert named(found, "waiver", 0) == []


@given(st.text(st.sampled_from("[]{}\"'#=.a1 \n\\") | st.characters(), max_size=60))
def test_any_text_is_scanned(text: str) -> None:
    found = tables(text)

    assert [table.line for table in found] == sorted(table.line for table in found)
    for table in found:
        assert all(table.line <= line <= text.count("\n") + 1 for line in table.keys.values())

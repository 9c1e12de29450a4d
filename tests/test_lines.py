"""Lines as other programs know them: columns in bytes, and GitHub's hash of a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import text
from verifier.lines import Lines

GREETED = [
    *("e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1"),
    *("c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1"),
]


@pytest.mark.parametrize(  # the vectors of GitHub's own test, src/fingerprints.test.ts of github/codeql-action
    ("written", "hashes"),
    [
        ("", ["c129715d7a2bc9a3:1"]),
        (
            " a\nb\n  \t\tc\n d",
            ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
        ),
        (
            " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
            [
                *("8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1"),
                *("b86d3392aea1be30:1", "e6ceba753e1a442:1"),
            ],
        ),
        (" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", GREETED),
        (" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", GREETED),
        (" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", GREETED),
        (" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", GREETED),
        (
            "Lorem ipsum dolor sit amet.\n" * 10,
            [
                *(f"a7f2ff13bc495cf2:{times}" for times in range(1, 7)),
                *("a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1"),
                "c129715d7a2bc9a3:1",
            ],
        ),
    ],
)
def test_a_line_has_the_hash_that_github_gives_it(written: str, hashes: list[str]) -> None:
    lines = Lines(written)

    assert [lines.hash_of(line) for line in range(1, len(hashes) + 1)] == hashes


def test_a_letter_beyond_the_first_plane_counts_as_two_units() -> None:
    assert Lines("\U0001f600").hash_of(1) != Lines("\U0001f601").hash_of(1)
    assert Lines("\U0001f600" * 50 + "a").hash_of(1) == Lines("\U0001f600" * 50 + "b").hash_of(1)


@pytest.mark.parametrize(("column", "found"), [(1, 1), (2, 3), (3, 7), (4, 8), (9, 13)])
def test_a_column_in_bytes_counts_what_stands_before_it(column: int, found: int) -> None:
    assert Lines("x\né\U0001f600[3]\n").byte_column(2, column) == found


@given(st.text(), st.integers(1, 9), st.integers(1, 40))
def test_any_place_has_a_column_and_a_hash(written: str, line: int, column: int) -> None:
    lines = Lines(written)

    assert lines.byte_column(line, column) >= column
    assert int(lines.hash_of(line).partition(":")[0], 16) < 2**64


@given(st.text(alphabet="ab é\U0001f600\n", max_size=40))
def test_bytes_before_a_column_are_those_of_the_line(written: str) -> None:
    lines = Lines(written)
    for number, (start, end) in enumerate(text.lines(written), 1):
        assert lines.byte_column(number, end - start + 1) == len(written[start:end].encode()) + 1

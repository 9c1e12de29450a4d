"""Changes as a unified diff: applied line by line it gives what the changes give."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from verifier.model.article import Span
from verifier.model.change import Change
from verifier.patch import applied, in_order, unified

HEAD = re.compile(r"@@ -(\d+),(\d+) \+(\d+),(\d+) @@")


def patched(text: str, patch: str) -> str:
    """Apply a patch as `patch` does, hunk by hunk, but without looking around for a place that fits."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    rows = re.findall(r"[^\n]*\n", patch)
    at = 0
    while at < len(rows):
        head = HEAD.match(rows[at])
        at += 1
        if head is None:
            continue
        start, old, _, new = map(int, head.groups())
        before: list[str] = []
        after: list[str] = []
        sides: list[list[str]] = []
        while len(before) < old or len(after) < new or (at < len(rows) and rows[at].startswith("\\")):
            mark, line = rows[at][0], rows[at][1:]
            at += 1
            if mark == "\\":  # the line before has no end
                for side in sides:
                    side[-1] = side[-1].rstrip("\n")
                continue
            sides = [side for side, marks in ((before, " -"), (after, " +")) if mark in marks]
            for side in sides:
                side.append(line)
        assert lines[start - 1 : start - 1 + old] == before
        lines[start - 1 : start - 1 + old] = after
    return "".join(lines)


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, tuple[Change, ...]]:
    text = draw(st.text("ab \n", min_size=1, max_size=120))
    places = st.integers(0, len(text))
    changes = [
        Change(Span(min(pair), max(pair)), draw(st.text("xy\n", max_size=6)), "because")
        for pair in draw(st.lists(st.tuples(places, places), max_size=5))
    ]
    return text, in_order(changes)


@given(cases())
def test_the_patch_gives_what_the_changes_give(case: tuple[str, tuple[Change, ...]]) -> None:
    text, changes = case

    assert applied(text, changes) == patched(text, unified("a.wiki", text, changes))


@given(cases())
def test_changes_in_order_do_not_overlap(case: tuple[str, tuple[Change, ...]]) -> None:
    _, changes = case

    assert all(one.span.end <= other.span.start for one, other in pairwise(changes))


def test_far_changes_are_hunks_of_their_own_with_their_reasons() -> None:
    text = "".join(f"line {number}\n" for number in range(1, 31))
    changes = [Change(Span(0, 4), "row", "first"), Change(Span(text.index("30"), text.index("30") + 2), "x", "last")]

    patch = unified("a.wiki", text, changes)

    assert ["# line 1: first", "# line 30: last"] == re.findall(r"^#.*", patch, re.M)
    assert ["@@ -1,4 +1,4 @@", "@@ -27,4 +27,4 @@"] == re.findall(r"^@@.*", patch, re.M)


def test_a_path_with_odd_characters_is_quoted() -> None:
    patch = unified('o"at\n.wiki', "a\n", [Change(Span(0, 1), "b", "oats\nand rye")])

    assert '--- "a/o\\042at\\012.wiki"\n' in patch
    assert patch.startswith("# line 1: oats")
    assert "\nand rye" not in patch


def test_no_changes_make_no_patch() -> None:
    assert "" == unified("a.wiki", "a\n", [])

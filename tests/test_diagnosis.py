"""The first sentences of a report: they are true, whatever else is shown."""

import re
from pathlib import Path

import pytest

from verifier.cli import main

_TEXT = (
    "The market at Linden Square opened on 4 May 2019 with twelve stalls.[1] On 30 August 2019 the council counted "
    "2,000 visitors.[2] On 12 October 2019 the roof of the cheese stall was torn off.[3] The council paid for a "
    "new roof on 9 December 2019.[4] The market closed on 16 March 2020.[5] It reopened on 6 June 2020 with half of "
    "the stalls.[6] On 18 September 2021 the baker Anna Holt won the bread prize with a rye loaf.[7]"
)
_ENTRIES = (
    '"New market opens at Linden Square". Linden Gazette. 5 May 2019.',
    '"Council counts 2,000 visitors". Linden Gazette. 30 August 2019.',
    '"Storm tears roof off cheese stall". Valley Post. 13 October 2019.',
    '"Council pays for new market roof". Valley Post. 10 December 2019.',
    '"Market closed until further notice". Linden Gazette. 16 March 2020.',
    '"Stalls return to Linden Square". Linden Gazette. 7 June 2020.',
    '"Holt loaf wins bread prize". Valley Post. 19 September 2021.',
)
_PIGEONS = '"Pigeons annoy stallholders". Valley Post. 1 November 2019.'


def _article(folder: Path, entries: dict[int, str]) -> str:
    path = folder / "a.txt"
    listed = "\n".join(f"{label}. {entry}" for label, entry in entries.items())
    path.write_text(f"The market\n\n{_TEXT}\n\nReferences\n\n{listed}\n", encoding="utf-8")
    return str(path)


def _told(path: str, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    main([path, "--offline", "--reports-dir", str(Path(path).parent / "reports"), *options])
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("place", [2, 3, 4, 5])
def test_an_item_that_the_list_gained_has_no_number(
    place: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = [*_ENTRIES[: place - 1], _PIGEONS, *_ENTRIES[place - 1 :]]
    told = _told(_article(tmp_path, dict(enumerate(entries, 1))), capsys)
    found = re.search(r"The list gained an item \((?:entry (\d+)|somewhere from entry (\d+) to (\d+))\)", told)
    assert found is not None
    first, last = int(found[1] or found[2]), int(found[1] or found[3])
    assert first <= place <= last <= first + 1
    assert f"read [{last}] as entry {last + 1} (likely), " in told
    assert f"as entry {place} " not in told
    assert f"[{place - 1}] as" not in told


def test_a_list_that_kept_its_labels_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = dict(enumerate(_ENTRIES, 1))
    del entries[4]
    told = _told(_article(tmp_path, entries), capsys, "-v")
    assert "The list has no entry for [4]. Those that are left kept their numbers" in told
    assert "numbered 1 to" not in told
    assert "could not be told" not in told
    assert "the list ends at" not in told


def test_dates_that_speak_against_single_citations_are_told_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = dict(enumerate(_ENTRIES, 1))
    assert "nothing speaks against the numbers" in _told(_article(tmp_path, entries), capsys)
    entries[3] = entries[3].replace("13 October", "2 September")
    told = _told(_article(tmp_path, entries), capsys)
    assert "Every citation finds an entry, but 1 error speaks against single citations." in told


@pytest.mark.parametrize("only", ["registry", "archive", "live"])
def test_what_is_shown_does_not_change_the_diagnosis(
    only: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(__file__).parent.parent
    main([str(root / "references.toml"), "--offline", "--only", only, "--reports-dir", str(tmp_path)])
    told = " ".join(capsys.readouterr().out.split())
    assert "The list lost at least 16 of 30 entries" in told
    assert "Until then" not in told


def test_a_list_renumbered_in_part_is_not_said_to_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = {1: _ENTRIES[0], 2: _ENTRIES[1], 6: _ENTRIES[2], 3: _ENTRIES[4], 7: _ENTRIES[6]}
    told = _told(_article(tmp_path, entries), capsys)
    assert "out of order, so the other citations are in doubt too" in told
    assert "hold" not in told.partition("Do these first")[0]

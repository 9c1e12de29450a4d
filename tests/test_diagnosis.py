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


def _linked(shown: dict[int, int], entries: dict[int, str]) -> str:
    """Return a page whose markers lead to the entries of the text's numbers, and print what is `shown` instead."""

    def call(match: re.Match[str]) -> str:
        key = int(match[1])
        link = f'<a href="#cite_note-{key}">[{shown.get(key, key)}]</a>'
        return f'<sup class="reference" id="cite_ref-{key}">{link}</sup>'

    items = (
        f'<li id="cite_note-{key}"><a href="#cite_ref-{key}">^</a> <span class="reference-text">{entry}</span></li>'
        for key, entry in entries.items()
    )
    text = re.sub(r"\[([0-9])\]", call, _TEXT)
    return f"<p>{text}</p><ol class='references'>{''.join(items)}</ol>"


def test_where_links_alone_map_a_list_no_dates_are_said_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = dict(enumerate(_ENTRIES, 1))
    del entries[7]
    page = tmp_path / "a.html"
    page.write_text(_linked({}, entries), encoding="utf-8")
    told = _told(str(page), capsys)
    assert "Their links tell which numbers the 6 entries really have: 6 confirmed, 0 open." in told


def test_nothing_is_said_to_speak_for_numbers_that_a_list_contradicts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "a.html"
    page.write_text(_linked({2: 3, 3: 2}, dict(enumerate(_ENTRIES, 1))), encoding="utf-8")
    assert "Every citation finds an entry, but 1 error is in the list or the markup. " in _told(str(page), capsys)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "One.[^a] Two.[^b] See [the plan][plan].\n\n[^a]: First.\n[^b]: Second.\n"),
        ("a.rst", "One [1]_ and two [2]_.\n\n.. [1] First.\n.. [2] Second.\n.. [2] Third.\n"),
    ],
)
def test_an_error_of_the_markup_is_not_passed_over(
    name: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    told = _told(str(tmp_path / name), capsys)
    assert "nothing speaks against the numbers" not in told


_TOWNS = [
    f"{first}{last}" for first in ("Bal", "Cor", "Dun", "Fen", "Gar", "Hol") for last in ("wick", "ton", "ford", "by")
]


@pytest.mark.parametrize(
    ("order", "remedy"),
    [
        ([*range(1, 5), *range(6, 20), 5, *range(20, 25)], "Put entry 19 back in front of entry 5."),
        ([*range(1, 5), 19, *range(5, 19), *range(20, 25)], "Put entry 5 back behind entry 19."),
        ([*range(1, 5), 19, *range(6, 19), 5, *range(20, 25)], "Let entries 5 and 19 change places again."),
        (
            [*range(1, 5), *range(6, 20), 0, *range(20, 25)],
            "Restore the entry of [5] from the original page and take out entry 19.",
        ),
        (
            [*range(1, 5), 0, *range(5, 19), *range(20, 25)],
            "Restore the entry of [19] from the original page and take out entry 5.",
        ),
    ],
)
def test_a_list_out_of_order_is_put_right_as_it_went_wrong(
    order: list[int], remedy: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = [f"{day} {month} 2016" for month in ("March", "April", "May", "June") for day in (1, 6, 11, 16, 21, 26)]
    burned = dict(enumerate(zip(_TOWNS, days, strict=True), 1))
    text = " ".join(f"On {day} the mill at {town} burned down.[{number}]" for number, (town, day) in burned.items())
    burned[0] = ("Nowhere", "30 December 2018")
    items = (f'"Mill at {burned[each][0]} burned down". {burned[each][0]} News. {burned[each][1]}.' for each in order)
    listed = "\n".join(f"{place}. {item}" for place, item in enumerate(items, 1))
    (tmp_path / "a.txt").write_text(f"The mills\n\n{text}\n\nReferences\n\n{listed}\n", encoding="utf-8")
    assert f"1. {remedy} 2." in _told(str(tmp_path / "a.txt"), capsys)


def test_the_article_is_not_blamed_for_an_error_of_its_registry(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _article(tmp_path, dict(enumerate(_ENTRIES, 1)))
    registry = tmp_path / "references.toml"
    reference = '[[reference]]\nid = "a"\nentry = "1"\npublished = 2230-05-03\n'
    registry.write_text(f'schema = 1\n[article]\npath = "a.txt"\n{reference}', encoding="utf-8")
    told = _told(path, capsys, "--registry", str(registry))
    assert "[date-invalid]" in told
    assert told.startswith("Every citation finds an entry, and nothing speaks against the numbers.")

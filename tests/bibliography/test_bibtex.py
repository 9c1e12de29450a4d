"""BibTeX and BibLaTeX: what an entry says, where it stands, and what is broken."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.bibliography import bibtex, tex
from verifier.model.article import Citation

PIECES = [
    *'@ @article{ @string{ @comment{ @misc( a , = { } ( ) " # % \\ ~ $ crossref xdata title url date author'.split(),
    *[" and ", "\n", "\r\n", "\\url{", '{\\"o}', "2019-03", "\0", "é"],
]


def cite(text: str, key: str = "a") -> Citation:
    return next(each for each in bibtex.read(text).sources if each.key == key).cite()


def test_an_entry_says_who_wrote_what_where_and_when() -> None:
    found = cite(
        "@article{a, author = {Doe, Jane and John van der Roe and {Rye and Oats} and others},\n"
        " title = {Rye}, subtitle = {A Fall}, journaltitle = {Ellin Courier}, date = {2019-03-03},\n"
        " urldate = {2019-03-05}, url = {https://courier.example/a_b%20c}}"
    )

    assert found.author == "Doe, Jane; van der Roe, John; Rye and Oats"
    assert (found.title, found.outlet) == ("Rye: A Fall", "Ellin Courier")
    assert (str(found.published), str(found.accessed)) == ("2019-03-03", "2019-03-05")
    assert (found.url, found.says_accessed) == ("https://courier.example/a_b%20c", True)


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("date = {2019-03}", "2019-03"),
        ("date = {2019-03-03/2019-04-01}", "2019-03-03"),
        ("year = 2019, month = mar", "2019-03"),
        ("year = {2019}, month = {March}, day = 4", "2019-03-04"),
        ("year = 2019", "2019"),
        ("year = {in press}", "None"),
        (f"year = {{{'9' * 5000}}}, month = {{{'9' * 5000}}}", "None"),
    ],
)
def test_a_date_is_read_in_either_dialect(fields: str, date: str) -> None:
    assert str(cite(f"@misc{{a, {fields}}}").published) == date


@pytest.mark.parametrize(
    ("field", "url"),
    [
        (r"url = {https://mill.example/a\_b}", "https://mill.example/a_b"),
        (r"howpublished = {\url{https://mill.example/c}}", "https://mill.example/c"),
        ("doi = {10.1000/182}", "https://doi.org/10.1000/182"),
        ("doi = {https://doi.org/10.1000/182}", "https://doi.org/10.1000/182"),
        ("note = {in print}", None),
    ],
)
def test_an_address_is_found_where_each_dialect_has_it(field: str, url: str | None) -> None:
    assert cite(f"@misc{{a, {field}}}").url == url


def test_an_archive_is_told_from_the_original() -> None:
    snapshot = "https://web.archive.org/web/20190305000000/https://mill.example/a"

    assert cite(f"@misc{{a, url = {{{snapshot}}}}}").archive_url == snapshot


def test_macros_parts_and_parents_make_up_what_is_printed() -> None:
    text = """@string{paper = "Ellin " # "Courier"}
@article{a, title = "{R}ye", journal = paper # { Weekly}}
@inproceedings{b, title = {Oats}, crossref = {c}}
@proceedings{c, title = {Harvests}, publisher = {Mill \\& Co}, year = 2018}
@xdata{d, url = {https://mill.example/d}}
@misc{e, title = {Wheat}, xdata = {d}}
"""

    assert cite(text).outlet == "Ellin Courier Weekly"
    assert (cite(text, "b").title, cite(text, "b").outlet, str(cite(text, "b").published)) == (
        "Oats",
        "Harvests",
        "2018",
    )
    assert cite(text, "e").url == "https://mill.example/d"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (r"{\"o}st {\'E}llin \v{C}ech", "öst Éllin Čech"),
        (r"Mill \& Sons---50\% of {NASA}", "Mill & Sons—50% of NASA"),
        (r"50% of \emph{rye} at $5", "50% of rye at $5"),
        ("a~b -- c", "a b – c"),
        ("{" * 3000 + "\\" + "}" * 3000, "\\"),
    ],
)
def test_tex_is_shown_as_readers_see_it(value: str, shown: str) -> None:
    assert tex.plain(value) == shown


def test_a_broken_entry_is_told_and_the_others_are_read(caplog: pytest.LogCaptureFixture) -> None:
    text = "@misc{a, title={A}}\n@book{b title={B}}\n@misc{c, title={C\n@misc{d, title={D}} @misc{e}\n@misc{f, title={F"
    found = bibtex.read(text)

    assert [(each.key, text[each.start : each.end]) for each in found.sources] == [("a", "a"), ("d", "d"), ("e", "e")]
    assert [text.count("\n", 0, each.place) + 1 for each in found.broken] == [2, 3, 5]
    assert "comma" in found.broken[0].why
    assert not [each for each in caplog.records if each.levelno >= logging.WARNING]


def test_many_broken_entries_are_counted_not_listed() -> None:
    found = bibtex.read("@misc{a\n" * 500)

    assert len(found.broken) < 30
    assert "more from here on" in found.broken[-1].why


def test_macros_made_of_macros_fill_no_memory() -> None:
    doubling = "".join(f"@string{{m{n + 1} = m{n} # m{n}}}\n" for n in range(60))
    text = f'@string{{m0 = "rye "}}\n{doubling}@misc{{a, title = m60}}'

    assert len(cite(text).title or "") <= len(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_whatever_is_written_is_read_and_stays_in_its_place(text: str) -> None:
    found = bibtex.read(text)

    for each in found.sources:
        assert text[each.start : each.end] == each.key
        each.cite()
    assert all(0 <= each.place <= len(text) for each in found.broken)

"""Rendered citations: each part is told from what only looks like it, by example."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.citations.rendered import read
from verifier.model.article import Citation
from verifier.text import one_line

ARCHIVE = "https://web.archive.org/web/20160505000000/https://example.org/bread"


@pytest.mark.parametrize(
    "title",
    [
        "Floods of 3 May 2014 remembered",
        "Retrieved 3 May 2014. Archived from the original on 5 May 2013",
        'The "golden" crumb of 1999',
        "The bakers' strike",
        "Who ate the bread?",
        "Loaves (2 May 2011)",
    ],
)
def test_what_the_title_says_counts_for_no_field(title: str) -> None:
    found = read(f'Ott, Ann. "{title}". The Miller. 3 May 2016. Retrieved 2017-07-01.')

    assert title == found.title
    assert (str(found.published), str(found.accessed), found.archived) == ("2016-05-03", "2017-07-01", None)
    assert found.outlet == "The Miller"


def test_an_iso_access_date_is_a_day_and_not_a_year() -> None:
    assert str(read('"Bread". Retrieved 2014-07-01.').accessed) == "2014-07-01"


def test_without_a_bracketed_date_the_last_bare_one_counts() -> None:
    found = read('"Bread". The Miller. 1999. 3 May 2016. doi:10.5555/182. Retrieved 4 May 2017.')

    assert str(found.published) == "2016-05-03"
    assert found.details == ("1999", "doi:10.5555/182")


def test_a_bracketed_date_behind_the_outlet_is_the_publication_date() -> None:
    found = read('"Bread". The Miller (3 May 2016). Retrieved 4 May 2016.')

    assert (found.outlet, str(found.published)) == ("The Miller", "2016-05-03")


@pytest.mark.parametrize(
    ("phrase", "archived"),
    [
        ("Archived from the original on 5 May 2016", "2016-05-05"),
        ("Archived (PDF) from the original on May 5, 2016", "2016-05-05"),
        ("Archived 5 May 2016", "2016-05-05"),
        ("ARCHIVED FROM THE ORIGINAL ON 2016-05-05", "2016-05-05"),
        ("Archived from the original", "None"),
        ("Archived from the original on 31 February 2016", "None"),
    ],
)
def test_phrases_of_archives(phrase: str, archived: str) -> None:
    found = read(f'"Bread". The Miller. 3 May 2015. {phrase}. Retrieved 6 May 2016.')

    assert archived == str(found.archived)
    assert found.says_archived
    assert (found.outlet, str(found.published), str(found.accessed)) == ("The Miller", "2015-05-03", "2016-05-06")


def test_the_name_of_the_archive_is_no_part_of_the_source() -> None:
    found = read('"Bread". The Miller. 3 May 2015. Retrieved 6 May 2016. Archived 5 May 2016 at the Wayback Machine')

    assert str(found.archived) == "2016-05-05"
    assert (found.outlet, str(found.published), str(found.accessed)) == ("The Miller", "2015-05-03", "2016-05-06")
    assert found.details == ()


@pytest.mark.parametrize("phrase", ["Retrieved", "Retrieved on", "Accessed", "accessed", "Abgerufen am", "Consulté le"])
def test_phrases_of_access(phrase: str) -> None:
    assert str(read(f'"Bread". The Miller. {phrase} 6 May 2016.').accessed) == "2016-05-06"


def test_words_that_only_sound_like_a_statement_are_none() -> None:
    found = read('"Bread". The Retrieved Loaves. 3 May 2016.')

    assert (found.outlet, found.accessed, found.says_accessed) == ("The Retrieved Loaves", None, False)


def test_other_brackets_before_the_title_hide_no_date() -> None:
    found = read('Ott, Ann (2016) (ed.). "Bread". The Miller.')

    assert str(found.published) == "2016"
    assert found.author is not None
    assert found.author.startswith("Ott, Ann")


def test_addresses_are_told_apart() -> None:
    found = read(f'"Bread". The Miller. https://example.org/bread. {ARCHIVE}, https://example.net/second')

    assert found.url == "https://example.org/bread"
    assert found.archive_url == ARCHIVE
    assert found.says_archived
    assert found.outlet == "The Miller"


@pytest.mark.parametrize("host", ["archive.today", "archive.ph", "perma.cc", "www.webcitation.org", "ghostarchive.org"])
def test_every_known_archive_is_one(host: str) -> None:
    found = read(f'"Bread". https://{host}/abc')

    assert (found.url, found.archive_url) == (None, f"https://{host}/abc")


def test_a_bare_address_is_all_there_is() -> None:
    assert read("https://example.org/bread") == Citation(url="https://example.org/bread")


def test_a_quotation_is_no_outlet() -> None:
    quotation = "the oldest mill on the river was sold to a baker who had never seen it before"
    found = read(f'"Bread". {quotation}. 3 May 2016.')

    assert found.outlet is None
    assert quotation in found.details


@pytest.mark.parametrize("part", ["doi:10.5555/182", "ISBN 978-0-00-000000-2", "PMID 12345", "arXiv:1203.4567"])
def test_an_identifier_is_no_outlet(part: str) -> None:
    found = read(f'Ott, Ann (2016). "Bread". {part}.')

    assert found.outlet is None
    assert (part,) == found.details


@settings(max_examples=300)
@given(
    st.text(st.sampled_from("\"'()[]\u201c\u201d.,; aA1-\u2013:/\n") | st.characters(), max_size=80)
    | st.lists(
        st.sampled_from(
            ['"', "Archived from the original on ", "Retrieved ", "3 May 2016", "(2016)", ". ", ", ", "Ott, Ann",
             "https://example.org/", ARCHIVE, " [", "] ", "(PDF)", "CS1 maint: ", "(", ")", "Bread", " via "]
        ),
        max_size=20,
    ).map("".join)
)  # fmt: skip
def test_any_text_is_read_and_nothing_is_invented(text: str) -> None:
    text = one_line(text)  # as the reader of lists gives it
    found = read(text)

    for value in (found.author, found.title, found.outlet, found.translated, *found.details):
        assert value is None or value.strip()
    for day in (found.published, found.archived, found.accessed):
        assert day is None or day.text in text.replace(found.url or "\0", "").replace(found.archive_url or "\0", "")
    for url in (found.url, found.archive_url):
        assert url is None or url in text
    assert found.archive_url is None or found.says_archived


@pytest.mark.parametrize(
    ("text", "details"),
    [
        (
            '"Bread". Proceedings of Baking. Mill House. 3 May 2016. pp. 1234\u20131240.',
            ("Mill House", "pp. 1234\u20131240"),
        ),
        ('"Bread". Proceedings of Baking. 3 May 2016. p. 1990.', ("p. 1990",)),
        ('"Bread", Proceedings of Baking, 3 May 2016, doi:10.1016/j.abc', ("doi:10.1016/j.abc",)),
        ('"Bread", Proceedings of Baking, 3 May 2016, doi:10.1016/j.abc.2019', ("doi:10.1016/j.abc.2019",)),
    ],
)
def test_pages_and_identifiers_are_no_dates_and_stay_whole(text: str, details: tuple[str, ...]) -> None:
    found = read(text)

    assert (found.outlet, str(found.published)) == ("Proceedings of Baking", "2016-05-03")
    assert details == found.details


@pytest.mark.parametrize("date", ["5 May 2016", "May 5, 2016", "May 5, 2016,", "2016-05-05"])
def test_the_name_of_the_archive_may_stand_before_the_access_date(date: str) -> None:
    found = read(f'"Bread". The Miller. 3 May 2015. Archived {date} at the Wayback Machine. Retrieved 6 May 2016.')

    assert (str(found.published), str(found.archived), str(found.accessed)) == (
        "2015-05-03",
        "2016-05-05",
        "2016-05-06",
    )
    assert (found.outlet, found.details) == ("The Miller", ())


@pytest.mark.parametrize("outlet", ["AP", "UN", "EU", "Mill & Co.", "U.S."])
@pytest.mark.parametrize("date", ["3 May 2016", "May 3, 2016", "2016-05-03"])
def test_an_outlet_of_capitals_ends_before_the_date(outlet: str, date: str) -> None:
    found = read(f'"Bread". {outlet.rstrip(".")}. {date}.')

    assert found.outlet is not None
    assert outlet.rstrip(".") == found.outlet.rstrip(".")
    assert (str(found.published), found.details) == ("2016-05-03", ())


@pytest.mark.parametrize("quotes", ["", '"'])
def test_the_year_of_the_first_edition_is_no_title(quotes: str) -> None:
    found = read(f"Smith, John (1999) [1966]. {quotes}Bread{quotes}. Mill.")

    assert (found.author, found.title, found.translated) == ("Smith, John", "Bread", None)
    assert (found.outlet, str(found.published)) == ("Mill", "1999")


@pytest.mark.parametrize("note", ["(Press release)", "(Podcast)", "(in Arabic and French)", "[cs.LG]"])
def test_a_remark_behind_the_title_is_no_outlet(note: str) -> None:
    assert read(f'"Bread" {note}. The Miller. 3 May 2016.').outlet == "The Miller"
    assert read(f'"Bread". {note}. 3 May 2016.').outlet is None


@pytest.mark.parametrize("part", ["p", "pp", "Vol", "p. 12", "Vol. 3"])
def test_pages_and_volumes_are_no_outlet(part: str) -> None:
    assert read(f'"Bread". {part}.').outlet is None


def test_a_bare_title_between_commas_ends_at_the_comma() -> None:
    found = read("Smith, John (3 May 2016), Bread, The Baker, retrieved 4 May 2016")

    assert (found.author, found.title, found.outlet) == ("Smith, John", "Bread", "The Baker")
    assert (str(found.published), str(found.accessed)) == ("2016-05-03", "2016-05-04")


def test_pages_behind_a_year_in_brackets_are_no_title() -> None:
    found = read("J. Doe. 2016. Bread rises. Baking 3, 2 (2016), 4\u20135.")

    assert found.title is not None
    assert not found.title.startswith("4")
    assert str(found.published) == "2016"


@pytest.mark.parametrize("lead", ["Doe, J. R.", "Doe, J. R. (3 May 2016).", "Doe, J. R. (n.d.).", "Doe, J. R. (n.d.)"])
def test_initials_keep_their_full_stop_and_no_date_is_part_of_a_name(lead: str) -> None:
    assert read(f'{lead} "Bread". The Miller.').author == "Doe, J. R."


@pytest.mark.parametrize(
    ("text", "author", "year", "details"),
    [
        ("Reed 2020, p. 44.", "Reed", "2020", ("p. 44",)),
        ("Reed & Holt (2019), pp. 5\u20137", "Reed & Holt", "2019", ("pp. 5\u20137",)),
        ("de la Cruz 1999a", "de la Cruz", "1999", ()),
        ("Smith, Jones and Ott 2008: 134", "Smith, Jones and Ott", "2008", ("134",)),
        ("Al-Masri et al. 2017, p. xii.", "Al-Masri et al.", "2017", ("p. xii",)),
    ],
)
def test_a_short_citation_has_no_title(text: str, author: str, year: str, details: tuple[str, ...]) -> None:
    found = read(text)

    assert (found.title, found.author, str(found.published), found.details) == (None, author, year, details)


@pytest.mark.parametrize("text", ["Mill opens in 2016.", "World Report 2016.", '"Reed 2020".'])
def test_a_title_with_a_year_is_no_short_citation(text: str) -> None:
    assert read(text).title is not None


def test_a_template_that_is_never_closed_is_no_title() -> None:
    found = read("{{cite web |title=Mill |url=https://news.example.org/mill")

    assert (found.title, found.url) == (None, "https://news.example.org/mill")

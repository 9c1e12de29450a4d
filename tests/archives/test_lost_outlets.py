"""What is known of an outlet: its hosts, and how its addresses are made, from the table and the registry."""

import datetime as dt

import pytest

from verifier.lost import outlets

from .lost_pages import TITLE, registry


def test_addresses_of_other_references_teach_patterns() -> None:
    sibling = """
[[reference]]
id = "school"
title = "School opens after the long repairs"
outlet = "The Courier"
published = 2019-02-01
url = "https://courier.example/2019/02/01/school-opens-after-the-long-repairs.html"
"""
    known = outlets.Book(registry(f'[article]\npath = "a"\n{sibling}')).of("Courier")

    assert known is not None
    assert known.hosts == ("courier.example",)
    assert known.articles == ("https://courier.example/{year}/{month}/{day}/{slug}.html",)
    assert known.folders == ("https://courier.example/{year}/{month}/{day}/",)
    assert known.source == "the URL of school"


def test_a_slug_without_small_words_teaches_that() -> None:
    sibling = """
[[reference]]
id = "school"
title = "School opens after the long repairs to the roof"
outlet = "The Courier"
published = 2019-02-01
url = "https://courier.example/files/2019/02/school-opens-after-long-repairs-roof/"
"""
    known = outlets.Book(registry(f'[article]\npath = "a"\n{sibling}')).of("Courier")

    assert known is not None
    assert known.articles == ("https://courier.example/files/{year}/{month}/{short}/",)


def test_the_folder_of_a_picture_teaches_nothing() -> None:
    sibling = """
[[reference]]
id = "school"
title = "School opens after the long repairs"
outlet = "The Courier"
published = 2019-02-01
url = "https://courier.example/files/2019/02/01/picture.jpg"
"""
    known = outlets.Book(registry(f'[article]\npath = "a"\n{sibling}')).of("Courier")

    assert known is not None
    assert known.articles == known.folders == ()


def test_an_address_with_a_number_of_its_own_teaches_no_guess() -> None:
    sibling = """
[[reference]]
id = "school"
title = "School opens after the long repairs"
outlet = "The Courier"
url = "https://courier.example/47123/school-opens-after-the-long-repairs"
"""
    known = outlets.Book(registry(f'[article]\npath = "a"\n{sibling}')).of("Courier")

    assert known is not None
    assert known.articles == known.folders == ()


def test_the_table_names_a_source_and_valid_addresses_for_each_outlet() -> None:
    from verifier.lost import dated, slugs

    for each in outlets.known_outlets():
        assert each.names
        assert each.hosts
        assert each.source.startswith(("https://", "http://"))
        for pattern in (*each.articles, *each.folders):
            for spelled in slugs.filled(pattern, TITLE) or (pattern,):
                address = dated.filled(spelled, dt.date(2016, 9, 7))
                assert any(f"{host}/" in address for host in each.hosts)
                assert "{" not in address


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ('names = ["A"]\nhosts = ["https://a.example/"]', "is no host name"),
        ('hosts = ["a.example"]', "names is missing"),
        ('names = ["A"]\nhosts = ["a.example"]\narticles = ["https://a.example/{title}/{slug}"]', "{title} stands"),
        ('names = ["A"]\nhosts = ["a.example"]\narticles = ["https://a.example/"]', "with {slug} in them"),
        ('names = ["A"]\nhosts = ["a.example"]\nfolders = ["/{year}/"]', "with {year} in them"),
    ],
)
def test_a_wrong_outlet_of_a_registry_is_reported_with_its_line(lines: str, told: str) -> None:
    from verifier.errors import RegistryError

    with pytest.raises(RegistryError) as error:
        registry(f'[article]\npath = "a"\n[[outlet]]\n{lines}\n')

    assert told in error.value.message
    assert "references.toml:" in error.value.message

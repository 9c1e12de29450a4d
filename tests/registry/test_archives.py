"""Archives that a registry adds to the known ones, and what can be wrong with them."""

import pytest

from verifier.model.archives import ArchiveHost

from .bread import GOOD, read, wrong

LIBRARY = """
[[archive]]
name = "Town Library"
hosts = ["archive.library.test", "www.web.library.test"]
timemap = "https://archive.library.test/web/timemap/link/"
"""


def test_an_archive_of_the_registry() -> None:
    (archive,) = read(GOOD + LIBRARY).archives

    assert archive == ArchiveHost(
        "town-library",
        "Town Library",
        ("archive.library.test", "web.library.test"),
        source="the registry",
        timemap="https://archive.library.test/web/timemap/link/",
    )
    assert archive.has("www.archive.library.test", "/anything")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('name = "Town', 'nam = "Town', 'archive 1: unknown key "nam"; did you mean name?'),
        ('name = "Town Library"', "", "archive 1: name is missing"),
        ('"archive.library.test", ', '"archive.ph", ', '"archive.ph" is known already: it is archive.today'),
        ('"archive.library.test", ', '"https://archive.library.test", ', "is no host name; write it without scheme"),
        (
            '"archive.library.test", ',
            '"archive.library.test/web", ',
            '"archive.library.test/web" is no host name',
        ),
        ('hosts = ["archive.library.test", "www.web.library.test"]', "hosts = []", "hosts is empty; name at least one"),
        ("https://archive.library.test/web", "https://elsewhere.test/web", "timemap must be an address on one of its"),
        ("timemap/link/", "timemap/link", 'ends with "/"'),
        ("timemap =", 'method = "ftp"\ntimemap =', 'method must be one of memento, manual, not "ftp"'),
    ],
)
def test_what_is_wrong_is_said(old: str, new: str, says: str) -> None:
    assert old in LIBRARY
    assert says in "\n".join(wrong(GOOD + LIBRARY.replace(old, new)))

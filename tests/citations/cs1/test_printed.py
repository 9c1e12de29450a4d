"""What citation templates print, and which parameter each piece stands in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.citations.cs1.printed import show, words
from verifier.text import one_line

from .made import template, template_of

SNAPSHOT = "https://web.archive.org/web/20160504120000/https://example.org/a"
WEB = "cite web|url=https://example.org/a|title=Rye"
ARCHIVED = f"|archive-url={SNAPSHOT}|archive-date=4 May 2016"


@pytest.mark.parametrize(
    ("call", "text"),
    [
        (WEB, '"Rye".'),
        (
            f"{WEB}|last=Ott|first=Ann|date=3 May 2016|work=Mill News|publisher=Oat House|access-date=5 May 2016"
            + ARCHIVED,
            'Ott, Ann (3 May 2016). "Rye". Mill News. Oat House. Archived from the original on 4 May 2016. '
            "Retrieved 5 May 2016.",
        ),
        (f"{WEB}|date=3 May 2016|website=Mill News", '"Rye". Mill News. 3 May 2016.'),
        (f"{WEB}|last=Ott|work=Oats Inc.|via=Grain", 'Ott. "Rye". Oats Inc. \u2013 via Grain.'),
        (f"{WEB}|trans-title=Roggen|language=de, fr|format=PDF", '"Rye" [Roggen] (PDF) (in German and French).'),
        ("cite web|url=https://example.org/a.pdf|title=Rye|language=en", '"Rye" (PDF).'),
        (f"{WEB}|access-date=", '"Rye".'),
        ("cite web|title=Rye|access-date=5 May 2016", '"Rye".'),
        (f"{WEB}|script-title=ja:\u9ea6", '"Rye" \u9ea6.'),
        (f"{WEB}|author=Ann Ott|author2=Bo Ek|display-authors=1|date=2010", 'Ann Ott; et al. (2010). "Rye".'),
        (f"{WEB}|author=Ott, Ann et al.", 'Ott, Ann; et al. "Rye".'),
        (f"{WEB}|vauthors=Ott AB, Ek C|year=2010|orig-date=1950", 'Ott AB, Ek C (2010) [1950]. "Rye".'),
        (f"{WEB}|authors=Ott and Ek|month=May|year=2010", 'Ott and Ek (May 2010). "Rye".'),
        (
            "cite book|last=Ott|title=Rye|edition=2nd|location=Leeds|publisher=Oat House|date=2010|pages=4-6|isbn=0-0",
            "Ott (2010). Rye (2nd ed.). Leeds: Oat House. pp. 4\u20136. ISBN 0-0.",
        ),
        (
            "cite book|last=Ott|chapter=Oats|title=Grain|editor=Bo Ek|editor2=Jo Ray|date=2010|page=4|publisher=Oats",
            'Ott (2010). "Oats". In Bo Ek; Jo Ray (eds.). Grain. Oats. p. 4.',
        ),
        ("cite book|editor-last=Ek|title=Grain|date=2010", "Ek, ed. (2010). Grain."),
        ("cite book|title=Rye|translator=Jo Ray|volume=3|series=Oats", "Rye. Oats. Vol. 3. Translated by Jo Ray."),
        (
            "cite journal|last=Ott|title=Rye|journal=Mills|volume=12|issue=3|pages=4-9|date=2010|doi=10.5/1|pmid=2",
            'Ott (2010). "Rye". Mills. 12 (3): 4\u20139. PMID 2. doi:10.5/1.',
        ),
        ("cite journal|title=Rye|journal=Mills|page=4|date=2010", '"Rye". Mills: 4. 2010.'),
        ("cite magazine|title=Rye|magazine=Mills|volume=12|issue=3|page=4", '"Rye". Mills. Vol. 12, no. 3. p. 4.'),
        ("cite news|title=Rye|newspaper=Mills|issue=3|at=column 2", '"Rye". Mills. No. 3. column 2.'),
        (
            "citation|last=Ott|title=Rye|newspaper=Mills|volume=2|date=2010|access-date=5 May 2016|url=https://a.test"
            + ARCHIVED,
            'Ott (2010), "Rye", Mills, vol. 2, archived from the original on 4 May 2016, retrieved 5 May 2016',
        ),
        ("citation|last=Ott|title=Rye|publisher=Oat House|date=2010", "Ott (2010), Rye, Oat House"),
        (f"{WEB}|mode=cs2|work=Mills", '"Rye", Mills'),
        ("citation|mode=cs1|title=Rye|work=Mills", '"Rye". Mills.'),
        ("cite encyclopedia|title=Oats|encyclopedia=Grain|date=2010", '"Oats". Grain. 2010.'),
        ("cite episode|title=Oats|series=Grain|network=Mill TV", '"Oats". Grain.'),
        ("cite conference|title=Oats|book-title=Grain|conference=Mill Days", '"Oats". Grain. Mill Days.'),
        ("cite map|map=Mills|title=Atlas|scale=1:100", '"Mills". Atlas (Map).'),
        ("cite thesis|last=Ott|title=Rye|date=2010|type=PhD", "Ott (2010). Rye (PhD)."),
        ("cite press release|title=Rye|publisher=Oat House", '"Rye" (Press release). Oat House.'),
        ("cite report|title=Rye|type=none", "Rye."),
        ("cite journal|title=none|journal=Mills|date=2010", "Mills. 2010."),
        ("cite web", ""),
        ("ওয়েব উদ্ধৃতি|শিরোনাম=রুটি|শেষাংশ=রায়|তারিখ=৩ মে ২০১০", 'রায় (৩ মে ২০১০). "রুটি".'),
        ("sfn|Ott|2010|p=4", "Ott 2010, p. 4."),
        ("sfn|Ott|Ek|2010|pp=4\u20136|loc=note 2", "Ott & Ek 2010, pp. 4\u20136, note 2."),
        ("sfn|Ott|Ek|Ray|2010", "Ott, Ek & Ray 2010."),
        ("sfn|Ott|Ek|Ray|Ash|2010", "Ott et al. 2010."),
        ("sfnp|Ott|2010|p=4", "Ott (2010), p. 4."),
        ("harvnb|Ott|2010", "Ott 2010"),
        ("harv|Ott|2010|p=4", "(Ott 2010, p. 4)"),
        ("harvtxt|Ott|2010|p=4", "Ott (2010, p. 4)"),
        ("harvp|Ott|2010", "Ott (2010)"),
        ("sfnm|1a1=Ott|1y=2010|1p=4|2a1=Ek|2y=2011", "Ott 2010, p. 4; Ek 2011."),
        (f"webarchive|url={SNAPSHOT}", "Archived 2016-05-04 at the Wayback Machine."),
        (f"webarchive|url={SNAPSHOT}|date=4 May 2016|title=Rye", "Rye. Archived 4 May 2016 at the Wayback Machine."),
        ("wayback|url=https://example.org/a|date=20160504120000", "Archived 2016-05-04 at the Wayback Machine."),
        ("url|example.org/a", "example.org/a"),
        ("url|https://example.org/a/|Rye", "Rye"),
        ("harvid|Ott|2010", ""),
        ("infobox mill|title=Rye", ""),
    ],
)  # fmt: skip
def test_a_template_prints_what_wikipedia_prints(call: str, text: str) -> None:
    assert text == words(template(call))


def test_values_are_turned_into_plain_text() -> None:
    made = template_of("cite web", {"url": "https://example.org/a", "title": "Of [[oats]]", "last": "[[Ott]]"})

    assert 'Ott. "Of oats".' == words(made, lambda value: value.replace("[[", "").replace("]]", ""))


def test_a_value_that_is_nothing_but_markup_prints_nothing() -> None:
    made = template_of("cite web", {"url": "https://example.org/a", "title": "Rye", "work": "''"})

    assert '"Rye".' == words(made, lambda value: value.replace("''", ""))


def test_every_piece_knows_its_parameter() -> None:
    made = template(f"{WEB}|last=Ott|first=Ann|date=3 May 2016|work=Mill News")
    shown = show(made)
    assert shown is not None

    found = {piece.parameter.name: piece.text for piece in shown.pieces if piece.parameter is not None}
    assert {"last": "Ott", "first": "Ann", "date": "3 May 2016", "title": "Rye", "work": "Mill News"} == found
    assert all(piece.text == piece.parameter.value for piece in shown.pieces if piece.parameter is not None)


KEYS = """title url last first last2 vauthors authors date year work editor chapter volume issue pages page archive-url
archive-date access-date language via 1 2 display-authors ref encyclopedia series id mode 1a1 1y""".split()
NAMES = st.sampled_from(["cite web", "cite book", "cite journal", "citation", "cite encyclopedia", "cite map", "cite x",
                         "webarchive", "wayback", "url", "sfn", "sfnm", "harvc", "книга"])  # fmt: skip


@given(NAMES, st.dictionaries(st.sampled_from(KEYS), st.text(max_size=40), max_size=10))
def test_any_template_prints_one_line_made_of_its_values(name: str, values: dict[str, str]) -> None:
    made = template_of(name, values)
    text = words(made)

    assert "\n" not in text
    assert text == one_line(text)
    shown = show(made)
    assert text == "".join(piece.text for piece in shown.pieces) if shown is not None else text == ""

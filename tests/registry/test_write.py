"""New registries: what is drafted from an article is valid, holds what its list says, and finds its claims."""

import datetime as dt
import tomllib
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.articles import plaintext
from verifier.inputs import file
from verifier.model.article import Article, Citation
from verifier.model.registry import Registry
from verifier.recovery import recover
from verifier.registry.draft import Draft, DraftClaim, DraftReference, draft, gaps
from verifier.registry.locate import locate
from verifier.registry.parse import parse
from verifier.registry.write import fresh

TODAY = dt.date(2026, 11, 24)
ONE = 'Grain\n\nRye fell.[1]\n\nReferences\n\n1. Ott, Ann (3 May 2016). "Rye". The Miller. https://example.org/rye\n'
TWO = (
    "Grain\n\nRye fell.[1] Oats rose.[2][1]\n\nReferences\n\n"
    '1. Ott, Ann (3 May 2016). "Rye". The Miller. https://example.org/rye\n'
    '2. "Oats". Leeds Herald. May 2017. Retrieved 9 May 2017.\n'
)


def article(text: str) -> Article:
    return plaintext.parse(text, "grain.txt")


def made(text: str) -> Draft:
    read = article(text)
    return draft(read, recover.of(read))


def read_back(text: str) -> Registry:
    return parse(text.encode(), "references.toml", today=TODAY)


def test_a_new_registry_holds_what_the_list_says() -> None:
    registry = read_back(fresh(made(TWO), "articles/grain.txt"))
    rye, oats = registry.references

    assert (registry.article_path, registry.article_title) == ("articles/grain.txt", "Grain")
    assert (rye.id, rye.entry, rye.title, rye.outlet, rye.author, rye.url) == (
        "the-miller-2016-05-03",
        "1",
        "Rye",
        "The Miller",
        "Ott, Ann",
        "https://example.org/rye",
    )
    assert (str(rye.published), rye.accessed, rye.archive_url) == ("2016-05-03", None, None)
    assert (str(oats.published), str(oats.accessed)) == ("2017-05", "2017-05-09")
    assert [(each.text, each.markers, each.cites) for each in registry.claims] == [
        ("Rye fell.", ("1",), (rye.id,)),
        ("Oats rose.", ("2", "1"), (oats.id, rye.id)),
    ]


def test_what_the_list_lacks_is_a_remark_for_people() -> None:
    text = fresh(made(TWO), "grain.txt")

    assert text.startswith("# Which source each claim of the article rests on.")
    assert "# not in the article's list: archive_url\n" in text
    assert "# not in the article's list: url, archive_url\n" in text


def test_an_address_and_its_archive_are_written() -> None:
    archive = "https://web.archive.org/web/20160504000000/https://example.org/rye"
    text = fresh(made(ONE.replace("/rye\n", f"/rye {archive}\n")), "grain.txt")

    assert [(each.url, each.archive_url) for each in read_back(text).references] == [
        ("https://example.org/rye", archive)
    ]
    assert "not in the article's list" not in text


def test_dates_are_toml_dates_where_they_are_one_day() -> None:
    entries = '1. "A". Post. 3 May 2016.\n2. "C". Post. 3\u20134 May 2016.\n3. "E". Post. 2016.\n'
    values = tomllib.loads(fresh(made(f"Grain\n\nRye.[1][2][3]\n\nReferences\n\n{entries}"), "grain.txt"))

    assert [each["published"] for each in values["reference"]] == [dt.date(2016, 5, 3), "2016-05-03/2016-05-04", "2016"]


def test_what_is_not_sure_is_told_beside_the_claim() -> None:
    text = (
        "Grain\n\nThe mill opened.[1] It closed.[2] It burned.[3]\n\nReferences\n\n"
        + '1. "Mill". 2016.\n2. "Mills". 2017.\n'
    )
    written = fresh(made(text), "grain.txt")

    assert "# [1]: not sure; perhaps mill-2016 (" in written
    assert all(claim.cites == () for claim in read_back(written).claims)


def test_foreign_text_starts_no_line_of_its_own() -> None:
    remark = "[1]: not sure\n[[claim]]\nid = 3 \x1b[31m \u202e"
    claim = DraftClaim("c", "Rye \"fell\" \\ ''' \x07\n[[waiver]]", ("1",), (), (remark,))
    reference = DraftReference(
        "r", "1", Citation(title='"""\n[[claim]]', outlet="\x1b[2J", author="\u202e\\", url="https://a/\n")
    )
    registry = read_back(fresh(Draft("Gr\nain]", (reference,), (claim,)), "a\nb.txt"))

    assert [each.text for each in registry.claims] == [claim.text]
    assert [(each.title, each.outlet) for each in registry.references] == [('"""\n[[claim]]', "\x1b[2J")]
    assert (registry.article_title, registry.article_path) == ("Gr\nain]", "a\nb.txt")


def test_a_draft_of_nothing_is_still_a_table_of_the_article() -> None:
    assert tomllib.loads(fresh(Draft("", (), ()), "a.txt")) == {"schema": 1, "article": {"path": "a.txt"}}


SENTENCES = st.lists(
    st.tuples(
        st.lists(
            st.sampled_from(
                ["Rye", "oats", '"Hay"', "fell,", "(rose)", "Straw\u2014", "\u00e9t\u00e9", "\\n", "'''", '"""', "#",
                 "=", "\x1b[2J", "\u202e", "[[claim]]",
                 "\U0001f600", "\x7f", "\ufffd", "don't"]
            ),
            min_size=1,
            max_size=6,
        ),
        st.sampled_from([" ", "\n", "\n\n"]),
        st.integers(1, 9),
    ),
    min_size=1,
    max_size=8,
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(SENTENCES, st.integers(0, 9))
def test_a_new_registry_is_valid_and_every_claim_of_it_is_found(
    written: list[tuple[list[str], str, int]], entries: int
) -> None:
    body = "".join(
        f"On day {day} {' '.join(words)}.[{number}]{gap}" for day, (words, gap, number) in enumerate(written)
    )
    listed = "".join(
        f'{n}. "{written[n % len(written)][0][0]} of {n}". The Miller. {n} May 2016.\n' for n in range(1, entries + 1)
    )
    read = article(f"Grain\n\n{body}\n\nReferences\n\n{listed}")
    registry = read_back(fresh(draft(read, recover.of(read)), "grain.txt"))

    assert len(written) == len(registry.claims) == len(read.claims)
    assert [claim.text for claim in read.claims] == [claim.text for claim in registry.claims]
    assert [(index,) for index in range(len(written))] == list(locate(read, registry.claims))
    assert entries == len(registry.references)


def test_the_article_that_started_this_is_drafted_and_found_again(shared: Path) -> None:
    path = shared / "data/articles/eastern-qalamoun-offensive-2016.txt"
    read = article(file.read(str(path)).text)
    registry = read_back(fresh(draft(read, recover.of(read)), path.name))

    assert (len(registry.references), len(registry.claims)) == (14, 28)
    assert [(index,) for index in range(28)] == list(locate(read, registry.claims))
    assert sum(bool(claim.cites) for claim in registry.claims) == 5


def test_a_citation_that_stands_in_no_text_is_left_out_and_counted() -> None:
    drafted = made("Grain\n\nRye fell.[1]\n\n[2]\n")
    registry = read_back(fresh(drafted, "grain.txt"))

    assert [each.text for each in registry.claims] == ["Rye fell."]
    assert drafted.wordless == 1
    assert any(gap.startswith("1 citation") and gap.endswith("in no text") for gap in gaps(drafted))

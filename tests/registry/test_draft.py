"""A drafted registry: what is sure is cited, what is not is said, and nothing is made up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.articles import plaintext
from verifier.model.article import Article
from verifier.recovery import recover
from verifier.registry.draft import Draft, draft, gaps

DAYS = [
    "1 May 2016",
    "9 May 2016",
    "17 May 2016",
    "25 May 2016",
    "3 June 2016",
    "11 June 2016",
    "19 June 2016",
    "27 June 2016",
]
PLACES = "bakery chapel dairy foundry granary harbour jetty sawmill".split()
WHOLE = """\
Bread of Leeds

Bread was baked in Leeds.[1] The oldest oven,[2][a] of brick, fell in.[2][40]

Notes

a. In spring.

References

1. Ott, Ann (3 May 2016). "Bread before steam". The Miller. https://example.org/bread Retrieved 4 May 2016.
2. Kay, Jo. "Ovens".
3. "Hay". Leeds Daily News. May 2016. Archived from the original on 6 May 2016.
"""


def parse(text: str) -> Article:
    return plaintext.parse(text, "a.txt")


def made(text: str) -> Draft:
    article = parse(text)
    return draft(article, recover.of(article))


def chronicle(kept: list[int]) -> str:
    body = "\n\n".join(
        f"On {day} the {place} opened.[{n}]" for n, (day, place) in enumerate(zip(DAYS, PLACES, strict=True), 1)
    )
    entries = [f'"The {PLACES[n - 1]} opens". {PLACES[n - 1].title()} Post. {DAYS[n - 1]}.' for n in kept]
    return (
        f"Town\n\n{body}\n\nReferences\n\n"
        + "\n".join(f"{place}. {entry}" for place, entry in enumerate(entries, 1))
        + "\n"
    )


def test_a_whole_list_is_drafted_as_printed() -> None:
    found = made(WHOLE)

    assert found.title == "Bread of Leeds"
    assert [(each.id, each.entry) for each in found.references] == [
        ("the-miller-2016-05-03", "1"),
        ("kay", "2"),
        ("leeds-daily-2016-05", "3"),
    ]
    assert [(each.text, each.markers, each.cites) for each in found.claims] == [
        ("Bread was baked in Leeds.", ("1",), ("the-miller-2016-05-03",)),
        ("The oldest oven,", ("2", "a"), ("kay",)),
        ("of brick, fell in.", ("2", "40"), ("kay",)),
    ]
    assert [each.remarks for each in found.claims] == [(), (), ("[40]: it has no entry in the list",)]


def test_ids_are_unique() -> None:
    found = made("Rye\n\nRye fell.[1] Rye fell.[2]\n\nReferences\n\n1. Rye. 2016.\n2. Rye. 2016.\n3. \u9ea6.\n")

    assert [each.id for each in found.claims] == ["rye-fell", "rye-fell-2"]
    assert [each.id for each in found.references][:2] == ["rye-2016", "rye-2016-2"]
    assert len({each.id for each in found.references}) == 3


@pytest.mark.parametrize(
    ("entry", "identifier"),
    [
        ('"Bread". The Miller. 3 May 2016.', "the-miller-2016-05-03"),
        ('"Bread". Al-Khubz News. May 2016.', "alkhubz-2016-05"),
        ('"Bread". The Miller. 3 May 2016 \u2013 9 May 2016.', "the-miller-2016-05-03"),
        ('Ott, Ann (2016). "Bread".', "ott-2016"),
        ('"Bread before steam".', "bread-before-steam"),
        ("https://example.org/bread", "https-example-org-bread"),
        ("\u9ea6", "entry-1"),
    ],
)
def test_a_reference_is_named_after_its_outlet_author_or_title(entry: str, identifier: str) -> None:
    assert [identifier] == [each.id for each in made(f"Rye\n\nRye fell.[1]\n\nReferences\n\n1. {entry}\n").references]


def test_numbered_notes_keep_their_group() -> None:
    notes = '1. "Spring". The Miller. 3 May 2016.'
    text = f'Rye\n\nRye fell.[1][note 1]\n\nNotes\n\n{notes}\n\nReferences\n\n1. "Rye". 2016.\n'

    assert [each.entry for each in made(text).references] == ["note 1", "1"]
    assert made(text).claims[0].cites == ("rye-2016", "the-miller-2016-05-03")


def test_a_note_that_names_no_source_is_none_and_what_rests_on_it_alone_no_claim() -> None:
    text = (
        "Rye\n\nRye fell.[1][a] Oats rose.[b] Hay grew.[a][b]\n\nNotes\n\na. In spring.\n"
        'b. "Oats". The Miller. 3 May 2016.\n\nReferences\n\n1. "Rye". 2016.\n'
    )
    found = made(text)

    assert [(each.entry, each.id) for each in found.references] == [("b", "the-miller-2016-05-03"), ("1", "rye-2016")]
    assert [(each.text, each.markers, each.cites, each.remarks) for each in found.claims] == [
        ("Rye fell.", ("1", "a"), ("rye-2016",), ()),
        ("Oats rose.", ("b",), ("the-miller-2016-05-03",), ()),
        ("Hay grew.", ("a", "b"), ("the-miller-2016-05-03",), ()),
    ]
    assert made(text.replace("[b]", "[a]")).claims == found.claims[:1]
    assert "1 note that names no source" in list(gaps(found))


def test_a_source_that_is_cited_twice_in_a_row_is_named_once() -> None:
    (claim,) = made('Rye\n\nRye fell.[1][1]\n\nReferences\n\n1. "Rye". 2016.\n').claims

    assert (claim.markers, claim.cites) == (("1", "1"), ("rye-2016",))


def test_entries_without_labels_are_named_by_position() -> None:
    found = made('Rye\n\nRye fell.[2]\n\nReferences\n\n* "Rye". 2016.\n* "Oats". 2017.\n')

    assert [each.entry for each in found.references] == ["1", "2"]
    assert found.claims[0].cites == ("oats-2017",)


def test_of_a_damaged_list_only_what_is_confirmed_is_cited() -> None:
    kept = [1, 2, 4, 5, 6, 8]
    text = chronicle(kept)
    article = parse(text)
    recovery = recover.of(article)
    found = draft(article, recovery)
    confirmed = {each.best: each.entry for each in recovery.placements if each.kind.value == "confirmed"}

    assert len(confirmed) >= 3
    for claim in found.claims:
        number = int(claim.markers[0])
        if number in confirmed:
            assert claim.cites == (found.references[confirmed[number]].id,)
            assert claim.cites[0].startswith(PLACES[number - 1])
            assert claim.remarks == ()
        else:
            assert claim.cites == ()
            assert claim.remarks[0].startswith(f"[{number}]: ")
    remarks = {claim.markers[0]: claim.remarks for claim in found.claims}
    assert remarks["3"] == ("[3]: its entry is lost",)
    assert remarks["7"] == ("[7]: its entry is lost",)


def test_alternatives_are_named_with_their_chances() -> None:
    text = (
        "Town\n\nThe mill opened.[1] The mill closed.[2] The mill burned.[3] The mill flooded.[4]\n\n"
        'References\n\n1. "Mill". 2016.\n2. "Mill again". 2017.\n'
    )
    (first, *_) = made(text).claims

    assert first.cites == ()
    assert first.remarks[0].startswith("[1]: not sure; perhaps mill-2016 (0.")


def test_a_shifted_list_cites_nothing_by_its_printed_numbers() -> None:
    text = chronicle([1, 2, 4, 5, 6, 7, 8]).rstrip() + '\n8. "A history of the town". 2010.\n'
    article = parse(text)
    recovery = recover.of(article)
    found = draft(article, recovery)

    assert recovery.shift is not None
    assert not recovery.ran
    assert {claim.cites for claim in found.claims} == {()}
    assert {claim.remarks for claim in found.claims} == {(f"[{number}]: its entry is lost",) for number in range(1, 9)}


def test_gaps_are_counted() -> None:
    assert list(gaps(made(WHOLE))) == [
        "1 of 3 references without outlet",
        "1 of 3 references without publication date",
        "2 of 3 references without URL",
        "3 of 3 references without archive URL",
        "1 note that names no source",
        "1 of 3 claims: their entry is not in the list",
    ]


def test_claims_that_are_not_sure_are_counted_apart() -> None:
    text = (
        "Town\n\nThe mill opened.[1] The mill closed.[2] The mill burned.[3] The mill flooded.[4]\n\n"
        'References\n\n1. "Mill". 2016.\n2. "Mill again". 2017.\n'
    )

    assert "4 of 4 claims: which reference they rest on is not sure" in list(gaps(made(text)))


def test_a_draft_without_gaps_has_none() -> None:
    text = (
        'Rye\n\nRye fell.[1]\n\nReferences\n\n1. "Rye". The Miller. 3 May 2016. https://example.org/a '
        "https://web.archive.org/web/20160504000000/https://example.org/a\n"
    )

    assert list(gaps(made(text))) == []


@settings(deadline=None)
@given(st.sets(st.integers(1, 8), min_size=1))
def test_any_loss_gives_a_draft_that_cites_only_its_own_references(kept: set[int]) -> None:
    found = made(chronicle(sorted(kept)))
    ids = {each.id for each in found.references}

    assert len(kept) == len(ids) == len(found.references)
    for claim in found.claims:
        assert {*claim.cites} <= ids
        assert len(claim.cites) + len(claim.remarks) == len(claim.markers)
        for identifier in claim.cites:
            assert identifier.startswith(PLACES[int(claim.markers[0]) - 1])

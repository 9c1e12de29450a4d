"""Registries that exist: one with a person's work in it only grows."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.errors import RegistryError
from verifier.model.registry import Registry
from verifier.registry.draft import Draft
from verifier.registry.write import added, fresh

from .test_write import ONE, TWO, made, read_back


def grown(text: str, draft: Draft) -> tuple[str, int, int]:
    """Return the registry with what it lacks added, and how many references and claims that were."""
    after, new = added(text, draft)
    return after, len(new.references), len(new.claims)


EDITED = """\
# my own registry
schema = 1   # do not change

[article]
path = 'grain.txt'

# found by hand
[[reference]]
id = "rye-by-hand"   # better
title = 'RYE!'
url = "https://example.org/other"

[[claim]]
id = "first"
text = \"\"\"Rye
  fell.\"\"\"
cites = ["rye-by-hand"]

[[waiver]]
claim = "first"
rules = ["archive-absent"]
reason = "Seen on paper in the library."
by = "Ann"
until = 2027-01-31
# the end
"""


def test_adding_to_what_is_complete_changes_nothing() -> None:
    text = fresh(made(TWO), "grain.txt")

    assert grown(text, made(TWO)) == (text, 0, 0)


def test_what_is_new_in_the_article_is_grown() -> None:
    before = fresh(made(ONE), "grain.txt")
    after, references, claims = grown(before, made(TWO))
    registry = read_back(after)

    assert (references, claims) == (1, 1)
    assert [each.id for each in registry.references] == ["the-miller-2016-05-03", "leeds-herald-2017-05"]
    assert [(each.id, each.cites) for each in registry.claims] == [
        ("rye-fell", ("the-miller-2016-05-03",)),
        ("oats-rose", ("leeds-herald-2017-05", "the-miller-2016-05-03")),
    ]
    assert grown(after, made(TWO)) == (after, 0, 0)


@pytest.mark.parametrize("text", [EDITED, EDITED.rstrip(), EDITED.replace("\n", "\r\n")])
def test_what_a_person_wrote_stays_as_it_is(text: str) -> None:
    after, references, claims = grown(text, made(TWO))
    registry = read_back(after)
    kept = iter(after.splitlines())

    assert all(line in kept for line in text.splitlines())
    assert (references, claims) == (1, 1)
    assert [each.id for each in registry.references] == ["rye-by-hand", "leeds-herald-2017-05"]
    assert [(each.id, each.cites) for each in registry.claims] == [
        ("first", ("rye-by-hand",)),
        ("oats-rose", ("leeds-herald-2017-05", "rye-by-hand")),
    ]
    assert len(registry.waivers) == 1


def test_a_registry_without_references_or_claims_gets_them() -> None:
    after, references, claims = grown('schema = 1\n\n[article]\npath = "grain.txt"\n', made(TWO))

    assert (references, claims) == (2, 2)
    assert [each.id for each in read_back(after).references] == ["the-miller-2016-05-03", "leeds-herald-2017-05"]


@settings(max_examples=40, deadline=None)
@given(st.sets(st.integers(1, 8), min_size=1), st.sets(st.integers(1, 8), min_size=1))
def test_a_registry_only_grows(first: set[int], second: set[int]) -> None:
    def grain(numbers: set[int]) -> str:
        order = sorted(numbers)
        body = "".join(f"Crop {number} fell.[{place}]\n\n" for place, number in enumerate(order, 1))
        return f"Grain\n\n{body}References\n\n" + "".join(
            f'{place}. "Crop {number}". Post {number}. {number} May 2016.\n' for place, number in enumerate(order, 1)
        )

    before = fresh(made(grain(first)), "grain.txt")
    after, references, claims = grown(before, made(grain(second)))
    registry = read_back(after)

    assert references == claims == len(second - first)
    assert len(registry.references) == len(registry.claims) == len(first | second)
    for claim in registry.claims:
        (cited,) = claim.cites
        assert registry.reference(cited) is not None
        assert claim.text.split()[1] == cited.split("-")[1]
    assert grown(after, made(grain(second)))[1:] == (0, 0)


def listing(body: str, *entries: str) -> Draft:
    return made(f"Grain\n\n{body}\n\nReferences\n\n" + "".join(f"{n}. {each}\n" for n, each in enumerate(entries, 1)))


def cited(registry: Registry) -> list[tuple[str, str | None]]:
    """Return for each claim its text and the title and the day of the one reference it cites."""
    sources = {each.id: f"{each.title}, {each.published}" for each in registry.references}
    return [(claim.text, sources[claim.cites[0]]) for claim in registry.claims]


RYE, OATS = '"Rye". The Miller. 3 May 2016.', '"Oats". The Miller. 3 May 2016.'


def test_a_source_of_the_same_outlet_and_day_is_another_if_its_title_is() -> None:
    before = fresh(listing("Rye rose.[1]", RYE), "grain.txt")
    after, references, claims = grown(before, listing("Oats rose.[1] Rye rose.[2]", OATS, RYE))

    assert (references, claims) == (1, 1)
    assert cited(read_back(after)) == [("Rye rose.", "Rye, 2016-05-03"), ("Oats rose.", "Oats, 2016-05-03")]
    assert len({each.id for each in read_back(after).references}) == 2


@pytest.mark.parametrize("second", ["The Miller. 9 June 2017.", "Lake Post. 9 June 2017."])
def test_a_source_of_the_same_title_is_another_if_its_day_is(second: str) -> None:
    entries = ['"Obituaries". The Miller. 3 May 2016.', f'"Obituaries". {second}']
    before = fresh(listing("Ott died.[1]", entries[0]), "grain.txt")
    after, references, claims = grown(before, listing("Ott died.[1] Kay died.[2]", *entries))

    assert (references, claims) == (1, 1)
    assert cited(read_back(after)) == [("Ott died.", "Obituaries, 2016-05-03"), ("Kay died.", "Obituaries, 2017-06-09")]


def test_a_claim_whose_id_is_taken_gets_another() -> None:
    before = fresh(listing("Rye rose.[1]", RYE), "grain.txt")
    after, references, claims = grown(before, listing("Rye, rose![1]", RYE))

    assert (references, claims) == (0, 1)
    assert [(each.id, each.text) for each in read_back(after).claims] == [
        ("rye-rose", "Rye rose."),
        ("rye-rose-2", "Rye, rose!"),
    ]


@pytest.mark.parametrize(("kind", "table"), [("reference", 'title = "Rye"'), ("claim", 'text = "Rye rose."')])
def test_a_list_that_is_written_inline_is_refused(kind: str, table: str) -> None:
    text = f'schema = 1\n{kind} = [{{id = "rye", {table}}}]\n\n[article]\npath = "grain.txt"\n'

    with pytest.raises(RegistryError, match="inline") as caught:
        grown(text, made(TWO))
    assert f"[[{kind}]]" in (caught.value.hint or "")


def test_line_ends_stay_as_they_are() -> None:
    before = fresh(made(ONE), "grain.txt").replace("\n", "\r\n")
    after, references, claims = grown(before, made(TWO))

    assert (references, claims) == (1, 1)
    assert all(line in after for line in before.splitlines(keepends=True))
    assert after.count("\n") == after.count("\r\n") == after.count("\r")


@pytest.mark.parametrize(
    ("first", "second"), [("https://example.org/a", "https://example.org/b"), ('"C++". A', '"C#". A')]
)
def test_another_source_is_not_taken_for_one_that_is_known(first: str, second: str) -> None:
    before = fresh(made(f"Grain\n\nRye fell.[1]\n\nReferences\n\n1. {first}\n"), "grain.txt")
    both = made(f"Grain\n\nRye fell.[1] Oats rose.[2]\n\nReferences\n\n1. {first}\n2. {second}\n")
    assert grown(before, both)[1:] == (1, 1)


def test_a_reference_without_an_id_is_left_for_the_parser_to_report() -> None:
    after, references, _ = grown('schema = 1\n\n[article]\npath = "g.txt"\n\n[[reference]]\ntitle = "Rye"\n', made(ONE))
    assert references == 1
    assert "the-miller-2016-05-03" in after


def test_what_a_claim_may_mean_is_told_by_the_id_that_the_registry_has() -> None:
    draft = made(TWO)
    known = next(each.id for each in draft.references if (each.citation.title or "").startswith("Rye"))
    unsure = replace(
        draft.claims[0], text="Rye may have risen.", cites=(), remarks=(f"[1]: not sure; perhaps {known} (0.16)",)
    )
    after, new = added(EDITED, replace(draft, claims=(unsure,)))

    assert [each.remarks for each in new.claims] == [("[1]: not sure; perhaps rye-by-hand (0.16)",)]
    assert "perhaps rye-by-hand (0.16)" in after

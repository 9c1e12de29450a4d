"""Names of a claim and the forms in which a page has them."""

import pytest

from verifier.pages.reading import of_text
from verifier.support import facts, judge
from verifier.support.index import Index

from .judging import ENGLISH, judged, status


def test_the_first_word_of_a_sentence_that_names_nothing_is_no_name() -> None:
    told = facts.read("Registration was open in June. Fewer than 20 came.", ENGLISH)

    assert [each.kind for each in told.facts] == ["date", "number"]


@pytest.mark.parametrize(
    ("claim", "page", "expected"),
    [
        ("Frida Ostaire danced.", "They were the dancers Frida Ostair and Gus.", "variant"),
        ("Then Besindawa resigned.", "The minister, Besindwa, resigned.", "variant"),
        ("Frida Ostaire danced.", "They were the dancers Gilda Ostair and Gus.", "never-occurs"),
        ("He is of South Ardlanda.", "He is of a South Ardlandan town.", "never-occurs"),
        ("Anna Peters came.", "Then Anna Peterson came.", "never-occurs"),
        ("Anna Porter came.", "Then Anna saw ports there.", "never-occurs"),
        ("Anna Iraqi came.", "Then Anna Irani came.", "never-occurs"),
    ],
)
def test_a_family_name_may_be_misspelt_behind_the_same_given_name(claim: str, page: str, expected: str) -> None:
    name = next(each for each in facts.read(claim, ENGLISH).facts if each.kind == "name")

    assert status(claim, page, claim[name.start : name.end]) == expected


def test_another_spelling_of_a_name_in_the_claim_is_no_rival_of_its_other_names() -> None:
    page = "The council sits in Larkhall. In spring the council removed Zubaidi, who went missing in the port."
    reading = of_text(page)
    index = Index(reading.text, reading.sentences, ENGLISH)
    weighed = judge.weigh(facts.read("In Larkhall the council removed Zoubaidi, who went missing.", ENGLISH), index)
    assert len(weighed.bonds) == 2
    assert not any(each.rival for each in weighed.bonds)


def test_names_that_and_joins_are_looked_for_apart_and_have_initials_together() -> None:
    page = "Ilse Brandt leads the FDA. The harbour council thanked Karim Adel for his help in the long winter."
    reading = of_text(page)
    index = Index(reading.text, reading.sentences, ENGLISH)
    told = judge.assess("c", "r", "The council thanked Karim Adel and Ilse Brandt for the help.", index)
    assert [each.text for each in told.facts] == ["Karim Adel", "Ilse Brandt"]
    told = judge.assess("c", "r", "Brandt leads the Food and Drug Administration.", index)
    assert {(each.text, each.status) for each in told.facts[1:]} == {
        ("Food", "variant"),
        ("Drug Administration", "variant"),
    }


@pytest.mark.parametrize(
    ("page", "status"),
    [
        ("Samuel Gibbs leads the club. The keeper is Richard Amardi.", "found-elsewhere"),
        ("Samuel Gibbs leads the club. The keeper is Amardi.", "found"),
        ("Samuel Gibbs leads the club. The keepers are Richard Amardi and Samuel, his brother.", "found"),
        ("Samuel Gibbs leads the club. The keeper is Amardi, Samuel. Richard Amardi left.", "found"),
        ("The keepers are Samuel and Richard Amardi.", "found"),
    ],
)
def test_a_name_of_which_others_bear_either_word_is_not_on_the_page(page: str, status: str) -> None:
    reading = of_text(page)
    index = Index(reading.text, reading.sentences, ENGLISH)
    told = judge.assess("c", "r", "The keeper is Samuel Amardi.", index).facts[0]
    assert told.status == status
    assert ("Richard Amardi" in told.rule) == (status == "found-elsewhere")


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Porter closed the town in 2016.", "The ports of the town were closed in 2016."),
        ("The final was played in Austria.", "The final was played in Australia."),
        ("Peterson led the council in 2016.", "Peters led the council in 2016."),
        ("Julian Brandt led the council in 2016.", "Julia Brandt led the council in 2016."),
        ("Michael Brandt led the council in 2016.", "Michaela Brandt led the council in 2016."),
        ("The minister came from Niger in 2016.", "The minister came from Nigeria in 2016."),
    ],
)
def test_a_name_of_the_same_stem_or_beginning_is_another_name(claim: str, page: str) -> None:
    reading = of_text(page)
    told = judge.assess("c", "r", claim, Index(reading.text, reading.sentences, ENGLISH))
    assert told.verdict == "partial"
    assert [each.kind for each in told.facts if each.status == "never-occurs"] == ["name"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Libya", "Libyan"),
        ("Houthis", "Houthi"),
        ("Qatar", "Qatari"),
        ("Italy", "Italian"),
        ("Syrian Army", "Syria's army"),
    ],
)
def test_a_place_stands_where_its_people_do(name: str, said: str) -> None:
    reading = of_text(f"The {said} troops took the town in 2016.")
    told = judge.assess(
        "c", "r", f"The troops of {name} took the town in 2016.", Index(reading.text, reading.sentences, ENGLISH)
    )
    assert told.facts[0].status in ("found", "variant")


def test_a_capital_that_begins_a_sentence_makes_no_name_of_a_word_of_the_page() -> None:
    reading = of_text("The council named the causes of the fire: heat and wind. A spark was the cause.")
    index = Index(reading.text, reading.sentences, ENGLISH)
    assert not judge.assess("c", "r", "Causes were heat and wind.", index).facts
    assert judge.assess("c", "r", "Reasons were heat and wind.", index).facts[0].status == "never-occurs"


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("The first prize went to Mark Foster in Ardburg.", "The first prize went to Mark Forster in Ardburg."),
        ("The first prize went to Besindawa in Ardburg.", "The first prize went to Besindwa in Ardburg."),
    ],
)
def test_what_rests_on_another_spelling_is_never_sure(claim: str, page: str) -> None:
    found = judged(claim, f"{page} The whole town came to see the prize.")

    assert (found.verdict, found.level) == ("supported", "low")


@pytest.mark.parametrize(
    ("ours", "other"),
    [("Mark Porter", "Mark Potter"), ("Robert Parker", "Robert Parkes"), ("Super Bowl XXXIII", "Super Bowl XXXVII"),
     ("Super Bowl XXXVII", "Super Bowl XXXVIII"), ("Mary Morgan", "Mary Morman")],
)  # fmt: skip
def test_another_letter_makes_another_name(ours: str, other: str) -> None:
    found = judged(f"The first prize went to {ours} in Ardburg.", f"The first prize went to {other} in Ardburg.")

    assert found.verdict != "supported"

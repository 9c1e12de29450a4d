"""The self-test changes every fact of a supported claim, each by a value that makes it false."""

from verifier.pages.reading import of_text
from verifier.support import mutate
from verifier.support.facts import read
from verifier.support.index import Index
from verifier.support.language import language

ENGLISH = language("en")
STORY = (
    "The council of Ellin opened the new pier on 7 April 2018. It is 1,240 metres long and cost $3.2 million. "
    "Mayor Ilse Brandt thanked three workers of Orme Works on 12 May 2017. The fare to Holm Island is 4 crowns."
)


def changed(claim: str) -> list[mutate.Change]:
    page = of_text(STORY)
    return list(mutate.changes(read(claim, ENGLISH), Index(page.text, page.sentences, ENGLISH)))


def test_every_fact_is_changed_by_a_value_from_nowhere() -> None:
    made = changed("Ilse Brandt opened the pier of 1,240 metres for $3.2 million and three workers on 7 April 2018.")

    sorts = [each.sort for each in made if each.origin == "nowhere"]
    assert sorts == ["name", "number", "number", "number", "year", "day"]
    assert not any("Torvald Sund" in each.text for each in made if each.sort != "name")


def test_a_number_keeps_the_form_it_is_written_in() -> None:
    made = [each.text for each in changed("It is 1,240 metres long, for $3.2 million.") if each.origin == "nowhere"]

    assert made == ["It is 2,108 metres long, for $3.2 million.", "It is 1,240 metres long, for $5.4 million."]


def test_a_name_of_the_page_is_put_in_whole() -> None:
    made = [each.text for each in changed("Torvald opened the pier.") if each.origin == "the page"]

    assert made == ["Ellin opened the pier."]


def test_a_bound_is_changed_to_one_that_the_old_value_does_not_meet() -> None:
    (made,) = (each.text for each in changed("It is more than 1,000 metres long.") if each.origin == "nowhere")

    assert made == "It is more than 3,000 metres long."


def test_the_changes_of_a_supported_claim_are_judged_and_those_of_another_are_not() -> None:
    page = of_text(STORY)
    index = Index(page.text, page.sentences, ENGLISH)

    tried = mutate.tried("On 7 April 2018 the council of Ellin opened the new pier.", index, "")

    assert {(each.sort, each.origin, each.noticed) for each in tried} >= {
        ("year", "nowhere", True),
        ("day", "nowhere", True),
    }
    assert mutate.tried("On 9 March 2011 Torvald Sund sank the trawler Margrethe.", index, "") == []

"""What single claims lead to on short pages: the rules that join a claim's form of a fact with the page's."""

from dataclasses import replace

import pytest

from verifier.pages.reading import of_text
from verifier.support import facts, judge, passages, ranking
from verifier.support.fitted import Tally
from verifier.support.index import Index
from verifier.support.quotes import Quote

from .judging import ENGLISH, status


@pytest.mark.parametrize(
    ("claim", "page", "said", "expected"),
    [
        ("The show got a fourth season.", "Work on season 4 of the show began.", "fourth", "found"),
        ("The show got a fourth season.", "Work on season 5 of the show began.", "fourth", "never-occurs"),
        ("He passed 500 points.", "He made his 500th point today.", "500", "found"),
        ("An estimated 40 million came.", "It has 250 million players, and 40 million came.", "40 million", "variant"),
        ("It was William J. Orme who spoke.", "William Orme spoke to them.", "William J. Orme", "found"),
        ("Song of My Side (S.O.M.S.) was sung.", "They sang Song of My Side.", "S.O.M.S.", "variant"),
        ("It opened on 17 April 2012.", "Opened 17 April. Anna Orme (1947–2015).", "17 April 2012", "never-occurs"),
        ("Lengths of 50 feet (15 m) were sewn.", "They sewed it in lengths of 50 feet.", "15", "inferred"),
        ("It was 15 metres (50 ft) long.", "It was 50 ft long.", "15", "inferred"),
        ("Lengths of 50 feet (25 m) were sewn.", "They sewed it in lengths of 50 feet.", "25", "never-occurs"),
        ("It rose to 100 km/h (62 mph).", "It rose to 62 mph.", "100", "inferred"),
        ("It has 259 square kilometres (100 sq mi).", "It has 100 square miles.", "259", "inferred"),
        ("He lived in Montana.", "He was retired in Red Lodge, Mont., in 1979.", "Montana", "variant"),
        ("He died on 24 January 1950.", "Anna Orme (1947–2015) was a painter.", "24 January 1950", "never-occurs"),
    ],
)
def test_a_fact_is_found_in_the_forms_that_people_write(claim: str, page: str, said: str, expected: str) -> None:
    assert status(claim, page, said) == expected


def test_the_articles_title_tells_of_whom_a_passage_must_speak() -> None:
    page = (
        "Karim Adel resigned from the council after a quarrel.\nIlse Brandt resigned from the council after a quarrel."
    )
    reading = of_text(page)
    index = Index(reading.text, reading.sentences, ENGLISH)
    claim = facts.read("She resigned from the council.", ENGLISH)

    told = ranking.about(passages.match(claim, index, facts.read("Ilse Brandt", ENGLISH)))

    assert told[0] == 1
    assert ranking.about(passages.match(claim, index))[0] == 0


@pytest.mark.parametrize(
    ("claim", "page", "note"),
    [
        ("The council approved the pier.", "The council didn't approve the pier.", "a negation that the claim has not"),
        (
            "The council did not approve the pier.",
            "The council approved the pier.",
            "a negation that the passage has not",
        ),
        ("The council approved the pier.", "The council reportedly approved the pier.", "a hedge"),
    ],
)
def test_a_denial_or_a_hedge_on_one_side_is_a_note(claim: str, page: str, note: str) -> None:
    reading = of_text(page)
    made = judge.assess("c", "r", claim, Index(reading.text, reading.sentences, ENGLISH))

    assert any(note in each for each in made.notes)


def test_supported_is_said_only_of_a_level_that_was_measured_to_mean_it() -> None:
    assert Tally(4, 234, 40, 115).earns
    assert not Tally(4, 234, 23, 115).earns  # .85, and by its interval perhaps .68
    assert not Tally(0, 234, 0, 115).earns


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The ferry earned more than $253 million in all.", "supported"),
        ("The ferry earned less than $253 million in all.", "contradicted"),
        ("The ferry earned less than $254 million in all.", "supported"),
    ],
)
def test_a_bound_is_held_against_the_value_just_beside_it(claim: str, verdict: str) -> None:
    reading = of_text("The ferry earned $79 million at home, $174 million elsewhere, and $253.2 million in all.")

    assert judge.assess("c", "r", claim, Index(reading.text, reading.sentences, ENGLISH)).verdict == verdict


@pytest.mark.parametrize(
    ("claim", "verdict", "reason"),
    [
        ("Bridge", "not-judged", "no-statement"),
        ("The Orme Bridge", "not-judged", "no-statement"),
        ("2017", "not-judged", "no-statement"),
        ("bridge", "not-judged", "no-statement"),
        ("A xylophone", "not-judged", "no-statement"),
        ("", "not-judged", "no-statement"),
        ("Orme Bridge, opened", "supported", "together"),
        ("Orme Bridge, 2017", "supported", "together"),
        ("\u201cthe river has its bridge again\u201d", "supported", "together"),
    ],
)
def test_one_thing_alone_says_nothing_that_a_page_could_support(claim: str, verdict: str, reason: str) -> None:
    reading = of_text("The Orme Bridge was opened in 2017. The mayor said: \u201cThe river has its bridge again.\u201d")
    told = judge.assess("c", "r", claim, Index(reading.text, reading.sentences, ENGLISH))
    assert (told.verdict, told.reason) == (verdict, reason)


def test_each_sentence_of_a_claim_is_held_against_its_own_passages() -> None:
    story = (
        "The council of Ellin opened the new pier after a long quarrel about its colour.",
        "The ferry to Larkhall was sold to a fishing company from the northern islands.",
        "The lighthouse keeper found a rare seal on the beach below the old tower.",
        "The brewery in Market Street burned down, and nobody was hurt in the fire.",
    )
    between = " The weather stayed fine, and the market was open until late in the evening. " * 3
    reading = of_text(between.join(story))
    index = Index(reading.text, reading.sentences, ENGLISH)
    assert judge.assess("c", "r", " ".join(story), index).verdict == "supported"
    false = "The lighthouse keeper married a famous singer from abroad and moved to the capital."
    assert judge.assess("c", "r", " ".join((*story[:3], false)), index).verdict != "supported"


@pytest.mark.parametrize(
    ("claim", "verdict", "reason"),
    [
        ("The fire killed nine people and wounded 23.", "supported", "together"),
        ("Nine were killed by the fire, and 23 wounded.", "supported", "together"),
        ("The fire killed 23 people and wounded nine.", "partial", "of-others"),
        ("Three people were killed by the fire.", "partial", "of-others"),
        ("The damage was $4 million.", "supported", "together"),
        ("The damage was 4 million euros.", "partial", "fact-missing"),
        ("The harbour is the second largest of the county.", "supported", "together"),
        ("The harbour is the largest of the county.", "partial", "ranked"),
        ("Sund said: \u201cWe will rebuild the harbour before the winter.\u201d", "supported", "together"),
        ("Sund said: \u201cWe will rebuild the harbour before the summer.\u201d", "partial", "quote-altered"),
        ("Nine people were killed on Thursday, a \u201charbour damage of men\u201d.", "partial", "quote-missing"),
    ],
)
def test_what_the_page_says_of_something_else_or_otherwise_is_no_support(claim: str, verdict: str, reason: str) -> None:
    reading = of_text(
        "The fire killed nine people and wounded 23 on Thursday. Men from three towns fought the flames for hours. "
        "The damage was $4 million. The harbour is the second largest of the county. "
        "\u201cWe will rebuild the harbour before the winter,\u201d Torvald Sund said."
    )
    told = judge.assess("c", "r", claim, Index(reading.text, reading.sentences, ENGLISH))
    assert (told.verdict, told.reason) == (verdict, reason)


def test_a_quotation_without_a_capital_is_no_title() -> None:
    read = {
        said: next(
            each.value
            for each in facts.read(f"It is a \u201c{said}\u201d there.", ENGLISH).facts
            if each.kind == "quote"
        )
        for said in ("private foundation for public good", "Private Foundation for Public Good")
    }

    assert [isinstance(each, Quote) and each.is_speech for each in read.values()] == [True, False]


def test_a_claim_without_facts_is_not_judged_where_half_its_words_stand_there() -> None:
    reading = of_text(
        "The keepers moved abroad in those years for want of bread. " + "The weather was fine again. " * 9
    )
    index = Index(reading.text, reading.sentences, ENGLISH)
    claim = "Reasons that keepers moved include hunger, drought, bread and weather."
    made = judge.weigh(facts.read(claim.replace("Reasons", "The reasons"), ENGLISH), index)
    doubted = replace(made, score=0.9)

    assert judge.verdict_of(doubted) == ("not-judged", None, "nothing-to-check")


def test_a_claim_is_covered_no_better_than_its_least_covered_part() -> None:
    page = "The council of Ellin opened the new pier of stone. The weather was fine. " * 3
    reading = of_text(page)
    index = Index(reading.text, reading.sentences, ENGLISH)
    plain = "The council of Ellin opened the new pier of stone"
    whole, half = (
        judge.weigh(facts.read(text, ENGLISH), index)
        for text in (f"{plain}.", f"{plain}, and hired twelve singing gondoliers.")
    )

    assert whole.counts["least"] == 1.0
    assert half.counts["least"] == half.counts["clause"] < half.counts["three"] < 1.0
    assert half.score > whole.score


def test_sentences_to_be_read_go_together_and_do_not_judge() -> None:
    said = "Ilse Brandt of Ellin won the great prize of the harbour council for her long novel of storms. "
    reading = of_text(said * 6 + "The weather was fine. " * 60 + "Seen in 2018. The weather was fine.")
    index = Index(reading.text, reading.sentences, ENGLISH)
    made = judge.weigh(facts.read(f"In 2018, {said}", ENGLISH), index)
    date = 66

    assert date in made.best[:5]
    assert set(made.best[:5]) - {date} <= set(range(6))
    assert date not in made.about[:5]


def test_a_number_of_more_digits_than_are_read_supports_nothing() -> None:
    reading = of_text("The new pier of Ellin is 240 metres long, and the old one was 80 metres long.")
    index = Index(reading.text, reading.sentences, ENGLISH)
    told = judge.assess("c", "r", f"The new pier of Ellin is {'9' * 1_000} metres long.", index)
    assert (told.verdict, told.reason) == ("not-judged", "unread-number")

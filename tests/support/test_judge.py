"""What single claims lead to on short pages: the rules that join a claim's form of a fact with the page's."""

import datetime as dt
from dataclasses import replace

import pytest

from verifier.model.support import Assessment
from verifier.pages.reading import of_text
from verifier.support import facts, find, judge, passages, ranking
from verifier.support.fitted import Tally
from verifier.support.index import Index
from verifier.support.language import language
from verifier.support.quotes import Quote

ENGLISH = language("en")


def judged(claim: str, page: str) -> Assessment:
    """Return what is said of the claim, by a page of an unknown day."""
    reading = of_text(page)
    return judge.assess("c1", "r1", claim, Index(reading.text, reading.sentences, ENGLISH))


def status(claim: str, page: str, said: str, published: dt.date | None = None) -> str:
    """Return the status of the fact of the claim that is written `said`."""
    reading = of_text(page)
    index = Index(reading.text, reading.sentences, ENGLISH, published=[published] if published else [])
    told = find.look(facts.read(claim, ENGLISH), index)
    return next(each.status for each in told if claim[each.fact.start : each.fact.end] == said)


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


def test_the_first_word_of_a_sentence_that_names_nothing_is_no_name() -> None:
    told = facts.read("Registration was open in June. Fewer than 20 came.", ENGLISH)

    assert [each.kind for each in told.facts] == ["date", "number"]


def test_a_season_of_a_year_is_no_name() -> None:
    assert [each.kind for each in facts.read("It ran in Spring 2008.", ENGLISH).facts] == ["date"]
    assert [each.kind for each in facts.read("It ran at the Spring Fair.", ENGLISH).facts] == ["name"]


def test_a_weekday_on_a_page_of_an_unknown_day_leaves_a_date_open() -> None:
    page = "On Thursday the depot was seized."

    assert status("It was seized on 7 April 2016.", page, "7 April 2016") == "undecided"
    assert status("It was seized on 8 April 2016.", page, "8 April 2016") == "never-occurs"
    assert status("It was seized on 7 April 2016.", page, "7 April 2016", dt.date(2016, 4, 8)) == "inferred"


@pytest.mark.parametrize(
    ("claim", "said", "status_"),
    [
        ("By 21 September they held it.", "21 September", "undecided"),
        ("By 20 September they held it.", "20 September", "never-occurs"),
    ],
)
def test_a_weekday_may_be_of_the_week_of_another_date_on_the_page(claim: str, said: str, status_: str) -> None:
    page = "Men in the city on 22 September 2014 (picture)\nOn Sunday the city was pronounced as being in their hands."

    assert status(claim, page, said) == status_


@pytest.mark.parametrize(
    ("head", "status_"),
    [
        ("News | Ardland | Published date: Friday, 9 January 2026 10:01 GMT | Last update: 4 months ago", "inferred"),
        ("News | Ardland | Her book was published 9 January 2026 | Last update: 4 months ago", "undecided"),
        ("News | Ardland | Jo Doe Posted: 9 January 2026 | Last update: 4 months ago", "undecided"),
        ("News | Ardland | Published Accounts, 9 January 2026 | Last update: 4 months ago", "undecided"),
    ],
)
def test_the_day_behind_published_is_the_pages(head: str, status_: str) -> None:
    page = f"{head} The council of the separatists was stripped of its leader on Wednesday in a long meeting of men."

    assert status("The council stripped its leader of it on 7 January.", page, "7 January") == status_


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


def test_a_year_of_another_date_is_not_lent_to_a_day() -> None:
    page = "The fight is on April 9. It follows the fight of 12 May 2011. " + "They met again in 2003. " * 3

    assert status("They fought on April 9, 2011.", page, "April 9, 2011") == "inferred"
    assert status("They fought on April 9, 2003.", page, "April 9, 2003") == "undecided"


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


def test_a_day_of_which_the_page_says_only_the_year_is_not_supported() -> None:
    page = "The bridge over the river Orme was built of stone. On 22 August it closed. It was opened in 2017."
    reading = of_text(page)
    index = Index(reading.text, reading.sentences, ENGLISH)
    told = judge.assess("c", "r", "The bridge over the river Orme was opened on 6 August 2017.", index)
    assert (told.verdict, told.reason) == ("partial", "less-precise")
    assert [each.status for each in told.facts if each.kind == "date"] == ["undecided"]


def test_another_spelling_of_a_name_in_the_claim_is_no_rival_of_its_other_names() -> None:
    page = "The council sits in Larkhall. In spring the council removed Zubaidi, who went missing in the port."
    reading = of_text(page)
    index = Index(reading.text, reading.sentences, ENGLISH)
    weighed = judge.weigh(facts.read("In Larkhall the council removed Zoubaidi, who went missing.", ENGLISH), index)
    assert len(weighed.bonds) == 2
    assert not any(each.rival for each in weighed.bonds)


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


def test_a_day_of_publication_is_not_said_of_something_else() -> None:
    lines = "Pier opens in Ellin\nBy Ilse Brandt, 8 April 2016\n", "The council of Ellin opened the new pier today. "
    page = lines[0] + lines[1] + "The old pier was closed by the council of Ellin on 3 May 2011 and torn down. "
    reading = of_text(
        page + "Many people came to see it, and the mayor held a long speech in the rain about the town. "
    )
    index = Index(reading.text, reading.sentences, ENGLISH)
    assert [each.isoformat() for each in index.published] == ["2016-04-08"]
    told = judge.assess("c", "r", "The council of Ellin opened the new pier on 8 April 2016.", index)
    assert told.verdict == "supported"


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


def test_the_day_of_publication_is_not_known_where_a_page_has_two() -> None:
    head = "News of Ardburg\n\n16 April 2016\n\nRelated: Posted 3 May 2011\n\n"
    page = f"{head}The mayor of Ardburg died on Friday in the hospital of the town after a long illness of many years."

    assert judged("The mayor of Ardburg died on 29 April 2011.", page).level != "high"

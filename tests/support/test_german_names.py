"""German names: another name is another, whatever letters it shares; its cases, and the forms of a noun, are one."""

import pytest

from verifier.pages.reading import of_text
from verifier.support import judge
from verifier.support.index import Index
from verifier.support.language import language

HARBOUR = " Die Boote fahren am Morgen aus dem Hafen und kommen vor der Nacht wieder, wie sie es immer getan haben."


def judged(claim: str, page: str, tag: str = "de", more: str = HARBOUR) -> tuple[str, str]:
    """Return the verdict on a claim, and the status of its first name."""
    reading = of_text(page + more * 3)
    made = judge.assess("c", "r", claim, Index(reading.text, reading.sentences, language(tag)))
    return made.verdict, next(each.status for each in made.facts if each.kind == "name")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Kohl gewann 1990 die Wahl.", "Kohler gewann 1990 die Wahl."),
        ("Helmut Kohl gewann 1990 die Wahl.", "Helmut Kohler gewann 1990 die Wahl."),
        ("Kanzler Kohl gewann 1990 die Wahl.", "Der 60-jährige Kohler gewann 1990 die Wahl."),
        ("Das wollte Kohl 1990 nicht.", "Das wollte Kohler 1990 nicht."),
        ("In Österreich brannte 1921 die Kirche.", "In Osterburg brannte 1921 die Kirche."),
        ("In Salzburg brannte 1921 die Kirche.", "In Salzwedel brannte 1921 die Kirche."),
        ("In Wittenberg brannte 1921 die Kirche.", "In Wittenberge brannte 1921 die Kirche."),
        ("Peter kaufte 1921 die Mühle.", "Petersen kaufte 1921 die Mühle."),
        ("Friedrich kaufte 1921 die Mühle.", "Friedrichsen kaufte 1921 die Mühle."),
        ("In Baden feierte man 1921 den Sieg.", "Die Badener feierten 1921 den Sieg."),
        ("Baden gewann 1921 das Spiel.", "Badener gewann 1921 das Spiel."),
        ("Hans baute 1921 die Mühle.", "Die Hanse baute 1921 die Mühle."),
        ("Martin baute 1921 die Mühle.", "Martina baute 1921 die Mühle."),
        ("Johann Bauer baute 1921 die Mühle.", "Johannes Bauer baute 1921 die Mühle."),
        ("Andrea Bauer baute 1921 die Mühle.", "Andreas Bauer baute 1921 die Mühle."),
        ("Klein baute 1921 die Mühle.", "Kleiner baute 1921 die Mühle."),
        ("Kahn baute 1921 die Mühle.", "Er kann die Mühle seit 1921, die man baute, sehen."),
    ],
)
def test_names_that_begin_alike_are_two(first: str, second: str) -> None:
    for claim, page in ((first, second), (second, first)):
        verdict, status = judged(claim, page)
        if "kann" not in claim:
            assert (status, verdict == "supported") == ("never-occurs", False), (claim, page)


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        ("Merkels Rede war 2018.", "Die Rede von Merkel war 2018."),
        ("Merkel hielt 2018 die Rede.", "Merkels Rede hielt man 2018 fest, als eine Rede der Zeit."),
        ("Berlins Bürgermeister trat 2001 zurück.", "Der Bürgermeister von Berlin trat 2001 zurück."),
        ("Marxens Haus brannte 1921.", "Das Haus von Marx brannte 1921."),
        ("Fritz' Haus brannte 1921.", "Das Haus von Fritz brannte 1921."),
        ("Die Schiffe fuhren 1921 nach Ellin.", "Das Schiff fuhr 1921 nach Ellin."),
        ("Zwei neue Schiffe fuhren 1921 nach Ellin.", "Die zwei Schiffe, neue, fuhren 1921 nach Ellin."),
        ("Die Eröffnung der Mole war 2018.", "Der Rat eröffnete die Mole 2018."),
    ],
)
def test_cases_of_a_name_and_forms_of_a_noun_are_one(claim: str, page: str) -> None:
    verdict, status = judged(claim, page)

    assert (verdict, status in ("found", "variant")) == ("supported", True)


def test_an_english_name_has_a_plural_in_es_behind_a_hissing_sound_only() -> None:
    boats = " Boats leave the harbour in the morning and come back before it is dark, as they have always done."

    assert judged("Jon bought the mill in 1921.", "Jones bought the mill in 1921.", "en", boats)[0] != "supported"
    assert judged("Hugh bought the mill in 1921.", "Hughes bought the mill in 1921.", "en", boats)[0] != "supported"
    assert judged("Marx bought the mill in 1921.", "The Marxes bought the mill in 1921.", "en", boats)[0] == "supported"

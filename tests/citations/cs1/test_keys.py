"""The anchors that short citations lead to and full ones make."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.citations.cs1 import keys, source
from verifier.citations.cs1.keys import footnote_name, full_keys, short_keys

from .made import read, template, template_of


@pytest.mark.parametrize(
    ("call", "anchors"),
    [
        ("sfn|Ott|2010|p=4", ["CITEREFOtt2010"]),
        ("sfn|Ott|Ek|Ray|Ash|2010a|pp=4\u20135", ["CITEREFOttEkRayAsh2010a"]),
        ("harvnb|Mill Board|n.d.", ["CITEREFMill_Boardn.d."]),
        ("harv|Ott &amp; Sons|2010", ["CITEREFOtt_&_Sons2010"]),
        ("sfnp|Rye", ["CITEREFRye"]),
        ("sfn|Ott|2010|ref=none", []),
        ("sfn|Ott|2010|ref=CITEREFOtt2011", ["CITEREFOtt2011"]),
        ("sfnm|1a1=Ott|1y=2010|1p=4|2a1=Ek|2a2=Ray|2y=2011|2loc=note", ["CITEREFOtt2010", "CITEREFEkRay2011"]),
        ("harvs|last1=Ott|last2=Ek|year=2010|txt", ["CITEREFOttEk2010"]),
        ("harvc|last=Ray|c=Oats|in1=Ott|in2=Ek|year=2010", ["CITEREFOttEk2010"]),
        ("sfn", []),
        ("cite book|last=Ott|date=2010", []),
    ],
)
def test_a_short_citation_leads_to_its_anchors(call: str, anchors: list[str]) -> None:
    assert tuple(anchors) == short_keys(read(call))


@pytest.mark.parametrize(
    ("call", "anchors"),
    [
        ("cite book|last=Ott|first=Ann|date=3 May 2010", ["CITEREFOtt2010"]),
        ("cite book|last1=Ott|last2=Ek|last3=Ray|last4=Ash|last5=Elm|year=2010", ["CITEREFOttEkRayAsh2010"]),
        ("cite book|author=Ann Ott|date=2010-05-03", ["CITEREFAnn_Ott2010"]),
        ("cite book|editor-last=Ott|date=2010", ["CITEREFOtt2010"]),
        ("cite book|contributor-last=Ray|contribution=Preface|last=Ott|date=2010", ["CITEREFRay2010"]),
        ("cite book|vauthors=Ott AB, ((Mill Board)), Ek C|date=2010", ["CITEREFOttMill_BoardEk2010"]),
        ("cite book|last=Ott|date=2010-05-03|year=2010b", ["CITEREFOtt2010b"]),
        ("cite book|last=Ott|date=c. 2010", ["CITEREFOttc._2010"]),
        ("cite book|last=Ott|date=n.d.", ["CITEREFOttn.d."]),
        ("cite book|last=Ott|date=2009\u20132010", ["CITEREFOtt2009\u20132010"]),
        ("cite journal|last=Ott|date=May 2009 \u2013 June 2010|journal=Mills", ["CITEREFOtt2009\u20132010"]),
        ("cite book|last=Ott|date=May\u2013June 2010", ["CITEREFOtt2010"]),
        ("cite book|last=Ott", ["CITEREFOtt"]),
        ("cite book|last=Ott|date=2010|ref=none", []),
        ("cite book|last=Ott|date=2010|ref=harv", ["CITEREFOtt2010"]),
        ("cite book|last=Ott|date=2010|ref=Oats", ["Oats"]),
        ("cite book|title=Rye|date=2010", []),
        ("cite book|authors=Ott and Ek|date=2010", []),
        ("citation|last=Ott|date=2010", ["CITEREFOtt2010"]),
        ("вид|last=Ott", []),
        ("книга|автор=[[Ott|Отт А.]]|ref=Отт|рік=2010|назва=Овес", ["Отт", "CITEREFОтт2010"]),
        ("বই উদ্ধৃতি|শেষাংশ=রায়|বছর=২০১০|শিরোনাম=ধান", ["CITEREFরায়২০১০"]),
        ("harvc|last=Ray|c=Oats|in=Ott|year=2010", ["CITEREFRay2010"]),
        ("sfn|Ott|2010", []),
    ],
)
def test_a_citation_makes_its_anchors(call: str, anchors: list[str]) -> None:
    found = source.read(template(call))

    assert tuple(anchors) == (full_keys(found) if found is not None else ())


@pytest.mark.parametrize("name", ["cite book", "wikicite"])
def test_a_template_in_ref_is_understood(name: str) -> None:
    found = source.read(template_of(name, {"title": "Rye", "ref": "{{sfnref|Mill Board|2010}}"}))
    short = source.read(template_of("harvtxt", {"1": "Ott", "2": "1999", "Ref": "{{harvid|Mill Board|2010}}"}))
    assert found is not None
    assert short is not None

    assert ("CITEREFMill_Board2010",) == full_keys(found) == short_keys(short)


def test_an_anchor_that_another_template_makes_is_not_guessed() -> None:
    found = source.read(template_of("cite book", {"title": "Rye", "last": "Ott", "ref": "{{oat key|7}}"}))
    assert found is not None

    assert () == full_keys(found)


def test_markup_in_names_is_read_as_text() -> None:
    found = source.read(template_of("cite book", {"title": "Rye", "last": "[[Ott]]", "date": "2010"}))
    assert found is not None

    assert ("CITEREFOtt2010",) == full_keys(found, lambda value: value.strip("[]"))


def test_equal_short_citations_are_one_note() -> None:
    first, same, other = (template(f"sfn|Ott|2010|{page}") for page in ("p=4", " p = 4 ", "p=5"))

    assert footnote_name(first) == footnote_name(same) == "FOOTNOTEOtt20104"
    assert footnote_name(other) != footnote_name(first)


NAMES = st.lists(st.sampled_from(["Ott", "Mill Board", "Le Guen", "O'Neil", "ক"]), min_size=1, max_size=4)


@given(NAMES, st.sampled_from(["2010", "2010a", "n.d.", "c. 1900"]))
def test_a_short_citation_leads_to_the_full_one_with_the_same_names_and_year(family: list[str], year: str) -> None:
    full = template_of(
        "cite book", {"title": "Rye", "date": year} | {f"last{i}": each for i, each in enumerate(family, 1)}
    )
    short = template_of("sfn", {str(i): each for i, each in enumerate([*family, year], 1)})
    made, wanted = source.read(full), source.read(short)
    assert made is not None
    assert wanted is not None

    assert full_keys(made) == short_keys(wanted)


@given(
    st.dictionaries(st.text(max_size=8), st.text(max_size=30), max_size=8), st.sampled_from(["sfn", "sfnm", "harvc"])
)
def test_any_template_has_anchors_or_none(values: dict[str, str], name: str) -> None:
    for each in (name, "cite book", "wikicite"):
        found = source.read(template_of(each, values | {"ref": next(iter(values.values()), "")}))
        if found is not None:
            assert all(key and " " not in key for key in (*keys.full_keys(found), *keys.short_keys(found)))

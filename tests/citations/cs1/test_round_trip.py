"""What a template prints is read back field by field: the printed text and the template say the same."""

import calendar
import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.citations.cs1.citation import citation
from verifier.citations.cs1.printed import words
from verifier.citations.rendered import read
from verifier.model.article import Citation

from .made import template_of

WORDS = st.sampled_from(
    "Bread Mill River Harvest festival opens early again Über Čapek harbour 2012 40 old-town".split()
)
OUTLETS = st.sampled_from(
    ["The Miller", "Al-Khubz News", "CNN", "bread.example", "Der Bäcker", "Mill Press", "BBC News"]
)
LASTS = st.sampled_from(["Ott", "Kowalska", "O'Neil", "Le Guen", "Ek"])
FIRSTS = st.sampled_from(["Ann", "Zofia", "Shaun K.", "Jo", ""])
DAYS = st.dates(dt.date(2001, 1, 15), dt.date(2030, 1, 1))
KINDS = st.sampled_from(["cite web", "cite news", "cite journal", "cite magazine", "cite press release", "citation"])


def day(value: dt.date, style: str) -> str:
    if style == "iso":
        return value.isoformat()
    month = calendar.month_name[value.month]
    return f"{month} {value.day}, {value.year}" if style == "mdy" else f"{value.day} {month} {value.year}"


@st.composite
def templates(draw: st.DrawFn) -> dict[str, str]:
    style = draw(st.sampled_from(["dmy", "mdy", "iso"]))
    given_ = {
        "url": "https://example.org/mill",
        "title": "Bread " + " ".join(draw(st.lists(WORDS, min_size=1, max_size=6))),
    }
    for number, person in enumerate(draw(st.lists(st.tuples(LASTS, FIRSTS), max_size=3, unique=True)), 1):
        given_[f"last{number}"], given_[f"first{number}"] = person
    given_["work"] = draw(OUTLETS)
    for name in ("date", "access-date", "archive-date"):
        if found := draw(st.none() | DAYS):
            given_[name] = day(found, style)
    if "archive-date" in given_:
        given_["archive-url"] = "https://web.archive.org/web/20160504120000/https://example.org/mill"
    optional = {
        "publisher": st.sampled_from(["Oat House", "Mill & Sons"]),
        "trans-title": st.just("A loaf for all"),
        "doi": st.just("10.5555/182"),
        "via": st.just("Grain Archive"),
        "language": st.sampled_from(["fr", "en", "de"]),
        "format": st.just("PDF"),
    }
    for name, values in optional.items():
        if found_ := draw(st.none() | values):
            given_[name] = found_
    return given_


def fields(found: Citation) -> dict[str, object]:
    dates = {name: getattr(found, name) for name in ("published", "accessed", "archived")}
    return {
        "author": found.author,
        "title": found.title,
        "translated": found.translated,
        "outlet": found.outlet,
        "says": (found.says_archived, found.says_accessed),
        "quoted": found.quoted_title,
        **{name: (value.lo, value.hi, value.grain) if value else None for name, value in dates.items()},
        "details": sorted(found.details),
        "tail": found.tail.rstrip("."),
    }


@settings(max_examples=400)
@given(KINDS, templates())
def test_the_printed_text_says_what_the_template_says(name: str, values: dict[str, str]) -> None:
    made = template_of(name, values)
    said = citation(made)
    assert said is not None

    assert fields(said) == fields(read(words(made))), words(made)
    assert ("https://example.org/mill", values.get("archive-url")) == (said.url, said.archive_url)


@settings(max_examples=200)
@given(templates(), st.sampled_from(["Oat House", "Mill & Sons"]))
def test_a_book_is_read_back(values: dict[str, str], house: str) -> None:
    kept = {name: value for name, value in values.items() if name in ("date", "archive-date", "archive-url", "via")}
    made = template_of(
        "cite book",
        {"date": "2010", **kept, "url": values["url"], "title": "Bread and Mill", "publisher": house, "last": "Ott"}
        | ({"first": "Ann", "isbn": "978-0-00-000000-2"} if "doi" in values else {}),
    )
    said = citation(made)
    assert said is not None

    assert fields(said) == fields(read(words(made))), words(made)
    assert not said.quoted_title

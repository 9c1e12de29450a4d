"""Rendered citations: what a template printed is read back field by field, and a date stays in its own field."""

import calendar
import datetime as dt
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.citations.rendered import read
from verifier.model.article import Citation

DAY = dt.date(2016, 5, 3)
WORDS = st.sampled_from(
    "Bread Mill River Harvest festival opens early again Über Čapek l'ora harbour 2012 40 bakers' old-town May".split()
)
OUTLETS = st.sampled_from(
    ["The Miller", "Al-Khubz News", "U.S. Baker & Grain Report", "St. Louis Oven", "CNN", "bread.example", "Der Bäcker",
     "The Baker (Leeds)", "Mill Press"]
)  # fmt: skip
NAMES = st.sampled_from(["Ott, Ann", "Kowalska, Zofia", "O'Neil, Shaun", "Le Guen, Jo", "Baker & Sons"])
DETAILS = st.lists(
    st.sampled_from(["Oxford: Mill House", "12 (3): 4\u20139", "doi:10.5555/182", "ISBN 978-0-00-000000-2"]),
    max_size=2,
    unique=True,
)
TAILS = st.sampled_from(["", "(subscription required)", "CS1 maint: archived copy as title (link)", "\u2013 via Grain"])
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1))


@dataclass
class Written:
    """What a citation says, and how it is printed."""

    title: str
    outlet: str | None
    authors: list[str]
    published: dt.date | None
    archived: dt.date | None
    accessed: dt.date | None
    details: list[str]
    translated: str | None
    tail: str
    style: str
    pdf: bool
    quotes: str

    def day(self, day: dt.date) -> str:
        if self.style == "iso":
            return day.isoformat()
        month = calendar.month_name[day.month]
        return f"{month} {day.day}, {day.year}" if self.style == "mdy" else f"{day.day} {month} {day.year}"

    def quoted(self) -> str:
        title = f"{self.quotes[0]}{self.title}{self.quotes[1]}"
        return title + (f" [{self.translated}]" if self.translated else "") + (" (PDF)" if self.pdf else "")

    def cs1(self, title: str) -> str:
        lead = f"{'; '.join(self.authors)}"
        if lead and self.published:
            lead += f" ({self.day(self.published)})"
        parts = [*([lead] if lead else []), title, *([self.outlet] if self.outlet else []), *self.details]
        if self.published and not self.authors:
            parts.append(self.day(self.published))
        if self.archived:
            pdf = ("Archived (PDF) from the original", "Archived from the original (PDF)")[self.archived.day % 2]
            parts.append(f"{pdf if self.pdf else 'Archived from the original'} on {self.day(self.archived)}")
        if self.accessed:
            parts.append(f"Retrieved {self.day(self.accessed)}")
        text = ". ".join(parts) + "."
        if self.tail.startswith("\u2013"):
            return f"{text[:-1]} {self.tail}."
        return f"{text} {self.tail}".strip()

    def cs2(self) -> str:
        lead = "; ".join(self.authors)
        if lead and self.published:
            lead += f" ({self.day(self.published)})"
        parts = [*([lead] if lead else []), self.quoted(), *([self.outlet] if self.outlet else []), *self.details]
        if self.published and not self.authors:
            parts.append(self.day(self.published))
        if self.archived:
            parts.append(f"archived from the original on {self.day(self.archived)}")
        if self.accessed:
            parts.append(f"retrieved {self.day(self.accessed)}")
        return ", ".join(parts)


@st.composite
def citations(draw: st.DrawFn) -> Written:
    words = draw(st.lists(WORDS, min_size=1, max_size=7))
    return Written(
        title="Bread " + " ".join(words),
        outlet=draw(st.none() | OUTLETS),
        authors=draw(st.lists(NAMES, max_size=3, unique=True)),
        published=draw(st.none() | DAYS),
        archived=draw(st.none() | DAYS),
        accessed=draw(st.none() | DAYS),
        details=draw(DETAILS),
        translated=draw(st.none() | st.just("A loaf for all")),
        tail=draw(TAILS),
        style=draw(st.sampled_from(["dmy", "mdy", "iso"])),
        pdf=draw(st.booleans()),
        quotes=draw(st.sampled_from(['""', "\u201c\u201d", "\u201e\u201c", "\u00ab\u00bb"])),
    )


def day_of(citation: Citation, name: str) -> dt.date | None:
    found = getattr(citation, name)
    return found.lo if found is not None else None


def check_dates(made: Written, found: Citation) -> None:
    assert made.published == day_of(found, "published")
    assert made.archived == day_of(found, "archived")
    assert made.accessed == day_of(found, "accessed")
    assert (made.archived is not None) == found.says_archived
    assert (made.accessed is not None) == found.says_accessed


@settings(max_examples=200)
@given(citations())
def test_a_citation_of_sentences_is_read_back(made: Written) -> None:
    found = read(made.cs1(made.quoted()))

    check_dates(made, found)
    assert made.title == found.title
    assert found.quoted_title
    assert made.translated == found.translated
    assert ("; ".join(made.authors) or None) == found.author
    if made.outlet:
        assert made.outlet == found.outlet
        assert sorted(made.details) == sorted(found.details)
    if made.tail:
        assert made.tail == found.tail.rstrip(".")


@settings(max_examples=200)
@given(citations())
def test_a_citation_with_commas_is_read_back(made: Written) -> None:
    found = read(made.cs2())

    check_dates(made, found)
    assert made.title == found.title
    assert made.translated == found.translated
    assert ("; ".join(made.authors) or None) == found.author
    if made.outlet:
        assert made.outlet == found.outlet
        assert sorted(made.details) == sorted(found.details)


@settings(max_examples=200)
@given(citations())
def test_a_title_without_quotes_ends_with_its_sentence(made: Written) -> None:
    made.authors = made.authors or ["Ott, Ann"]
    made.published = made.published or DAY
    made.outlet = (made.outlet or "The Miller").title()
    found = read(made.cs1(made.title))

    check_dates(made, found)
    assert made.title == found.title
    assert not found.quoted_title
    assert "; ".join(made.authors) == found.author
    assert made.outlet == found.outlet

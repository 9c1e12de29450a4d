"""Pages whose addresses are lost are found by guesses, then in the index, and only where they play back as the page."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from verifier.cli import main
from verifier.errors import UsageError
from verifier.lost import outlets, search
from verifier.lost.search import Found
from verifier.model.registry import Registry
from verifier.registry.parse import parse
from verifier.web import Request, Response, Transport
from verifier.web.recorder import Recorder
from verifier.web.store import Replay

from .scripted import NOT_ARCHIVED, SEEN, Answers, at, elsewhere
from .test_arrival import plays

TODAY = dt.date(2026, 11, 26)
TITLE = "Council approves the new harbour plan"
SLUG = "council-approves-the-new-harbour-plan"
PAGE = (
    f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>{'The plan was approved. ' * 90}</body></html>"
)
NOON, TAKEN, TAKEN_MOMENT = "20190305120000", "20190305081500", "Tue, 05 Mar 2019 08:15:00 GMT"
OUTLET = '[[outlet]]\nnames = ["The Courier"]\nhosts = ["courier.example"]\n'
ARTICLES = 'articles = ["https://courier.example/news/{slug}/"]\n'
FOLDERS = 'folders = ["https://courier.example/{year}/{month}/{day}/"]\n'
GUESS = f"https://courier.example/news/{SLUG}/"
LISTED = f"https://courier.example/2019/03/03/{SLUG}"
LOST = f"""
[[reference]]
id = "plan"
title = "{TITLE}"
outlet = "Courier"  # the paper
published = 2019-03-03
archived = 2019-03-05
# not in the article's list: url, archive_url

"""


def registry(extra: str = "") -> Registry:
    return parse(f"schema = 1\n{extra}{LOST}".encode(), "references.toml", today=TODAY)


def found(extra: str, transport: Transport, most: int = 60) -> Found:
    known = registry(f'[article]\npath = "a"\n{extra}')
    (only,) = search.search(known, search.wanted(known), transport, most)
    return only


class Anything:
    """A transport that plays some pages, lists some rows, and holds nothing else. `asked` are the URLs."""

    def __init__(self, answers: Answers, rows: str = "", status: int = 200) -> None:
        self.answers, self.asked, self.requests = answers, list[str](), list[Request]()
        self._listing = Response(status, {"content-type": "text/plain"}, rows.encode(), recorded=SEEN)

    def send(self, request: Request) -> Response:
        self.asked.append(request.url)
        self.requests.append(request)
        if "/cdx/" in request.url:
            return self._listing
        answer = self.answers.get(request.url, NOT_ARCHIVED)
        assert isinstance(answer, Response)
        return answer


def row(url: str, stamp: str = TAKEN, status: str = "200") -> str:
    from verifier.urls import page_key

    return f"{page_key(url)} {stamp} {url} text/html {status} {'A' * 32} 999\n"


GUESSED: Answers = {at(GUESS, NOON): elsewhere(TAKEN, GUESS), at(GUESS, TAKEN): plays(PAGE, TAKEN_MOMENT)}


def test_a_guess_that_plays_under_the_title_is_found_and_the_index_is_not_asked() -> None:
    transport = Anything(GUESSED)

    plan = found(OUTLET + ARTICLES, transport)

    assert plan.is_clear
    assert plan.candidates[0].url == GUESS
    assert plan.candidates[0].archive_url == f"https://web.archive.org/web/{TAKEN}/{GUESS}"
    assert plan.candidates[0].score == 0.8
    assert "captured on 2019-03-05; the archive date is 2019-03-05" in plan.candidates[0].evidence
    assert transport.asked == [at(GUESS, NOON), at(GUESS, TAKEN)]


@pytest.mark.parametrize(
    "page",
    [
        PAGE.replace(TITLE, "Volcano erupts in the far north of Iceland"),
        PAGE.replace(TITLE, "Page not found"),
        "<title>Sign in</title>",
        "",
    ],
    ids=["another title", "not found", "a login", "blank"],
)
def test_a_guess_that_is_another_page_is_not_found(page: str) -> None:
    plan = found(OUTLET + ARTICLES, Anything({**GUESSED, at(GUESS, TAKEN): plays(page, TAKEN_MOMENT)}))

    assert plan.candidates == ()
    assert not plan.is_clear
    assert plan.asked


def test_a_capture_of_another_day_is_not_the_archived_one() -> None:
    far = {at(GUESS, NOON): elsewhere("20190401000000", GUESS)}

    plan = found(OUTLET + ARTICLES, Anything(far))

    assert plan.candidates == ()
    assert any("20190401000000" in each for each in plan.asked)


def test_the_index_is_asked_once_for_the_day_and_what_it_lists_is_played() -> None:
    rows = row(f"https://courier.example/2019/03/03/{SLUG.replace('harbour', 'airport')[:20]}") + row(LISTED)
    transport = Anything({at(LISTED, TAKEN): plays(PAGE, TAKEN_MOMENT)}, rows)

    plan = found(OUTLET + FOLDERS, transport)

    assert plan.is_clear
    assert plan.candidates[0].url == LISTED
    assert plan.candidates[0].score == 1.0
    assert transport.requests[0].once
    assert sum("/cdx/" in each for each in transport.asked) == 1
    assert "matchType=prefix" in transport.asked[0]
    assert "from=20190304&to=20190306" in transport.asked[0]
    assert "courier.example%2F2019%2F03%2F03%2F" in transport.asked[0]


@pytest.mark.parametrize(
    "listed",
    [
        row(LISTED, status="404"),
        row(LISTED, stamp="20190401000000"),
        row(LISTED.replace("/2019/03/03/", "/2018/03/03/")),
        row("https://courier.example/2019/03/03/other-news-of-the-day-entirely"),
        row(f"https://elsewhere.example/2019/03/03/{SLUG}"),
    ],
    ids=["an error", "another day", "another year in the path", "other words", "another host"],
)
def test_what_is_listed_and_does_not_fit_is_not_played(listed: str) -> None:
    transport = Anything({at(LISTED, TAKEN): plays(PAGE, TAKEN_MOMENT)}, listed)

    plan = found(OUTLET + FOLDERS, transport)

    assert plan.candidates == ()
    assert len(transport.asked) == 1


def test_two_pages_of_one_title_are_both_shown_and_none_is_the_one() -> None:
    other = LISTED.replace("courier.example/", "courier.example/") + "-again"
    answers = {at(url, TAKEN): plays(PAGE, TAKEN_MOMENT) for url in (LISTED, other)}

    plan = found(OUTLET + FOLDERS, Anything(answers, row(LISTED) + row(other)))

    assert [each.url for each in plan.candidates] == [LISTED, other]
    assert not plan.is_clear


def test_an_index_that_gives_up_is_told_and_not_asked_again() -> None:
    transport = Anything({}, status=504)

    plan = found(OUTLET + FOLDERS, transport)

    assert plan.candidates == ()
    assert "no answer (archive-trouble)" in plan.asked[-1]
    assert sum("/cdx/" in each for each in transport.asked) == 1


@pytest.mark.parametrize(
    ("extra", "why"),
    [
        ("", "Courier is no known outlet; add it to the registry as [[outlet]]"),
        (OUTLET, "no pattern of addresses is known for courier.example"),
    ],
)
def test_without_an_outlet_or_its_addresses_nothing_is_asked(extra: str, why: str) -> None:
    transport = Anything({})

    assert why in found(extra, transport).why_not
    assert transport.asked == []


def test_the_budget_ends_a_search_and_says_so() -> None:
    plan = found(OUTLET + ARTICLES + FOLDERS, Anything({}), most=1)

    assert plan.why_not == "the budget of requests was spent before all was asked"


def test_addresses_of_other_references_teach_patterns() -> None:
    sibling = """
[[reference]]
id = "school"
title = "School opens after the long repairs"
outlet = "The Courier"
published = 2019-02-01
url = "https://courier.example/2019/02/01/school-opens-after-the-long-repairs.html"
"""
    known = outlets.Book(registry(f'[article]\npath = "a"\n{sibling}')).of("Courier")

    assert known is not None
    assert known.hosts == ("courier.example",)
    assert known.articles == ("https://courier.example/{year}/{month}/{day}/{slug}.html",)
    assert known.folders == ("https://courier.example/{year}/{month}/{day}/",)
    assert known.source == "the URL of school"


def test_a_slug_without_small_words_teaches_that() -> None:
    sibling = """
[[reference]]
id = "school"
title = "School opens after the long repairs to the roof"
outlet = "The Courier"
published = 2019-02-01
url = "https://courier.example/files/2019/02/school-opens-after-long-repairs-roof/"
"""
    known = outlets.Book(registry(f'[article]\npath = "a"\n{sibling}')).of("Courier")

    assert known is not None
    assert known.articles == ("https://courier.example/files/{year}/{month}/{short}/",)


def test_the_folder_of_a_picture_teaches_nothing() -> None:
    sibling = """
[[reference]]
id = "school"
title = "School opens after the long repairs"
outlet = "The Courier"
published = 2019-02-01
url = "https://courier.example/files/2019/02/01/picture.jpg"
"""
    known = outlets.Book(registry(f'[article]\npath = "a"\n{sibling}')).of("Courier")

    assert known is not None
    assert known.articles == known.folders == ()


def test_an_address_with_a_number_of_its_own_teaches_no_guess() -> None:
    sibling = """
[[reference]]
id = "school"
title = "School opens after the long repairs"
outlet = "The Courier"
url = "https://courier.example/47123/school-opens-after-the-long-repairs"
"""
    known = outlets.Book(registry(f'[article]\npath = "a"\n{sibling}')).of("Courier")

    assert known is not None
    assert known.articles == known.folders == ()


def test_the_table_names_a_source_and_valid_addresses_for_each_outlet() -> None:
    from verifier.lost import dated, slugs

    for each in outlets.known_outlets():
        assert each.names
        assert each.hosts
        assert each.source.startswith(("https://", "http://"))
        for pattern in (*each.articles, *each.folders):
            for spelled in slugs.filled(pattern, TITLE) or (pattern,):
                address = dated.filled(spelled, dt.date(2016, 9, 7))
                assert any(f"{host}/" in address for host in each.hosts)
                assert "{" not in address


def test_only_references_without_addresses_are_looked_for() -> None:
    known = registry('[article]\npath = "a"\n')

    assert [each.id for each in search.wanted(known, ["plan"])] == ["plan"]
    with pytest.raises(UsageError, match='no reference "nobody"'):
        search.wanted(known, ["nobody"])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a registry, and a store in which the search was recorded."""
    text = f'schema = 1\n\n[article]\npath = "a.txt"\n\n{OUTLET}{ARTICLES}{LOST}'
    (tmp_path / "references.toml").write_text(text, "utf-8")
    now = dt.datetime(2026, 5, 12, 23, 52, 58, tzinfo=dt.UTC)
    recorder = Recorder(Anything(GUESSED), str(tmp_path / "store"), now=lambda: now, warn=print)
    known = parse(text.encode(), "references.toml", today=TODAY)
    online = list(search.search(known, search.wanted(known), recorder, 60))
    offline = list(search.search(known, search.wanted(known), Replay(str(tmp_path / "store")), 60))
    assert online == offline
    monkeypatch.chdir(tmp_path)
    yield tmp_path


def test_offline_the_command_finds_the_same_and_writes_only_what_is_accepted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "references.toml").read_text("utf-8")

    assert main(["find", "--offline"]) == 0
    first = capsys.readouterr().out
    assert main(["find", "--offline", "plan"]) == 0

    assert capsys.readouterr().out == first
    assert f"archive_url = https://web.archive.org/web/{TAKEN}/{GUESS}" in first
    assert "1 page found of 1 looked for" in first
    assert (folder / "references.toml").read_text("utf-8") == before

    assert main(["find", "--offline", "--accept"]) == 0
    added = f'url = "{GUESS}"\narchive_url = "https://web.archive.org/web/{TAKEN}/{GUESS}"\n'
    expected = before.replace("published = 2019-03-03", f"{added}published = 2019-03-03")
    assert (folder / "references.toml").read_text("utf-8") == expected
    assert main(["find", "--offline"]) == 0
    assert "0 pages found of 0 looked for" in capsys.readouterr().out


def test_what_is_not_recorded_is_told_and_nothing_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f'schema = 1\n[article]\npath = "a.txt"\n\n{OUTLET}{ARTICLES}{LOST}'
    (tmp_path / "references.toml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)

    assert main(["find", "--offline"]) == 0
    out = capsys.readouterr().out
    assert "plan: not found" in out
    assert "is not recorded" in out
    assert main(["find", "--offline", "nobody"]) == 2
    assert main(["find", "--offline", "--max-requests", "0"]) == 2
    assert main(["find", "--registry", "nowhere.toml", "--offline"]) == 2


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ('names = ["A"]\nhosts = ["https://a.example/"]', "is no host name"),
        ('hosts = ["a.example"]', "names is missing"),
        ('names = ["A"]\nhosts = ["a.example"]\narticles = ["https://a.example/{title}/{slug}"]', "{title} stands"),
        ('names = ["A"]\nhosts = ["a.example"]\narticles = ["https://a.example/"]', "with {slug} in them"),
        ('names = ["A"]\nhosts = ["a.example"]\nfolders = ["/{year}/"]', "with {year} in them"),
    ],
)
def test_a_wrong_outlet_of_a_registry_is_reported_with_its_line(lines: str, told: str) -> None:
    from verifier.errors import RegistryError

    with pytest.raises(RegistryError) as error:
        registry(f'[article]\npath = "a"\n[[outlet]]\n{lines}\n')

    assert told in error.value.message
    assert "references.toml:" in error.value.message

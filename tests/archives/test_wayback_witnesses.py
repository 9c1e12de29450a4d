"""When playback gives nothing: the index, the canary, and that no outage becomes absence."""

import datetime as dt

import pytest

from verifier.asking import known_archives
from verifier.errors import RegistryError, StoreError, Unreachable
from verifier.registry.parse import parse
from verifier.web import Response

from .scripted import (
    CANARY,
    FAR,
    MOVED,
    NOT_ARCHIVED,
    PAGE,
    SICK,
    TS,
    Answers,
    Case,
    Scripted,
    at,
    capture,
    elsewhere,
    exact,
    index,
    nearest,
    page,
    redirected,
    snapshot,
)

ROW = f'[[reference]]\nid = "a"\narchive_url = "{snapshot()}"\n'

CASES = [
    Case("absent", "absent two-witnesses", {**CANARY, at(): NOT_ARCHIVED, exact(): index(), nearest(): index()}),
    Case("absent, canary unasked", "absent two-witnesses", {at(): NOT_ARCHIVED, exact(): index(), nearest(): index()}),
    Case(
        "absent, the index is limited",
        "absent single-witness",
        {**CANARY, at(): NOT_ARCHIVED, exact(): index(status=429)},
    ),
    Case(
        "absent, the index fails on the second question",
        "absent single-witness",
        {**CANARY, at(): NOT_ARCHIVED, exact(): index(), nearest(): index(status=503)},
    ),
    Case("absent, the index is not recorded", "absent single-witness", {**CANARY, at(): NOT_ARCHIVED}),
    Case("absent, but only replay is recorded", "unknown not-recorded", {at(): NOT_ARCHIVED}),
    Case(
        "absent, index limited, canary unasked",
        "unknown rate-limited",
        {at(): NOT_ARCHIVED, exact(): index(status=429)},
    ),
    Case(
        "captures at other dates only",
        "wrong-date other-dates-only",
        {at(): NOT_ARCHIVED, exact(): index(), nearest(): index("20190101000000", FAR)},
        proposal=snapshot(stamp=FAR),
    ),
    Case("listed and not playable", "unknown indexed-but-not-playable", {at(): NOT_ARCHIVED, exact(): index(TS)}),
    Case(
        "listed and led elsewhere",
        "unknown indexed-but-not-playable",
        {at(): elsewhere(FAR), exact(): index(TS)},
        proposal=snapshot(stamp=FAR),
    ),
    Case(
        "excluded from the index",
        "excluded owner",
        {
            at(): NOT_ARCHIVED,
            exact(): index(status=403, text="AdministrativeAccessControlException: Blocked Site Error"),
        },
    ),
    Case(
        "robots in a row of the index",
        "excluded robots",
        {at(): NOT_ARCHIVED, exact(): index(text="org.archive.wayback.exception.RobotAccessControlException")},
    ),
    Case("a bad question", "unknown bad-query", {**CANARY, at(): NOT_ARCHIVED, exact(): index(status=400)}),
    Case("a sick canary: absent", "unknown canary", {**SICK, at(): NOT_ARCHIVED, exact(): index(), nearest(): index()}),
    Case("a sick canary: date", "unknown canary", {**SICK, at(): elsewhere(FAR)}),
    Case("a sick canary: redirect", "unknown canary", {**SICK, **redirected(MOVED, NOT_ARCHIVED)}),
    Case("a canary that does not answer", "unknown canary", {next(iter(SICK)): Unreachable("no"), at(): NOT_ARCHIVED}),
    Case("a damaged record of the index", "unknown store-damaged", {at(): NOT_ARCHIVED, exact(): StoreError("bad")}),
    Case(
        "the index answers HTML",
        "unknown unrecognised",
        {at(): NOT_ARCHIVED, exact(): page("<p>Maintenance, please come back in an hour")},
    ),
    Case(
        "the index answers a sentence",
        "unknown unrecognised",
        {at(): NOT_ARCHIVED, exact(): index(text="Service is down for maintenance, please come back later today")},
    ),
    Case(
        "the index is cut",
        "unknown unrecognised",
        {at(): NOT_ARCHIVED, exact(): Response(200, {"content-type": "text/plain"}, b"", truncated=True)},
    ),
    Case(
        "the index forbids", "unknown unrecognised", {at(): NOT_ARCHIVED, exact(): index(status=403, text="Forbidden")}
    ),
    Case("the index is not there", "unknown unrecognised", {at(): NOT_ARCHIVED, exact(): index(status=404, text="")}),
    Case("the index hangs", "unknown timeout", {at(): NOT_ARCHIVED, exact(): Unreachable("no", kind="timeout")}),
    Case(
        "the index has impossible rows", "unknown unrecognised", {at(): NOT_ARCHIVED, exact(): index("20000008241731")}
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_verdict_and_reason(case: Case) -> None:
    case.check()


def test_evidence_names_each_hop_each_witness_and_the_day_of_each() -> None:
    answers = {**CANARY, at(): NOT_ARCHIVED, exact(): index(), nearest(): index()}

    lookup, _ = Case("", "", answers).look()

    assert lookup.evidence == (
        f"{at()}: 404, not archived, recorded 2026-05-12",
        "the archive gave two known answers as it should",
        f"the index, asked for {PAGE} at that second: no capture, recorded 2026-05-12",
        f"the index, asked for {PAGE} at any time: no capture, recorded 2026-05-12",
    )
    assert (lookup.asked, lookup.played) == (TS, None)


def test_what_the_index_says_besides_rows_is_left_out() -> None:
    text = index(TS).body.decode() + "\n\ncom%2Cexample+2020 resume-key\nmailto:a@example.org\n"

    lookup, _ = Case("", "", {at(): NOT_ARCHIVED, exact(): index(text=text)}).look()

    assert lookup.reason == "indexed-but-not-playable"


@pytest.mark.parametrize("status", [429, 503, 418])
def test_after_trouble_the_index_is_not_asked(status: int) -> None:
    _, transport = Case("", "", {at(): page("<p>Sorry", status)}).look()

    assert transport.asked == [at()]


def test_a_registry_names_its_own_canary() -> None:
    plays, never = snapshot("http://library.example/"), snapshot("http://library.example/never")
    text = f'schema = 1\n[article]\npath = "a"\n[canary]\nplays = "{plays}"\nabsent = "{never}"\n{ROW}'
    registry = parse(text.encode(), "references.toml", today=dt.date(2026, 11, 26))
    missing: Answers = {at(): NOT_ARCHIVED, exact(): index(), nearest(): index()}
    well: Answers = {at("http://library.example/"): capture(), at("http://library.example/never"): NOT_ARCHIVED}
    (archive,) = [each for each in known_archives(registry) if each.name == "wayback"]

    for answers, name in (
        (well, "absent/two-witnesses"),
        ({**well, at("http://library.example/"): NOT_ARCHIVED}, "unknown/canary"),
    ):
        transport = Scripted({**missing, **answers})
        assert archive.look(registry.references[0], transport).name == name
        assert not [url for url in transport.asked if "nasa" in url]


@pytest.mark.parametrize(
    "written", ["http://library.example/", "https://web.archive.org/web/2020/http://a.example/", "x"]
)
def test_a_canary_that_is_no_snapshot_is_reported(written: str) -> None:
    text = f'schema = 1\n[article]\npath = "a"\n[canary]\nplays = "{written}"\n{ROW}'

    with pytest.raises(RegistryError) as error:
        parse(text.encode(), "references.toml", today=dt.date(2026, 11, 26))

    assert "references.toml:5: [canary]: plays must be an address like" in error.value.message
    assert "absent is missing" in error.value.message

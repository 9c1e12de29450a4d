"""Reading a registry: a good one is read whole, and what is no registry at all is refused."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.errors import RegistryError
from verifier.registry.parse import LIMIT, article_place, parse

from .bread import GOOD, LINES, RULES, TODAY, changed, line_of, read, wrong


def test_a_good_registry_is_read_whole() -> None:
    registry = read(GOOD)
    miller, herald = registry.references
    (claim,) = registry.claims
    (waiver,) = registry.waivers

    assert (registry.path, registry.article_path, registry.article_title, registry.article_url) == (
        "references.toml",
        "bread.txt",
        "Bread of Leeds",
        "https://example.org/bread",
    )
    assert (miller.id, miller.title, miller.outlet, miller.author, miller.entry) == (
        "miller-2016",
        "Bread before steam",
        "The Miller",
        "Ott, Ann",
        "1",
    )
    assert miller.url == "https://example.org/rye"
    assert miller.archive_url == "https://web.archive.org/web/20160504000000/https://example.org/rye"
    assert [str(each) for each in (miller.published, miller.accessed, miller.archived)] == [
        "2016-05-03",
        "2016-05",
        "2016-05-04/2016-05-06",
    ]
    assert (herald.title, herald.url, herald.published) == (None, None, None)
    assert (claim.text, claim.markers, claim.cites) == (
        "Bread was baked in Leeds before 1800.",
        ("1", "a"),
        ("miller-2016", "herald"),
    )
    assert (waiver.target, waiver.rules, waiver.by, waiver.until) == (
        "bread-was-baked",
        ("archive-absent",),
        "Ann",
        dt.date(2027, 1, 31),
    )


def test_everything_knows_its_line() -> None:
    registry = read(GOOD)
    miller, herald = registry.references

    assert (miller.line, herald.line) == (line_of("[[reference]]"), line_of('id = "herald"') - 1)
    assert miller.line_of("archive_url") == line_of("archive_url")
    assert herald.line_of("archive_url") == herald.line
    assert registry.claims[0].line == line_of("[[claim]]")
    assert registry.waivers[0].line == line_of("[[waiver]]")
    assert registry.text_of(line_of("schema")) == "schema = 1"
    assert (registry.text_of(0), registry.text_of(999)) == ("", "")
    assert registry.reference("herald") is herald
    assert registry.reference("gone") is None


@pytest.mark.parametrize(
    "data",
    [
        GOOD.encode("utf-8-sig"),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r\n").encode("utf-8-sig"),
        GOOD.replace("[[reference]]", "[[ reference ]]  # a source").encode(),
    ],
)
def test_a_byte_order_mark_line_ends_and_spacing_make_no_difference(data: bytes) -> None:
    found = parse(data, "references.toml", today=TODAY, rules=RULES)

    assert (read(GOOD).references, read(GOOD).claims, read(GOOD).waivers) == (
        found.references,
        found.claims,
        found.waivers,
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", ["is empty"]),
        (" \n\n", ["is empty"]),
        ('{"schema": 1}', ["1: this is JSON, and a registry is TOML"]),
        ("\n  {}", ["1: this is JSON, and a registry is TOML"]),
        ("schema = 1\nwhat is this\n", ["2:6: not valid TOML: Expected '=' after a key in a key/value pair"]),
        ("a = 1\na = 2\n", ["2:6: not valid TOML: Cannot overwrite a value"]),
        ("a = 2016-02-31\n", ["1:5: not valid TOML: Invalid date or datetime"]),
        ("a = " + "[" * 5000, ["is nested too deeply to be read"]),
        ("a = " + "{a = " * 5000, ["is nested too deeply to be read"]),
        ("schema = 1\na" + ".a" * 30 + " = 1\n", ["2: a key with more than 20 dots"]),
        ("[a" + ".a" * 30 + "]\n", ["1: a key with more than 20 dots"]),
    ],
)
def test_what_is_no_toml(text: str, says: list[str]) -> None:
    assert says == wrong(text)


def test_a_number_of_thousands_of_digits_is_refused() -> None:
    (problem,) = wrong("a = " + "9" * 5000)

    assert problem.startswith("not valid TOML: Exceeds the limit")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xff\xfes\x00", "1: byte 0 is not UTF-8"),
        (b"schema = 1\n\n# caf\xe9\n", "3: byte 17 is not UTF-8"),
        (GOOD.encode("utf-16"), "1: byte 0 is not UTF-8"),
    ],
)
def test_what_is_no_utf_8(data: bytes, says: str) -> None:
    assert [says] == wrong(data)


def test_what_is_too_large() -> None:
    assert wrong(b"#" * (LIMIT + 1)) == ["is larger than 10 MB"]


@pytest.mark.parametrize("until", ["2020-01-01", "2026-11-24", "2027-11-24"])
def test_waivers_may_have_expired_or_last_a_year(until: str) -> None:
    (waiver,) = read(changed("2027-01-31", until)).waivers

    assert until == waiver.until.isoformat()


@pytest.mark.parametrize("target", ['url = "https://example.org/rye"', 'host = "example.org"', 'glob = "*/rye"'])
def test_waivers_may_cover_other_things_than_claims(target: str) -> None:
    (waiver,) = read(changed('claim = "bread-was-baked"\nrules', f"{target}\nrules")).waivers

    assert target.split('"')[1] == waiver.target
    assert waiver.claim is None


def test_a_waiver_may_say_that_somebody_has_looked() -> None:
    target = 'claim = "bread-was-baked"\n'
    (waiver,) = read(changed(f"{target}rules", f'{target}as = "checked-by-hand"\nrules')).waivers

    assert waiver.by_hand
    assert not read(GOOD).waivers[0].by_hand


def test_without_known_rules_a_waiver_may_name_any() -> None:
    registry = parse(changed('"archive-absent"', '"anything"').encode(), "r.toml", today=TODAY)

    assert registry.waivers[0].rules == ("anything",)


@settings(deadline=None, max_examples=200)
@given(
    st.binary(max_size=60)
    | st.lists(
        st.sampled_from(
            [*LINES, "[[reference]]", "x = 1", '"""', "'''", "[", "]", "{", "}", "a.b = 1", "\x00", "é", "id = ["]
        ),
        max_size=30,
    )
    .map("\n".join)
    .map(str.encode)
)
def test_any_bytes_are_read_or_refused_with_what_is_wrong(data: bytes) -> None:
    try:
        registry = parse(data, "references.toml", today=TODAY, rules=RULES)
    except RegistryError as error:
        assert error.hint
        assert all(each.startswith("references.toml:") for each in str(error).split("\n"))
        return
    ids = [each.id for each in registry.references]
    assert len(set(ids)) == len(ids)
    assert all({*claim.cites} <= {*ids} for claim in registry.claims)


def test_the_article_is_named_even_by_a_registry_with_problems() -> None:
    assert article_place(GOOD.replace("schema = 1", "schema = 9").encode(), "r") == (
        "bread.txt",
        "https://example.org/bread",
    )
    assert article_place(b"schema = 1\n", "r") == (None, None)
    assert article_place(b"article = 3\n", "r") == (None, None)
    assert article_place(b'[article]\npath = " "\n', "r") == (None, None)
    assert article_place(b"[article]\npath = 3\n", "r") == (None, None)
    with pytest.raises(RegistryError, match="r:1:3: not valid TOML"):
        article_place(b"a b\n", "r")


def test_the_registry_that_is_shipped_is_good() -> None:
    root = Path(__file__).parent.parent.parent
    registry = parse((root / "references.toml").read_bytes(), "references.toml", today=TODAY)

    assert len(registry.references) == 14
    assert len(registry.claims) == 28


@pytest.mark.parametrize("start", ["'", '"', "'" * 3, '"' * 3, "'" * 3 + "\n", '"' * 3 + "\n"])
def test_a_text_may_have_many_full_stops(start: str) -> None:
    text = f"{'A. B. C. ' * 10}said so."
    (claim,) = read(
        changed('text = "Bread was baked in Leeds before 1800."', f"text = {start}{text}{start.strip()}")
    ).claims

    assert text == claim.text

"""The registry: a good one is read whole, and everything wrong with a bad one is said at once, with its line."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.errors import RegistryError
from verifier.model.registry import Registry
from verifier.registry.parse import LIMIT, article_path, parse

TODAY = dt.date(2026, 11, 24)
RULES = ("archive-absent", "source-duplicated")
GOOD = """\
schema = 1

[article]
path = "bread.txt"
title = "Bread of Leeds"
url = "https://example.org/bread"

[[reference]]
id = "miller-2016"
title = "Bread before steam"
outlet = "The Miller"
author = "Ott, Ann"
entry = "1"
url = "https://example.org/rye"
archive_url = "https://web.archive.org/web/20160504000000/https://example.org/rye"
published = 2016-05-03
accessed = "2016-05"
archived = "2016-05-04/2016-05-06"

[[reference]]
id = "herald"

[[claim]]
id = "bread-was-baked"
text = "Bread was baked in Leeds before 1800."
markers = ["1", "a"]
cites = ["miller-2016", "herald"]

[[waiver]]
claim = "bread-was-baked"
rules = ["archive-absent"]
reason = "Checked in the town archive by hand."
by = "Ann"
until = 2027-01-31
"""
LINES = GOOD.split("\n")


def read(text: str) -> Registry:
    return parse(text.encode(), "references.toml", today=TODAY, rules=RULES)


def wrong(text: str | bytes) -> list[str]:
    """Return the problems, one a line, without the file's name."""
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(RegistryError) as caught:
        parse(data, "references.toml", today=TODAY, rules=RULES)
    problems = str(caught.value).split("\n")

    assert caught.value.hint
    assert all(each.startswith("references.toml:") for each in problems)
    return [each.removeprefix("references.toml:").strip() for each in problems]


def line_of(start: str) -> int:
    return next(number for number, line in enumerate(LINES, 1) if line.startswith(start))


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


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
    assert registry.width(line_of("schema")) == len("schema = 1")
    assert (registry.width(0), registry.width(999)) == (0, 0)
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


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("schema = 1", "schema = 2", "schema must be 1; write schema = 1 at the top"),
        ("schema = 1", 'schema = "1"', "schema must be 1; write schema = 1 at the top"),
        ("schema = 1", "schema = true", "schema must be 1; write schema = 1 at the top"),
        ('path = "bread.txt"', 'path = ""', "[article]: path is empty; fill it"),
        ('path = "bread.txt"', "path = 3", '[article]: path must be text in quotes, not a number: path = "3"'),
        ('id = "herald"', "id = 7", 'reference 2: id must be text in quotes, not a number: id = "7"'),
        ('id = "herald"', 'id = ""', 'reference "": id is empty; fill it'),
        (
            'id = "herald"',
            'id = "The Herald"',
            'reference "The Herald": id "The Herald" must be lower-case letters and digits joined by dashes',
        ),
        ('outlet = "The Miller"', 'outlt = "x"', 'reference "miller-2016": unknown key "outlt"; did you mean outlet?'),
        (
            'title = "Bread before',
            'titel = "Bread before',
            'reference "miller-2016": unknown key "titel"; did you mean title?',
        ),
        (
            'outlet = "The Miller"',
            "outlet = true",
            'reference "miller-2016": outlet must be text in quotes, not true or false: outlet = "True"',
        ),
        (
            'outlet = "The Miller"',
            "outlet = 2016-05-03",
            'reference "miller-2016": outlet must be text in quotes, not a date: outlet = "2016-05-03"',
        ),
        (
            'accessed = "2016-05"',
            'accessed = "2016-02-31"',
            'reference "miller-2016": accessed must be a date: 2016-09-14, or "2016-09", or "2016"; it is "2016-02-31"',
        ),
        (
            'accessed = "2016-05"',
            'accessed = "May 2016"',
            'reference "miller-2016": accessed must be a date: 2016-09-14, or "2016-09", or "2016"; it is "May 2016"',
        ),
        (
            'accessed = "2016-05"',
            "accessed = 2016",
            'reference "miller-2016": accessed must be a date: 2016-09-14, or "2016-09", or "2016"; it is a number',
        ),
        (
            'accessed = "2016-05"',
            'accessed = "2016-05/2016-04"',
            'reference "miller-2016": accessed must be a date: 2016-09-14, or "2016-09", or "2016"; it is "2016-05/',
        ),
        (
            'markers = ["1", "a"]',
            'markers = "1"',
            'claim "bread-was-baked": markers must be a list of texts: markers = ["1", "2"]',
        ),
        (
            'markers = ["1", "a"]',
            "markers = [1]",
            'claim "bread-was-baked": markers must be a list of texts: markers = ["1", "2"]',
        ),
        (
            'cites = ["miller-2016", "herald"]',
            'cites = ["herold"]',
            'claim "bread-was-baked": cites "herold", and no reference has that id; did you mean herald?',
        ),
        (
            'cites = ["miller-2016", "herald"]',
            'cites = ["quarry"]',
            'claim "bread-was-baked": cites "quarry", and no reference has that id',
        ),
        (
            'claim = "bread-was-baked"',
            'claim = "bread-was-backed"',
            'waiver 1: no claim has the id "bread-was-backed"; did you mean bread-was-baked?',
        ),
        (
            'rules = ["archive-absent"]',
            'rules = ["archive-absend"]',
            'waiver 1: no rule has the id "archive-absend"; did you mean archive-absent?',
        ),
        ('rules = ["archive-absent"]', "rules = []", "waiver 1: rules is empty; name at least one"),
        (
            'reason = "Checked in the town archive by hand."',
            'reason = "fine"',
            "waiver 1: reason must have 10 characters or more: say why the finding may stay",
        ),
        ('by = "Ann"', 'by = " "', "waiver 1: by is empty; fill it"),
        ("until = 2027-01-31", 'until = "2027-01"', "waiver 1: until must be one day, such as 2027-02-28"),
        (
            "until = 2027-01-31",
            "until = 2027-11-25",
            "waiver 1: until is more than 365 days ahead; waivers are judged again each year",
        ),
        (
            'claim = "bread-was-baked"\nrules',
            'claim = "bread-was-baked"\nhost = "example.org"\nrules',
            "waiver 1: exactly one of claim, url, host, glob must be given, not 2",
        ),
    ],
)
def test_a_wrong_value_is_named_with_its_line(old: str, new: str, says: str) -> None:
    text = changed(old, new)
    line = text[: text.index(new)].count("\n") + 1
    found = [problem for problem in wrong(text) if says in problem]

    assert len(found) == 1
    assert found[0].startswith(f"{line}: {says}")


@pytest.mark.parametrize(
    ("line", "table", "says"),
    [
        ('path = "bread.txt"\n', "[article]", '[article]: path is missing; add path = "..."'),
        (
            'text = "Bread was baked in Leeds before 1800."\n',
            "[[claim]]",
            'claim "bread-was-baked": text is missing; add text = "..."',
        ),
        ('id = "herald"\n', "", 'reference 2: id is missing; add id = "..."'),
        (
            'reason = "Checked in the town archive by hand."\n',
            "[[waiver]]",
            'waiver 1: reason is missing; add reason = "..."',
        ),
        ('by = "Ann"\n', "[[waiver]]", 'waiver 1: by is missing; add by = "..."'),
        ('rules = ["archive-absent"]\n', "[[waiver]]", 'waiver 1: rules is missing; add rules = ["..."]'),
        ("until = 2027-01-31\n", "[[waiver]]", "waiver 1: until is missing; add a day, until = 2027-02-28"),
    ],
)
def test_a_missing_value_is_named_with_the_line_of_its_table(line: str, table: str, says: str) -> None:
    at = line_of(table) if table else line_of('id = "herald"') - 1

    assert f"{at}: {says}" in wrong(changed(line, ""))


def test_a_waiver_needs_a_target() -> None:
    text = changed('claim = "bread-was-baked"\nrules', "rules")

    assert wrong(text) == [
        f"{line_of('[[waiver]]')}: waiver 1: exactly one of claim, url, host, glob must be given, not 0"
    ]


@pytest.mark.parametrize("until", ["2020-01-01", "2026-11-24", "2027-11-24"])
def test_waivers_may_have_expired_or_last_a_year(until: str) -> None:
    (waiver,) = read(changed("2027-01-31", until)).waivers

    assert until == waiver.until.isoformat()


@pytest.mark.parametrize("target", ['url = "https://example.org/rye"', 'host = "example.org"', 'glob = "*/rye"'])
def test_waivers_may_cover_other_things_than_claims(target: str) -> None:
    (waiver,) = read(changed('claim = "bread-was-baked"\nrules', f"{target}\nrules")).waivers

    assert target.split('"')[1] == waiver.target
    assert waiver.claim is None


def test_without_known_rules_a_waiver_may_name_any() -> None:
    registry = parse(changed('"archive-absent"', '"anything"').encode(), "r.toml", today=TODAY)

    assert registry.waivers[0].rules == ("anything",)


@pytest.mark.parametrize(("kind", "extra"), [("reference", ""), ("claim", 'text = "Rye."\n')])
def test_an_id_that_is_used_twice_names_both_lines(kind: str, extra: str) -> None:
    identifier = "herald" if kind == "reference" else "bread-was-baked"
    text = f'{GOOD}\n[[{kind}]]\nid = "{identifier}"\n{extra}'
    first = line_of(f'id = "{identifier}"') - 1

    assert wrong(text) == [f'{len(LINES) + 1}: {kind} id "{identifier}" is used twice (first on line {first})']


def test_everything_wrong_is_said_at_once_in_order() -> None:
    text = (
        GOOD.replace('outlet = "The Miller"', "outlet = 3")
        .replace('by = "Ann"\n', "")
        .replace("schema = 1", "schema = 3")
    )

    assert [problem.partition(":")[0] for problem in wrong(text)] == [
        "1",
        str(line_of("outlet")),
        str(line_of("[[waiver]]")),
    ]


def test_tables_of_the_wrong_kind() -> None:
    single = 'schema = 1\n[article]\npath = "a"\n[reference]\nid = "rye"\n'
    listed = 'schema = 1\n[[article]]\npath = "a"\n[[reference]]\nid = "rye"\n'

    assert wrong(single) == ["1: reference must be a list of tables: write [[reference]]"]
    assert '1: article must be a table: [article] with path = "..."' in wrong(listed)


def test_a_registry_of_nothing_says_what_to_do() -> None:
    assert wrong('schema = 1\n[article]\npath = "a"\n') == [
        "1: the registry has no reference and no claim; draft one with: verify init ARTICLE"
    ]


def test_where_lines_are_not_known_none_is_made_up() -> None:
    text = 'schema = 1\nreference = [{id = "rye", titel = "Rye"}]\n[article]\npath = "a"\n'

    assert wrong(text) == ['reference "rye": unknown key "titel"; did you mean title?']


@settings(deadline=None, max_examples=60)
@given(
    st.dictionaries(
        st.from_regex(r"x[a-z]{3,8}", fullmatch=True),
        st.sampled_from(
            [
                "1",
                '"text"',
                "'raw'",
                "true",
                "2016-05-03",
                "[1, 2]",
                '[\n  "1",\n  "2",\n]',
                '"""\n[[claim]]\nid = 3\n"""',
                "{a = 1}",
            ]
        ),
        max_size=5,
    ),
    st.sampled_from(["[article]", "[[reference]]", "[[claim]]", "[[waiver]]", ""]),
)
def test_every_unknown_key_is_reported_with_its_line(keys: dict[str, str], table: str) -> None:
    written = "".join(f"{key} = {value} # a remark\n" for key, value in keys.items())
    text = GOOD.replace(f"{table}\n", f"{table}\n{written}", 1) if table else written + GOOD
    problems = wrong(text) if keys else []
    expected = [f"{text[: text.index(f'{key} = ')].count(chr(10)) + 1}:" for key in keys]

    assert expected == [problem.split(" ")[0] for problem in problems]
    assert all(f'unknown key "{key}"' in problem for key, problem in zip(keys, problems, strict=True))


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
    assert article_path(GOOD.replace("schema = 1", "schema = 9").encode(), "r") == "bread.txt"
    assert article_path(b"schema = 1\n", "r") is None
    assert article_path(b"article = 3\n", "r") is None
    assert article_path(b'[article]\npath = " "\n', "r") is None
    assert article_path(b"[article]\npath = 3\n", "r") is None
    with pytest.raises(RegistryError, match="r:1:3: not valid TOML"):
        article_path(b"a b\n", "r")


def test_the_registry_that_is_shipped_is_good() -> None:
    root = Path(__file__).parent.parent.parent
    registry = parse((root / "references.toml").read_bytes(), "references.toml", today=TODAY)

    assert len(registry.references) == 14
    assert len(registry.claims) == 28


@pytest.mark.parametrize(("kind", "text"), [("reference", ""), ("claim", ', text = "Rye."')])
def test_an_id_that_is_used_twice_is_told_of_an_inline_list_too(kind: str, text: str) -> None:
    tables = ", ".join(f'{{id = "{name}"{text}}}' for name in ("rye", "oats", "oats"))

    assert wrong(f'schema = 1\n{kind} = [{tables}]\n[article]\npath = "a"\n') == [f'{kind} id "oats" is used twice']


@pytest.mark.parametrize("start", ["'", '"', "'" * 3, '"' * 3, "'" * 3 + "\n", '"' * 3 + "\n"])
def test_a_text_may_have_many_full_stops(start: str) -> None:
    text = f"{'A. B. C. ' * 10}said so."
    (claim,) = read(
        changed('text = "Bread was baked in Leeds before 1800."', f"text = {start}{text}{start.strip()}")
    ).claims

    assert text == claim.text

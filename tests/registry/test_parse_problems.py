"""What is wrong in a registry: all of it is said at once, each with its line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .bread import GOOD, LINES, changed, line_of, wrong


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("schema = 1", "schema = 2", "schema must be 1; write schema = 1 at the top"),
        ("schema = 1", 'schema = "1"', "schema must be 1; write schema = 1 at the top"),
        ("schema = 1", "schema = true", "schema must be 1; write schema = 1 at the top"),
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


def test_an_article_has_a_path_or_a_url_that_can_be_read() -> None:
    url = 'url = "https://example.org/bread"\n'
    without = changed(url, "")

    assert wrong(without.replace('path = "bread.txt"\n', "")) == ['3: [article]: path is missing; add path = "..."']
    assert wrong(without.replace('path = "bread.txt"', 'path = ""')) == ["4: [article]: path is empty; fill it"]
    broken = changed(url, 'url = "example.org/bread"\n').replace('path = "bread.txt"\n', "")
    said = "url is read where there is no path: the URL is not an absolute http(s) URL; start it with https://"
    assert wrong(broken) == [f"5: [article]: {said}"]


def test_a_waiver_is_checked_by_hand_or_nothing_else() -> None:
    text = changed('claim = "bread-was-baked"\nrules', 'claim = "bread-was-baked"\nas = "seen"\nrules')

    assert wrong(text) == [
        f'{line_of("[[waiver]]") + 2}: waiver 1: as must be "checked-by-hand", or be left out, not "seen"'
    ]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("on = 2026-11-01", 'on is the day of a check by hand; add as = "checked-by-hand", or take it out'),
        ('on = 2029-01-01\nas = "checked-by-hand"', "on is after until, 2027-01-31; it is the day somebody has looked"),
        ('on = "2026-11"\nas = "checked-by-hand"', "on must be one day, such as 2027-02-28"),
    ],
)
def test_the_day_of_a_check_by_hand_is_a_day_of_one(said: str, told: str) -> None:
    (found,) = wrong(changed('claim = "bread-was-baked"\nrules', f'claim = "bread-was-baked"\n{said}\nrules'))

    assert found == f"{line_of('[[waiver]]') + 2}: waiver 1: {told}"


def test_a_waiver_needs_a_target() -> None:
    text = changed('claim = "bread-was-baked"\nrules', "rules")

    assert wrong(text) == [
        f"{line_of('[[waiver]]')}: waiver 1: exactly one of claim, url, host, glob must be given, not 0"
    ]


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
    assert "1: article must be a table: write [article]" in wrong(listed)


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


@pytest.mark.parametrize(("kind", "text"), [("reference", ""), ("claim", ', text = "Rye."')])
def test_an_id_that_is_used_twice_is_told_of_an_inline_list_too(kind: str, text: str) -> None:
    tables = ", ".join(f'{{id = "{name}"{text}}}' for name in ("rye", "oats", "oats"))

    assert wrong(f'schema = 1\n{kind} = [{tables}]\n[article]\npath = "a"\n') == [f'{kind} id "oats" is used twice']


def test_a_slip_on_every_line_is_told_of_the_first_ones() -> None:
    rows = "".join(f'\n[[reference]]\nid = "r{number}"\nentry = {number}\n' for number in range(1, 301))
    problems = wrong(f'schema = 1\n\n[article]\npath = "a.txt"\n{rows}')

    assert len(problems) == 51
    assert problems[0].startswith('8: reference "r1": entry must be text in quotes')
    assert problems[-1] == "and 250 more problems further down"

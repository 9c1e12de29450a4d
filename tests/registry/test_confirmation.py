"""A registry's own rule for pages that cannot be reached: it is read, and what is wrong with it is said."""

import pytest

from verifier.model.live import USUAL, Confirmation

from .bread import GOOD, read, wrong


def test_a_rule_is_read_and_without_one_the_usual_holds() -> None:
    assert read(GOOD).confirmation == USUAL == Confirmation(3, 3, 1, 3)
    assert read(f"{GOOD}[confirmation]\nfailed = 2\n").confirmation == Confirmation(2, 2, 1, 3)
    every = "[confirmation]\nfailed = 4\nof = 10\napart = 7\nspan = 30\n"
    assert read(GOOD + every).confirmation == Confirmation(4, 10, 7, 30)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("failed = 0", "failed must be a whole number from 1 to 10, not 0"),
        ("failed = true", "failed must be a whole number from 1 to 10, not true or false"),
        ("of = 2", "of must be a whole number from 3 to 10, not 2"),
        ("of = 11", "of must be a whole number from 3 to 10, not 11"),
        ('apart = "24h"', 'apart must be a whole number from 1 to 365, not "24h"'),
        ("span = 2.5", "span must be a whole number from 0 to 365, not 2.5"),
        ("fails = 3", 'unknown key "fails"; did you mean failed?'),
    ],
)
def test_a_wrong_value_is_reported_with_its_line(line: str, says: str) -> None:
    text = f"{GOOD}[confirmation]\n{line}\n"

    assert wrong(text) == [f"{text.count(chr(10))}: [confirmation]: {says}"]

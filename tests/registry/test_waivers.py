"""A waiver written as text is read back as it was given, whatever stands before it."""

import datetime as dt
import tomllib

from hypothesis import given
from hypothesis import strategies as st

from verifier.registry.waivers import appended, block

TEXT = st.text(min_size=1, max_size=30).filter(
    lambda text: text.isprintable() or text.encode("utf-8", "ignore").decode() == text
)
DAY = dt.date(2027, 2, 28)


@given(TEXT, TEXT, st.lists(TEXT, min_size=1, max_size=3))
def test_any_words_come_back(reason: str, by: str, rules: list[str]) -> None:
    data = appended(b'schema = 1\r\n[article]\r\npath = "a.txt"', block({"claim": reason}, rules, reason, by, DAY))

    (waiver,) = tomllib.loads(data.decode())["waiver"]
    assert waiver == {"claim": reason, "rules": rules, "reason": reason, "by": by, "until": DAY}


@given(st.sampled_from([b"", b"a = 1", b"a = 1\n", b"a = 1\r\n\r\n", b"# x"]))
def test_what_stands_before_it_stays_to_the_byte(before: bytes) -> None:
    data = appended(before, block({"host": "x.example"}, ["url-malformed"], "ten letters", "m", DAY))

    assert data.startswith(before)
    assert tomllib.loads(data.decode())["waiver"][0]["host"] == "x.example"

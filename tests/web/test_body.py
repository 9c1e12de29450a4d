"""A part of a body is never taken for the body."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.errors import Unreachable
from verifier.web import body
from verifier.web.body import Framing

PAGE = b"<html>" + bytes(range(32, 127)) * 20 + b"</html>"
ZIPPED = Framing(gzip=True, bounded=False)


@given(st.integers(0, len(gzip.compress(PAGE, mtime=0)) - 1), st.integers(1, 50))
def test_gzip_cut_anywhere_is_an_error(cut: int, size: int) -> None:
    data = gzip.compress(PAGE, mtime=0)[:cut]

    with pytest.raises(Unreachable):
        body.read([data[at : at + size] for at in range(0, cut, size)], ZIPPED, 10_000)


@given(st.binary(max_size=3000), st.integers(0, 3000), st.integers(1, 500))
def test_whole_bodies_come_out_as_they_went_in_up_to_the_limit(data: bytes, limit: int, size: int) -> None:
    packed = gzip.compress(data[:1000]) + gzip.compress(data[1000:])
    chunks = [packed[at : at + size] for at in range(0, len(packed), size)]

    assert body.read(chunks, ZIPPED, limit) == (data[:limit], len(data) > limit)


@given(st.binary(max_size=200).map(lambda data: b"<html>" + data + b"."), st.integers(0, 200))
def test_plain_bodies_need_a_length_or_an_end(data: bytes, limit: int) -> None:
    assert body.read([data], Framing(gzip=False, bounded=True), limit) == (data[:limit], len(data) > limit)
    if len(data) <= limit:
        with pytest.raises(Unreachable, match=f"incomplete .{len(data)} bytes, end missing"):
            body.read([data], Framing(gzip=False, bounded=False), limit)


@given(st.binary(max_size=300))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    for how in (ZIPPED, Framing(gzip=False, bounded=True)):
        try:
            body.read([b"\x1f\x8b" + data], how, 100)
        except Unreachable as error:
            assert error.hint


@pytest.mark.parametrize(
    "headers",
    [
        {"content-length": ["1", "1"]},
        {"content-length": ["1"], "transfer-encoding": ["chunked"]},
        {"content-encoding": ["gzip, gzip"]},
        {"content-encoding": ["gzip", "gzip"]},
        {"content-encoding": ["br"]},
    ],
)
def test_odd_framing_is_an_error(headers: dict[str, list[str]]) -> None:
    with pytest.raises(Unreachable):
        body.framing(headers, 200)


def test_an_empty_coding_beside_gzip_is_gzip() -> None:
    assert body.framing({"content-encoding": ["", "gzip"]}, 200) == ZIPPED

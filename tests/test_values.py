"""Frozen values behave as dataclasses do, whatever makes them."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.values import frozen


@frozen
class Ours:
    number: int
    words: tuple[str, ...] = ()
    secret: str = field(default="", repr=False)
    body: bytes = field(default=b"", compare=False)


@dataclass(frozen=True, slots=True)
class Theirs:
    number: int
    words: tuple[str, ...] = ()
    secret: str = field(default="", repr=False)
    body: bytes = field(default=b"", compare=False)


@frozen
class Empty:
    pass


@frozen
class Named:
    name: str

    def __repr__(self) -> str:
        return f"<{self.name}>"


FIELDS = st.tuples(st.integers(0, 2), st.tuples(st.sampled_from("ab")), st.sampled_from("ab"), st.binary(max_size=1))


@given(FIELDS, FIELDS)
def test_a_value_is_equal_hashed_and_shown_as_a_dataclass_is(
    first: tuple[int, tuple[str], str, bytes], second: tuple[int, tuple[str], str, bytes]
) -> None:
    assert (Ours(*first) == Ours(*second)) is (Theirs(*first) == Theirs(*second))
    assert len({Ours(*first), Ours(*second)}) == len({Theirs(*first), Theirs(*second)})
    assert repr(Ours(*first)) == repr(Theirs(*first)).replace("Theirs", "Ours")


def test_a_value_is_not_equal_to_one_of_another_class() -> None:
    others: list[object] = [Theirs(1), (1, (), ""), None]
    assert Ours(1) not in others
    assert Empty() == Empty()
    assert repr(Empty()) == "Empty()"


def test_a_value_cannot_be_changed_or_given_another_field() -> None:
    one = Ours(1)
    with pytest.raises(FrozenInstanceError):
        one.number = 2  # type: ignore[misc]
    with pytest.raises((FrozenInstanceError, AttributeError, TypeError)):
        one.other = 2  # type: ignore[attr-defined]
    assert not hasattr(one, "__dict__")


def test_a_value_can_be_copied_in_every_way() -> None:
    one = Ours(1, ("a",), "s", b"b")

    assert replace(one, number=2) == Ours(2, ("a",), "s")
    assert copy.deepcopy(one) == one
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - our own bytes


def test_what_a_class_defines_itself_is_kept() -> None:
    assert repr(Named("a")) == "<a>"
    assert "s" not in repr(Ours(1, secret="s")).replace("words", "").replace("Ours", "")

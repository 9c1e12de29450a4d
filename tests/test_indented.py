import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import indented

PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
TREES = st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.tuples(inner, inner))


@given(TREES, st.booleans())
def test_what_is_written_is_what_json_writes_with_an_indent(value: Any, sort_keys: bool) -> None:
    plain = json.dumps(value, ensure_ascii=False, indent=2, sort_keys=sort_keys)
    assert indented.dumps(value, sort_keys=sort_keys) == plain


@pytest.mark.parametrize("value", [float("nan"), {"a": [float("inf")]}, [{"a": {}}, {"b": float("-inf")}]])
def test_a_number_that_json_does_not_have_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        indented.dumps(value)


@pytest.mark.parametrize("value", [{1: [[]]}, object(), {"a": {1, 2}}])
def test_what_json_does_not_have_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        indented.dumps(value)

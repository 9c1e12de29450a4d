"""Foreign text made harmless: no control, no command and no markup gets through, and nothing is lost."""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import escape

_RAW = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
_COMMAND = re.compile(r"^\s*::|##\[|##vso\[", re.MULTILINE)
HOSTILE = st.text(
    st.sampled_from(
        "ab :#[]vso<>&|*_`~\\@!-+=1.)(\n\t\r\x1b\x07\x9b\x00\u202e\u200b\ufeff\ud800\udc00\U000e0041\u0301\u2028/w"
    )
    | st.characters(),
    max_size=40,
)


@pytest.fixture(scope="module")
def payloads(shared: Path) -> list[str]:
    folder = shared / "data/hostile"
    rows = [
        json.loads(row)
        for name in ("injection.jsonl", "xss.jsonl")
        for row in (folder / name).read_text("utf-8").splitlines()
    ]

    assert len(rows) > 150
    return [row["payload"] for row in rows]


def must_be_harmless(text: str) -> None:
    assert not _RAW.search(text)
    text.encode("utf-8")


def test_every_payload_is_harmless_in_a_terminal(payloads: list[str]) -> None:
    for payload in [*payloads, *(f"seen: {each}" for each in payloads), *(f"{each}\n{each}" for each in payloads)]:
        for shown in (escape.terminal(payload), escape.line(payload)):
            must_be_harmless(shown)
            assert not _COMMAND.search(shown)
        assert "\n" not in escape.line(payload)
        assert "\t" not in escape.line(payload)


def test_every_payload_is_one_line_of_plain_words_in_markdown(payloads: list[str]) -> None:
    for payload in payloads:
        shown = escape.markdown(payload).replace(";<!-- -->", ";")
        must_be_harmless(shown)
        assert "\n" not in shown
        assert not re.search(r"(?<!\\)[`*_\[\]|~$<>]|[<>]|://|@|(?<!&)#|^\d+[.)]|^[-+=]|^::", shown)
        assert shown.count("\\") >= payload.replace("\x00", "").count("\\")


def test_every_payload_survives_json(payloads: list[str]) -> None:
    for payload in payloads:
        written = escape.dumps({"text": payload, payload: [payload]})
        must_be_harmless(written)
        assert not _COMMAND.search(written)
        assert json.loads(written) == {"text": payload, payload: [payload]}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rye \u00e9t\u00e9 \u9ea6 \U0001f35e", "Rye \u00e9t\u00e9 \u9ea6 \U0001f35e"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\x1b[2Jb", "a\\x1b[2Jb"),
        ("a\rb\x00\x7f\x9b", "a\\x0db\\x00\\x7f\\x9b"),
        ("a\u202eb\u2069\ufeff\u200b", "a\\u202eb\\u2069\\ufeff\\u200b"),
        ("\u2028\ud800\U000e0041", "\\u2028\\ud800\\U000e0041"),
        ("e" + "\u0301" * 4, "e" + "\u0301" * 4),
        ("e" + "\u0301" * 400 + "x", "e" + "\u0301" * 4 + "x"),
        ("e" + "\u0483" * 400 + "x", "e" + "\u0483" * 4 + "x"),
        ("e" + "\u1ab0" * 400 + "x", "e" + "\u1ab0" * 4 + "x"),
        ("e" + "\u1dc0" * 400 + "x", "e" + "\u1dc0" * 4 + "x"),
    ],
)
def test_hidden_characters_become_visible(text: str, shown: str) -> None:
    assert shown == escape.visible(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", ": :error::x"),
        ("rye\n  ::error::x", "rye\n  : :error::x"),
        ("a ##[error]b", "a # #[error]b"),
        ("##vso[task.x]", "# #vso[task.x]"),
        ("std::vector", "std::vector"),
        ("## heading", "## heading"),
    ],
)
def test_workflow_commands_are_broken_and_nothing_else(text: str, shown: str) -> None:
    assert shown == escape.terminal(text)


def test_a_line_shows_its_line_ends() -> None:
    assert escape.line("a\nb\tc\r\n::x") == "a\\nb\\tc\\x0d\\n::x"
    assert escape.line("::x") == ": :x"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rye fell.", "Rye fell."),
        ("*Rye* _fell_ `x` ~y~", r"\*Rye\* \_fell\_ \`x\` \~y\~"),
        ("[x](y) | $z$", r"\[x\](y) \| \$z\$"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("@ott #12", "&#64;<!-- -->ott &#35;<!-- -->12"),
        ("https://example.org www.example.org", "https:&#47;&#47;example.org www&#46;example.org"),
        ("- rye", "\\- rye"),
        ("+ rye", "\\+ rye"),
        ("=====", "\\====="),
        ("1. rye", "1\\. rye"),
        ("12) rye", "12\\) rye"),
        ("rye\n\n1. oats", "rye 1. oats"),
        ("\\*", "\\\\\\*"),
        ("::error::x", "&#58;:error::x"),
    ],
)
def test_markdown_shows_just_the_text(text: str, shown: str) -> None:
    assert shown == escape.markdown(text)


def test_json_is_indented_sorted_as_given_and_refuses_what_is_no_number() -> None:
    assert escape.dumps({"b": 1, "a": ["\u00e9"]}) == '{\n  "b": 1,\n  "a": [\n    "\u00e9"\n  ]\n}\n'
    with pytest.raises(ValueError, match="JSON compliant"):
        escape.dumps(float("nan"))


def test_lone_surrogates_cannot_be_written_and_are_replaced() -> None:
    written = escape.dumps({"a": "x\ud800y", "b": "\udfff"})

    assert json.loads(written) == {"a": "x\ufffdy", "b": "\ufffd"}
    written.encode("utf-8")


def without_surrogates(value: Any) -> Any:
    if isinstance(value, str):
        return re.sub("[\ud800-\udfff]", "\ufffd", value)
    if isinstance(value, list):
        return [without_surrogates(each) for each in value]
    return value


@given(
    st.recursive(
        HOSTILE | st.integers() | st.none() | st.booleans(), lambda inner: st.lists(inner, max_size=3), max_leaves=5
    )
)
def test_any_value_round_trips_through_json(value: object) -> None:
    written = escape.dumps(value)

    must_be_harmless(written)
    assert not _COMMAND.search(written)
    assert without_surrogates(value) == json.loads(written)


@given(HOSTILE)
def test_any_text_is_harmless_everywhere(text: str) -> None:
    for shown in (escape.terminal(text), escape.line(text)):
        must_be_harmless(shown)
        assert not _COMMAND.search(shown)
    shown = escape.markdown(text).replace(";<!-- -->", ";")
    must_be_harmless(shown)
    assert shown == " ".join(shown.split())
    assert not re.search(r"[<>@]|://|(?<!&)#", shown)
    runs = re.findall("[\u0300-\u036f]+", escape.visible(text))
    assert all(len(run) <= 4 for run in runs if unicodedata.combining(run[0]))


@given(
    st.text(st.characters(categories=["L", "Nd", "Zs"], include_characters=".,;!?()'\u201c\u201d\u2013"), max_size=40)
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert text == escape.terminal(text)
    assert text == escape.line(text)

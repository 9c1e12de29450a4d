"""The article in the report: every word of it, in order, cut at claims and markers."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier import Job, open_transport, verify
from verifier.model.report import ArticleRow


def _row(folder: Path, text: str, name: str = "a.txt") -> ArticleRow:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    transport = open_transport(str(folder / "store"), offline=True)
    report = verify([Job(str(path), None, transport)], today=dt.date(2026, 11, 24), offline=True)
    return report["articles"][0]


def _text(row: ArticleRow) -> str:
    return "\n".join("".join(piece["text"] for piece in block["pieces"]) for block in row["body"])


BREAD = (
    "Bread\n\nRye came first.[1] Wheat followed on 3 May 2019,[2-3] and spread.\n\nHistory\n\nNobody knows.[4]\n\n"
    'References\n\n1. "Rye". Ellin Courier. 2 May 2019.\n2. "Wheat". Bote. 4 May 2019.\n3. "More". Bote.\n'
)


def test_the_body_holds_the_whole_article_in_order(tmp_path: Path) -> None:
    row = _row(tmp_path, BREAD)

    assert ["paragraph", "paragraph", "heading", "paragraph", "heading", "entry", "entry", "entry"] == [
        block["kind"] for block in row["body"]
    ]
    assert [None, None, None, None, None, "1", "2", "3"] == [block["label"] for block in row["body"]]
    assert [1, 3, 5, 7, 9, 11, 12, 13] == [block["line"] for block in row["body"]]
    squeezed = "".join(BREAD.replace("1. ", "", 1).replace("2. ", "", 1).replace("3. ", "", 1).split())
    assert squeezed == "".join(_text(row).split())


def test_a_piece_names_its_claim_and_the_markers_it_shows(tmp_path: Path) -> None:
    row = _row(tmp_path, BREAD)
    first, second, _ = (claim["id"] for claim in row["claims"])

    assert [
        ("Rye came first.", first, []),
        ("[1]", first, [0]),
        (" ", None, []),
        ("Wheat followed on 3 May 2019,", second, []),
        ("[2-3]", second, [0, 1]),
        (" and spread.", None, []),
    ] == [(piece["text"], piece["claim"], piece["markers"]) for piece in row["body"][1]["pieces"]]


def test_a_claim_tells_when_it_happened(tmp_path: Path) -> None:
    claims = _row(tmp_path, BREAD)["claims"]

    assert [None, {"date": "2019-05-03", "inherited": False}, None] == [claim["event"] for claim in claims]


@pytest.mark.parametrize("text", ["https://bob:s3cr3t@a.test/x", "https://a.test/?token=s3[1]cr3t"])
def test_a_secret_in_an_address_is_not_told_even_where_a_marker_stands_in_it(text: str, tmp_path: Path) -> None:
    row = _row(tmp_path, f"See {text} now.[1]\n\nReferences\n\n1. A page. 3 May 2019.\n")

    assert "cr3t" not in _text(row)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["Rye rose.", "[1]", "[2, 3]", "[1-3]", " ", "\n\n", "History\n", "é\U0001f35e"]), max_size=30
    )
)
def test_any_article_is_told_whole(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    head = "".join(parts)
    text = f"Bread is old.[1] {head}\n\nReferences\n\n1. One. 3 May 2019.\n"

    row = _row(tmp_path_factory.mktemp("body"), text)

    assert "".join(f"Bread is old.[1] {head} References".split()) in "".join(_text(row).split())

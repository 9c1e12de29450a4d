"""Heads and feet of printed pages are no text, and no part of entries."""

import pytest

from verifier.articles import plaintext

PAGED = (
    "Moles\n\nThe mole is old.[1] It{0}is lit.[2] It is long.[3]\n\nReferences\n"
    "[1] Doe, The old{1}mole. 2001.\n[2] Roe, Light. 2002.{2}\n[3] Poe, Length. 2003.\n"
)
ENTRIES = ["Doe, The old mole. 2001.", "Roe, Light. 2002.", "Poe, Length. 2003."]


@pytest.mark.parametrize(
    "edge",
    [
        "\n\n{0}\n\fJournal of Moles, vol. {0}\n\n",
        "\n{0}\n\f",
        "\nJournal of Moles\n{0}\n\f\n",
        "\nPage {0} of 9\n",
        "\nPage {0} of 9\nJournal of Moles\n",
        "\nJournal of Moles {0}\nSeite {0} von 9\n",
    ],
)
def test_what_is_printed_on_every_page_is_no_text(edge: str) -> None:
    article = plaintext.parse(PAGED.format(*(edge.format(page) for page in (3, 4, 5))), "a.txt")

    assert ENTRIES == [entry.text for entry in article.lists[0].entries]
    assert ["1", "2", "3"] == [marker.label for marker in article.markers]
    assert "is lit." in [claim.text for claim in article.claims]
    assert any(remark.kind == "page-head" for remark in article.remarks)


def test_lines_that_stand_at_no_edge_of_a_page_are_text() -> None:
    text = (
        "Moles\n\nYear\n3\n4\n5\nYear\n6\nThe mole is old.[1]\n\nReferences\n[1] Doe, Moles.\n2001\n[2] Roe.\n\fLast\n"
    )

    assert ["Doe, Moles. 2001", "Roe. Last"] == [
        " ".join(entry.text.split()) for entry in plaintext.parse(text, "a.txt").lists[0].entries
    ]

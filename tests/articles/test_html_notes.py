"""Notes as word processors and blogs write them: each in a box of its own, with an id that counts."""

from collections.abc import Callable

import pytest

from verifier.articles.html import parse
from verifier.model.article import Article

Maker = Callable[[list[int], list[int]], Article]

WORD = '<p>Rye fell.{}</p><div id="notes">{}</div>'


def word(cited: list[int], notes: list[int]) -> Article:
    """Return a page as Google Docs exports it, with these markers and notes."""
    marks = "".join(f'<sup><a href="#ftnt{n}" id="ftnt_ref{n}">[{n}]</a></sup>' for n in cited)
    boxes = (f'<div><p><a href="#ftnt_ref{n}" id="ftnt{n}">[{n}]</a> Doe {n}.</p></div>' for n in notes)
    return parse(WORD.format(marks, "".join(boxes)), "a.html")


def blog(cited: list[int], notes: list[int]) -> Article:
    """Return a page as Substack has it: the links are neither raised nor in brackets."""
    marks = " ".join(f'<a id="footnote-anchor-{n}" href="#footnote-{n}">{n}</a>' for n in cited)
    boxes = (
        f'<div><a id="footnote-{n}" href="#footnote-anchor-{n}">{n}</a><div><p>Doe {n}.</p></div></div>' for n in notes
    )
    return parse(WORD.format(marks, "".join(boxes)), "a.html")


@pytest.mark.parametrize("made", [word, blog])
def test_a_note_that_nothing_cites_is_an_entry_and_no_marker(made: Maker) -> None:
    article = made([1, 2, 4], [1, 2, 3, 4])

    assert ["1", "2", "4"] == [marker.label for marker in article.markers]
    assert [[("1", "Doe 1."), ("2", "Doe 2."), ("3", "Doe 3."), ("4", "Doe 4.")]] == [
        [(entry.label, entry.text) for entry in each.entries] for each in article.lists
    ]


@pytest.mark.parametrize("made", [word, blog])
@pytest.mark.parametrize("lost", [1, 2, 4])
def test_a_marker_whose_note_is_gone_is_still_a_marker(made: Maker, lost: int) -> None:
    article = made([1, 2, 3, 4], [note for note in (1, 2, 3, 4) if note != lost])

    assert ["1", "2", "3", "4"] == [marker.label for marker in article.markers]
    assert [str(note) for note in (1, 2, 3, 4) if note != lost] == [each.label for each in article.lists[0].entries]


def test_a_link_to_another_page_is_no_marker() -> None:
    page = '<p>Rye fell.<sup><a href="#n1">1</a></sup> See<sup><a href="/b#n7">7</a></sup></p><p id="n1">1 Doe.</p>'

    assert ["1"] == [marker.label for marker in parse(page, "a.html").markers]


def test_chapters_and_their_contents_lead_to_each_other_and_are_no_markers() -> None:
    page = '<p><a id="t1" href="#s1">1</a> Rye</p><h2 id="s1"><a href="#t1">1</a> Rye</h2><p>It fell.</p>'

    assert () == parse(page, "a.html").markers


def entries(page: str) -> list[tuple[str | None, str]]:
    return [(entry.label, entry.text) for each in parse(page, "a.html").lists for entry in each.entries]


THREE = [("1", "Doe."), ("2", "Roe."), ("3", "Poe.")]
CITED = '<p>Rye fell [<a href="#r1">1</a>], oats rose [<a href="#r2">2</a>].</p><h2>Bibliography</h2>'


@pytest.mark.parametrize(
    "made",
    [
        "<dl>{}</dl>".format("".join(f'<dt id="r{n}">[{n}]</dt><dd>{text}</dd>' for n, text in THREE)),
        "<table>{}</table>".format(
            "".join(f'<tr><td>[<a name="r{n}">{n}</a>]</td><td>{text}</td></tr>' for n, text in THREE)
        ),
    ],
)
def test_a_bibliography_of_terms_or_rows_has_the_entry_that_nothing_cites(made: str) -> None:
    assert THREE == entries(CITED + made)


def test_labels_behind_line_breaks_begin_entries() -> None:
    page = "<p>Rye. [1] Oats. [2] Hay. [3]</p><p><b>References:</b><br>[1] Doe.<br>[2] Roe.<br/>[3] Poe.</p>"

    assert THREE == entries(page)


def test_a_label_may_stand_in_a_block_of_its_own() -> None:
    boxes = "".join(f'<div><div class="number"><b>{n}.</b></div><div>{text}</div></div>' for n, text in THREE)

    assert THREE == entries(f"<p>Rye [1]. Oats [2]. Hay [3].</p><h2>References</h2>{boxes}")


def test_the_name_of_a_marker_is_what_links_back_lead_to() -> None:
    mark = (
        '<p>Rye.<a name="n1anc" href="#n1sym"><sup>1</sup></a> Oats.<a name="n2anc" href="#n2sym"><sup>2</sup></a></p>'
    )
    notes = "".join(f'<div><p><a name="n{n}sym" href="#n{n}anc">{n}</a>{text}</p></div>' for n, text in THREE)

    assert THREE == entries(mark + notes)  # as LibreOffice writes them


def test_a_star_is_a_marker_where_its_note_leads_back() -> None:
    page = (
        '<p>Rye.<a href="#n" id="m">*</a> Oats.<sup><a href="#f1">1</a></sup></p><p id="n"><a href="#m">*</a> Doe.</p>'
    )

    assert ["*", "1"] == [marker.label for marker in parse(page + '<ol><li id="f1">Roe.</li></ol>', "a.html").markers]


def test_rows_without_links_are_entries_without_the_bar_between_their_cells() -> None:
    rows = "".join(f"<tr><td>[{n}]</td><td>{text}</td></tr>" for n, text in THREE)

    assert THREE == entries(f"<p>Rye [1]. Oats [2]. Hay [3].</p><h2>References</h2><table>{rows}</table>")


def test_an_arrow_that_leads_to_a_marker_that_is_gone_is_no_text() -> None:
    ids = ("be", "cafe", "add")
    items = zip(ids, THREE, strict=True)
    notes = "".join(f'<li id="{i}">{text} <a href="#{i}-link">\u21a9\ufe0e</a></li>' for i, (_, text) in items)
    page = f'<p>Rye.<sup><a href="#be" id="be-link">1</a></sup></p><ol>{notes}</ol>'  # as WordPress writes it

    assert THREE == entries(page)

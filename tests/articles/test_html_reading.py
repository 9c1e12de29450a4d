"""What of a page is read: claims from all its parts, entries with their addresses, and nothing that is no article."""

import datetime as dt

import pytest

from verifier.articles.html import PARSER, parse
from verifier.articles.plaintext import PARSER as PLAINTEXT
from verifier.articles.wikitext import PARSER as WIKITEXT
from verifier.model.article import Article

LIST = '<h2>References</h2><ol><li id="cite_note-1"><a href="#cite_ref-1">^</a> Doe. Rye.</li></ol>'
ONE = '<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup>'


def read(body: str, with_list: bool = True) -> Article:
    return parse(body + (LIST if with_list else ""), "a.html")


def claims(body: str) -> list[str]:
    return [claim.text for claim in read(body).claims]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<p>Rye fell.{ONE}</p>", "Rye fell."),
        (f"<ul><li>Oats<li>Rye fell.{ONE}</ul>", "Rye fell."),
        (f"<table><caption>Rye fell.{ONE}</caption><tr><td>x</table>", "Rye fell."),
        (f"<table><tr><th>Rye<td>3 May 2016<td><td>fell. It did.{ONE}</table>", "Rye | 3 May 2016 | fell. It did."),
        (f"<table><tr><th>Grain<td><ul><li>Rye<li>Oats{ONE}</ul></table>", "Grain | Rye Oats"),
        (f"<table><tr><td>Menu<td><h1>Grain</h1><p>Rye fell.{ONE}</p></table>", "Rye fell."),
        (f"<dl><dt>Rye<dd>It fell.{ONE}</dl>", "It fell."),
        (f"<figure><img alt=x><figcaption>Rye fell.{ONE}</figcaption></figure>", "Rye fell."),
        (f"<blockquote>Rye fell.{ONE}</blockquote>", "Rye fell."),
        (f"Rye fell.{ONE}", "Rye fell."),
        (f"<p>Ry<!-- x -->e <b>fe</b>ll&#46;{ONE}", "Rye fell."),
        (f"<p>Rye<br>fell.{ONE}", "Rye fell."),
        (f"<p>Rye<style>p {{}}</style><script>a</script> fell.{ONE}", "Rye fell."),
        (f"<p>Rye <span style='display: NONE'>[update]</span>fell.{ONE}", "Rye fell."),
        (f"<p>Rye <span hidden>x</span>fell.{ONE}", "Rye fell."),
        (f"<nav>Rye fell.{ONE}</nav>", "Rye fell."),  # what is cited counts wherever it is
    ],
)
def test_claims_come_from_every_part_of_a_page(body: str, expected: str) -> None:
    assert [expected] == claims(body)


@pytest.mark.parametrize(
    "furniture",
    [
        "<nav>{}</nav>",
        '<div role="navigation">{}</div>',
        '<div id="toc">{}</div>',
        '<ul><li><a href="#x">{}</a><li><a href="#y">b</a><li><a href="#z">c</a></ul>',
        '<h2>Rye <span class="mw-editsection">[<a href="/w?action=edit&amp;section=2">{}</a>]</span></h2>',
        '<h2>Rye<span>[<a href="/w?action=edit&amp;section=2">{}</a>]</span></h2>',
        "<head><title>{}</title></head>",
        "<select><option>{}</select>",
        '<p><span class="mw-cite-accessibility-label">{}</span></p>',
    ],
)
def test_furniture_is_no_passage_and_no_heading(furniture: str) -> None:
    article = read(furniture.format("Cookies") + f"<p>Rye fell.{ONE}")
    shown = [article.text[span.start : span.end] for span in (*article.paragraphs, *article.headings)]

    assert not any("Cookies" in each or "[" in each.replace("[1]", "") for each in shown)
    assert "Rye fell.[1]" in shown


def test_only_the_main_part_of_a_page_is_its_article() -> None:
    page = f"<header>Shop</header><main><h1>Grain</h1><p>Rye fell.{ONE}</p></main><footer>Contact</footer>" + LIST
    article = parse(page, "a.html")

    assert "Shop" not in article.text
    assert "Contact" not in article.text
    assert ("Grain", 1) == (article.title, len(article.lists[0].entries))


def test_a_table_of_contents_is_printed_and_cites_nothing() -> None:
    contents = "".join(f'<li><a href="#{name}">{name}</a></li>' for name in ("Rye", "Oats", "Hay"))
    article = read(f"<div><h2>Contents</h2><ul>{contents}</ul></div><p>Rye fell.{ONE}</p>")

    assert "Oats\n" in article.text
    assert ["Rye fell.[1]"] == [article.text[span.start : span.end] for span in article.paragraphs]


@pytest.mark.parametrize(
    ("page", "title", "language"),
    [
        ("<html lang=de><title>Roggen \u2013 Wikipedia</title><p>a", "Roggen", "de"),
        ("<title>Site</title><body lang='pt-BR'><h1>Rye <i>falls</i></h1>", "Rye falls", "pt-BR"),
        ("<div lang='el'><p>a</p></div>", "", "el"),
        ("<p lang='fr'>a</p><p>b", "", "fr"),
        ("<p>a</p><p lang='fr'>b</p>", "", ""),
        ("", "", ""),
    ],
)
def test_a_page_says_its_title_and_its_language(page: str, title: str, language: str) -> None:
    assert (title, language) == (parse(page, "a.html").title, parse(page, "a.html").language)


def test_the_title_is_no_section() -> None:
    article = read(f"<h1>Grain</h1><p>Rye fell.{ONE}</p>")

    assert [""] == [claim.section for claim in article.claims]


def test_a_page_number_beside_a_marker_belongs_to_it() -> None:
    article = read(f'<p>Rye fell.{ONE}<sup class="reference">:<span>&#8202;p. 7&#8202;</span></sup> Oats rose.</p>')

    assert ["p. 7"] == [marker.page for marker in article.markers]
    assert "Rye fell.[1] Oats rose." in article.text


def test_groups_letters_and_parts_are_told_apart() -> None:
    def note(anchor: str, label: str) -> str:
        return f'<sup><a href="#cite_note-{anchor}">[{label}]</a></sup>'

    def listed(group: str, *anchors: str) -> str:
        return f"<h2>Notes</h2><ol{group}>" + "".join(f'<li id="cite_note-{each}">T</li>' for each in anchors) + "</ol>"

    article = parse(
        f"<p>Rye.{note('1', '1')}{note('2', 'note 1')}{note('3', 'a')}{note('4', 'n 1')}</p>"
        + listed("", "1") + listed(' data-mw-group="note"', "2") + listed("", "3") + listed("", "4")
        + f"<p>Oats.{note('5', '1')}</p>" + listed("", "5"),
        "a.html",
    )  # fmt: skip

    assert ["", "note", "", "n", "part 2"] == [each.group for each in article.lists]
    assert [["1"], ["1"], ["a"], ["1"], ["1"]] == [[entry.label for entry in each.entries] for each in article.lists]
    assert [("1", "", 1), ("note 1", "note", 1), ("a", "", None), ("n 1", "n", 1), ("1", "part 2", 1)] == [
        (marker.label, marker.group, marker.number) for marker in article.markers
    ]


def test_parts_of_a_reference_are_entries_of_their_own() -> None:
    article = parse(
        '<p>Rye.<sup><a href="#cite_note-2">[1.1]</a></sup> Oats.<sup><a href="#cite_note-3">[2]</a></sup></p><ol>'
        '<li>A book<ol><li id="cite_note-2"><a href="#cite_ref-2">^</a> p. 7</li></ol></li>'
        '<li id="cite_note-3">Roe.</li></ol>',
        "a.html",
    )

    assert [[("1", "A book"), ("1.1", "p. 7"), ("2", "Roe.")]] == [
        [(entry.label, entry.text) for entry in each.entries] for each in article.lists
    ]


def test_a_note_that_cites_is_read_with_its_marker() -> None:
    note = '<ol><li id="cite_note-2">As said.<sup><a href="#cite_note-1">[1]</a></sup></li></ol>'
    article = parse('<p>Rye.<sup><a href="#cite_note-2">[note 1]</a></sup></p><h2>Notes</h2>' + note + LIST, "a.html")

    assert ["note 1", "1"] == [marker.label for marker in article.markers]
    assert "As said.[1]" == article.lists[0].entries[0].text


@pytest.mark.parametrize(
    ("cluster", "expected"),
    [
        ("[<a href='#r1'>1</a>, <a href='#r3'>3</a>]", ["1", "3"]),
        ("[<a href='#r1'>1</a>\u2013<a href='#r3'>3</a>]", ["1", "2", "3"]),
        ("<sup><a href='#r1'>1</a>-<a href='#r3'>3</a></sup>", ["1", "2", "3"]),
        ("<sup><a href='#r1'>1</a>,<a href='#r2'>2</a></sup>", ["1", "2"]),
        ("(<a href='#r1'>1</a>; <a href='#r2'>2</a>)", ["1", "2"]),
        ("<sup><a href='#r1'>[1]</a></sup><sup><a href='#r2'>[2]</a></sup>", ["1", "2"]),
    ],
)
def test_markers_that_share_their_brackets_are_one_cluster(cluster: str, expected: list[str]) -> None:
    entries = "".join(f'<p id="r{number}">[{number}] Text {number}.</p>' for number in (1, 2, 3))
    article = parse(f"<p>Rye fell.{cluster} Oats rose.</p><h2>References</h2>{entries}", "a.html")
    printed = "".join(f"[{label}]" for label in expected)

    assert expected == [marker.label for marker in article.markers]
    assert {0} == {marker.cluster for marker in article.markers}
    assert (
        article.text.replace(", ", "").replace("; ", "").replace(",", "").startswith(f"Rye fell.{printed} Oats rose.")
    )
    assert ["1", "2", "3"] == [entry.label for entry in article.lists[0].entries]


def test_an_entry_has_its_addresses_dates_and_title() -> None:
    entry = (
        '<li id="cite_note-1"><a href="#cite_ref-1">^</a> <cite>Doe, A. (3 May 2016). <a href="https://web.archive.org/web/'
        '20160504000000/http://rye.example/a">"Rye falls"</a>. <i>Post</i>. Archived from <a href="http://rye.example/a">'
        'the original</a> on 4 May 2016.</cite><span title="ctx_ver=Z39.88-2004&amp;rft.atitle=Rye"></span></li>'
    )
    article = parse(f"<p>Rye fell.{ONE}</p><ol>{entry}</ol>", "a.html")
    (found,) = (entry.citation for each in article.lists for entry in each.entries)

    assert ("http://rye.example/a", "Rye falls", "Post", "Doe, A.") == (
        found.url, found.title, found.outlet, found.author
    )  # fmt: skip
    assert "https://web.archive.org/web/20160504000000/http://rye.example/a" == found.archive_url
    assert found.archived is not None
    assert dt.date(2016, 5, 4) == found.archived.lo


def test_fields_of_jats_do_not_run_into_each_other() -> None:
    article = parse(
        '<?xml version="1.0"?><article xmlns:xlink="x"><body><p>Rye fell <xref ref-type="bibr" rid="B1">1</xref>.</p>'
        '</body><back><ref-list><ref id="B1"><label>1.</label><element-citation><person-group><name><surname>Doe'
        "</surname><given-names>A</given-names></name></person-group><article-title>Rye falls</article-title>"
        '<source>Post</source><year>2016</year><ext-link xlink:href="http://rye.example/a">link</ext-link>'
        "</element-citation></ref></ref-list>"
        "</back></article>",
        "a.xml",
    )
    (entry,) = article.lists[0].entries

    assert ("1", "Doe A Rye falls Post 2016 link") == (entry.label, entry.text)
    assert "http://rye.example/a" == entry.citation.url


def test_jats_is_recognised_without_a_document_type() -> None:
    body = '<body><p>Rye fell <xref ref-type="bibr" rid="B1">1</xref>.</p></body>'
    page = f'<?xml version="1.0"?><article>{body}<back><ref-list><ref id="B1"><label>1</label></ref></ref-list></back>'

    assert PARSER.recognises(page, ".xml") > max(each.recognises(page, ".xml") for each in (PLAINTEXT, WIKITEXT))
    assert ["1"] == [marker.label for marker in parse(page, "a.xml").markers]


def test_a_page_without_links_reads_code_and_exponents_as_they_are() -> None:
    page = (
        "<p>Rye fell on 5 m<sup>2</sup>.<sup>1</sup> Oats<sup>2</sup> and <code>a[1]</code> rose.<sup>1</sup></p>"
        "<h3>References</h3><ol><li>Doe.</li><li>Roe.</li></ol>"
    )
    article = parse(page, "a.html")

    assert ["1", "2", "1"] == [marker.label for marker in article.markers]
    assert ("superscript",) == article.marker_styles


@pytest.mark.parametrize(
    "raised", ["<sup>[1]</sup>", "<sup>[<b>1</b>]</sup>", "<sup>[1][2]</sup>", "<sup> [1, 2] </sup>"]
)
def test_brackets_that_are_raised_are_brackets_even_without_a_list(raised: str) -> None:
    article = parse(f"<p>Rye fell.{raised} Oats rose.</p>", "a.html")

    assert "1" == article.markers[0].label
    assert ("brackets",) == article.marker_styles


def test_lists_that_go_on_are_one_and_chapters_are_not() -> None:
    two = "<p>Rye.[1][2]</p><h2>References</h2><ol><li>Doe.</li></ol><h2>Sources</h2><ol start=2><li>Roe.</li></ol>"
    chapter = "<p>Rye.[1]</p><h2>References</h2><ol><li>Doe.</li></ol>"

    assert [["1", "2"]] == [[entry.label for entry in each.entries] for each in parse(two, "a.html").lists]
    assert ["", "part 2"] == [each.group for each in parse(chapter + chapter, "a.html").lists]
    assert ["", "part 2"] == [marker.group for marker in parse(chapter + chapter, "a.html").markers]


@pytest.mark.parametrize(
    ("text", "suffix", "least", "most"),
    [
        ("<!DOCTYPE html>\n<p>a", ".txt", 90, 100),
        ("\ufeff<html><p>a", "", 90, 100),
        ('<?xml version="1.0"?>\n<!-- c -->\n<html xmlns="x">', ".xhtml", 90, 100),
        ('<article article-type="x">', ".xml", 90, 100),
        ("<div><p>a</p><p>b</p><p>c</p><p>d</p></div>", ".txt", 60, 90),
        ("<div><p>a</p><p>b</p><p>c</p><p>d</p></div>", ".md", 0, 0),
        ("Rye fell.[1]", ".html", 51, 80),
        ("The <p> tag begins a paragraph, </p> ends it.", ".txt", 0, 0),
        ("<p>Rye fell", ".txt", 0, 0),
    ],
)
def test_a_page_is_recognised_by_its_content(text: str, suffix: str, least: int, most: int) -> None:
    assert least <= PARSER.recognises(text, suffix) <= most


@pytest.mark.parametrize("marker", ['<sup><a href="#r{0}">[{0}]</a></sup>', " [{0}]"])
def test_captions_cells_and_figures_make_claims(marker: str) -> None:
    one, two, three, four, five = (marker.format(number) for number in range(1, 6))
    entries = "".join(f'<li id="r{number}">"Rye {number}". Mill. 2016.</li>' for number in range(1, 6))
    page = f"""<!doctype html><html lang="en"><title>Rye</title><h1>Rye</h1>
<table><caption>Sacks of rye in 2016{one}</caption><tr><th>Village{two}</th><th>Sacks</th></tr>
<tr><td>Ellin</td><td>40{three}</td></tr></table>
<figure><img src="mill.jpg" alt="a mill [9]"><figcaption>The mill burned down in 2015.{four}</figcaption></figure>
<div class="thumb"><img src="oven.jpg"><div class="thumbcaption">The oven was lit.{five}</div></div>
<h2>References</h2><ol>{entries}</ol></html>"""
    claims = [(claim.text, [each.label for each in claim.markers]) for claim in parse(page, "page.html").claims]

    assert claims == [
        ("Sacks of rye in 2016", ["1"]),
        ("Village", ["2"]),
        ("Ellin | 40", ["3"]),
        ("The mill burned down in 2015.", ["4"]),
        ("The oven was lit.", ["5"]),
    ]

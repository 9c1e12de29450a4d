"""Copies of pages in other languages than English: their headings, their links back, the words before their notes."""

import pytest

from verifier.articles import plaintext
from verifier.model.article import Article
from verifier.prose import backs
from verifier.recovery import readings

COPIES = {
    "de": (
        "Der Damm ist alt.[1][2] Er hat ein Licht.[Anm. 1] Er hält.[3]\n\n"
        "Anmerkungen [Bearbeiten | Quelltext bearbeiten]\n\n    ↑ Seit 2016.\n\n"
        "Einzelnachweise [Bearbeiten | Quelltext bearbeiten]\n\n    ↑ Hollis: Damm. 2014.\n"
        "    ↑ Hochspringen nach: a b Lund: Steine. 2014.\n    ↑ Reyes: Bau. 2014.\n\nWeblinks\nDer Damm\n"
    ),
    "fr": (
        "La digue est ancienne[1],[2]. Elle a un feu[Note 1]. Elle tient[3].\n\nNotes et références\n"
        "Notes\n↑ Depuis 2016.\nRéférences\n↑ Hollis, « La digue », 2014.\n"
        "↑ a et b Lund, « Les pierres », 2014.\n↑ Reyes, « Le chantier », 2014.\n"
    ),
    "es": (
        "El dique es viejo.[1]\u200b[2]\u200b Tiene una luz.[n. 1]\u200b Resiste.[3]\u200b\n\nNotas\n"
        " Desde 2016.\nReferencias\n Hollis (4 de mayo de 2014). El dique.\n"
        " Lund (5 de mayo de 2014). Piedras.\n Reyes (2014). «La obra».\nEnlaces externos\n"
        " Sitio oficial.\n"
    ),
    "ru": (
        "Мол стар[1][2]. На нём маяк[К 1]. Он держится[3].\n\nПримечания\nКомментарии\n↑ С 2016 года.\n"
        "Источники\n↑ Холлис. Мол. — 2014.\n↑ 1 2 Лунд. Камни. — 2014.\n↑ Рейес. Стройка. — 2014.\nСсылки\n"
        "Сайт\n"
    ),
    "ar": (
        "المول قديم.[١][٢] فيه ضوء.[ملاحظة ١] هو ثابت.[٣]\n\nملاحظات\n^ منذ ٢٠١٦.\nالمراجع\n"
        '^ هوليس. "المول". ٢٠١٤.\n^ أ ب لوند. "الحجارة". ٢٠١٤.\n^ رييس. "البناء". ٢٠١٤.\n'
    ),
    "ja": (
        "2014年5月に着工した[1][2]。灯台がある[注 1]。港を守る[3]。\n\n脚注\n[脚注の使い方]\n注釈\n"
        "^ 2016年から。\n出典\n^ ホリス「港」2014年。\n^ a b ルンド「石」2014年。\n"
        "^ レイエス「工事」2014年。\n外部リンク\n公式サイト\n"
    ),
    "zh": (
        "2014年5月开工[1][2]。上面有灯塔[注 1]。保护港口[3]。\n\n注释\n^ 自2016年起。\n参考资料\n"
        "^ 霍利斯. 港口. 2014-02-04.\n^ 2.0 2.1 伦德. 石头. 2014-05-03.\n^ 雷耶斯. 工程. 2014-10-22.\n"
        "外部链接\n官方网站\n"
    ),
}


def read(text: str) -> Article:
    return plaintext.PARSER.parse(text, "a.txt", "legacy")


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_notes_and_sources_are_told_apart(copy: str) -> None:
    article = read(copy)
    notes, sources = article.lists
    reading = readings.printed(article)

    assert [1, 3] == [len(notes.entries), len(sources.entries)]
    assert ("note", "") == (notes.group, sources.group)
    assert [1, 2, 1, 3] == [marker.number for marker in article.markers]
    led = [readings.entry_of(article, reading, marker) for marker in article.markers]
    assert [sources.entries[0], sources.entries[1], notes.entries[0], sources.entries[2]] == led


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES)
def test_links_back_are_no_text_and_no_other_section_is_an_entry(copy: str) -> None:
    entries = [entry.text for each in read(copy).lists for entry in each.entries]

    assert not any(text.startswith(("^", "\u2191", "a b", "a et", "1 2", "2.0", "\u0623 ")) for text in entries)
    assert not entries[-1].endswith(
        ("Damm", "oficial.", "\u0421\u0430\u0439\u0442", "\u516c\u5f0f\u30b5\u30a4\u30c8", "\u5b98\u65b9\u7f51\u7ad9")
    )


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("^ Doe", "Doe"),
        ("↑ a b c Doe", "Doe"),
        ("^ Jump up to: a b Doe", "Doe"),
        ("Jump up ^ Doe", "Doe"),
        ("↑ 1,0 1,1 1,2 Doe", "Doe"),
        ("^ 2.0 2.1 Doe", "Doe"),
        ("↑ 1 2 3 Doe", "Doe"),
        ("^ a priori Doe", "a priori Doe"),
        ("^ 12 Years", "12 Years"),
        ("^ 1 May", "1 May"),
        ("^ Doe: a book", "Doe: a book"),
        ("Doe", "Doe"),
    ],
)
def test_links_back_end_where_the_entry_begins(line: str, text: str) -> None:
    assert text == line[backs.end(line, 0) :]


def test_a_word_that_no_list_answers_is_no_group() -> None:
    article = read(
        "Rye fell.[1] Oats rose.[page 1] Rye rose.[2]\n\nReferences\n\n1. Doe. Rye. 2016.\n2. Roe. Oats. 2017.\n"
    )

    assert ["1", "2"] == [marker.label for marker in article.markers]


@pytest.mark.parametrize("word", ["vitamin B12", "an F16", "Plan B", "2014年5月", "Straße"])
def test_two_markers_behind_a_word_with_a_digit_are_no_index(word: str) -> None:
    article = read(f"Rye needs {word}[1][2].\n\nReferences\n\n1. Doe. Rye. 2016.\n2. Roe. Oats. 2017.\n")

    assert ["1", "2"] == [marker.label for marker in article.markers]


def test_signs_count_notes_as_well_as_words() -> None:
    lists = "注釈\n^ 2016年から。\n出典\n^ ホリス「港」2014年。\n^ ルンド「石」2014年。\n"
    article = read(f"2014年に着工した[※ 1]。港を守る[1]。[* 1]\n\n{lists}")

    assert ["※ 1", "1", "* 1"] == [marker.label for marker in article.markers]


AROUND = [
    *(
        (word, remark)
        for word in ("The Board", "Area")
        for remark in ("(north)", "(Ober and Nieder)", "(\u0448\u043e\u043d\u0430)")
    ),
    *(
        (word, sign)
        for word in ("R&B", "172nd", "| 53m", "Area 51")
        for sign in (" | 12", "\uff08\u4ed6\uff09", "\u304c")
    ),
]


@pytest.mark.parametrize(("before", "behind"), AROUND)
def test_remarks_and_cells_around_a_marker_are_prose(before: str, behind: str) -> None:
    article = read(f"{before}[1]{behind} grew.[2]\n\nReferences\n\n1. Doe. Rye. 2016.\n2. Roe. Oats. 2017.\n")

    assert ["1", "2"] == [marker.label for marker in article.markers]


@pytest.mark.parametrize("behind", ["(https://a.org)", "(../a)", "(a.html)", "(#n1)", "(<a b>)"])
def test_a_link_is_no_marker(behind: str) -> None:
    article = read(f"Rye [1]{behind} grew.[2]\n\nReferences\n\n1. Doe. Rye. 2016.\n2. Roe. Oats. 2017.\n")

    assert ["2"] == [marker.label for marker in article.markers]


@pytest.mark.parametrize(
    "heading",
    ["Merits", "\u0391\u03bd\u03b1\u03c6\u03bf\u03c1\u03ac \u03c0\u03b7\u03b3\u03ce\u03bd", "It is said. [3]"],
)
def test_lines_that_lead_back_are_a_list_under_any_heading(heading: str) -> None:
    article = read(f"Rye fell.[1] Oats rose.[2]\n\n{heading}\n^ Doe. Rye.\n^ a b Roe. Oats.\nExternal links\nOber\n")

    (found,) = article.lists
    assert ["Doe. Rye.", "Roe. Oats."] == [entry.text for entry in found.entries]
    assert found.heading == ("" if "[" in heading else heading)
    assert ["1", "2"] == [marker.label for marker in article.markers][:2]


def test_labels_before_links_back_are_kept_under_any_heading() -> None:
    article = read("Rye fell.[1] Oats rose.[2]\n\nMerits\n\n    1. ^ Doe. Rye.\n    2. ^ a b Roe. Oats.\n\nOber\n")

    assert [("1", "Doe. Rye."), ("2", "Roe. Oats.")] == [
        (entry.label, entry.text) for each in article.lists for entry in each.entries
    ]


def test_letters_lead_to_a_list_with_as_many_entries() -> None:
    lists = "Merits\n^ In May.\n^ In June.\nReferences\n^ Doe. Rye.\n^ Roe. Oats.\n^ Poe. Hay.\n"
    article = read(f"Rye fell.[a][1] Oats rose.[b]\n\n{lists}")
    reading = readings.printed(article)
    led = [readings.entry_of(article, reading, marker) for marker in article.markers]

    assert ["In May.", "Doe. Rye.", "In June."] == [entry.text for entry in led if entry]


@pytest.mark.parametrize("place", ["\u0441. 14", "\u0441\u0442\u0440. 14\u201315", "cap. 3", "fol. 7r"])
def test_a_place_in_a_source_may_be_named_in_any_language(place: str) -> None:
    article = read(f"Rye fell [1, {place}]. Oats rose [2].\n\nReferences\n\n1. Doe. Rye. 2016.\n2. Roe. Oats. 2017.\n")

    assert [("1", place), ("2", None)] == [(marker.label, marker.page) for marker in article.markers]


def test_a_date_in_brackets_is_no_place() -> None:
    article = read("Rye fell [30, May 2014]. Oats rose [2].\n\nReferences\n\n1. Doe. Rye. 2016.\n2. Roe. Oats. 2017.\n")

    assert ["2"] == [marker.label for marker in article.markers]

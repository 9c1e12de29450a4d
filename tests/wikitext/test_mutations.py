"""Damage to a sound page fires the rule that names it, on an own page and on real ones, and nothing fires before."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from verifier import api
from verifier.model.report import FindingRow

SOUND = """'''Rye''' is a grain that is grown in the north of the county.

== History ==
In 2001 the harvest of rye fell by a third.<ref name="doe">{{cite news |last=Doe |first=Ann |title=Rye harvest falls |url=https://example.org/rye |newspaper=The Paper |date=3 May 2001}}</ref> Oats rose.<ref name="mill">{{cite news |title=Oats rise |url=https://example.org/oats |newspaper=The Paper |date=4 May 2001}}</ref> The mill at Linden closed.<ref name="doe" /> The miller moved away.<ref name="roe" />

Barley was sown the year after.<ref group="n">In the north only.</ref> It was cut late.<ref>{{cite news |title=A late cut |url=https://example.org/cut |newspaper=The Paper |date=9 May 2002}}</ref>

== Notes ==
<references group="n" />

== References ==
<references>
<ref name="roe">{{cite book |last=Roe |first=Jo |title=The mills of Linden |year=2003 |publisher=Mill Press}}</ref>
</references>
"""  # noqa: E501
Damage = Callable[[str], str]


def put(old: str, new: str) -> Damage:
    """Return what replaces the first `old` of a page."""

    def damage(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return damage


DAMAGES: dict[str, tuple[str, Damage]] = {
    "a closing tag is dropped": ("ref-unclosed", put("</ref> Oats", " Oats")),
    "the last closing tag is dropped": ("ref-unclosed", lambda text: text[: text.rindex("</ref>")] + "\n</references>"),
    "a name is given twice": ("ref-name-redefined", put('name="mill"', 'name="doe"')),
    "a use is renamed": ("ref-name-undefined", put('name="doe" />', 'name="dough" />')),
    "a definition is renamed": ("ref-name-undefined", put('<ref name="roe">', '<ref name="row">')),
    "a renamed definition is unused": ("list-definition-unused", put('<ref name="roe">', '<ref name="row">')),
    "a definition loses its name": ("list-definition-unnamed", put('<ref name="roe">', "<ref>")),
    "a definition loses its text": (
        "list-definition-empty",
        lambda text: re.sub(r'(<ref name="roe">).*?(</ref>)', r"\1\2", text),
    ),
    "a definition moves to another group": (
        "list-group-mismatch",
        put('<ref name="roe">', '<ref name="roe" group="n">'),
    ),
    "the list of notes is dropped": ("list-missing-for-group", put('<references group="n" />', "")),
    "the list loses its end": ("list-unclosed", put("</references>", "")),
    "the tail is cut": ("ref-unclosed", lambda text: text[: text.index("Mill Press")]),
    "the tail is cut before the notes": ("list-missing-for-group", lambda text: text[: text.index("== Notes ==")]),
    "a reference loses its text": ("ref-without-text", put("In the north only.", "")),
    "a reference loses its name": ("ref-without-name", put('<ref name="doe" />', "<ref />")),
    "a name becomes a number": ("ref-name-numeric", lambda text: text.replace('"mill"', '"2"')),
    "an attribute is misspelt": ("ref-attribute-unknown", put('<ref group="n">', '<ref grup="n">')),
    "a list gets an attribute": (
        "list-attribute-unknown",
        put('<references group="n" />', '<references groups="n" />'),
    ),
    "a reference stands in a reference": ("ref-unclosed", put("In the north only.", "In the <ref>x</ref> north only.")),
    "a reference is copied": (
        "ref-content-repeated",
        lambda text: re.sub(r"(<ref>\{\{cite news \|title=A late.*?</ref>)", r"\1 It was dry.\1", text),
    ),
    "definitions lose refs=": (
        "list-definition-misplaced",
        lambda text: text.replace("<references>", "{{reflist|").replace("</references>", "}}"),
    ),
    "a day becomes impossible": ("date-invalid", put("3 May 2001", "33 May 2001")),
    "a page number stands alone": ("page-superscript-orphan", put("the county.", "the county.{{rp|12}}")),
}


def findings(text: str, folder: Path) -> list[FindingRow]:
    """Return what the whole program finds in a page, symptoms too."""
    path = folder / "page.wiki"
    path.write_text(text, encoding="utf-8")
    job = api.Job(str(path), None, api.open_transport(str(folder / "store"), offline=True))
    found: list[FindingRow] = api.verify([job], today=dt.date(2026, 11, 26), offline=True)["findings"]
    return found


def fired(text: str, folder: Path) -> list[str]:
    return sorted(each["rule"] for each in findings(text, folder))


def test_a_sound_page_has_no_findings(tmp_path: Path) -> None:
    assert fired(SOUND, tmp_path) == []


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_fires_the_rule_that_names_it(name: str, tmp_path: Path) -> None:
    rule, damage = DAMAGES[name]

    assert rule in fired(damage(SOUND), tmp_path)


REAL = ["Antique-(band)", "Arts_Club_of_Chicago", "Bodmin", "Harry-McPherson", "jodie_emery"]
_WITH_NAME = re.compile(r'<ref name="?([^"<>/=]+?)"?>(?=[^<])')
_USE = re.compile(r'<ref name="?([^"<>/=]+?)"? ?/>')


def _dropped_tag(text: str) -> str:
    """Drop the closing tag of a reference in the middle: the next reference begins inside it."""
    ends = [each.start() for each in re.finditer("</ref>", text)]
    place = ends[len(ends) // 2]
    return text[:place] + text[place + len("</ref>") :]


def _doubled_name(text: str) -> str:
    """Give the second named reference the first one's name."""
    first, second = list(_WITH_NAME.finditer(text))[:2]
    return text[: second.start(1)] + first[1] + text[second.end(1) :]


def _renamed(text: str) -> str:
    use = next(_USE.finditer(text))
    return text[: use.start(1)] + "nobody knows it" + text[use.end(1) :]


def _cut_tail(text: str) -> str:
    """Cut within the text of the last reference."""
    return text[: text.rindex("</ref>")]


def _empty(text: str) -> str:
    place = text.index("<ref>") + len("<ref>")
    return text[:place] + text[text.index("</ref>", place) :]


@pytest.mark.parametrize("name", REAL)
@pytest.mark.parametrize(
    ("rule", "damage"),
    [
        ("ref-unclosed", _dropped_tag),
        ("ref-name-redefined", _doubled_name),
        ("ref-name-undefined", _renamed),
        ("ref-unclosed", _cut_tail),
        ("ref-without-text", _empty),
    ],
)
def test_damage_to_a_real_article_fires_the_rule_that_names_it(
    name: str, rule: str, damage: Damage, shared: Path, tmp_path: Path
) -> None:
    text = (shared / "data" / "numbering" / "wikitext" / f"{name}.txt").read_text(encoding="utf-8")
    before = fired(text, tmp_path)

    assert fired(damage(text), tmp_path).count(rule) > before.count(rule)

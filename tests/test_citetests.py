"""The loader of the Cite tests, against the record of expected values that was made of the same files."""

import json
from pathlib import Path

import citetests


def test_every_record_of_the_expectations_has_its_case(shared: Path) -> None:
    folder = shared / "data/numbering/cite"
    records = json.loads((folder / "expectations.json").read_text("utf-8"))

    cases = {(each.file, each.line): each for each in citetests.load(folder)}

    assert 290 == len(cases)
    for record in records:
        case = cases[record["file"], record["line"]]
        assert (record["name"], record["options"]) == (case.name, case.options)
        assert ("html/php" in case.sections) == (record["scope"] != "parsoid-only")
    assert 254 == sum("html/parsoid" in case.sections for case in cases.values())


def test_a_case_knows_its_settings_and_the_articles_before_it(tmp_path: Path) -> None:
    (tmp_path / "oatTests.txt").write_text(
        "!! options\nversion=2\n!! end\n# r\n!! article\nTemplate:Oat\n!! text\n<ref>{{{1}}}</ref>\n!! endarticle\n"
        '!! test\nOats\n!! options\nlanguage=de\n!! config\nwgA=false\nwgB=[ "x" ]\n!! wikitext\n{{Oat|a}}\n\n'
        "!! html\n<p>!! a</p>\n!! end\n!! article\nTemplate:Rye\n!! text\n!! endarticle\n"
    )

    (case,) = citetests.load(tmp_path)

    assert ("oatTests.txt", 10, "Oats", "language=de") == (case.file, case.line, case.name, case.options)
    assert {"wgA": False, "wgB": ["x"]} == case.config
    assert "{{Oat|a}}\n" == case.wikitext
    assert {"wikitext": "{{Oat|a}}\n", "html/php": "<p>!! a</p>"} == case.sections
    assert {"Template:Oat": "<ref>{{{1}}}</ref>"} == case.articles

"""What an unclosed reference swallows is told once: what follows from it is folded under it."""

import datetime as dt
from pathlib import Path

import pytest

from verifier import api

LIST = '\n\n<references>\n<ref name="a">Roe. Straw. 2017.</ref>\n<ref name="d">Roe. Hay. 2017.</ref>\n</references>\n'


def follows(text: str, folder: Path) -> dict[str, bool]:
    """Return the rules of the errors and warnings on the text, and whether each follows from the unclosed reference."""
    (folder / "page.wiki").write_text(text, "utf-8")
    job = api.Job(str(folder / "page.wiki"), None, api.open_transport("store", offline=True))
    found = api.verify([job], today=dt.date(2026, 11, 26), offline=True)["findings"]
    causes = {each["id"] for each in found if each["rule"] == "ref-unclosed"}
    return {each["rule"]: each["caused_by"] in causes for each in found if each["severity"] != "note"}


@pytest.mark.parametrize("use", ['<ref name="a" />', "<ref name=a/>", "{{r|a}}", "{{r|x|a}}"])
def test_a_definition_whose_use_is_swallowed_is_unused_by_that(use: str, tmp_path: Path) -> None:
    text = f"Rye fell.<ref>Doe. Rye. 2016. Oats rose.{use} Wheat.<ref>Roe. 2017.</ref> Hay.<ref name=d />{LIST}"

    assert follows(text, tmp_path) == {
        "ref-unclosed": False,
        "list-definition-unused": True,
        "list-position-mismatch": True,
    }


def test_a_list_that_another_unused_definition_spoils_too_is_told_by_itself(tmp_path: Path) -> None:
    listed = LIST.replace("</references>", '<ref name="e">Roe. Rye. 2018.</ref>\n</references>')
    text = f'Rye.<ref>Doe. 2016. Oats.<ref name="a" /> Wheat.<ref>Roe. 2017.</ref> Hay.<ref name=d />{listed}'

    assert follows(text, tmp_path)["list-position-mismatch"] is False


def test_a_definition_that_nothing_uses_does_not_follow_from_a_reference_elsewhere(tmp_path: Path) -> None:
    text = f"Rye.<ref>Doe. 2016. Oats. Wheat.<ref>Roe. 2017.</ref> Hay.<ref name=d />{LIST}"

    assert follows(text, tmp_path)["list-definition-unused"] is False

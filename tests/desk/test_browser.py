"""The desk in a real browser: an editor decides, sees the diff, takes it back; and hostile text does nothing."""

import json
import threading
import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from chromium import Watched
from playwright.sync_api import Browser, expect

from desk.bread import REGISTRY, TODAY, TOKEN, journal, kept, reporter
from verifier.desk.answers import Desk
from verifier.desk.server import Server, listening


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Give the folder of the bread and the address of a desk over it."""
    kept(tmp_path)
    server: Server = listening(0)
    made = Desk(journal(tmp_path), reporter(tmp_path), lambda: TODAY, TOKEN, server.server_port)
    server.answer = made.answer
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield tmp_path, made.url
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    yield Watched(context.new_page())
    context.close()


def registry(folder: Path) -> str:
    return (folder / "references.toml").read_text("utf-8")


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_an_editor_accepts_a_mapping_sees_the_diff_and_takes_it_back(
    script: bool, served: tuple[Path, str], browser: Browser
) -> None:
    folder, url = served
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(url)
    card = page.locator("#claim-wheat")

    card.get_by_role("button", name="[2] is entry 2").click()

    expect(card.locator("pre .added")).to_have_text('+cites = ["gazette"]')
    expect(card.locator("pre .added")).to_be_in_viewport()
    expect(card).to_contain_text("it rests on gazette")
    assert ["gazette"] == tomllib.loads(registry(folder))["claim"][1]["cites"]
    assert REGISTRY.splitlines() == [line for line in registry(folder).splitlines() if line != 'cites = ["gazette"]']
    card.get_by_role("button", name="Take it back").click()
    expect(card.get_by_role("button", name="[2] is entry 2")).to_be_visible()
    assert REGISTRY == registry(folder)
    context.close()


def test_an_editor_fills_an_address_and_waives_a_finding(served: tuple[Path, str], watched: Watched) -> None:
    folder, url = served
    page = watched.page
    page.goto(url)

    row = page.locator("[id='reference-courier']")
    row.get_by_label("address").fill("https://a.test/rye")
    row.get_by_role("button", name="Fill").first.click()
    expect(page.locator("[id='reference-courier'] pre .added")).to_have_text('+url = "https://a.test/rye"')
    card = page.locator("#claim-wheat")
    card.get_by_text("Let it stay").click()
    card.get_by_label("reason").fill("Read in the printed edition")
    card.get_by_label("by", exact=True).fill("m.ito")
    card.get_by_role("button", name="Checked by hand").click()
    expect(page.locator("#claim-wheat .decide pre")).to_contain_text('+as = "checked-by-hand"')
    expect(page.locator("section:has(> #waived)")).to_contain_text("Read in the printed edition")

    found = tomllib.loads(registry(folder))
    assert "https://a.test/rye" == found["reference"][0]["url"]
    assert ("wheat", "m.ito") == (found["waiver"][0]["claim"], found["waiver"][0]["by"])
    assert [] == watched.complaints
    assert {f"{url}", f"{url}decide"} == {each.partition("#")[0] for each in watched.requests}


def test_what_was_decided_is_in_view_and_has_the_focus(served: tuple[Path, str], browser: Browser) -> None:
    page = browser.new_context(viewport={"width": 1200, "height": 360}).new_page()
    page.goto(served[1])

    page.locator("#claim-wheat").get_by_role("button", name="[2] is entry 2").click()

    expect(page.locator("#claim-wheat pre .added")).to_be_in_viewport()
    expect(page.locator("#claim-wheat [role=status]")).to_be_focused()
    expect(page.locator(".card.now")).to_have_id("claim-wheat")


def test_of_two_editors_the_second_is_told_and_nothing_is_lost(served: tuple[Path, str], browser: Browser) -> None:
    folder, url = served
    first, second = browser.new_context().new_page(), browser.new_context().new_page()
    first.goto(url)
    second.goto(url)

    first.locator("#claim-wheat").get_by_role("button", name="[2] is entry 2").click()
    expect(first.locator("#claim-wheat pre .added")).to_be_visible()
    second.locator("#claim-wheat").get_by_label("another reference").fill("courier")
    second.locator("#claim-wheat").get_by_role("button", name="Cite it").click()
    expect(second.get_by_role("heading", name="Not written")).to_be_visible()
    assert ["gazette"] == tomllib.loads(registry(folder))["claim"][1]["cites"]

    second.get_by_role("link", name="Back to the page").click()
    second.locator("#claim-wheat").get_by_label("another reference").fill("courier")
    second.locator("#claim-wheat").get_by_role("button", name="Cite it").click()
    expect(second.locator("#claim-wheat pre .added")).to_be_visible()
    assert ["gazette", "courier"] == tomllib.loads(registry(folder))["claim"][1]["cites"]


def test_another_site_can_neither_read_nor_write(served: tuple[Path, str], watched: Watched, tmp_path: Path) -> None:
    folder, url = served
    evil = tmp_path / "evil.html"
    evil.write_text(
        f'<form method="post" action="{url}decide"><input name="do" value="undo"><input name="number" value="1">'
        f'<button>win</button></form><iframe src="{url}"></iframe>',
        encoding="utf-8",
    )
    page = watched.page
    page.goto(evil.as_uri())

    assert "Rye" not in (page.frames[-1].content() if len(page.frames) > 1 else "")
    page.get_by_role("button", name="win").click()
    expect(page.locator("body")).to_contain_text("This form comes from another site")
    assert REGISTRY == registry(folder)


def test_axe_finds_nothing_serious_at_the_desk(served: tuple[Path, str], watched: Watched) -> None:
    page = watched.page
    page.goto(served[1])
    page.locator("#claim-rye").get_by_role("button", name="It does not").click()
    page.locator("#claim-wheat").get_by_text("Let it stay").click()
    page.evaluate(resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))

    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")

    assert [] == [
        (each["id"], each["nodes"][0]["html"])
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
    ]


def _payloads(shared: Path) -> list[str]:
    return [
        json.loads(line)["payload"]
        for name in ("xss.jsonl", "injection.jsonl")
        for line in (shared / "data/hostile" / name).read_text("utf-8").splitlines()
    ]


def _hostile(payloads: list[str]) -> str:
    """Return a registry in which every payload stands in every field."""
    parts = ['schema = 1\n[article]\npath = "a.txt"\n']
    for number, payload in enumerate(payloads):
        made: Any = json.dumps(f"{payload} {number}", ensure_ascii=False).replace("\x7f", "\\u007f")
        reason: Any = json.dumps(f"Judged by hand: {payload}", ensure_ascii=False).replace("\x7f", "\\u007f")
        parts.append(
            f'[[reference]]\nid = "r{number}"\nentry = {made}\ntitle = {made}\noutlet = {made}\nauthor = {made}\n'
            f"url = {made}\narchive_url = {made}\n"
            f'[[claim]]\nid = "c{number}"\ntext = {made}\nmarkers = [{made}]\ncites = ["r{number}"]\n'
            f'[[waiver]]\nclaim = "c{number}"\nrules = ["claim-not-in-article"]\nreason = {reason}\nby = {made}\n'
            "until = 2027-01-01\n"
        )
    return "".join(parts)


def test_no_payload_runs_or_asks_at_the_desk(served: tuple[Path, str], watched: Watched, shared: Path) -> None:
    folder, url = served
    payloads = [each for each in _payloads(shared) if not any(0xD800 <= ord(char) <= 0xDFFF for char in each)]
    (folder / "references.toml").write_text(_hostile(payloads), encoding="utf-8")
    text = "\n\n".join(f"{' '.join(each.split())} on 3 May 2019.[1]" for each in payloads)
    (folder / "a.txt").write_text(f"Bread\n\n{text}\n\nReferences\n\n1. Rye. 3 May 2019.\n", encoding="utf-8")
    page = watched.page

    page.goto(f"{url}#claim-x")
    page.wait_for_timeout(300)
    assert 100 < len(payloads)
    assert page.locator(".card").count() > 80
    button = page.locator("[id='reference-r5']")
    button.get_by_label("address").fill("https://a.test/")
    button.get_by_role("button", name="Fill").first.click()
    expect(page.locator("[id='reference-r5'] pre")).to_contain_text(
        "https://a.test/", timeout=90_000
    )  # all is judged anew
    page.wait_for_timeout(300)

    assert [] == watched.dialogs
    assert [] == watched.complaints
    assert {url, f"{url}decide"} == {each.partition("#")[0] for each in watched.requests}
    assert 0 == page.locator("img, iframe, object, embed, base, math, link, meta[http-equiv=refresh]").count()
    attributes = page.evaluate("[...document.querySelectorAll('*')].flatMap(each => each.getAttributeNames())")
    assert not {
        name for name in attributes if name.startswith("on") or name in ("style", "src", "srcdoc", "formaction")
    }

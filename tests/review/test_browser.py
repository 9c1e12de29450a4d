"""The page in a real browser: what an editor does with it, and what it must never do."""

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from review.conftest import Opener
from verifier.model.report import Report

SMALL, LARGE = {"width": 420, "height": 800}, {"width": 1400, "height": 900}
ELEVEN = "claim-the-next-day-jaysh-al-islam-recaptured-a-hill"


def test_a_marker_leads_to_the_card_that_says_what_it_means(shipped: Report, opened: Opener) -> None:
    page = opened(shipped, viewport=LARGE).page

    page.get_by_role("link", name="[11] wrong as printed").click()

    card = page.locator(f"[id='{ELEVEN}']")
    expect(card).to_be_in_viewport()
    expect(card).to_contain_text("A reader lands on")
    expect(card).to_contain_text("entry 5: Jaysh Al-Islam recaptures mountaintop in eastern Qalamoun")
    expect(card).to_contain_text("confirmed, probability 0.9")
    expect(card).to_contain_text("Leave [11] and mend the list: its entry 5 should be 11.")
    assert page.url.endswith(f"#{ELEVEN}")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_a_deep_link_opens_the_page_at_its_card(script: bool, size: Any, shipped: Report, opened: Opener) -> None:
    page = opened(shipped, f"#{ELEVEN}", viewport=size, java_script_enabled=script).page

    expect(page.locator(f"[id='{ELEVEN}'] h4")).to_be_in_viewport()


def test_without_script_everything_is_there_and_no_dead_control(shipped: Report, opened: Opener) -> None:
    page = opened(shipped, java_script_enabled=False).page

    assert page.locator(".card:visible").count() == len(shipped["articles"][0]["claims"])
    assert 0 == page.locator("button:visible, select:visible, input:visible").count()
    expect(page.get_by_role("heading", name="Do these first")).to_be_visible()
    expect(page.locator("#unverified")).to_be_visible()


def _shown(page: Any) -> list[str]:
    return [str(each) for each in page.locator(".card:visible h4").all_text_contents()]


def test_filters_show_the_cards_that_fit_and_say_how_many(shipped: Report, opened: Opener) -> None:
    page = opened(shipped, viewport=LARGE).page
    status = page.get_by_role("status")

    page.get_by_label("state", exact=True).select_option("lost")
    expect(status).to_have_text("5 of 28 cards shown")
    page.get_by_role("button", name="Show all").click()
    expect(status).to_have_text("28 of 28 cards shown")
    page.get_by_label("rule", exact=True).select_option("source-predates-event")
    assert 1 <= len(_shown(page)) < 28
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("outlet", exact=True).select_option("ARA News")
    assert ["[10]", "[28]", "[29]"] == [each.split()[0] for each in _shown(page)]
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("words", exact=True).fill("dumayr HILL")
    assert ["[11]"] == [each.split()[0] for each in _shown(page)]


def test_the_keyboard_walks_from_card_to_card(shipped: Report, opened: Opener) -> None:
    page = opened(shipped, viewport=LARGE).page
    now = page.locator(".card.now h4")

    page.keyboard.press("j")
    expect(now).to_contain_text("[5]")
    page.keyboard.press("j")
    expect(now).to_contain_text("[8]")
    page.keyboard.press("k")
    expect(now).to_contain_text("[5]")
    page.keyboard.press("/")
    page.keyboard.type("jjj")
    expect(page.get_by_label("words", exact=True)).to_have_value("jjj")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("keys", exact=True).uncheck()
    page.keyboard.press("j")
    expect(now).to_contain_text("[5]")


def test_the_right_citation_is_copied(shipped: Report, opened: Opener) -> None:
    page = opened(shipped, f"#{ELEVEN}", permissions=["clipboard-read", "clipboard-write"]).page

    page.locator(f"[id='{ELEVEN}'] .copy button").click()

    expect(page.locator(f"[id='{ELEVEN}'] .copy button")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith('11. "Jaysh Al-Islam recaptures mountaintop in eastern Qalamoun". Al-Masdar News.')


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["shipped", "demo"])
def test_axe_finds_nothing_serious(name: str, scheme: Any, request: pytest.FixtureRequest, opened: Opener) -> None:
    page = opened(request.getfixturevalue(name), viewport=LARGE, color_scheme=scheme).page
    page.evaluate(resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))

    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")

    assert [] == [
        (each["id"], each["impact"], each["nodes"][0]["html"])
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
    ]


def test_in_print_everything_is_on_paper(shipped: Report, opened: Opener) -> None:
    page = opened(shipped, viewport=LARGE).page
    page.emulate_media(media="print")

    for pane in page.locator(".pane").all():
        assert pane.evaluate("each => each.scrollHeight <= each.clientHeight + 1")
    assert 0 == page.locator(".tools:visible, button:visible").count()


def test_the_page_asks_nobody_and_complains_of_nothing(shipped: Report, demo: Report, opened: Opener) -> None:
    for report in (shipped, demo):
        watched = opened(report, viewport=LARGE)

        assert [watched.page.url] == watched.requests
        assert [] == watched.complaints


KEPT = {
    *("state", "class", "severity", "kind", "schema", "mode", "check", "outcome", "confidence", "topic", "status"),
    *("article", "path", "format", "date", "played", "asked", "fail_on", "now"),
}


def hostile(value: Any, payload: str, key: str = "") -> Any:
    """Return the value with every text in it replaced by the payload, but for words of our own."""
    if isinstance(value, dict):
        return {name: hostile(each, payload, name) for name, each in value.items()}
    if isinstance(value, list):
        return [hostile(each, payload, key) for each in value]
    return payload if isinstance(value, str) and key not in KEPT else value


def payloads(shared: Path) -> list[str]:
    return [
        json.loads(line)["payload"]
        for name in ("xss.jsonl", "injection.jsonl")
        for line in (shared / "data/hostile" / name).read_text("utf-8").splitlines()
    ]


def test_no_payload_runs_or_asks_in_any_field(demo: Report, shared: Path, opened: Opener) -> None:
    base: Any = json.loads(json.dumps(demo))
    whole: Any = {**base, "articles": [], "references": [], "findings": [], "checks": [], "unverified": []}
    article = {
        **base["articles"][0],
        "claims": base["articles"][0]["claims"][:2],
        "body": base["articles"][0]["body"][:4],
    }
    for number, payload in enumerate(payloads(shared)):
        path = f"{number}{payload}"
        whole["articles"].append({**hostile(article, payload), "path": path})
        for name in ("references", "findings", "checks", "unverified"):
            whole[name] += [{**hostile(each, payload), "article": path, "path": path} for each in base[name][:2]]

    watched = opened(whole, "#claim-x", viewport=LARGE)

    page = watched.page
    page.wait_for_timeout(300)
    assert 100 < len(whole["articles"])
    assert [] == watched.dialogs
    assert 1 == len(watched.requests)
    assert [] == watched.complaints
    assert 1 == page.locator("script").count()
    assert (
        0
        == page.locator(
            "img, iframe, object, embed, base, form:not(.tools), math, link, meta[http-equiv=refresh]"
        ).count()
    )
    attributes = page.evaluate("[...document.querySelectorAll('*')].flatMap(each => each.getAttributeNames())")
    assert not {name for name in attributes if name.startswith("on") or name in ("style", "src", "srcdoc")}
    links = page.evaluate("[...document.links].map(each => each.getAttribute('href'))")
    assert not [link for link in links if not link.startswith(("#", "http://", "https://"))]

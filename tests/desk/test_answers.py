"""Who may ask the desk, and what each request gets."""

import re
import tomllib
from pathlib import Path
from urllib.parse import urlencode

import pytest

from desk.bread import PORT, REGISTRY, TODAY, TOKEN, desk, get, kept, post
from verifier import web
from verifier.desk.answers import Desk, Request
from verifier.web import record

OURS = f"http://127.0.0.1:{PORT}"


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    kept(tmp_path)
    return desk(tmp_path)


def form(made: Desk, button: str, anchor: str, **filled: str) -> str:
    """Return what a browser sends for the form in the card that has this button."""
    page = get(made).body
    start = page.index(f'id="{anchor}"')
    card = page[start : page.find('<article class="card', start)]
    found = next(each for each in re.findall(r"<form method.*?</form>", card, re.S) if button in each)
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', found))
    rules = re.findall(r'name="rules" value="([^"]*)"', found)
    do = next(each for each in re.findall(r'<button name="do" value="([^"]*)">([^<]*)', found) if button in each[1])
    return urlencode({**hidden, "do": do[0], **filled, **({"rules": rules} if rules else {})}, doseq=True)


def registry(folder: Path) -> str:
    return (folder / "references.toml").read_text("utf-8")


def test_an_accepted_mapping_is_written_and_shown_as_a_diff_with_a_way_back(made: Desk, tmp_path: Path) -> None:
    answer = post(made, form(made, "[2] is entry 2", "claim-wheat"))

    assert (303, f"/{TOKEN}/#decided") == (answer.status, answer.headers["Location"])
    assert REGISTRY.replace('id = "wheat"\n', 'id = "wheat"\ncites = ["gazette"]\n') == registry(tmp_path)
    page = get(made).body
    assert '<span class="added">+cites = ["gazette"]</span>' in page
    assert "wheat rests on gazette" in page
    assert 303 == post(made, form(made, "Take it back", "claim-wheat")).status
    assert REGISTRY == registry(tmp_path)


def test_a_url_is_filled_and_a_wrong_one_is_refused_with_a_reason(made: Desk, tmp_path: Path) -> None:
    for wrong in ("javascript:alert(1)", "nonsense", "http://", "http://[bad"):
        answer = post(made, form(made, "Fill", "reference-courier", value=wrong))
        assert 422 == answer.status
        assert "Not written" in answer.body
    assert REGISTRY == registry(tmp_path)

    assert 303 == post(made, form(made, "Fill", "reference-courier", value="https://a.test/rye")).status
    assert "https://a.test/rye" == tomllib.loads(registry(tmp_path))["reference"][0]["url"]


def test_a_waiver_and_a_check_by_hand_need_a_reason_a_name_and_a_day(made: Desk, tmp_path: Path) -> None:
    whole = {"reason": "Read in the printed edition", "by": "m.ito", "until": "2027-02-28"}
    for name in whole:
        assert 422 == post(made, form(made, "Waive", "claim-wheat", **{**whole, name: ""})).status
    assert 422 == post(made, form(made, "Waive", "claim-wheat", **{**whole, "reason": "short"})).status
    assert REGISTRY == registry(tmp_path)

    assert 303 == post(made, form(made, "Checked by hand", "claim-wheat", **whole)).status
    waiver = tomllib.loads(registry(tmp_path))["waiver"][0]
    assert ("wheat", "m.ito", "checked-by-hand") == (waiver["claim"], waiver["by"], waiver["as"])
    assert 303 == post(made, form(made, "It does not", "claim-rye")).status
    assert 'name="by" required value="m.ito"' in get(made).body


def test_a_page_that_refuses_programs_is_checked_by_hand(made: Desk, tmp_path: Path) -> None:
    asked = web.Request("http://gazette.example/old")
    path = tmp_path.joinpath("store", *record.place(asked))
    path.parent.mkdir(parents=True)
    path.write_bytes(record.dump(asked, web.Response(403, recorded="2026-11-25T10:00:00Z")))
    whole = {"reason": "Read in a browser", "by": "m.ito", "until": "2027-02-28"}
    assert "refuses programs (403)" in get(made).body

    assert 303 == post(made, form(made, "Checked by hand", "by-hand", **whole)).status
    waiver = tomllib.loads(registry(tmp_path))["waiver"][0]
    assert ("http://gazette.example/old", ["link-dead"], TODAY) == (waiver["url"], waiver["rules"], waiver["on"])
    page = get(made).body
    assert "checked by hand by m.ito on 2026-11-26" in page
    assert "To check by hand" not in page


def test_a_finding_without_a_claim_is_waived_for_its_address_or_its_file(made: Desk, tmp_path: Path) -> None:
    (tmp_path / "references.toml").write_text(
        REGISTRY.replace('cites = [\n    "courier", # sure\n]', ""), encoding="utf-8"
    )
    whole = {"reason": "Kept for the next edition", "by": "m.ito", "until": "2027-02-28"}
    row = re.search(
        r"<tr>(?:(?!</tr>).)*registry-entry-uncited(?:(?!</tr>).)*gazette(?:(?!</tr>).)*</tr>", get(made).body, re.S
    )
    assert row is not None
    fields = dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', row[0]))

    assert 303 == post(made, urlencode({**fields, **whole, "do": "waive"})).status
    waiver = tomllib.loads(registry(tmp_path))["waiver"][0]
    assert ("http://gazette.example/old", ["registry-entry-uncited"]) == (waiver["url"], waiver["rules"])
    assert "Kept for the next edition" in get(made).body


def test_a_decision_by_an_old_page_is_refused_and_says_so(made: Desk, tmp_path: Path) -> None:
    old = form(made, "[2] is entry 2", "claim-wheat")
    post(made, old)
    after = registry(tmp_path)

    answer = post(made, old)

    assert 409 == answer.status
    assert "somebody has decided on this since your page was made" in answer.body
    assert after == registry(tmp_path)


def test_a_registry_changed_on_disk_is_what_the_next_page_shows(made: Desk, tmp_path: Path) -> None:
    assert "bakery" not in get(made).body
    (tmp_path / "references.toml").write_text(REGISTRY.replace('"gazette"', '"bakery"'), encoding="utf-8")
    assert "bakery" in get(made).body

    (tmp_path / "references.toml").write_text("schema = 1\n[[claim]\n", encoding="utf-8")
    answer = get(made)
    assert 422 == answer.status
    assert "not valid TOML" in answer.body
    (tmp_path / "references.toml").write_text(REGISTRY, encoding="utf-8")
    assert 200 == get(made).status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.test"}, 421),
        ({"host": f"evil.test:{PORT}"}, 421),
        ({"host": "127.0.0.1"}, 421),
        ({"host": f"127.0.0.1:{PORT}.evil.test"}, 421),
        ({"host": ""}, 421),
        ({"origin": "http://evil.test"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": ""}, 403),
        ({"origin": f"https://127.0.0.1:{PORT}"}, 403),
        ({"origin": f"http://127.0.0.1:{PORT + 1}"}, 403),
        ({"origin": f"http://localhost:{PORT}"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"content-type": "text/plain"}, 415),
        ({"content-type": "application/json"}, 415),
        ({"content-type": "multipart/form-data; boundary=x"}, 415),
    ],
)
def test_a_form_from_elsewhere_writes_nothing(headers: dict[str, str], status: int, made: Desk, tmp_path: Path) -> None:
    body = form(made, "[2] is entry 2", "claim-wheat")

    answer = post(made, body, **headers)

    assert status == answer.status
    assert REGISTRY == registry(tmp_path)
    assert TOKEN not in answer.body


@pytest.mark.parametrize(
    "target",
    ["/", "/wrong/", f"/{TOKEN}x/", f"/{TOKEN[:-1]}/", f"/x/{TOKEN}/", "/é/", f"/{TOKEN}/etc/passwd", f"/{TOKEN}/../"],
)
def test_without_the_token_there_is_nothing(target: str, made: Desk, tmp_path: Path) -> None:
    answer = get(made, target)
    assert 404 == answer.status
    assert "Rye" not in answer.body
    assert post(made, "do=undo", f"{target}decide").status in (404, 405)
    assert REGISTRY == registry(tmp_path)


def test_the_page_may_be_opened_under_both_names_of_this_computer_only(made: Desk) -> None:
    assert 200 == get(made, host=f"localhost:{PORT}").status
    assert 421 == get(made, host=f"localhost.evil.test:{PORT}").status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_do_nothing(method: str, made: Desk) -> None:
    assert 405 == made.answer(Request(method, f"/{TOKEN}/decide", {"host": f"127.0.0.1:{PORT}"})).status


@pytest.mark.parametrize(
    "body",
    [
        *("", "do=cite", "do=cite&claim=nobody&reference=courier", "do=cite&claim=wheat&reference=nobody"),
        *("do=x&claim=wheat", "do=fill&reference=courier&field=id&value=http://a.test/", "do=undo&number=7"),
        *("do=undo&number=x", "do=undo&number=" + "9" * 50, "do=undo&number=²", "&" * 500, "%ff=%ff", "a=1&" * 300),
    ],
)
def test_what_no_form_of_ours_sends_is_refused_with_words(body: str, made: Desk, tmp_path: Path) -> None:
    answer = post(made, body)

    assert answer.status in (409, 422)
    assert "Not written" in answer.body
    assert REGISTRY == registry(tmp_path)


def test_every_answer_forbids_frames_caching_and_foreign_script(made: Desk) -> None:
    for answer in (get(made), get(made, "/wrong/"), post(made, "do=x"), get(made, host="evil.test")):
        assert "no-store" == answer.headers["Cache-Control"]
        assert "DENY" == answer.headers["X-Frame-Options"]
        assert "nosniff" == answer.headers["X-Content-Type-Options"]
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "form-action 'self'" in get(made).headers["Content-Security-Policy"]
    assert "unsafe" not in get(made).headers["Content-Security-Policy"]


def test_the_form_of_a_waiver_offers_at_most_a_year(made: Desk) -> None:
    page = get(made).body

    assert f'min="{TODAY.isoformat()}" max="2027-11-26"' in page

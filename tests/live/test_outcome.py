"""What one answer of a live page means: gone, refused to programs, in trouble, or there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.content import page
from verifier.live import ask, outcome
from verifier.model.live import Outcome
from verifier.web import Request, Response

TEXT = "<title>Ferry sails</title><p>" + "The ferry sails again, says the harbour. " * 40
CHALLENGE = "<title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/x'></script>"


class Known:
    """A transport of known answers."""

    def __init__(self, answers: dict[str, Response]) -> None:
        self.answers = answers

    def send(self, request: Request) -> Response:
        return self.answers[request.url]


def judged(status: int, body: str = "", **headers: str) -> tuple[Outcome, str]:
    response = Response(status, {name.replace("_", "-"): value for name, value in headers.items()}, body.encode())
    return outcome.of_answer(response, page.read(response.body, "text/html", truncated=False))[:2]


@pytest.mark.parametrize("status", [404, 410])
def test_a_server_that_says_it_is_gone_is_believed(status: int) -> None:
    assert (Outcome.FAIL, f"http-{status}") == judged(status, "<title>Not found</title>")


@pytest.mark.parametrize("status", [401, 402, 403, 405, 406, 429, 451, 999])
def test_who_refuses_programs_says_nothing_about_the_page(status: int) -> None:
    assert (Outcome.BLOCKED, f"http-{status}") == judged(status, "<title>Forbidden</title>")


@pytest.mark.parametrize("status", [400, 408, 409, 418, 421, 425, 500, 502, 503, 504, 520, 530])
def test_trouble_is_not_known(status: int) -> None:
    assert (Outcome.UNKNOWN, f"http-{status}") == judged(status, TEXT)


@pytest.mark.parametrize("location", ["", "file:///etc/passwd", "http://[::1"])
def test_a_redirect_that_leads_nowhere_is_no_answer(location: str) -> None:
    response = Response(302, {"location": location} if location else {})
    found = ask.look("http://harbour.example/a", Known({"http://harbour.example/a": response}))

    assert (found.outcome, found.reason, found.told) == (
        Outcome.UNKNOWN,
        "redirects",
        "redirects to no address of the web (302)",
    )
    assert found.is_counted


@pytest.mark.parametrize("status", [200, 203, 204, 206, 304])
def test_an_answer_is_an_answer(status: int) -> None:
    assert (Outcome.OK, "") == judged(status, TEXT)


@pytest.mark.parametrize(
    ("status", "body", "headers"),
    [
        (503, CHALLENGE, {}),
        (403, CHALLENGE, {}),
        (200, CHALLENGE, {}),
        (404, "<title>Not found</title>", {"cf_mitigated": "challenge"}),
        (429, "<div class='g-recaptcha'></div>", {}),
        (200, "<title>Access Denied</title><p>Reference 18.2", {}),
        (202, "", {"x_amzn_waf_action": "challenge"}),
        (405, "<title>Human Verification</title>", {"x_amzn_waf_action": "captcha"}),
        (200, "<html><iframe src='/_Incapsula_Resource?CWUDNSAI=9'>Request unsuccessful.</iframe></html>", {}),
    ],
)
def test_a_test_for_humans_is_no_answer(status: int, body: str, headers: dict[str, str]) -> None:
    assert (Outcome.BLOCKED, "challenge") == judged(status, body, **headers)


def test_a_page_about_captchas_is_a_page() -> None:
    assert judged(200, TEXT + "<form><div class='g-recaptcha'></div></form>")[0] is Outcome.OK
    assert judged(200, TEXT + "<script src='/_Incapsula_Resource?SWJIYLWA=7'></script>")[0] is Outcome.OK
    assert judged(202, TEXT)[0] is Outcome.OK
    assert judged(200, TEXT.replace("Ferry sails", "Access denied to the ferry"))[0] is Outcome.OK


@given(st.integers(100, 999), st.binary(max_size=200))
def test_only_two_answers_say_that_a_page_is_gone(status: int, body: bytes) -> None:
    found, _, told = outcome.of_answer(Response(status, {}, body), page.read(body, "text/html", truncated=False))

    assert found is not Outcome.FAIL or status in (404, 410)
    assert told

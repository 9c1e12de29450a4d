"""What one answer of a live page means. Pure.

Who refuses a program says nothing about the page: see https://github.com/JustinBeckwith/linkinator-action/issues/182
and docs/links.md. Challenges: https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
and https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html (202 or 405).
"""

from verifier import fetch
from verifier.content.page import Page
from verifier.model.live import Outcome
from verifier.web import Response

_GONE = (404, 410)
_REFUSED = (401, 402, 403, 405, 406, 429, 451, 999)  # 999 is LinkedIn's own
_HEADERS = ("cf-mitigated", "x-amzn-waf-action")
_WALLS = (b"px-captcha", b"captcha-delivery.com", b"_Incapsula_Resource")  # no page has these beside text of its own
_MARKS = (*_WALLS, b"cf-chl", b"challenge-platform", b"g-recaptcha", b"h-captcha")
_TITLES = ("just a moment", "attention required", "access denied", "are you a robot", "are you human", "robot check")
_FEW = 600  # characters: a page that only asks whether one is human shows little else


def of_answer(response: Response, page: Page) -> tuple[Outcome, str, str]:
    """Return (outcome, reason, in words) of an answer that is not followed further; `page` is its body as read."""
    status = response.status
    if _is_challenge(response, page):
        return Outcome.BLOCKED, "challenge", f"answers programs with a test for humans ({status})"
    if status in _GONE:
        return Outcome.FAIL, f"http-{status}", f"answers that there is no such page ({status})"
    if status in _REFUSED:
        return Outcome.BLOCKED, f"http-{status}", f"refuses programs ({status})"
    if status in fetch.REDIRECTS:
        return Outcome.UNKNOWN, "redirects", f"redirects to no address of the web ({status})"
    if status < 400:
        return Outcome.OK, "", f"answers ({status})"
    return Outcome.UNKNOWN, f"http-{status}", f"has trouble ({status})"


def _is_challenge(response: Response, page: Page) -> bool:
    """Tell whether a test for humans stands in for the page."""
    if any(name in response.headers for name in _HEADERS):
        return True
    if response.status in (403, 429, 503) and any(mark in response.body for mark in _MARKS):
        return True
    is_short = page.is_text and len(page.text) <= _FEW
    is_wall = page.title.casefold().startswith(_TITLES) or any(mark in response.body for mark in _WALLS)
    return response.status < 400 and is_short and is_wall

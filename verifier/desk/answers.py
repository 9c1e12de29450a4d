"""What each request to the desk gets. Pure but for the journal: a request is a value, and so is its answer.

Who may ask: a browser on this computer that knows the token, by the name this desk is called by, so that no other site
can reach it through a name of its own (DNS rebinding); and who sends a form, from this desk's own page
(https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html).
"""

import datetime as dt
import hmac
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import field
from urllib.parse import parse_qs, quote

from markupsafe import Markup

from verifier.desk import decisions, forms
from verifier.desk.forms import Forms
from verifier.desk.journal import ChangedError, Journal
from verifier.desk.sent import read
from verifier.errors import InputError, VerifierError
from verifier.model.decision import Cite, Fill, Passage, Waive
from verifier.model.report import Report
from verifier.review import page
from verifier.review.controls import Controls
from verifier.review.html import NOTHING, joined, put, tag, text
from verifier.values import frozen

LARGEST = 65_536  # bytes of a form
_SHOWN = 20  # decisions at the top of the page
_FORM = "application/x-www-form-urlencoded"
_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@frozen
class Request:
    """One request; the names of `headers` are in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes = b""


@frozen
class Answer:
    """One answer: status, body, and headers."""

    status: int
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


class Desk:
    """Answers requests for one registry. `report` makes the report anew, `today` gives the day."""

    def __init__(
        self, journal: Journal, report: Callable[[], Report], today: Callable[[], dt.date], token: str, port: int
    ) -> None:
        self._journal = journal
        self._report = report
        self._today = today
        self._token = token
        self._hosts = (f"127.0.0.1:{port}", f"localhost:{port}")
        self._by = ""
        self._shown: tuple[str, Report] | None = None  # the registry and the report of the page made last

    @property
    def url(self) -> str:
        """Return the address of the page."""
        return f"http://{self._hosts[0]}/{self._token}/"

    def answer(self, request: Request) -> Answer:
        """Return the answer to a request, whatever it is."""
        refused = self._refused(request)
        if refused is not None:
            return refused
        try:
            if request.method == "POST":
                return self._decided(request)
            return Answer(200, self._page(), self._headers(self._controls(NOTHING)))
        except VerifierError as error:
            status = 409 if isinstance(error, ChangedError) else 422 if isinstance(error, InputError) else 500
            return self._message(status, "Not written" if request.method == "POST" else "There is no page", error)

    def _refused(self, request: Request) -> Answer | None:
        """Return the answer to a request from somebody else, None for one of ours."""
        host = request.headers.get("host", "").lower()
        if host not in self._hosts:
            return told(421, "This desk answers only under its own address, on this computer.")
        place = request.target.partition("?")[0].strip("/").split("/")
        if not hmac.compare_digest(place[0].encode("utf-8", "replace"), self._token.encode()):
            return told(
                404, "This address is wrong or old: the terminal that runs `verify review` shows the right one."
            )
        if request.method in ("GET", "HEAD"):
            return None if place[1:] == [] else told(404, "There is one page here.")
        if request.method != "POST" or place[1:] != ["decide"]:
            return told(405, "Pages are read here, and forms sent.")
        if request.headers.get("origin") != f"http://{host}" or request.headers.get("sec-fetch-site") not in (
            None,
            "same-origin",
        ):
            return told(403, "This form comes from another site: nothing was written.")
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
            return told(415, "A form is expected: nothing was written.")
        return None

    def _decided(self, request: Request) -> Answer:
        """Write what a form decides, and lead back to the page."""
        try:
            sent = parse_qs(request.body.decode("utf-8"), keep_blank_values=True, max_num_fields=200, errors="strict")
        except ValueError as error:
            raise InputError("the form cannot be read", "load the page again") from error
        if sent.get("do") == ["undo"]:
            number = sent.get("number", [""])[0]
            self._journal.undo(int(number) if number.isdecimal() and len(number) < 9 else 0)
            return self._back("decisions")
        registry = self._journal.text()
        shown = self._shown
        report = shown[1] if shown is not None and shown[0] == registry else self._report()
        decision = read(sent, report, tomllib.loads(registry), self._today())
        self._journal.decide(decision, sent.get("seal", [""])[0])
        if isinstance(decision, Waive):
            self._by = decision.by
        match decision:
            case Cite() | Waive(about=Passage()) | Fill():
                return self._back(forms.DECIDED)
        return self._back("decisions")

    def _back(self, anchor: str) -> Answer:
        return Answer(303, "", {"Location": f"/{self._token}/#{quote(anchor)}", "Cache-Control": "no-store"})

    def _page(self) -> str:
        registry = self._journal.text()
        report = self._report()
        self._shown = registry, report
        last = self._journal.entries[-1] if self._journal.entries else None
        made = Forms(registry, self._today(), self._by, last)
        return page.render(report, made.controls(self._banner() + forms.known(report)))

    def _controls(self, banner: Markup) -> Controls:
        return Controls(banner, form_action="'self'", referrer="same-origin")

    def _banner(self) -> Markup:
        """Return the last decisions with their diffs, each with a way back."""
        entries = self._journal.entries[: -_SHOWN - 1 : -1]
        if not entries:
            return Markup('<section id="decisions"><p>Each decision is written to the registry at once.</p></section>')
        made = [decisions.shown(each, is_open=not at) for at, each in enumerate(entries)]
        return put('<section id="decisions" aria-label="Decisions"><h2>Decisions</h2>{}</section>', joined(made))

    def _headers(self, controls: Controls) -> dict[str, str]:
        return {**_HEADERS, "Content-Security-Policy": f"{page.policy(controls)}; frame-ancestors 'none'"}

    def _message(self, status: int, title: str, error: VerifierError) -> Answer:
        controls = self._controls(NOTHING)
        lines = [tag("p", text(line)) for line in [*error.message.split("\n"), error.hint] if line]
        body = put('<h1>{}</h1>{}<p><a href="/{}/">Back to the page</a></p>', title, joined(lines), self._token)
        return Answer(status, page.document(title, body, controls), self._headers(controls))


def told(status: int, words: str) -> Answer:
    """Return an answer of words alone."""
    headers = {**_HEADERS, "Content-Type": "text/plain; charset=utf-8", "Content-Security-Policy": "default-src 'none'"}
    return Answer(status, f"{words}\n", headers)

"""Ask one question of a service that is no playback, and keep apart what is no answer to it."""

from verifier import urls
from verifier.errors import StoreError, TransportError
from verifier.model.evidence import Witness
from verifier.playback import answers
from verifier.values import frozen
from verifier.web import Request, Response, Transport

MISSING = "missing"  # a problem of a 404: what it means is for the archive to say


@frozen
class Answer:
    """What came back. `problem` is "" for a whole 200, MISSING for a 404, else the reason of an unknown."""

    response: Response
    problem: str
    sentence: str

    def witness(self, service: str, said: str = "") -> Witness:
        """Return it as a statement of the service."""
        return Witness(service, f"{self.sentence}: {said}" if said else self.sentence, self.response.recorded)


def ask(url: str, transport: Transport, headers: tuple[tuple[str, str], ...] = ()) -> Answer:
    """Send one request; whatever the transport raises is a problem with its reason."""
    return judged(Request(url, headers=headers, limit=answers.LIMIT), transport)


def judged(request: Request, transport: Transport) -> Answer:
    """Send this request in the same way."""
    about = f"asked {urls.redact(request.url)}"
    try:
        response = transport.send(request)
    except TransportError as error:
        return Answer(Response(0), error.kind, f"{about}: {error.message}")
    except StoreError as error:
        return Answer(Response(0), "store-damaged", error.message)
    return Answer(response, _problem(response), f"{about}: {response.status}")


def _problem(response: Response) -> str:
    if response.status == 200:
        return ""
    if response.status == 404:
        return MISSING
    if response.status == 429:
        return "rate-limited"
    return "archive-trouble" if response.status >= 500 else "unrecognised"

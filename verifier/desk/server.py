"""The socket of the desk: 127.0.0.1 only, and a thread for each connection: an idle one blocks nobody."""

import sys
import traceback
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer

from verifier.desk.answers import LARGEST, Answer, Request, told
from verifier.errors import UsageError
from verifier.escape import visible

_SILENCE = 15.0  # seconds after which an idle connection is closed


class Server(ThreadingHTTPServer):
    """A server on 127.0.0.1; `answer` is asked for every request."""

    daemon_threads = True
    answer: Callable[[Request], Answer]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away or fell silent."""

    def server_bind(self) -> None:
        """Bind without looking up a name for the address, which the standard library does and nobody needs."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]


def listening(port: int) -> Server:
    """Return a server that listens on the port, on a free one for 0. Raises UsageError where that cannot be."""
    try:
        return Server(("127.0.0.1", port), _Handler)
    except (OSError, OverflowError) as error:
        reason = (getattr(error, "strerror", None) or "it is no port").lower()
        hint = "another desk may be open: use it, or take any free port with --port 0"
        raise UsageError(f"port {port} on 127.0.0.1 cannot be used ({reason})", hint) from error


class _Handler(BaseHTTPRequestHandler):
    server: Server
    timeout = _SILENCE
    server_version, sys_version = "verify", ""

    def do_GET(self) -> None:
        """Answer without reading a body."""
        self._answer(b"")

    do_HEAD = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_GET

    def do_POST(self) -> None:
        """Read the form, within limits, and answer."""
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length[:9]) > LARGEST or self.headers.get("Transfer-Encoding"):
            self._send(told(413, "The form is too large, or does not say how large it is."))
            return
        self._answer(self.rfile.read(int(length)))

    def _answer(self, body: bytes) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        try:
            answer = self.server.answer(Request(self.command, self.path, headers, body))
        except Exception:  # a bug: the browser is told that there is one, and the terminal which
            sys.stderr.write(f"verify: internal error\n{visible(traceback.format_exc())}\n")
            answer = told(500, "Something went wrong here; the terminal says what. Nothing was half written.")
        self._send(answer)

    def _send(self, answer: Answer) -> None:
        body = answer.body.encode("utf-8")
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the address holds the token."""

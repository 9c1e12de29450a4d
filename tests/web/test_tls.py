"""TLS against loopback, with an authority made for the run by trustme."""

import socket
import ssl
from pathlib import Path

import pytest
import trustme

from verifier.errors import Unreachable, UsageError
from verifier.web import Request
from verifier.web.http import Http

from .loopback import Play, answer, send, serve, stall


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an authority and a certificate for example.org that it signed; return their folder."""
    folder = tmp_path_factory.mktemp("keys")
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "ca.pem")
    site = authority.issue_cert("example.org")
    site.private_key_and_cert_chain_pem.write_to_path(folder / "site.pem")
    return folder


def secured(keys: Path, data: bytes) -> Play:
    """Do the handshake with the site's certificate, read the request, send the bytes."""

    def play(connection: socket.socket) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(keys / "site.pem")
        with context.wrap_socket(connection.dup(), server_side=True) as secure:
            secure.recv(65_536)
            secure.sendall(data)

    return play


def test_a_certificate_of_the_trusted_authority_is_taken(keys: Path) -> None:
    with serve(secured(keys, answer(200, b"safe")), speak_first=True) as server:
        response = server.http(roots=str(keys / "ca.pem")).send(Request("https://example.org/"))

    assert response.body == b"safe"
    assert server.dials == [("93.184.216.34", 443)]


@pytest.mark.parametrize(
    ("url", "roots"),
    [("https://example.com/", "ca.pem"), ("https://example.org/", "site.pem"), ("https://example.org/", "")],
)
def test_a_wrong_name_or_an_unknown_authority_is_refused(keys: Path, url: str, roots: str) -> None:
    with serve(secured(keys, answer(200, b"not safe")), speak_first=True) as server:
        transport = server.http(roots=str(keys / roots) if roots else None)
        with pytest.raises(Unreachable, match="TLS failed"):
            transport.send(Request(url))


def test_a_silent_handshake_ends_with_the_deadline(keys: Path) -> None:
    with serve(stall(), speak_first=True) as server, pytest.raises(Unreachable) as caught:
        server.http(roots=str(keys / "ca.pem")).send(Request("https://example.org/"))

    assert caught.value.kind == "timeout"


@pytest.mark.parametrize("content", [None, "", "no certificate"])
def test_certificates_that_cannot_be_read_are_said(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "roots.pem").write_text(content)

    with pytest.raises(UsageError, match="certificates cannot be read"):
        Http("tests", roots=str(tmp_path / "roots.pem"))


def test_a_folder_of_certificates_is_taken(tmp_path: Path) -> None:
    with serve(send(answer(200, b"safe"))) as server:
        assert server.http(roots=str(tmp_path)).send(Request("http://example.org/")).body == b"safe"

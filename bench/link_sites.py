"""A server for bench.links, as a process of its own: 100 HTTPS hosts on loopback, each answer 50 ms late.

`python -m bench.link_sites CERTIFICATE PORT`: hosts are 127.0.0.1 to 127.0.0.100. The first part of a path says how the
page answers: ok, gone (404), refused (403), hasty (429 with Retry-After: 1, then 200), slow (after 2 s).
"""

import asyncio
import ssl
import sys

HOSTS = tuple(f"127.0.0.{number}" for number in range(1, 101))
_LATENCY = 0.05  # seconds
_SLOW = 2.0
_STATUS = {"gone": "404 Not Found", "refused": "403 Forbidden"}
_BODY = b"<!doctype html><title>A page</title><p>" + b"words " * 330


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, hasty: set[str]) -> None:
    try:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            method, path = head.split(" ", 2)[:2]
            await asyncio.sleep(_SLOW if path.startswith("/slow/") else _LATENCY)
            status, more = _STATUS.get(path.split("/")[1], "200 OK"), ""
            if path.startswith("/hasty/") and method == "GET" and path not in hasty:
                hasty.add(path)
                status, more = "429 Too Many Requests", "Retry-After: 1\r\n"
            answer = f"HTTP/1.1 {status}\r\n{more}Content-Type: text/html\r\nContent-Length: {len(_BODY)}\r\n\r\n"
            writer.write(answer.encode() + (_BODY if method == "GET" else b""))
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
        writer.close()


async def main(certificate: str, port: int) -> None:
    """Serve until killed; say "ready" once all hosts listen."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    hasty: set[str] = set()
    servers = [
        await asyncio.start_server(lambda r, w: _serve(r, w, hasty), host, port, ssl=context, backlog=1000)
        for host in HOSTS
    ]
    print("ready", flush=True)
    await asyncio.gather(*(server.serve_forever() for server in servers))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))

"""requests alone on a list of links, used as sparingly as it can be: the floor of what is built on it.

`python -m bench.link_floor FOLDER`: the folder has links.txt, the one above it ca.pem. One context with the roots, one
adapter for all workers and a session for each, as the project's specification measured it; nothing is kept, paced,
read, judged or tried again.
"""

import queue
import ssl
import sys
import threading
from pathlib import Path
from typing import Any

import requests
from requests.adapters import HTTPAdapter

_WORKERS = 64


class _Adapter(HTTPAdapter):
    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__(pool_connections=512, pool_maxsize=_WORKERS)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **options: Any) -> None:
        super().init_poolmanager(connections, maxsize, block, ssl_context=self._context, **options)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        conn.cert_reqs, conn.ca_certs = "CERT_REQUIRED", None


def main(folder: Path) -> None:
    """Ask for all links; print how many are not answered below 400."""
    adapter = _Adapter(ssl.create_default_context(cafile=str(folder.parent / "ca.pem")))
    left: queue.SimpleQueue[str] = queue.SimpleQueue()
    for url in (folder / "links.txt").read_text("utf-8").split():
        left.put(url)
    bad: list[str] = []

    def work() -> None:
        session = requests.Session()
        session.trust_env = False
        session.mount("https://", adapter)
        while True:
            try:
                url = left.get_nowait()
            except queue.Empty:
                return
            try:
                if session.get(url, allow_redirects=False, timeout=10).status_code >= 400:
                    bad.append(url)
            except requests.RequestException:
                bad.append(url)

    threads = [threading.Thread(target=work) for _ in range(_WORKERS)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    print(len(bad))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

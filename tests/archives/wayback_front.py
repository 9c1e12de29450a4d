"""A front that gives pywb the shape of the Wayback Machine: same paths, words and headers. For tests, on loopback.

What it changes is the table of differences in the shared specification (archives.md, section 19): redirects to the
closest capture and their reason, captured redirects rewritten, the archive's notices, the index of seven columns, the
availability service, and Save Page Now, whose jobs end with the newest capture that the collection has.
"""

import http.client
import json
import re
from http.server import BaseHTTPRequestHandler
from typing import Any, ClassVar
from urllib.parse import parse_qs, parse_qsl, quote, urlencode, urljoin, urlsplit

Reply = tuple[int, dict[str, str], bytes]
COLUMNS = "urlkey,timestamp,url,mime,status,digest,length"
NAMES = {"original": "url", "mimetype": "mime", "statuscode": "status"}
DROPPED = ("output", "fl", "gzip", "showResumeKey", "resumeKey", "fastLatest", "showNumPages")
PLAY = re.compile(r"/web/([0-9]{1,14})((?:[a-z]{2}_)?)/(.+)", re.S)
ABSENT = b"<p>The Wayback Machine has not archived that URL."
EXCLUDED = b"<p>This URL has been excluded from the Wayback Machine."


class Front(BaseHTTPRequestHandler):
    """One request. `pywb` is (host, port); `asked` collects (method, path, authorization)."""

    protocol_version = "HTTP/1.1"
    pywb: ClassVar[tuple[str, int]]
    excluded: ClassVar[tuple[str, ...]] = ("excluded.example.net",)
    asked: ClassVar[list[tuple[str, str, str]]] = []

    def do_GET(self) -> None:
        self._answer(b"")

    def do_POST(self) -> None:
        self._answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def log_message(self, *_: Any) -> None:
        return

    def _answer(self, body: bytes) -> None:
        self.asked.append((self.command, self.path, self.headers.get("Authorization", "")))
        status, headers, content = self._reply(self.path, body)
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def _reply(self, path: str, body: bytes) -> Reply:
        if path.startswith("/cdx/search/cdx?"):
            return self._index(path.partition("?")[2])
        if path.startswith("/wayback/available"):
            return self._available(path.partition("?")[2], body)
        if path.startswith("/save"):
            return self._save(path, body)
        return self._play(path)

    def _index(self, query: str) -> Reply:
        asked = dict(parse_qsl(query))
        if urlsplit(asked.get("url", "")).hostname in self.excluded:
            error = "org.archive.util.AdministrativeAccessControlException: Blocked Site Error"
            return 403, {"Content-Type": "text/plain", "X-Archive-Wayback-Runtime-Error": error}, error.encode()
        rows = self._rows(parse_qsl(query))
        return 200, {"Content-Type": "text/plain"}, "".join(f"{' '.join(row)}\n" for row in rows).encode()

    def _rows(self, pairs: list[tuple[str, str]]) -> list[list[str]]:
        """Ask pywb's index; filters match a whole field here, and a part of it there."""
        kept = [(name, value) for name, value in pairs if name not in (*DROPPED, "limit")]
        made = [(name, _filter(value) if name == "filter" else value) for name, value in kept]
        text = self._pywb(f"/web/cdx?{urlencode([*made, ('output', 'text'), ('fl', COLUMNS)])}")[2].decode()
        rows = [line.split(" ") for line in text.splitlines() if line.count(" ") == 6]
        limit = int(dict(pairs).get("limit", "0"))
        return rows[:limit] if limit > 0 else rows[limit:]

    def _available(self, query: str, body: bytes) -> Reply:
        lines = body.decode().splitlines() if body else [query]
        results = [self._closest(parse_qs(line)) for line in lines]
        answer = {"results": results} if body else results[0]
        return 200, {"Content-Type": "application/json"}, json.dumps(answer).encode()

    def _closest(self, asked: dict[str, list[str]]) -> dict[str, Any]:
        url, stamp = asked["url"][0], asked.get("timestamp", ["99991231235959"])[0]
        side = asked.get("closest", ["either"])[0]
        rows = [row for row in self._rows([("url", url)]) if row[4] in ("200", "-")]
        rows = [row for row in rows if side == "either" or (row[1] <= stamp if side == "before" else row[1] >= stamp)]
        found = {"url": url, "timestamp": stamp, "archived_snapshots": {}, "tag": asked.get("tag", [""])[0]}
        if rows:
            row = min(rows, key=lambda each: abs(int(each[1]) - int(stamp)))
            address = f"http://web.archive.org/web/{row[1]}/{row[2]}"
            closest = {"status": "200", "available": True, "url": address, "timestamp": row[1]}
            found["archived_snapshots"] = {"closest": closest}
        return found

    def _save(self, path: str, body: bytes) -> Reply:
        kind = {"Content-Type": "application/json"}
        if not self.headers.get("Authorization", "").startswith("LOW "):
            return 401, kind, b'{"message": "You need to be logged in to use Save Page Now."}'
        if body:
            url = parse_qs(body.decode())["url"][0]
            return 200, kind, json.dumps({"url": url, "job_id": f"spn2-{url.encode().hex()}"}).encode()
        url = bytes.fromhex(path.rpartition("-")[2]).decode()
        rows = self._rows([("url", url)])
        if not rows:
            return 200, kind, b'{"status": "error", "status_ext": "error:not-found", "message": "No such page."}'
        done = {"status": "success", "timestamp": rows[-1][1], "original_url": url}
        return 200, kind, json.dumps(done).encode()

    def _play(self, path: str) -> Reply:
        found = PLAY.fullmatch(path)
        if found and urlsplit(found[3]).hostname in self.excluded:
            return 200, {"Content-Type": "text/html"}, EXCLUDED
        status, headers, body = self._pywb(path)
        location = headers.get("Location", "")
        if "Memento-Datetime" in headers and location and found:
            target = urljoin(found[3], location)
            headers["Location"] = f"https://web.archive.org/web/{found[1]}{found[2]}/{target}"
        elif location:
            stamp = re.search("/web/([0-9]{14})", location)
            headers["Location"] = re.sub("^https?://[^/]*", "https://web.archive.org", location)
            headers["X-Archive-Redirect-Reason"] = f"found capture at {stamp[1] if stamp else ''}"
            status = 302
        elif status == 404 and "Memento-Datetime" not in headers:
            return 404, {"Content-Type": "text/html"}, ABSENT
        return status, headers, body

    def _pywb(self, path: str) -> Reply:
        link = http.client.HTTPConnection(*self.pywb, timeout=20)
        try:
            link.request("GET", quote(path, safe="".join(map(chr, range(33, 127)))))
            answer = link.getresponse()
            kept = ("Content-Type", "Memento-Datetime", "Location", "Link")
            headers = {name: value for name in kept if (value := answer.getheader(name)) is not None}
            return answer.status, headers, answer.read()
        finally:
            link.close()


def _filter(value: str) -> str:
    """Return a filter of the Wayback Machine as pywb's: a regular expression for the whole field."""
    sign, name, pattern = re.fullmatch(r"(!?)([a-z]+):(.*)", value, re.S).groups()  # type: ignore[union-attr]
    return f"{sign}~{NAMES.get(name, name)}:^(?:{pattern})$"

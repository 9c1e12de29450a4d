"""The small real archive of the shared data, played as web.archive.org would: 24 snapshots and their verdicts."""

import csv
import re
from pathlib import Path

from verifier.archives import memento
from verifier.archives.wayback import ARCHIVE
from verifier.model.archives import ArchiveHost
from verifier.model.registry import Reference
from verifier.web import Request, Response

from .front import Front, read_warc
from .scripted import SEEN


def read_rows(folder: Path) -> list[dict[str, str]]:
    return list(csv.DictReader((folder / "expected.tsv").read_text("utf-8").splitlines(), delimiter="\t"))


def test_every_expected_verdict(shared: Path) -> None:
    folder = shared / "data/archives/pywb-fixture"
    held = read_warc(folder / "fixtures.warc.gz")
    rows = read_rows(folder)
    expected, found = [], []
    for row in rows:
        front = Front(held, ("excluded.example.net",))
        reason = row["reason"] or ("two-witnesses" if row["verdict"] == "absent" else "")
        expected.append((row["url"], row["verdict"], reason))
        url = f"https://web.archive.org/web/{row['timestamp']}/{row['url']}"
        lookup = ARCHIVE.look(Reference("a", 1, title=row["citation_title"] or None, archive_url=url), front)
        found.append((row["url"], lookup.verdict.value, lookup.reason))

    assert len(rows) == 24
    assert found == expected


LIBRARY = ArchiveHost(
    "town",
    "Town Library",
    ("archive.library.test",),
    source="the registry",
    timemap="https://archive.library.test/web/timemap/link/",
)


class Pywb(Front):
    """The same captures as bare pywb 2.10.0 plays them: other redirects, other words, Locations of the site itself."""

    def send(self, request: Request) -> Response:
        play = re.fullmatch(r"https://archive\.library\.test/web/([0-9]{14})id_/(.+)", request.url)
        if play is None:
            return Response(404, {"content-type": "text/html"}, b"<h1>URL Not Found</h1>", recorded=SEEN)
        stamp, url = play[1], play[2]
        response = super().send(Request(f"https://web.archive.org/web/{stamp}id_/{url}"))
        location = response.headers.get("location", "").replace(
            "https://web.archive.org/", "https://archive.library.test/"
        )
        if response.headers.pop("x-archive-redirect-reason", ""):
            return Response(307, {"location": location}, recorded=SEEN)
        if "memento-datetime" not in response.headers:
            return Response(404, {"content-type": "text/html"}, b"<h1>URL Not Found</h1>", recorded=SEEN)
        if location:
            response.headers["location"] = re.sub("^https://archive.library.test/web/[0-9]{14}id_/", "", location)
        return response


def test_the_same_verdicts_from_bare_pywb_but_for_silence(shared: Path) -> None:
    folder = shared / "data/archives/pywb-fixture"
    assert memento.ARCHIVE.adopt is not None
    archive = memento.ARCHIVE.adopt(LIBRARY)
    expected, found = [], []
    for row in read_rows(folder):
        silent = row["verdict"] in ("absent", "excluded")  # pywb answers 404 to both, and 404 proves nothing
        expected.append((row["url"], "unknown" if silent else row["verdict"]))
        url = f"https://archive.library.test/web/{row['timestamp']}/{row['url']}"
        pywb = Pywb(read_warc(folder / "fixtures.warc.gz"), ("excluded.example.net",))
        lookup = archive.look(Reference("a", 1, title=row["citation_title"] or None, archive_url=url), pywb)
        found.append((row["url"], lookup.verdict.value))

    assert found == expected

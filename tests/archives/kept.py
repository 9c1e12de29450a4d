"""Good answers of archives that say what they hold, by the address that is cited."""

import json
from dataclasses import replace

from verifier import archives
from verifier.archives import Archive
from verifier.errors import VerifierError
from verifier.model.evidence import Lookup
from verifier.model.registry import Reference
from verifier.parts import discover
from verifier.web import Response

from .scripted import PAGE, SEEN, TS, Scripted

PERMA, PERMA_API = "https://perma.cc/ABCD-12EF", "https://api.perma.cc/v1/public/archives/ABCD-12EF/"
GHOST = "https://ghostarchive.org/archive/aBcDe"
MEGALODON = f"https://megalodon.jp/2020-0102-0304-05/{PAGE}"
WIKIWIX = f"http://archive.wikiwix.com/cache/?url={PAGE}"
ASKED = {PERMA: PERMA_API, GHOST: GHOST, MEGALODON: MEGALODON, WIKIWIX: f"{WIKIWIX}&apiresponse=1"}
CITED = Reference("a", 1, url=PAGE)


def reply(value: object, status: int = 200) -> Response:
    return Response(status, {"content-type": "application/json"}, json.dumps(value).encode(), recorded=SEEN)


def shown(text: str, status: int = 200) -> Response:
    return Response(status, {"content-type": "text/html"}, text.encode(), recorded=SEEN)


GOOD = {
    PERMA: reply({"guid": "ABCD-12EF", "url": PAGE, "creation_timestamp": "2020-01-02T03:04:05Z"}),
    GHOST: shown(f"<p><b>Archived on:</b> 2 January 2020 03:04<input value='{PAGE}' type=text name='term'>"),
    MEGALODON: shown(f"<p>{PAGE}</p>"),
    WIKIWIX: reply(
        {"status": 200, "timestamp": 1577934245, "longformurl": f"http://archive.wikiwix.com/cache/{TS}/{PAGE}"}
    ),
}


def look(url: str, answer: Response | VerifierError, cited: Reference = CITED) -> Lookup:
    return owner(url).look(replace(cited, archive_url=url), Scripted({ASKED[url]: answer}))


def owner(url: str) -> Archive:
    """Return the one archive that owns the address."""
    (found,) = [each for each in discover(archives, "ARCHIVE", Archive) if each.owns(url)]
    return found

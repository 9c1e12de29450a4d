"""The store as a WARC file, which replay tools open: pywb, ReplayWeb.page and others (ISO 28500, WARC 1.0).

warcio writes it (https://github.com/webrecorder/warcio). The target of a record is the URL that was asked, so a
snapshot stands under its archive's address; of headers and bodies there is what the store keeps. Equal stores give
equal bytes.
"""

import io
import uuid
from collections.abc import Iterable
from http.client import responses

from verifier.version import VERSION
from verifier.web import Request, Response, record

_SPACE = uuid.UUID(
    "6f1d3c0a-5d2e-5b7f-9a43-2f0c8e7d1b55"
)  # made up once, so that the ids of records are always the same


def export(exchanges: Iterable[tuple[Request, Response]]) -> bytes:
    """Return the exchanges as a compressed WARC file."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    pairs = list(exchanges)
    newest = max((response.recorded for _, response in pairs), default="1970-01-01T00:00:00Z")
    info = writer.create_warcinfo_record(
        "store.warc.gz", {"software": f"verify {VERSION}", "format": "WARC File Format 1.0"}
    )
    info.rec_headers.replace_header("WARC-Record-ID", _id("warcinfo", newest))
    info.rec_headers.replace_header("WARC-Date", newest)
    writer.write_record(info)
    info.raw_stream.close()
    for request, response in pairs:
        key = record.key(request)
        headers = {"WARC-Date": response.recorded, "WARC-Record-ID": _id("response", key)}
        if response.truncated:
            headers["WARC-Truncated"] = "length"
        status = StatusAndHeaders(
            f"{response.status} {responses.get(response.status, 'Unknown')}",
            sorted(response.headers.items()),
            "HTTP/1.1",
        )
        made = writer.create_warc_record(
            request.url, "response", io.BytesIO(response.body), warc_headers_dict=headers, http_headers=status
        )
        writer.write_record(made)
        made.raw_stream.close()  # warcio has put it into a file of its own to count it
    return out.getvalue()


def _id(kind: str, key: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(_SPACE, f'{kind} {key}')}>"

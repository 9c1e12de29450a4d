"""The small real archive of the shared data, played as web.archive.org would: 24 snapshots and their verdicts."""

import csv
from pathlib import Path

from verifier.archives.wayback import ARCHIVE
from verifier.model.registry import Reference

from .front import Front, read_warc


def test_every_expected_verdict(shared: Path) -> None:
    folder = shared / "data/archives/pywb-fixture"
    held = read_warc(folder / "fixtures.warc.gz")
    rows = list(csv.DictReader((folder / "expected.tsv").read_text("utf-8").splitlines(), delimiter="\t"))
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

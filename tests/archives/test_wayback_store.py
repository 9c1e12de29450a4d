"""The four truths about a snapshot, from stores written by hand in the folder wayback/."""

from pathlib import Path

import pytest

from verifier.archives.wayback import ARCHIVE
from verifier.model.registry import Reference
from verifier.web.store import Replay

REFERENCE = Reference("a", 1, archive_url="https://web.archive.org/web/20200102030405/http://example.org/news/story")


@pytest.mark.parametrize(
    ("truth", "expected"),
    [
        ("snapshot", "present"),
        ("absent", "absent two-witnesses"),
        ("excluded", "excluded owner"),
        ("unknown", "unknown timeout"),
        ("nothing", "unknown not-recorded"),
    ],
)
def test_each_truth_has_a_store(truth: str, expected: str) -> None:
    lookup = ARCHIVE.look(REFERENCE, Replay(str(Path(__file__).parent / "wayback" / truth)))

    assert f"{lookup.verdict} {lookup.reason}".strip() == expected


@pytest.mark.parametrize("missing", ["from=", "closest="])
def test_without_one_of_its_witnesses_absence_is_unknown(tmp_path: Path, missing: str) -> None:
    for path in (Path(__file__).parent / "wayback" / "absent").rglob("*"):
        if path.is_file() and missing not in path.read_text("utf-8"):
            copy = tmp_path / path.relative_to(Path(__file__).parent / "wayback" / "absent")
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(path.read_bytes())

    lookup = ARCHIVE.look(REFERENCE, Replay(str(tmp_path)))

    assert (lookup.verdict, lookup.reason) == ("unknown", "not-recorded")

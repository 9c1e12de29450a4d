"""A page that still answers and has no good snapshot: the report says with which command to save it."""

import datetime as dt
from pathlib import Path

import pytest

from verifier import Job, open_transport, tasks, verify
from verifier.model.report import Report
from verifier.web import Request, Response, record

TODAY = dt.date(2026, 11, 26)
PAGE = "https://gazette.example/ferry"
SNAPSHOT = f"https://web.archive.org/web/20200102030405/{PAGE}"
MEMENTO = {"content-type": "text/html", "memento-datetime": "Thu, 02 Jan 2020 03:04:05 GMT"}


def report(folder: Path, status: int, archive: str) -> Report:
    """Return the report on one reference whose page answers with the status."""
    answers = {PAGE: Response(status), SNAPSHOT.replace("/http", "id_/http"): Response(404, MEMENTO, b"<p>Gone")}
    for url, answer in answers.items():
        asked = Request(url)
        for name, data in {
            "/".join(record.place(asked)): record.dump(
                asked, Response(answer.status, answer.headers, answer.body, recorded="2026-11-25T10:00:00Z")
            ),
            **record.files_of(asked, answer),
        }.items():
            folder.joinpath("store", name).parent.mkdir(parents=True, exist_ok=True)
            folder.joinpath("store", name).write_bytes(data)
    (folder / "a.txt").write_text("The ferry sails.[1]\n\nReferences\n\n1. A paper.\n", "utf-8")
    (folder / "references.toml").write_text(
        f'schema = 1\n\n[article]\npath = "a.txt"\n\n[[reference]]\nid = "ferry"\nurl = "{PAGE}"\n{archive}', "utf-8"
    )
    transport = open_transport(str(folder / "store"), offline=True)
    job = Job(str(folder / "a.txt"), str(folder / "references.toml"), transport)
    return verify([job], today=TODAY, offline=True, topics=("archive", "live"))


@pytest.mark.parametrize(("status", "is_told"), [(200, True), (403, False), (404, False)])
def test_a_bad_snapshot_of_a_page_that_answers_is_to_be_saved_afresh(
    tmp_path: Path, status: int, is_told: bool
) -> None:
    found = report(tmp_path, status, f'archive_url = "{SNAPSHOT}"\n')

    (bad,) = (each for each in found["findings"] if each["rule"] == "archive-error-capture")
    assert ("save it afresh: verify save ferry" in (bad["suggestion"] or "")) == is_told


@pytest.mark.parametrize(("status", "is_told"), [(200, True), (403, False)])
def test_a_page_without_a_snapshot_is_to_be_saved_while_it_answers(tmp_path: Path, status: int, is_told: bool) -> None:
    told = tasks.to_do(report(tmp_path, status, ""))

    assert ("Save what is still there: verify save ferry." in told) == is_told
    assert any(each.startswith("Find a snapshot of 1 of") for each in told) != is_told

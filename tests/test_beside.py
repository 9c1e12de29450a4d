"""Files that an article names: found beside it, refused elsewhere, and told of in the report with their own lines."""

import datetime as dt
from pathlib import Path

import pytest

from verifier import api, beside, proposals
from verifier.articles import markdown
from verifier.inputs import LARGEST
from verifier.model.report import Report

BIB = """@misc{oats,
  title = {Oats},
  url = {https://mill.example/oats},
}

@article{rye,
  author = {Doe, Jane},
  title = {Rye Falls (see "Rye},
  journal = {Ellin Courier},
  date = {2019-03-03},
  url = {https://courier.example/rye},
}
"""
ARTICLE = (
    "---\nbibliography: refs.bib\n---\n\nRye fell [@rye], and [@wheat] rose, but oats [@oats, p. 3] did not [@rye].\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/refs.bib").write_text(BIB)
    (tmp_path / "sub/article.md").write_text(ARTICLE)
    (tmp_path / "outside.bib").write_text(BIB)
    return tmp_path / "sub"


def report() -> Report:
    job = api.Job("sub/article.md", None, api.open_transport("store", offline=True))
    return api.verify([job], today=dt.date(2026, 11, 26), offline=True)


def test_entries_stand_in_the_order_of_their_first_citation_and_in_their_own_file(folder: Path) -> None:
    entries = report()["articles"][0]["entries"]

    assert [(each["label"], each["position"], each["path"], each["line"]) for each in entries] == [
        ("rye", 1, "sub/refs.bib", 6),
        ("oats", 2, "sub/refs.bib", 1),
    ]
    assert all(each["cited"] for each in entries)


def test_findings_on_an_entry_name_its_file_and_line(folder: Path) -> None:
    found = {each["rule"]: each for each in report()["findings"]}

    assert [(found[rule]["path"], found[rule]["line"]) for rule in ("title-unbalanced", "citekey-undefined")] == [
        ("sub/refs.bib", 6),
        ("sub/article.md", 5),
    ]
    assert found["title-unbalanced"]["line_hash"]


def test_sources_that_nobody_cites_are_no_entries_unless_nocite_names_them(folder: Path) -> None:
    (folder / "article.md").write_text("---\nbibliography: refs.bib\n---\n\nRye fell [@rye].\n")

    assert [each["label"] for each in report()["articles"][0]["entries"]] == ["rye"]

    (folder / "article.md").write_text('---\nbibliography: refs.bib\nnocite: "@*"\n---\n\nRye fell [@rye].\n')

    assert [each["label"] for each in report()["articles"][0]["entries"]] == ["rye", "oats"]


def test_init_drafts_the_sources_with_their_addresses(folder: Path) -> None:
    drafted = proposals.draft("sub/article.md", "sub/references.toml", api.open_transport("store", offline=True))

    assert 'url = "https://courier.example/rye"' in (drafted.text or "")
    assert 'entry = "rye"' in (drafted.text or "")
    assert 'title = "Oats"' in (drafted.text or "")
    assert 'cites = ["ellin-courier-2019-03-03"]' in (drafted.text or "")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("../outside.bib", "outside"),
        ("sub/../../outside.bib", "outside"),
        ("..\\outside.bib", "outside"),
        ("/etc/hosts.bib", "outside"),
        ("C:refs.bib", "outside"),
        ("\\\\server\\share\\refs.bib", "outside"),
        ("out.bib", "leads out"),
        ("away/outside.bib", "leads out"),
        ("loop.bib", "cannot be read"),
        ("folder.bib", "is a folder"),
        ("pipe.bib", "not a regular file"),
        ("nul\0.bib", "cannot be read"),
        ("binary.bib", "is binary"),
        ("empty.bib", "is empty"),
        ("https://mill.example/refs.bib", "on the web"),
        ("article.md", "is none of"),
    ],
)
def test_no_other_file_of_this_computer_is_read(name: str, why: str, folder: Path) -> None:
    import os

    (folder / "out.bib").symlink_to("../outside.bib")
    (folder / "away").symlink_to("..")
    (folder / "loop.bib").symlink_to("loop.bib")
    (folder / "folder.bib").mkdir()
    os.mkfifo(folder / "pipe.bib")
    (folder / "binary.bib").write_bytes(b"\x89PNG\0\0")
    (folder / "empty.bib").write_text("\n")
    (found,) = beside.read("sub/article.md", [name])

    assert why in found.fault
    assert found.text == ""
    assert str(folder) not in found.fault


def test_a_link_to_a_file_in_the_folder_is_followed(folder: Path) -> None:
    (folder / "same.bib").symlink_to("refs.bib")

    assert [each.text for each in beside.read("sub/article.md", ["same.bib", "refs.bib", "./refs.bib"])] == [BIB, BIB]


def test_all_files_together_may_be_as_large_as_an_article(folder: Path) -> None:
    for name in ("a.bib", "b.bib"):
        (folder / name).write_bytes(b"@" * (LARGEST * 2 // 3))
    (folder / "c.bib").write_bytes(b"@" * (LARGEST + 1))
    found = beside.read("sub/article.md", ["a.bib", "b.bib", "c.bib"])

    assert [bool(each.fault) for each in found] == [False, True, True]
    assert "larger than 20 MB" in found[1].fault
    assert "larger than 20 MB" in found[2].fault


def test_what_is_no_utf8_is_read_and_told(folder: Path) -> None:
    (folder / "refs.bib").write_bytes(BIB.replace("Oats", "Öats").encode("latin-1"))
    found = next(each for each in report()["findings"] if each["rule"] == "article-encoding")

    assert "refs.bib: byte" in found["message"]
    assert "Öats" in {each["title"] for each in report()["articles"][0]["entries"]}


def test_an_article_from_the_web_has_no_files_beside_it() -> None:
    (found,) = beside.read("https://mill.example/article.md", ["refs.bib"])

    assert "no file here" in found.fault


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("bibliography: refs.bib  # the shared one", ["refs.bib"]),
        ("bibliography: 'my refs.bib'", ["my refs.bib"]),
        ("bibliography: [a.bib, b.json]", ["a.bib", "b.json"]),
        ("bibliography:\n- a.bib\n- b.yaml\n- a.bib", ["a.bib", "b.yaml"]),
        ("bibliography:", []),
        ("title: Rye", []),
    ],
)
def test_the_front_matter_names_one_file_or_a_list(written: str, names: list[str]) -> None:
    assert markdown.names(f"---\n{written}\n---\n\nRye.\n") == names


def test_toml_names_files_too() -> None:
    assert markdown.names('+++\nbibliography = ["a.bib", "b.json"]\n+++\n\nRye.\n') == ["a.bib", "b.json"]


@pytest.mark.parametrize(
    ("front", "why"),
    [
        ("", "the article names no bibliography"),
        ("---\nbibliography: gone.bib\n---\n\n", "the bibliography gone.bib was not read (does not exist)"),
    ],
)
def test_keys_without_a_bibliography_are_not_called_lost_but_not_checked(folder: Path, front: str, why: str) -> None:
    (folder / "article.md").write_text(f"{front}Rye fell [@rye2019]. Oats did not [@oats2020] [@rye2019].\n")

    made = report()

    article = made["articles"][0]
    markers = [marker for claim in article["claims"] for marker in claim["markers"]]
    assert {(each["state"], *each["evidence"]) for each in markers} == {("open", why)}
    assert article["diagnosis"]["text"] == f"3 citations are keys that could not be looked up: {why}."
    assert [(each["reference"], each["check"], each["reason"]) for each in made["unverified"]] == [
        ("@rye2019", "numbering", why),
        ("@oats2020", "numbering", why),
    ]
    assert made["run"]["reasons"] == [f"numbering, 2 keys: {why}"]
    assert made["run"]["exit_code"] == 3
    assert made["coverage"]["unchecked"] == made["coverage"]["claims"]


def test_a_key_that_a_wholly_read_bibliography_lacks_is_lost(folder: Path) -> None:
    made = report()

    states = {each["label"]: each["state"] for claim in made["articles"][0]["claims"] for each in claim["markers"]}
    assert states == {"rye": "printed", "wheat": "lost", "oats": "printed"}
    assert not [each for each in made["unverified"] if each["check"] == "numbering"]

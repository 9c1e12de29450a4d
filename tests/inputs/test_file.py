"""Files as articles: every encoding people save in is read, and what is no text is refused with what to do."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wikis import Scripted

from verifier.errors import ArticleError, InputError
from verifier.inputs import Text
from verifier.inputs import file as module
from verifier.inputs.file import INPUT, LIMIT, read

BREAD = "Bread \u2013 \u201cpain\u201d, \u9eb5\u5305, \U0001f35e\nRye fell.\n"


def of(folder: Path, data: bytes) -> Text:
    path = folder / "article.txt"
    path.write_bytes(data)
    return read(str(path))


def plain(folder: Path, data: bytes) -> tuple[str, tuple[str, ...]]:
    found = of(folder, data)
    return found.text, found.notes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_and_its_mark_is_no_part_of_the_text(tmp_path: Path, encoding: str) -> None:
    assert (BREAD, ()) == plain(tmp_path, BREAD.encode(encoding))


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_both_kinds_of_utf_16(tmp_path: Path, mark: bytes, encoding: str) -> None:
    assert (BREAD, ()) == plain(tmp_path, mark + BREAD.encode(encoding))


def test_line_ends_are_kept(tmp_path: Path) -> None:
    assert ("a\r\nb\rc\n", ()) == plain(tmp_path, b"a\r\nb\rc\n")


def test_other_bytes_are_windows_1252_and_the_first_is_named(tmp_path: Path) -> None:
    found = of(tmp_path, "Bread\nLe \u201cpain\u201d \u2013 5\u20ac".encode("cp1252"))

    assert found.text == "Bread\nLe \u201cpain\u201d \u2013 5\u20ac"
    assert found.notes == ("byte 9 (line 2): is not UTF-8; such bytes were read as windows-1252",)


def test_a_few_wrong_bytes_leave_the_rest_readable(tmp_path: Path) -> None:
    found = of(tmp_path, "Pain \u00e9t\u00e9 \u9eb5".encode() + b" caf\xe9 \x81\x8d " + "\u9eb5".encode())

    assert found.text == "Pain \u00e9t\u00e9 \u9eb5 caf\u00e9 \x81\x8d \u9eb5"
    assert len(found.notes) == 1


def test_cut_utf_16_is_read_with_a_note(tmp_path: Path) -> None:
    found = of(tmp_path, "Bread".encode("utf-16-le").join([b"\xff\xfe", b"\x00"]))

    assert found.text == "Bread\ufffd"
    assert found.notes == ("byte 12: is not UTF-16; replaced by U+FFFD",)


def test_nul_is_shown_and_counted(tmp_path: Path) -> None:
    found = of(tmp_path, b"Bread\nrye\0 fell" + b" and fell" * 20)

    assert found.text.startswith("Bread\nrye\ufffd fell")
    assert found.notes == ("character 9 (line 2): a NUL byte, shown as U+FFFD",)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\nBread",
        b"\x89PNG\r\n\x1a\nBread",
        b"\xff\xd8\xff\xe0 JFIF",
        b"GIF89a Bread",
        b"PK\x03\x04 docx",
        b"\x1f\x8b gzip",
        b"BZh9 bzip",
        b"\xfd7zXZ\x00",
        b"\x7fELF",
        bytes(range(256)),
        b"\0" * 10,
        b"Rye\x01\x02\x03",
    ],
)
def test_binary_files_are_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"article\.txt: is binary") as caught:
        of(tmp_path, data)
    assert "text" in caught.value.hint


def test_colours_of_a_terminal_and_form_feeds_are_still_text(tmp_path: Path) -> None:
    data = b"\x1b[31mRye\x1b[0m\tfell\x0c\x0c\x08\x08\r\n"

    assert of(tmp_path, data).text == data.decode()


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb\xbf\n"])
def test_empty_files_are_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"article\.txt: is empty") as caught:
        of(tmp_path, data)
    assert caught.value.hint


def test_what_is_no_file_is_named_and_nothing_hangs(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()

    for name, says in (("gone", "does not exist"), ("folder", "is a folder"), ("pipe", "is not a regular file")):
        with pytest.raises(InputError, match=f"{name}: {says}") as caught:
            read(str(tmp_path / name))
        assert caught.value.hint


def test_a_file_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIMIT", 5)

    assert of(tmp_path, b"12345").text == "12345"
    with pytest.raises(InputError, match="is larger than 5 bytes"):
        of(tmp_path, b"123456")
    assert LIMIT == 20_000_000


def test_any_place_but_a_url_is_a_file_and_nobody_is_asked(tmp_path: Path) -> None:
    (tmp_path / "Rye.TXT").write_text("Rye fell.\n")

    assert INPUT.name == "file"
    assert INPUT.recognises("article.txt") == INPUT.recognises("http.txt") == 100
    assert INPUT.recognises("https://example.org/article.txt") == 0
    found = INPUT.read(str(tmp_path / "Rye.TXT"), Scripted({}))
    assert (found.text, found.path, found.suffix, found.provenance) == ("Rye fell.\n", "Rye.TXT", ".txt", None)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=80) | st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    try:
        found = of(tmp_path, data)
    except ArticleError as error:
        assert error.hint
        return
    found.text.encode()
    assert "\0" not in found.text
    assert found.text.strip()
    if not found.notes and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        assert data.removeprefix(b"\xef\xbb\xbf") == found.text.encode()

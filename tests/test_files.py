"""The edge to the disk: what users see when a path is odd, and that a file is never half there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from verifier import files
from verifier.errors import InputError, ReportError


def test_a_file_is_read_whole_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"12345")

    assert files.read_bytes(str(path), 5) == b"12345"
    with pytest.raises(InputError, match=r"a\.md: is larger than 4 bytes"):
        files.read_bytes(str(path), 4)


def test_a_large_limit_is_named_in_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * 1_000_001)

    with pytest.raises(InputError, match="is larger than 1 MB"):
        files.read_bytes(str(path), 1_000_000)


def test_what_is_no_file_is_named_and_nothing_hangs(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    for name, message in (
        ("gone", "gone: does not exist"),
        ("", "does not exist"),
        (".", "is a folder"),
        ("pipe", "pipe: is not a regular file"),
    ):
        with pytest.raises(InputError, match=message) as caught:
            files.read_bytes(str(tmp_path / name) if name else "", 10)
        assert caught.value.hint


@pytest.mark.parametrize("path", ["/dev/zero", "a\0b", "\ud800", "x" * 5000])
def test_odd_paths_are_input_errors(path: str) -> None:
    with pytest.raises(InputError):
        files.read_bytes(path, 10)


def test_an_unreadable_file_says_why(tmp_path: Path) -> None:
    path = tmp_path / "loop"
    path.symlink_to(path)

    with pytest.raises(InputError, match="loop: cannot be read"):
        files.read_bytes(str(path), 10)


def test_writing_makes_folders_replaces_and_leaves_no_temporary_file(tmp_path: Path) -> None:
    path = tmp_path / "reports" / "new" / "a.json"

    files.write_atomically(str(path), b"old")
    files.write_atomically(str(path), b"new")

    assert path.read_bytes() == b"new"
    assert [each.name for each in path.parent.iterdir()] == ["a.json"]


def test_private_files_are_private(tmp_path: Path) -> None:
    files.write_atomically(str(tmp_path / "a"), b"", 0o600)

    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


def test_a_link_is_replaced_and_what_it_led_to_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("safe")
    (tmp_path / "link").symlink_to(tmp_path / "victim")

    files.write_atomically(str(tmp_path / "link"), b"report")

    assert (tmp_path / "victim").read_text() == "safe"
    assert not (tmp_path / "link").is_symlink()


def test_a_failed_write_keeps_the_old_file_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(ReportError, match=r"a\.json: cannot be written \(no space left on device\); what was there"):
        files.write_atomically(str(path), b"new")
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]


def test_folders_devices_and_impossible_paths_are_not_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    for path in (str(tmp_path), "/dev/null", "/dev/full", str(tmp_path / "file" / "below"), "a\0b"):
        with pytest.raises(ReportError):
            files.write_atomically(path, b"")
    assert (tmp_path / "file").read_text() == "x"


def test_what_a_killed_process_left_is_replaced(tmp_path: Path) -> None:
    files.write_atomically(str(tmp_path / "a"), b"1")
    for attempt in range(2):
        (tmp_path / f".verify-{os.getpid()}-0.tmp").write_text("left")
        files.write_atomically(str(tmp_path / "a"), str(attempt).encode())

    assert (tmp_path / "a").read_text() == "1"


def test_files_are_listed_sorted_by_suffix_and_only_files(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", "c.txt", "deep/d.md"):
        files.write_atomically(str(tmp_path / name), b"")
    (tmp_path / "folder.md").mkdir()

    listed = [Path(path).name for path in files.list_files(str(tmp_path), (".md",))]
    deep = [Path(path).name for path in files.list_files(str(tmp_path), (".md", ".txt"), deep=True)]

    assert listed == ["a.md", "b.md"]
    assert deep == ["a.md", "b.md", "c.txt", "d.md"]
    with pytest.raises(InputError, match="is not a folder"):
        files.list_files(str(tmp_path / "gone"), (".md",))


def test_questions_about_paths_never_raise(tmp_path: Path) -> None:
    assert files.is_dir(str(tmp_path))
    assert files.exists(str(tmp_path))
    assert not files.exists("a\0b")
    assert not files.is_dir(str(tmp_path / "gone"))


def test_parts_of_paths() -> None:
    assert files.join("reports", "a", "b.json") == "reports/a/b.json"
    assert files.join(".", "a.md") == "a.md"
    assert files.folder_of("a.md") == "."
    assert files.name_of("x/article.MD") == "article.MD"
    assert files.suffix_of("x/article.MD") == ".md"


def test_one_at_a_time_changes_a_locked_file_also_of_several_processes(tmp_path: Path) -> None:
    path = tmp_path / "count"
    path.write_text("0")
    code = (
        "import sys; from verifier import files\nfor _ in range(20):\n with files.locked(sys.argv[1]):\n"
        "  count = int(files.read_bytes(sys.argv[1], 99)); files.write_atomically(sys.argv[1], b'%d' % (count + 1))"
    )

    running = [subprocess.Popen([sys.executable, "-c", code, str(path)]) for _ in range(3)]

    assert [0, 0, 0] == [each.wait(timeout=60) for each in running]
    assert "60" == path.read_text()
    assert [path] == list(tmp_path.iterdir())


def test_what_cannot_be_locked_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="cannot be locked"), files.locked(str(tmp_path / "missing/file")):
        pass


def test_paths_outside_this_folder_are_told_apart_by_the_end_of_their_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    inside, beside = str(tmp_path / "in/a.txt"), "../a.txt"
    paths = [inside, beside, "/v/one/a.txt", "/v/two/a.txt", "/w/two/a.txt", "/v/b.txt", "/c.txt", "/w/c.txt"]

    names = files.told_apart(paths)
    assert ["in/a.txt", "../a.txt", "one/a.txt", "v/two/a.txt", "w/two/a.txt", "b.txt", "c.txt", "w/c.txt"] == [
        names[each] for each in paths
    ]
    assert names == files.told_apart(paths[::-1])
    assert "v/b.txt" == files.told_apart(["b.txt", "/v/b.txt"])["/v/b.txt"]


def test_a_folder_that_may_not_be_looked_into_is_an_error_and_not_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    real = os.scandir

    def scandir(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)

    for folder in (closed, tmp_path):
        with pytest.raises(InputError, match=r"closed: cannot be listed \(permission denied\)"):
            files.list_files(str(folder), (".md",), deep=True)
    assert () == files.list_files(str(tmp_path), (".md",))

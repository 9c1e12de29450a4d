"""The findings of every rule keep their ids when the whole article moves down: a baseline outlives an edit."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from verifier import Job, open_transport, verify

RULES = Path(__file__).parent / "rules"
ARTICLES = sorted(RULES.glob("*/fires*/article.*"))


def ids(article: str) -> list[str]:
    registry = "references.toml" if Path("references.toml").exists() else None
    report = verify(
        [Job(article, registry, open_transport("store", offline=True))], today=dt.date(2026, 11, 24), offline=True
    )
    return sorted(each["id"] for each in report["findings"])


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: f"{path.parent.parent.name}-{path.parent.name}")
def test_a_finding_keeps_its_id_when_lines_are_put_before_it(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = article.read_bytes()
    if data.startswith((b"---", b"\xff\xfe", b"\xfe\xff")):
        pytest.skip("its beginning means something")
    shutil.copytree(article.parent, tmp_path / "case")
    monkeypatch.chdir(tmp_path / "case")

    before = ids(article.name)
    Path(article.name).write_bytes(b"\n\n" + data)
    assert ids(article.name) == before

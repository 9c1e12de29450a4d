"""Several editors, and one who changes his mind: no decision is lost, and every one is taken back."""

import threading
import tomllib
from pathlib import Path

import pytest

from desk.bread import OATS, REGISTRY, RYE, WAIVER, WHEAT, journal, kept, read, take
from verifier.desk.journal import ChangedError
from verifier.model.decision import Cite, Decision, Fill, Passage
from verifier.registry.decide import seal


@pytest.mark.parametrize(
    "decision",
    [
        Cite(RYE, "gazette"),
        Cite(WHEAT, "gazette"),
        Cite(OATS, "courier"),
        WAIVER,
        Fill("courier", "url", "https://a.test/"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_decision_is_taken_back_to_the_byte(decision: Decision, end: str, mark: str, tmp_path: Path) -> None:
    registry = mark + REGISTRY.replace("\n", end)
    made = kept(tmp_path, registry)

    entry = take(made, decision)
    assert registry != read(tmp_path)
    assert end == "\n" or "\n" not in read(tmp_path).replace("\r\n", "")
    made.undo(entry.number)

    assert registry == read(tmp_path)
    with pytest.raises(ChangedError, match="taken back already"):
        made.undo(entry.number)


def test_an_older_decision_is_taken_back_under_a_newer_one(tmp_path: Path) -> None:
    made = kept(tmp_path)
    first = take(made, Fill("courier", "url", "https://a.test/"))
    take(made, WAIVER)

    made.undo(first.number)

    found = tomllib.loads(read(tmp_path))
    assert "url" not in found["reference"][0]
    assert 1 == len(found["waiver"])


def test_lines_that_have_changed_since_are_not_taken_back(tmp_path: Path) -> None:
    made = kept(tmp_path)
    entry = take(made, Fill("courier", "url", "https://a.test/"))
    changed = read(tmp_path).replace("https://a.test/", "https://b.test/")
    (tmp_path / "references.toml").write_text(changed, encoding="utf-8")

    with pytest.raises(ChangedError, match="have changed since"):
        made.undo(entry.number)

    assert changed == read(tmp_path)


def test_two_editors_who_decide_on_one_claim_do_not_overwrite_each_other(tmp_path: Path) -> None:
    first, second = kept(tmp_path), journal(tmp_path)
    seen = seal(tomllib.loads(REGISTRY), Cite(RYE, "gazette"))
    first.decide(Cite(RYE, "gazette"), seen)
    after = read(tmp_path)

    with pytest.raises(ChangedError, match="nothing was written"):
        second.decide(Cite(RYE, "courier", drop=True), seen)

    assert after == read(tmp_path)


def test_two_editors_who_decide_on_different_things_both_have_their_way(tmp_path: Path) -> None:
    first, second = kept(tmp_path), journal(tmp_path)
    values = tomllib.loads(REGISTRY)

    first.decide(Cite(RYE, "gazette"), seal(values, Cite(RYE, "gazette")))
    second.decide(WAIVER, seal(values, WAIVER))

    found = tomllib.loads(read(tmp_path))
    assert ["courier", "gazette"] == found["claim"][0]["cites"]
    assert 1 == len(found["waiver"])


def test_many_editors_at_once_lose_no_decision(tmp_path: Path) -> None:
    kept(tmp_path)
    passages = [Passage(f"claim-{number}", f"Bread number {number}.", ("1",)) for number in range(24)]
    values = tomllib.loads(REGISTRY)

    def editor(mine: list[Passage]) -> None:
        own = journal(tmp_path)
        for passage in mine:
            own.decide(Cite(passage, "courier"), seal(values, Cite(passage, "courier")))

    threads = [threading.Thread(target=editor, args=(passages[start::4],)) for start in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    found = {each["id"] for each in tomllib.loads(read(tmp_path))["claim"]}
    assert {each.id for each in passages} <= found
    assert ["a.txt", "references.toml"] == sorted(each.name for each in tmp_path.iterdir())


def test_what_somebody_writes_in_an_editor_meanwhile_stays(tmp_path: Path) -> None:
    made = kept(tmp_path)
    seen = seal(tomllib.loads(REGISTRY), Cite(RYE, "gazette"))
    (tmp_path / "references.toml").write_text(REGISTRY + "# a thought\n", encoding="utf-8")

    made.decide(Cite(RYE, "gazette"), seen)

    assert read(tmp_path).endswith("# a thought\n")
    assert '"gazette",' in read(tmp_path)

"""Every error of Wikipedia's citation templates is covered by a rule, which says so."""

from pathlib import Path

from verifier import api


def test_every_key_of_the_citation_module_is_named_by_its_rule(shared: Path) -> None:
    rows = [
        row.split("\t") for row in (shared / "data/numbering/cs1/cs1-errors.tsv").read_text("utf-8").splitlines()[1:]
    ]
    rules = {rule.id: rule for rule in api.known_rules()}
    covered = [(row[0], row[3]) for row in rows if row[3] != "-"]

    assert len(covered) > 25
    missing = [(key, rule) for key, rule in covered if rule not in rules or f"`{key}`" not in rules[rule].help]
    assert [] == missing

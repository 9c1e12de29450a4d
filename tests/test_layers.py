"""The arrows between the rooms point one way."""

from importlinter.cli import lint_imports


def test_the_import_contracts_hold() -> None:
    assert 0 == lint_imports(no_cache=True)

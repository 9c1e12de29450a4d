"""`verify --offline` starts light: what a run does not need is not loaded."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAVY = {"requests", "urllib3", "waybackpy", "tenacity", "rich", "numpy", "tomlkit", "argcomplete"}
PROBE = "import json, sys; from verifier.cli import main; main(sys.argv[1:]); print(json.dumps(sorted(sys.modules)))"


READERS = ("verifier.html.plan", "verifier.markdown.reading", "verifier.wikitext.page", "verifier.rst.doctree")
WAITING = {  # no snapshot is cited, no file of sources named, nothing proposed, and one command given
    *("verifier.archives", "verifier.bibliography", "verifier.proposals", "verifier.desk", "subprocess"),
    *("verifier.cli.review", "verifier.reporters.sarif", "verifier.step_summary"),
}
FIRST = """
import json, sys
from verifier import reading
from verifier.cli import main

def at_work(*_):
    print(json.dumps(sorted(sys.modules)))
    sys.exit()

reading.read_article = at_work
main(sys.argv[1:])
"""


def _loaded(*argv: str, probe: str = PROBE) -> set[str]:
    done = subprocess.run([sys.executable, "-c", probe, *argv], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_an_offline_run_of_the_shipped_article_loads_no_heavy_library(tmp_path: Path) -> None:
    loaded = _loaded("--offline", "-q", "--reports-dir", str(tmp_path))

    assert set() == {name.partition(".")[0] for name in loaded} & HEAVY
    assert set() == loaded.intersection(READERS)  # it is plain text: the parsers of other formats can wait
    assert set() == loaded & WAITING


def test_no_rule_and_no_format_is_loaded_before_the_article_is_read(tmp_path: Path) -> None:
    loaded = _loaded("--offline", "-q", "--reports-dir", str(tmp_path), probe=FIRST)

    assert "verifier.api" in loaded
    assert not [
        name for name in loaded if name.startswith(("verifier.rules.", "verifier.reporters.", "verifier.review"))
    ]


def test_version_and_help_load_no_rules() -> None:
    assert not [name for name in _loaded("--version") if name.startswith("verifier.rules")]

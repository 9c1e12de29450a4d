"""`verify --offline` starts light: what a run does not need is not loaded."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAVY = {"requests", "urllib3", "waybackpy", "tenacity", "rich", "numpy", "tomlkit", "argcomplete"}
PROBE = "import json, sys; from verifier.cli import main; main(sys.argv[1:]); print(json.dumps(sorted(sys.modules)))"


READERS = ("verifier.html.plan", "verifier.markdown.reading", "verifier.wikitext.page", "verifier.rst.doctree")


def _loaded(*argv: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", PROBE, *argv], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_an_offline_run_of_the_shipped_article_loads_no_heavy_library(tmp_path: Path) -> None:
    loaded = _loaded("--offline", "-q", "--reports-dir", str(tmp_path))

    assert set() == {name.partition(".")[0] for name in loaded} & HEAVY
    assert set() == loaded.intersection(READERS)  # it is plain text: the parsers of other formats can wait


def test_version_and_help_load_no_rules() -> None:
    assert not [name for name in _loaded("--version") if name.startswith("verifier.rules")]

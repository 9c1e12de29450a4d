"""`verify --offline` starts light: what a run does not need is not loaded."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAVY = {"requests", "urllib3", "waybackpy", "tenacity", "rich", "numpy", "tomlkit", "argcomplete"}
PROBE = "import json, sys; from verifier.cli import main; main(sys.argv[1:]); print(json.dumps(sorted(sys.modules)))"


def _loaded(*argv: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", PROBE, *argv], cwd=ROOT, capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in json.loads(done.stdout.splitlines()[-1])}


def test_an_offline_run_of_the_shipped_article_loads_no_heavy_library(tmp_path: Path) -> None:
    loaded = _loaded("--offline", "-q", "--reports-dir", str(tmp_path))

    assert set() == loaded & HEAVY


def test_version_and_help_load_no_rules() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, "--version"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    modules = json.loads(done.stdout.splitlines()[-1])

    assert not [name for name in modules if name.startswith("verifier.rules")]

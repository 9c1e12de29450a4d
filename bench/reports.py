"""How long each format of a report of 5,000 findings takes to write, and the memory it needs.

Run from the top folder: python -m bench.reports. The report is that of the shipped article, its findings repeated under
other ids. Each format is written by a process of its own; the time is that of the whole `verify report`, reading the
JSON included, beside that of Python that reads the JSON and writes it again.
"""

import json
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from verifier.outputs import formats

FINDINGS = 5_000
SAVED = Path("reports/report.json")
BARE = "import json, sys; print(len(json.dumps(json.load(open(sys.argv[1], encoding='utf-8')), indent=2)))"


def large(report: dict[str, Any]) -> dict[str, Any]:
    """Return the report with its findings, and the checks that they are, repeated."""
    checks = {each["finding"]: each for each in report["checks"]}
    found, made = [], [each for each in report["checks"] if each["finding"] is None]
    for number, finding in enumerate(islice(cycle(report["findings"]), FINDINGS)):
        identifier = f"{number:016x}"
        found.append({**finding, "id": identifier, "caused_by": None})
        made.append({**checks[finding["id"]], "finding": identifier})
    return {**report, "findings": found, "checks": made}


def measure(*command: str) -> tuple[float, float]:
    """Return the wall time in seconds and the peak memory in MB of a command."""
    start = time.perf_counter()
    probe = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
    probe += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    done = subprocess.run([sys.executable, "-c", probe, *command], capture_output=True, text=True, check=True)
    return time.perf_counter() - start, int(done.stdout) / (1024 if sys.platform != "darwin" else 1024**2)


def main() -> None:
    """Measure and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        saved = str(Path(folder, "report.json"))
        Path(saved).write_text(json.dumps(large(json.loads(SAVED.read_text("utf-8")))), "utf-8")
        rows = {"(bare json)": measure(sys.executable, "-c", BARE, saved)}
        for name in formats():
            rows[name] = measure(sys.executable, "-m", "verifier", "report", "--from", saved, "-q", "-f", name)
    bare = rows["(bare json)"][0]
    print(f"{FINDINGS} findings\n{'format':<12} {'s':>6} {'x bare':>7} {'MB':>6}")
    for name, (seconds, megabytes) in rows.items():
        print(f"{name:<12} {seconds:6.2f} {seconds / bare:7.1f} {megabytes:6.0f}")


if __name__ == "__main__":
    main()

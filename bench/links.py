"""Live links: 1,000 HTTPS links on 100 hosts, all in order and a mixed set, beside the link checkers that are here.

Run from the top folder: python -m bench.links [--quick]. Both sets are those of the project's specification; the server
is bench.link_sites, in a process of its own. Wall, CPU and memory are of the checker's process with its children, its
start included; ratios are to lychee. The peers run with certificate checks off, as their roots are not ours to set; we
verify. Beside the peers stands requests alone, used as sparingly as it can be (bench.link_floor): what our transport
is built on costs that much. `--quick` leaves out the runs with host spacing on, and the slow peers. The store is
written below TMPDIR; on a disk whose file system is slow to make files (here up to 0.7 ms each), name one in memory.
"""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.link_peers import PEERS, Peer
from bench.link_sites import HOSTS

LINKS = 1000
MIXED = {"gone": 20, "refused": 10, "hasty": 10, "slow": 10, "closed": 10}  # the others are in order
# As installed packages are: where the environment forbids to keep what is compiled, each start would compile us anew.
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
COMPILED["PYTHONPYCACHEPREFIX"] = tempfile.gettempdir() + "/verify-bench-compiled"
_SPACING = 0.25  # seconds
_LIMIT = 240  # seconds for a peer
_SLOW_PEERS = ("Sphinx linkcheck", "LinkChecker")


@dataclass(frozen=True, slots=True)
class Run:
    """What one run cost, and what it printed."""

    wall: float
    cpu: float
    megabytes: float
    output: str


def measured(command: Sequence[str], folder: Path) -> Run:
    """Run the command and return its cost; one that takes too long is killed."""
    with (folder / "stdout").open("w+", encoding="utf-8", errors="replace") as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, env=COMPILED)
        while True:
            found, _, used = os.wait4(process.pid, os.WNOHANG)
            wall = time.perf_counter() - start
            if found:
                break
            if wall > _LIMIT:
                process.kill()
            time.sleep(0.01)
        process.returncode = 0  # it is reaped
        out.seek(0)
        return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, out.read())


@contextmanager
def sites(folder: Path) -> Iterator[int]:
    """Run the server and yield its port."""
    import trustme  # what is measured does not need it

    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "ca.pem")
    authority.issue_cert(*HOSTS).private_key_and_cert_chain_pem.write_to_path(folder / "site.pem")
    port = free_port()
    command = [sys.executable, "-m", "bench.link_sites", str(folder / "site.pem"), str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        if process.stdout is None or process.stdout.readline() != "ready\n":
            raise SystemExit("the server did not start")
        try:
            yield port
        finally:
            process.kill()


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def links(port: int, closed: int, kinds: dict[str, int]) -> list[str]:
    """Return the links; those of a kind are on different hosts."""
    rows = [kind for kind, count in kinds.items() for _ in range(count)]
    rows += ["ok"] * (LINKS - len(rows))
    ports = {"closed": closed}
    return [
        f"https://{HOSTS[place % len(HOSTS)]}:{ports.get(kind, port)}/{kind}/{place}" for place, kind in enumerate(rows)
    ]


def write_registry(folder: Path, urls: Sequence[str]) -> None:
    """Write an article and the registry of these links."""
    rows = "".join(f'\n[[reference]]\nid = "r{place}"\nurl = "{url}"\n' for place, url in enumerate(urls))
    (folder / "references.toml").write_text(f'schema = 1\n\n[article]\npath = "article.txt"\n{rows}', "utf-8")
    (folder / "article.txt").write_text("The ferry sails.[1]\n\nReferences\n\n1. A paper.\n", "utf-8")
    (folder / "links.txt").write_text("\n".join(urls), "utf-8")


def run_ours(top: Path, urls: Sequence[str], spacing: float, days: Sequence[str]) -> list[Run]:
    """Run ours on the links in a new folder, once for each day."""
    folder = Path(tempfile.mkdtemp(dir=top))
    write_registry(folder, urls)
    (folder / "ca.pem").write_bytes((top / "ca.pem").read_bytes())
    command = [sys.executable, "-m", "bench.link_run", str(folder), str(spacing)]
    return [measured([*command, day], folder) for day in days]


def run_peer(peer: Peer, top: Path, urls: Sequence[str], *, is_paced: bool) -> tuple[Run, str]:
    """Run a peer on the links; return its cost and what it flags."""
    folder = Path(tempfile.mkdtemp(dir=top))
    folder.chmod(0o755)
    run = measured(peer.prepare(peer.path or "", folder, urls, is_paced), folder)
    try:
        return run, f"{peer.flagged(run.output, folder)} flagged"
    except (ValueError, OSError, KeyError):
        return run, "its output was not understood"


def row(name: str, run: Run, base: Run | None, told: str) -> None:
    """Print one line of a table."""
    wall = f"{run.wall / base.wall:6.1f}" if base else "      "
    cpu = f"{run.cpu / base.cpu:6.1f}" if base else "      "
    each = 1000 * run.cpu / LINKS
    print(f"{name:<22} {run.wall:7.2f} {wall} {each:9.2f} {cpu} {run.megabytes:7.0f}  {told}", flush=True)


def table(title: str, top: Path, urls: Sequence[str], *, spaced: bool, days: Sequence[str], quick: bool) -> None:
    """Measure everybody on the links and print a table."""
    print(f"\n{title}\n{'':<22} {'wall s':>7} {'x':>6} {'CPU ms/ea':>9} {'x':>6} {'RSS MB':>7}")
    peers = [each for each in PEERS if each.path and not (quick and each.name in _SLOW_PEERS)]
    base = None
    for peer in peers:
        run, told = run_peer(peer, top, urls, is_paced=spaced)
        base = base or (run if peer.name == "lychee" else None)
        row(peer.name, run, base, told)
    for day, run in zip(days, run_ours(top, urls, _SPACING if spaced else 0.0, days), strict=True):
        row(f"verify, {day}", run, base, run.output.strip())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    missing = [each.program for each in PEERS if not each.path]
    if missing:
        print(f"not installed, and left out: {', '.join(missing)}")
    with tempfile.TemporaryDirectory() as made:
        subprocess.run([sys.executable, "-c", "import bench.link_run, verifier.web.session"], env=COMPILED, check=True)
        top = Path(made)
        top.chmod(0o755)  # LinkChecker gives up the rights of root, and reads its input as nobody
        with sites(top) as port:
            good = links(port, 0, {})
            table("1,000 in order, spacing off", top, good, spaced=False, days=["2026-11-01"], quick=options.quick)
            if not options.quick:
                table("1,000 in order, spacing on", top, good, spaced=True, days=["2026-11-01"], quick=True)
            mixed = links(port, free_port(), MIXED)
            days = ["2026-11-01", "2026-11-03", "2026-11-05"]
            table("the mixed set, spacing off", top, mixed, spaced=False, days=days, quick=options.quick)


if __name__ == "__main__":
    main()

"""False verdicts, requests, wall and CPU of this project, waybackpy, EDGI's wayback and lychee on one archive.

Run from the top folder: python -m bench.archives [--write]. First a thousand cases with one spoilt answer each, of more
than 25 kinds; then 200 citations of which 15 % are captured redirects and 10 % have failed, cold and warm. `--write`
puts the tables into docs/archives.md. Peers that are not installed (pip install -e ".[bench]") are left out.
"""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from bench import archive_tools
from bench.faulty import KINDS, MOMENT, STAMP, Archive, Case, Step, page, serving, whole

CASES, CITATIONS = 1000, 200
DOCS = Path("docs/archives.md")
BEGIN, END = "<!-- bench: archives -->\n", "<!-- end -->"
_PEERS = {"waybackpy 3.0.6": "waybackpy", "wayback 0.5.1 (EDGI)": "wayback"}


def cases() -> dict[str, Case]:
    """Return a thousand cases: each kind as often as any, half of the pages held, the first or second answer spoilt."""
    kinds, made = sorted(KINDS), {}
    for number in range(CASES):
        chance = Random(number)
        held = chance.random() < 0.5
        made[f"c{number}"] = Case(held, 0 if held else chance.randrange(2), kinds[number % len(kinds)])
    return made


class Mixed(Archive):
    """An archive of sound answers: of 20 pages 3 are captured redirects, one is a captured error and one absent."""

    def steps(self, path: str, body: bytes) -> list[Step]:
        """See `Archive.steps`."""
        name = path.rpartition("/c")[2].partition("-")[0]
        if path.startswith(("/cdx/", "/wayback/")) or not name.isdigit():
            return super().steps(path, body)
        self.total += 1
        return whole(self._play(path, int(name) % 20, f"c{name}"))

    def _play(self, path: str, place: int, name: str) -> tuple[int, dict[str, str], bytes]:
        sound = {"Content-Type": "text/html", "Memento-Datetime": MOMENT}
        if place in (0, 1, 2) and "-moved" not in path:
            target = f"https://web.archive.org/web/{STAMP}id_/http://example.org/{name}-moved"
            return 301, {**sound, "Location": target}, b""
        if place == 2 and f"/web/{STAMP}" in path:  # the target of some was captured a little later
            later = str(int(STAMP) + 20)
            target = f"https://web.archive.org/web/{later}id_/http://example.org/{name}-moved"
            return 302, {"Location": target, "X-Archive-Redirect-Reason": f"found capture at {later}"}, b""
        if place == 3:
            return 404, sound, page("Not here")
        if place == 4:
            return 404, {"Content-Type": "text/html"}, b"<p>The Wayback Machine has not archived that URL."
        taken = MOMENT.replace(":05 ", ":25 ") if f"/web/{STAMP}" not in path else MOMENT
        return 200, {**sound, "Memento-Datetime": taken}, page(f"Page {name}")


def run(tool: str, base: str, names: Sequence[str], folder: Path) -> tuple[dict[str, str], float, float]:
    """Return what a tool says of the cases, its wall time and its CPU time in seconds."""
    before, start = os.times(), time.perf_counter()
    if tool == "lychee":
        program = shutil.which("lychee", path=os.pathsep.join([str(Path(sys.executable).parent), os.defpath]))
        said = archive_tools.lychee(base, list(names), folder, program or "lychee")
    else:
        command = [sys.executable, "-m", "bench.archive_tools", tool, base]
        done = subprocess.run(command, input=" ".join(names), capture_output=True, text=True, check=True)
        said = json.loads(done.stdout)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return said, time.perf_counter() - start, cpu


def faults(tools: Sequence[str], folder: Path) -> Iterator[str]:
    """Yield the table of false verdicts."""
    made = cases()
    yield f"Statements on {CASES} pages with one spoilt answer each, of {len(KINDS)} kinds:\n"
    yield '| | false "present" | false "absent" | other false | true | no statement | wall s | CPU s |'
    yield "|---|---|---|---|---|---|---|---|"
    for tool in tools:
        with serving(Archive(made)) as archive:
            said, wall, cpu = run(tool, archive.url, list(made), folder)
        counts = Counter(_judged(case, said[name]) for name, case in made.items())
        row = [counts[each] for each in ("present", "absent", "other", "true", "nothing")]
        yield f"| {tool} | {' | '.join(map(str, row))} | {wall:.1f} | {cpu:.1f} |"


def _judged(case: Case, said: str) -> str:
    if said == "nothing":
        return "nothing"
    if said == ("present" if case.held else "absent"):
        return "true"
    return said if said in ("present", "absent") else "other"


def costs(tools: Sequence[str], folder: Path) -> Iterator[str]:
    """Yield the table of requests on sound answers."""
    names = [f"c{number}" for number in range(CITATIONS)]
    yield f"Cost of {CITATIONS} citations, 15 % of them captured redirects, 10 % failed; ours with lanes and records:\n"
    yield "| | requests a citation | wall s | CPU s |"
    yield "|---|---|---|---|"
    with serving(Mixed({})) as archive:
        _write_registry(folder, names)
        for when, times in (("cold", 1), ("warm", 3)):
            before = archive.total
            wall, cpu = min(_verify(folder, archive.url) for _ in range(times))
            yield f"| this project, {when} | {(archive.total - before) / CITATIONS:.2f} | {wall:.1f} | {cpu:.1f} |"
    for tool in tools[1:]:
        with serving(Mixed({})) as archive:
            _, wall, cpu = run(tool, archive.url, names, folder)
            yield f"| {tool} | {archive.total / CITATIONS:.2f} | {wall:.1f} | {cpu:.1f} |"


def _write_registry(folder: Path, names: Sequence[str]) -> None:
    rows = [
        f'[[reference]]\nid = "{name}"\narchive_url = "https://web.archive.org/web/{STAMP}/http://example.org/{name}"\n'
        for name in names
    ]
    (folder / "a.txt").write_text("A page\n\nIt is cited.\n")
    (folder / "references.toml").write_text("\n".join(['schema = 1\n\n[article]\npath = "a.txt"\n', *rows]))


def _verify(folder: Path, base: str) -> tuple[float, float]:
    command = [sys.executable, "-m", "verifier", "-q", "--only", "archive", "--wayback-url", base]
    before, start = os.times(), time.perf_counter()
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    subprocess.run(command, cwd=folder, check=False, stdout=subprocess.DEVNULL, env=environment)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - start, cpu


def main() -> None:
    """Measure, print, and write if that is wanted."""
    tools = ["this project", *(name for name, module in _PEERS.items() if importlib.util.find_spec(module))]
    if (Path(sys.executable).parent / "lychee").exists() or shutil.which("lychee"):
        tools.append("lychee")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        lines = [*faults(tools, folder), "", *costs(tools, folder)]
    text = "\n".join(lines) + "\n"
    print(text)
    if "--write" in sys.argv:
        before, _, rest = DOCS.read_text("utf-8").partition(BEGIN)
        DOCS.write_text(before + BEGIN + text + END + rest.partition(END)[2], "utf-8")


if __name__ == "__main__":
    main()

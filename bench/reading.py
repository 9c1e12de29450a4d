"""How reading and recovery grow: articles of 1 to 10 MB, and a list of 5,000 entries under 10,000 markers.

Run from the top folder: python -m bench.reading. Every case runs in a process of its own, to tell its memory.
"""

import json
import random
import resource
import subprocess
import sys
import time

from verifier.articles import plaintext
from verifier.recovery import recover

_SUBJECTS = "council museum bridge harbour school library theatre hospital station market stadium garden".split()
_VERBS = "opened closed moved repaired bought sold praised criticised extended measured painted visited".split()
_OBJECTS = "wing roof archive entrance terrace collection boiler fence platform kitchen tower cellar".split()
_MONTHS = "January February March April May June July August September October November December".split()


def article(paragraphs: int, markers: int, lost: float, filler: int, seed: int = 1) -> str:
    """Return an article of so many paragraphs and markers whose list lost that share of its entries."""
    rng = random.Random(seed)
    lines, entries = ["A long article", ""], []
    number, each = 0, max(1, markers // paragraphs)
    for _ in range(paragraphs):
        sentences = []
        for _ in range(each):
            number += 1
            day = f"{1 + number % 28} {_MONTHS[(number // 28) % 12]} {2000 + (number // 336) % 25}"
            what = f"the {rng.choice(_SUBJECTS)} {rng.choice(_VERBS)} its {rng.choice(_OBJECTS)}"
            padding = " ".join(rng.choice(_OBJECTS) for _ in range(filler))
            sentences.append(f"On {day}, {what} {padding} for reason {number}.[{number}]")
            entries.append(f'"{what.capitalize()}". The Paper {number % 40}. {day}. Retrieved {day}.')
        lines += [" ".join(sentences), ""]
    kept = [entry for entry in entries if rng.random() >= lost]
    lines += ["References", "", *(f"{index}. {entry}" for index, entry in enumerate(kept, 1))]
    return "\n".join(lines) + "\n"


def read_case(megabytes: int) -> dict[str, float]:
    """Read an article of so many MB with 10,000 markers per MB."""
    markers = 10_000 * megabytes
    text = article(markers // 5, markers, 1.0 - 1e-9, filler=7)
    text = text[: text.index("References")] + 'References\n\n1. "One". Paper. 1 May 2001.\n'
    start = time.perf_counter()
    read = plaintext.parse(text, "article.txt")
    seconds = time.perf_counter() - start
    return {"MB": len(text.encode()) / 1e6, "markers": len(read.markers), "seconds": seconds}


def recovery_case(entries: int, markers: int) -> dict[str, float]:
    """Recover a list that kept so many entries under so many markers."""
    read = plaintext.parse(article(markers // 5, markers, 1 - entries / markers, filler=0), "article.txt")
    start = time.perf_counter()
    found = recover.of(read)
    seconds = time.perf_counter() - start
    kept = len(read.main_list.entries) if read.main_list else 0
    sure = sum(each.kind == "confirmed" for each in found.placements)
    return {"entries": kept, "markers": len(read.markers), "seconds": seconds, "confirmed": sure}


CASES = {
    "read 1": lambda: read_case(1),
    "read 2": lambda: read_case(2),
    "read 5": lambda: read_case(5),
    "read 10": lambda: read_case(10),
    "recover 500": lambda: recovery_case(500, 1000),
    "recover 1000": lambda: recovery_case(1000, 2000),
    "recover 5000": lambda: recovery_case(5000, 10_000),
}


def main() -> None:
    """Run every case and print its figures, or one case by name for `main` itself."""
    if len(sys.argv) > 1:
        row = CASES[sys.argv[1]]()
        row["MB of memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(row))
        return
    for name in CASES:
        done = subprocess.run([sys.executable, "-m", "bench.reading", name], capture_output=True, text=True, check=True)
        print(name, ", ".join(f"{key} {value:.4g}" for key, value in json.loads(done.stdout).items()))


if __name__ == "__main__":
    main()

"""Print every figure of the support check with its n and its interval, as the table of docs/support.md.

Run from the top folder: python -m bench.support [--shared SHARED] [--write], or python bench/support.py. `--write` puts
the table into docs/support.md. Intervals are Wilson's for shares, and bootstraps over claims
(2,000 draws, seed 1) for balanced accuracy and F1. Cross-validated figures come from five folds, mean of five seeds;
the corruptions of a claim are in its fold. What is trained and measured on the same claims says so.
"""

import argparse
import io
import sys
from pathlib import Path

if not __package__:
    sys.path[0] = str(Path(__file__).resolve().parent.parent)  # started as a file, beside a module named html

from bench import support_claims as claims
from bench import support_parts as parts

DOCUMENT = Path("docs/support.md")
BEGIN, END = "<!-- figures -->", "<!-- end -->"
ALL = (
    *(parts.of_time, claims.of_wice, claims.of_retrieval, claims.of_wikipedia, claims.of_corruptions),
    *(parts.of_vitaminc, parts.of_tokens, parts.of_names, parts.of_pages),
)


def main() -> None:
    """Print the table, and write it into the document."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder that has data/support")
    parser.add_argument("--write", action="store_true", help="write the table into docs/support.md")
    given = parser.parse_args()
    folder = given.shared / "data/support"
    if not folder.is_dir():
        parser.error(f"{folder} is no folder: name the one that holds data/support with --shared")
    out = io.StringIO()
    print("| measure | data | n | value [95 %] | goal | |\n|---|---|---|---|---|---|", file=out)
    for part in ALL:
        for figure in part(folder):
            print(figure, file=out)
    print(out.getvalue(), end="")
    if given.write:
        head, _, rest = DOCUMENT.read_text("utf-8").partition(BEGIN)
        DOCUMENT.write_text(f"{head}{BEGIN}\n{out.getvalue()}{END}{rest.partition(END)[2]}", "utf-8")


if __name__ == "__main__":
    main()

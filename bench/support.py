"""Print every figure of the support check with its n and its interval, as the table of docs/support.md.

    python -m bench.support ../shared/data/support [docs/support.md]

With a second argument the table there is written anew. Intervals are Wilson's for shares, and bootstraps over claims
(2,000 draws, seed 1) for balanced accuracy and F1. Cross-validated figures come from five folds, mean of five seeds;
the corruptions of a claim are in its fold. What is trained and measured on the same claims says so.
"""

import io
import sys
from pathlib import Path

from bench import support_claims as claims
from bench import support_parts as parts

BEGIN, END = "<!-- figures -->", "<!-- end -->"
ALL = (
    *(parts.of_time, claims.of_wice, claims.of_retrieval, claims.of_wikipedia, claims.of_corruptions),
    *(parts.of_vitaminc, parts.of_tokens, parts.of_names, parts.of_pages),
)


def main(folder: Path, document: Path | None) -> None:
    """Print the table, and write it into the document."""
    out = io.StringIO()
    print("| measure | data | n | value [95 %] | goal | |\n|---|---|---|---|---|---|", file=out)
    for part in ALL:
        for figure in part(folder):
            print(figure, file=out)
    print(out.getvalue(), end="")
    if document is not None:
        text = document.read_text("utf-8")
        head, _, rest = text.partition(BEGIN)
        document.write_text(f"{head}{BEGIN}\n{out.getvalue()}{END}{rest.partition(END)[2]}", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)

"""How fast wikitext is read, beside its peers, and whether they read the same.

Run from the top folder: python -m bench.readers [SHARED]. It prints, as ratios in one run: the extraction of references
(names, groups, every template parameter) by us, mwparserfromhell and wikitextparser, and `bzip2 -dc` of the same bytes;
the agreement with mwparserfromhell; and the whole reader on every article of the shared dumps, with the slowest.
"""

import bz2
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import mwparserfromhell
import wikitextparser

from bench.dumps import pages
from verifier.articles.wikitext import PARSER
from verifier.wikitext.extract import Call, references

_REPEATED = 50_000_000  # characters that we read; the peers read each article once and are slow enough for that
_RUNS = 3


def ours(text: str) -> Counter[str]:
    """Return the templates in references, as we read them."""
    return Counter(_shape(call) for each in references(text) for call in each.calls)


def mwparser(text: str) -> Counter[str]:
    """Return the templates in references, as mwparserfromhell reads them without comments and style tags."""
    found: Counter[str] = Counter()
    for tag in _refs(text):
        for each in tag.contents.filter_templates(recursive=tag.contents.RECURSE_OTHERS) if tag.contents else ():
            pairs = [(str(one.name).strip(), str(one.value).strip()) for one in each.params]
            found[_shape((str(each.name).strip(), pairs))] += 1
    return found


def wikitextparsed(text: str) -> int:
    """Return how many parameters wikitextparser finds in references."""
    count = 0
    for tag in wikitextparser.parse(text).get_tags("ref"):
        _ = tag.attrs
        for each in wikitextparser.parse(tag.contents).templates:
            _ = each.name
            count += sum(1 for one in each.arguments if one.name is not None and one.value is not None)
    return count


def main(shared: Path) -> None:
    """Measure and print."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((shared / "data/numbering/wikitext").glob("*.txt"))]
    whole = "\n".join(texts)
    repeated = whole * max(1, _REPEATED // len(whole))
    megabytes = len(whole.encode()) / 1e6
    rates = {
        "ours": len(repeated.encode()) / 1e6 / _least(lambda: _drain(repeated)),
        "mwparserfromhell": megabytes / _least(lambda: [mwparser(text) for text in texts]),
        "wikitextparser": megabytes / _least(lambda: [wikitextparsed(text) for text in texts]),
        "bzip2 -dc": len(repeated.encode()) / 1e6 / _bzip2(repeated),
    }
    print("extraction of references, names, groups, templates, parameters (MB per CPU second; ours / theirs)")
    for name, rate in rates.items():
        print(f"  {name:18} {rate:8.1f}  {rates['ours'] / rate:6.1f}x")
    _whole_dumps(shared)


def _whole_dumps(shared: Path) -> None:
    """Read every article of the dumps with the whole reader, and compare the templates with mwparserfromhell's."""
    theirs: Counter[str] = Counter()
    mine: Counter[str] = Counter()
    times, size, differing = [], 0, []
    for path in sorted((shared / "data/scale").glob("*.xml*")):
        for number, text in pages(path) if not path.name.startswith("derived") else ():
            start = time.process_time()
            PARSER.parse(text, number, "legacy")
            times.append((time.process_time() - start, len(text), f"{path.name} {number}"))
            size += len(text)
            first, second = ours(text), mwparser(text)
            mine += first
            theirs += second
            differing += [f"{path.name} {number}"] if first != second else []
    equal = sum((mine & theirs).values())
    seconds = sum(each for each, _, _ in times)
    print(f"templates in references: ours {mine.total()}, mwparserfromhell {theirs.total()}, equal {equal}")
    print(f"  articles that differ: {', '.join(differing) or 'none'}")
    print(f"whole reader: {len(times)} articles without an exception, {size / 1e6 / seconds:.2f} million characters/s")
    for taken, length, name in sorted(times, reverse=True)[:3]:
        print(f"  slowest: {name}: {taken:.2f} s for {length:,} characters")


def _refs(text: str) -> list[mwparserfromhell.nodes.Tag]:
    parsed = mwparserfromhell.parse(_without_comments(text), skip_style_tags=True)
    return [tag for tag in parsed.filter_tags() if str(tag.tag).strip().lower() == "ref"]


def _without_comments(text: str) -> str:
    kept, position = [], 0
    while (start := text.find("<!--", position)) >= 0:
        kept.append(text[position:start])
        end = text.find("-->", start)
        position = end + 3 if end >= 0 else len(text)
    return "".join([*kept, text[position:]])


def _shape(call: Call) -> str:
    name, pairs = call
    return repr((name, sorted(pairs)))


def _drain(text: str) -> None:
    for _ in references(text):
        pass


def _least(work: Callable[[], object]) -> float:
    """Return the least CPU seconds of some runs."""
    taken = []
    for _ in range(_RUNS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def _bzip2(text: str) -> float:
    """Return the CPU seconds in which `bzip2 -dc` unpacks the text."""
    import resource

    with tempfile.NamedTemporaryFile(suffix=".bz2") as packed:
        packed.write(bz2.compress(text.encode()))
        packed.flush()
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run(["bzip2", "-dc", packed.name], stdout=subprocess.DEVNULL, check=True)
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))

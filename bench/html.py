"""How fast HTML is read, beside the libraries that keep no position, and whether all find the same citations.

Run from the top folder: python -m bench.html [SHARED]. For each shared page it prints the least CPU time of several
runs, as ratios in one run: our tree and our whole reader, and selectolax (lexbor) and lxml, each parsing the page and
picking the markers, the entries and their text.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import lxml.html
from selectolax.lexbor import LexborHTMLParser

from verifier.articles.html import parse
from verifier.html.tokens import Dialect
from verifier.html.tree import Tree

_RUNS = 7
Found = tuple[int, int, int]  # markers, entries, characters of the entries' text


def with_selectolax(page: str) -> Found:
    """Return what selectolax finds."""
    tree = LexborHTMLParser(page)
    entries = tree.css("li[id^=cite_note-]")
    return len(tree.css("a[href*='#cite_note-']")), len(entries), sum(len(each.text()) for each in entries)


def with_lxml(page: str) -> Found:
    """Return what lxml finds."""
    tree = lxml.html.document_fromstring(page)
    entries = tree.xpath("//li[starts-with(@id, 'cite_note-')]")
    markers = tree.xpath("//a[contains(@href, '#cite_note-')]")
    return len(markers), len(entries), sum(len(each.text_content()) for each in entries)


def with_us(page: str) -> Found:
    """Return what our reader finds: the whole article, each character with its place."""
    article = parse(page, "page.html")
    entries = [entry for each in article.lists for entry in each.entries]
    return len(article.markers), len(entries), sum(len(entry.text) for entry in entries)


def tree_only(page: str) -> Found:
    """Build our tree; nothing is looked for in it."""
    return len(Tree(page, Dialect.HTML)), 0, 0


WAYS: dict[str, Callable[[str], Found]] = {
    "selectolax": with_selectolax,
    "lxml": with_lxml,
    "our tree": tree_only,
    "our reader": with_us,
}


def seconds(work: Callable[[], object], runs: int = _RUNS) -> float:
    """Return the least CPU time of several runs."""
    taken = []
    for _ in range(runs):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def compare(page: str, name: str) -> None:
    """Print a row for each way of reading a page."""
    base = seconds(lambda: with_selectolax(page))
    for way, read in WAYS.items():
        taken = seconds(lambda read=read: read(page))  # type: ignore[misc]
        found = "" if way == "our tree" else "{} markers, {} entries".format(*read(page)[:2])
        speed = len(page.encode()) / 1e6 / taken
        print(f"{name[:40]:40} {way:11} {1000 * taken:8.1f} ms {speed:7.1f} MB/s {taken / base:7.1f}x  {found}")


def main() -> None:
    """Print the table."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    for path in sorted((shared / "data/numbering/html").glob("*.html")):
        compare(path.read_text("utf-8"), path.name)


if __name__ == "__main__":
    main()

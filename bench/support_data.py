"""Read the data of ../shared/data/support into claims and pages; nothing of it is copied into the project."""

import datetime as dt
import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from verifier.pages.reading import of_text
from verifier.support.index import Index
from verifier.support.language import language

ENGLISH = language("en")
_META = re.compile(r"\(meta data\) ([A-Z ]+): (.*)", re.DOTALL)

Row = dict[str, Any]


def rows(folder: Path, name: str) -> Iterator[Row]:
    """Yield the rows of a file of JSON lines."""
    with (folder / name).open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def wice_page(evidence: Sequence[str]) -> Index:
    """Return a page of WiCE: each line a sentence, so that gold sentences keep their numbers."""
    text, spans, published = "", [], []
    for line in evidence:
        spans.append((len(text), len(text) + len(line)))
        text += line + "\n"
        match = _META.match(line)
        day = re.match(r"(\d{4})-(\d\d)-(\d\d)", match[2]) if match and "DATETIME" in match[1] else None
        if day:
            published.append(dt.date(*map(int, day.groups())))
    return Index(text, spans, ENGLISH, published=published)


def text_page(text: str, *, whole: bool = True) -> Index:
    """Return a page of running text."""
    reading = of_text(text, whole=whole)
    return Index(reading.text, reading.sentences, ENGLISH, whole=whole)


@cache
def wice(folder: Path) -> list[tuple[Row, Index]]:
    """Return WiCE's dev rows with their pages."""
    return [(row, wice_page(row["evidence"])) for row in rows(folder, "wice/dev.jsonl")]

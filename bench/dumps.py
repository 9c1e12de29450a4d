"""Read the articles of MediaWiki dumps for measurements: plain XML, bz2 and xz, also a dump that ends inside a page.

For the bench only: the program itself reads no dumps.
"""

import bz2
import lzma
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import IO


def pages(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (page id, wikitext) of the articles: namespace 0, no redirect, model wikitext."""
    with _opened(path) as stream:
        try:
            for _, element in ET.iterparse(stream):
                if element.tag.rpartition("}")[2] == "page":
                    yield from _article(element)
                    element.clear()
        except ET.ParseError:
            return  # the shared dumps end inside a page


def _opened(path: Path) -> IO[bytes]:
    if path.suffix == ".bz2":
        return bz2.open(path)
    return lzma.open(path) if path.suffix == ".xz" else path.open("rb")


def _article(page: ET.Element) -> Iterator[tuple[str, str]]:
    parts = {child.tag.rpartition("}")[2]: child for child in page}
    if "redirect" in parts or parts["ns"].text != "0":
        return
    revision = {child.tag.rpartition("}")[2]: child for child in parts["revision"]}
    model = revision.get("model")
    if model is None or model.text == "wikitext":
        yield parts["id"].text or "", revision["text"].text or ""

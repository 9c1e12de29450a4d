"""Read sources in BibTeX and BibLaTeX.

bibtexparser splits a file into its entries, in linear time, and goes on behind one that is broken; what the values of
an entry say is read by `verifier.bibliography.bibtex_fields`, of those entries that are cited.
"""

import logging
import re
from collections.abc import Iterator, Sequence
from functools import partial

from verifier.bibliography import bibtex_fields
from verifier.bibliography.bibtex_fields import MONTHS, Fields
from verifier.bibliography.source import Broken, Source, Sources

_MANY = 20  # broken entries that are told one by one


def read(text: str) -> Sources:
    """Return the sources of a file; of two with one key both."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import Entry, ParsingFailedBlock, String

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it logs is told as findings
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    macros = dict(MONTHS)
    room = len(text)  # macros made of macros could fill all memory
    entries: list[tuple[int, str, Fields]] = []
    at = 0  # keys come in the order of the file, perhaps a thousand in one line
    broken: list[Broken] = []
    for block in parse_string(text, parse_stack=[]).blocks:
        place = starts[min(block.start_line or 0, len(starts) - 1)]
        found = (block.ignore_error_block or block) if isinstance(block, ParsingFailedBlock) else block
        if isinstance(found, String):
            macro = bibtex_fields.value(str(found.value), macros)[:room]
            macros[found.key.lower()] = macro
            room -= len(macro)
        elif isinstance(found, Entry):
            at = max(place, text.find(found.key, max(place, at)))
            entries.append((at, found.key, {field.key.lower(): str(field.value) for field in found.fields}))
        elif isinstance(found, ParsingFailedBlock):
            broken.append(Broken(place, f"no BibTeX: {_reason(found.error)}"))
    known = {key: fields for _, key, fields in entries}
    sources = (
        Source(key, place, place + len(key), partial(bibtex_fields.citation, fields, known, macros))
        for place, key, fields in entries
        if key
    )
    return Sources(tuple(sources), tuple(_few(broken)))


def _reason(error: Exception) -> str:
    said = str(getattr(error, "abort_reason", error)).strip().rstrip(".").replace("`", "")
    return f"{said[:1].lower()}{said[1:]}"


def _few(broken: Sequence[Broken]) -> Iterator[Broken]:
    """Yield the first of them, and how many there are more."""
    yield from broken[:_MANY]
    if len(broken) > _MANY:
        yield Broken(broken[_MANY].place, f"no BibTeX, as {len(broken) - _MANY - 1} more from here on")

"""Read the files of sources that citeproc reads: CSL data as JSON or YAML, BibTeX, BibLaTeX. Pure."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from verifier.bibliography import bibtex, csl_json, csl_yaml
from verifier.bibliography.source import Sources

READERS: Mapping[str, Callable[[str], Sources]] = MappingProxyType(
    {
        ".bib": bibtex.read,
        ".bibtex": bibtex.read,
        ".json": csl_json.read,
        ".yaml": csl_yaml.read,
        ".yml": csl_yaml.read,
    }
)
"""The readers by the suffixes of files, as pandoc chooses them (https://pandoc.org/MANUAL.html#specifying-bibliographic-data)."""


def reader_of(name: str) -> Callable[[str], Sources] | None:
    """Return the reader of the file with this name, None where there is none."""
    return READERS.get(f".{name.rpartition('.')[2].lower()}")

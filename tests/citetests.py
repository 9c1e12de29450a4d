"""Load the parser tests of MediaWiki's Cite extension, the conformance suite of the readers.

The format: https://www.mediawiki.org/wiki/Parser_tests. A test runs from ``!! test`` to ``!! end``, an article (a
template, a message) from ``!! article`` to ``!! endarticle``; ``!! name`` at the start of a line begins a section.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_SECTION = re.compile(r"!! *([a-z]+(?:/[a-z+]+)?) *")


@dataclass(frozen=True, slots=True)
class Case:
    """One test: where it stands (the name of its file, the line of its ``!! test``), its settings and its sections.

    `sections` are by name ("wikitext", "html/php", "html/parsoid", "html/parsoid+integrated", "metadata/php" ...); the
    name "html" is read as "html/php", as the test runner does. `articles` are those defined before it in its file, by
    title ("Template:1x", "MediaWiki:Cite_link_label_group-..."). `config` is what its JSON says, by setting.
    """

    file: str
    line: int
    name: str
    options: str
    config: dict[str, object]
    wikitext: str
    sections: dict[str, str]
    articles: dict[str, str]

    @property
    def id(self) -> str:
        """Return a short name for reports: file and line."""
        return f"{self.file.removesuffix('.txt')}:{self.line}"


def load(folder: Path) -> list[Case]:
    """Return the tests of all ``*Tests.txt`` in the folder, by file name and line."""
    return [case for path in sorted(folder.glob("*Tests.txt")) for case in read(path)]


def read(path: Path) -> Iterator[Case]:
    """Yield the tests of one file."""
    articles = dict[str, str]()
    for line, sections in _blocks(path.read_text(encoding="utf-8")):
        if "article" in sections:
            articles[sections["article"]] = sections["text"]
        elif "test" in sections:
            name, options = sections.pop("test"), sections.pop("options", "")
            config, wikitext = _config(sections.pop("config", "")), sections["wikitext"]
            yield Case(path.name, line, name, options, config, wikitext, sections, dict(articles))


def _blocks(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each block: the line it starts in, and its sections by name."""
    start, name, sections = 0, "", dict[str, list[str]]()
    for number, line in enumerate(text.split("\n"), 1):
        found = _SECTION.fullmatch(line)
        if found and found[1].startswith("end"):
            yield start, {each: "\n".join(lines) for each, lines in sections.items()}
            name, sections = "", {}
        elif found:
            start = start if sections else number
            name = "html/php" if found[1] == "html" else found[1]
            sections[name] = []
        elif name:
            sections[name].append(line)


def _config(text: str) -> dict[str, object]:
    settings = (line.partition("=") for line in text.splitlines() if line.strip())
    return {name.strip(): json.loads(value) for name, _, value in settings}

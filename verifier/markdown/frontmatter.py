"""The front matter of a Markdown file: settings between two lines of dashes (YAML) or plus signs (TOML).

It is no text of the article. Its title, language and bibliography are read, as pandoc names them
(https://pandoc.org/MANUAL.html#metadata-variables); what else stands there is not ours.
"""

import re

from verifier.bibliography import csl_yaml
from verifier.bibliography.csl import Scalar
from verifier.values import frozen

_OPEN = re.compile(r"(---|\+\+\+)[ \t]*\r?\n")
_CLOSE = {"---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M), "+++": re.compile(r"^\+\+\+[ \t]*$", re.M)}
_LONGEST = 500_000  # characters
_KEY = re.compile(r"^[A-Za-z][\w-]*[ \t]*[:=]|^[A-Za-z][\w-]*[ \t]*$", re.M)


@frozen
class FrontMatter:
    """What the front matter says. `end` is where the text of the article begins; 0 without front matter.

    `bibliography` are the files it names, and where it does; `references` is (start, end) of the references that it
    holds itself; `cited` are the keys that are cited without a marker, "*" for all.
    """

    end: int = 0
    title: str = ""
    language: str = ""
    bibliography: tuple[Scalar, ...] = ()
    references: tuple[int, int] | None = None
    cited: frozenset[str] = frozenset()


def read(text: str) -> FrontMatter:
    """Return the front matter at the beginning of the text."""
    begin = _OPEN.match(text)
    close = _CLOSE[begin[1]].search(text, begin.end(), _LONGEST) if begin else None
    if begin is None or close is None:
        return FrontMatter()
    values = _values(text, begin.end(), close.start())

    def value(*names: str) -> str:
        return next((text[slice(*values[name])].strip() for name in names if name in values), "")

    return FrontMatter(
        close.end(),
        _unquoted(value("title")),
        _unquoted(value("lang", "language")),
        _files(text, *values["bibliography"]) if "bibliography" in values else (),
        values.get("references"),
        frozenset(re.findall(r"@([\w*][\w:.+/-]*)", value("nocite"))),
    )


def _values(text: str, start: int, end: int) -> dict[str, tuple[int, int]]:
    """Return where the values of the top-level keys stand: up to the next such key."""
    keys = list(_KEY.finditer(text, start, end))
    stops = [key.start() for key in keys[1:]] + [end]  # one more than keys where there is none
    return {key[0].rstrip(" \t:=").lower(): (key.end(), stop) for key, stop in zip(keys, stops, strict=False)}


def _unquoted(value: str) -> str:
    line = value.partition("\n")[0].strip()
    quote = line[:1]
    return line[1:-1].strip() if quote in {'"', "'"} and len(line) > 1 and line.endswith(quote) else line


def _files(text: str, start: int, end: int) -> tuple[Scalar, ...]:
    """Return the names of files in a value, which is one name or a list; one of TOML is one of YAML too."""
    value, broken = csl_yaml.load(text[start:end], start)
    if broken:
        return (Scalar(" ".join(text[start:end].split()), start, end),)
    names = value if isinstance(value, list) else [value]
    return tuple(each for each in names if isinstance(each, Scalar) and each.text.strip())

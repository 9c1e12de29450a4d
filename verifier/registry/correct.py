"""Put better values into a registry, each in the place of the old one, new ones among the others; all else stays."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from verifier.model.article import Span
from verifier.model.change import Change
from verifier.model.evidence import Proposal
from verifier.model.registry import Reference
from verifier.registry.parse import REFERENCE

_VALUE = r"""\s*=\s*(?!\"{3}|'{3})("(?:[^"\\]|\\.)*"|'[^']*'|[0-9]{4}-[0-9]{2}-[0-9]{2})"""
_LINE = re.compile(rf"(\s*)[A-Za-z_]+{_VALUE}\s*(?:#.*)?")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def changes(text: str, better: Iterable[tuple[Reference, Proposal]]) -> Iterator[Change]:
    """Yield a change for each value: in the place of the old one, or on a new line where the reference has none.

    An old value must stand on the line of its own key; one that is written otherwise is left.
    """
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    added: dict[int, list[tuple[Reference, Proposal, str]]] = defaultdict(list)
    for reference, proposal in better:
        lines = dict(reference.lines)
        if proposal.field in lines:
            yield from _replaced(text, starts, lines[proposal.field], reference, proposal)
        elif (place := _place(text, starts, lines, proposal.field)) is not None:
            added[place[0]].append((reference, proposal, place[1]))
    ending = "\r\n" if "\r\n" in text else "\n"
    for begin, rows in added.items():
        opening = "" if begin == 0 or text[begin - 1] == "\n" else ending
        new = "".join(f"{indent}{each.field} = {_written(each.new)}{ending}" for _, each, indent in rows)
        reasons = "; ".join(dict.fromkeys(f"{reference.id}: {each.why}" for reference, each, _ in rows))
        yield Change(Span(begin, begin), opening + new, reasons)


def _replaced(text: str, starts: list[int], line: int, reference: Reference, proposal: Proposal) -> Iterator[Change]:
    begin = starts[line - 1] if 1 <= line <= len(starts) else len(text)
    found = re.match(rf"\s*{proposal.field}{_VALUE}", _line(text, begin))
    if found is not None:
        span = Span(begin + found.start(1), begin + found.end(1))
        new = _quoted(proposal.new) if found[1][0] in "\"'" else proposal.new
        yield Change(span, new, f"{reference.id}: {proposal.why}")


def _place(text: str, starts: list[int], lines: dict[str, int], field: str) -> tuple[int, str] | None:
    """Return where a new line goes, before the first key that usually follows, and how far it is indented.

    Without such a key it goes behind the last one, if that stands on one line; None where nothing is certain.
    """
    followers = [lines[key] for key in REFERENCE[REFERENCE.index(field) + 1 :] if key in lines]
    line = followers[0] if followers else max(lines.values(), default=0)
    if not 1 <= line <= len(starts):
        return None
    begin = starts[line - 1]
    written = _line(text, begin)
    found = _LINE.fullmatch(written.rstrip("\r"))
    if followers:
        return begin, written[: len(written) - len(written.lstrip())]
    return (min(begin + len(written) + 1, len(text)), found[1]) if found else None


def _line(text: str, begin: int) -> str:
    end = text.find("\n", begin)
    return text[begin : end if end >= 0 else len(text)]


def _written(value: str) -> str:
    return value if _DAY.fullmatch(value) else _quoted(value)


def _quoted(value: str) -> str:
    """Return a basic string of TOML: as in JSON, but for DEL (https://toml.io/en/v1.0.0#string)."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")

"""Put better values into a registry, each in the place of the old one; every other character stays."""

import json
import re
from collections.abc import Iterable, Iterator

from verifier.model.article import Span
from verifier.model.change import Change
from verifier.model.evidence import Proposal
from verifier.model.registry import Reference

_VALUE = r"""\s*=\s*(?!\"{3}|'{3})("(?:[^"\\]|\\.)*"|'[^']*'|[0-9]{4}-[0-9]{2}-[0-9]{2})"""


def changes(text: str, better: Iterable[tuple[Reference, Proposal]]) -> Iterator[Change]:
    """Yield a change for each value that stands on the line of its own key; values written otherwise are left."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for reference, proposal in better:
        line = dict(reference.lines).get(proposal.field)
        begin = starts[line - 1] if line is not None and 1 <= line <= len(starts) else len(text)
        end = text.find("\n", begin)
        written = text[begin : end if end >= 0 else len(text)]
        found = re.match(rf"\s*{proposal.field}{_VALUE}", written)
        if found is not None:
            quoted = found[1][0] in "\"'"
            span = Span(begin + found.start(1), begin + found.end(1))
            yield Change(span, _quoted(proposal.new) if quoted else proposal.new, f"{reference.id}: {proposal.why}")


def _quoted(value: str) -> str:
    """Return a basic string of TOML: as in JSON, but for DEL (https://toml.io/en/v1.0.0#string)."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")

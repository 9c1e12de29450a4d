"""What differs between two reports, in words. What one of them did not look at is compared with nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import field

from verifier.model.outcome import KnownRow
from verifier.model.past import Past
from verifier.model.report import Report
from verifier.past import known
from verifier.past.changes import is_flapping
from verifier.values import frozen

_NO_PAST = Past()


@frozen
class Difference:
    """The findings of two reports: in the newer only, in the older only, in both, and what could not be compared.

    `changed` are pairs of one finding whose severity differs; they are among those that are `still` there. `flapping`
    ones came or went three times or more in the last runs.
    """

    new: list[KnownRow] = field(default_factory=list)
    fixed: list[KnownRow] = field(default_factory=list)
    still: list[KnownRow] = field(default_factory=list)
    changed: list[tuple[KnownRow, KnownRow]] = field(default_factory=list)
    flapping: list[KnownRow] = field(default_factory=list)
    not_compared: list[KnownRow] = field(default_factory=list)


def between(old: Report, new: Report, past: Past = _NO_PAST) -> Difference:
    """Return what differs; `past` are earlier runs, which tell what comes and goes."""
    before, after = known.rows(old), known.rows(new)
    saw_before, saw_after = known.scope(old), known.scope(new)
    flags = {each["id"] for each in known.findings(new) if each["flapping"]}
    made = Difference()
    for identifier, row in after.items():
        if identifier in before:
            made.still.append(row)
            if before[identifier]["severity"] != row["severity"]:
                made.changed.append((before[identifier], row))
        else:
            (made.new if saw_before.saw(row) else made.not_compared).append(row)
        if identifier in flags or is_flapping(identifier, row, past.runs, present=True):
            made.flapping.append(row)
    for identifier, row in before.items():
        if identifier in after:
            continue
        (made.fixed if saw_after.saw(row) else made.not_compared).append(row)
        if is_flapping(identifier, row, past.runs, present=False):
            made.flapping.append(row)
    return made


def told(made: Difference) -> Iterator[str]:
    """Yield the difference as lines of text."""
    counts = (("new", made.new), ("fixed", made.fixed), ("still there", made.still), ("flapping", made.flapping))
    parts = [f"{len(rows)} {name}" for name, rows in counts]
    parts += [f"{len(made.changed)} of another severity", f"{len(made.not_compared)} not compared"]
    yield f"{', '.join(parts)}."
    yield from _section("New", [_finding(row) for row in made.new])
    yield from _section("Fixed", [_finding(row) for row in made.fixed])
    changed = [f"{_finding(row)} (was {before['severity']})" for before, row in made.changed]
    yield from _section("Of another severity", changed)
    yield from _section("Flapping: came or went three times or more", [_finding(row) for row in made.flapping])
    hidden = [_finding(row) for row in made.not_compared]
    yield from _section("Not compared: one of the runs did not look, or got no answer", hidden)


def _section(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield f"{heading}:"
        yield from (f"  {line}" for line in lines)


def _finding(row: KnownRow) -> str:
    since = f", since {row['first_seen']}" if row["first_seen"] else ""
    return f"{row['article']}: {row['severity']}: {row['message']} [{row['rule']}{since}]"

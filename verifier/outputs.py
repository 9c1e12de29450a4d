"""Write a report in the formats that are wanted: into files, and at most one on standard output."""

from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache
from typing import TextIO

from verifier import escape, files, reporters
from verifier.errors import UsageError
from verifier.model.report import Report
from verifier.parts import discover, load, names
from verifier.reporters import Reporter
from verifier.summary import render as summarise
from verifier.values import frozen

ALWAYS = ("markdown", "json", "html")  # what every run writes
_STDOUT = "-"


@frozen
class Output:
    """One format that is wanted, and its file ("-" for standard output)."""

    reporter: Reporter
    path: str


@frozen
class Display:
    """How to show a report; `summary` wants it where no format takes standard output.

    `token` ends the stretch of a log in which GitHub obeys no command; an article must not guess it. `summary_file` is
    where GitHub wants the job summary, "" elsewhere; `log_file` gets the summary with every finding, at its end.
    """

    quiet: bool = False
    summary: bool = True
    verbose: bool = False
    colour: bool = False
    token: str = ""
    summary_file: str = ""
    log_file: str | None = None


@cache
def formats() -> dict[str, Reporter]:
    """Return all formats by name."""
    return {each.name: each for each in discover(reporters, "REPORTER", Reporter)}


@cache
def known() -> tuple[str, ...]:
    """Return the names of all formats."""
    return names(reporters)


def _reporter(name: str) -> Reporter:
    """Return one format: what no run needs is not loaded."""
    return load(reporters, name, "REPORTER", Reporter)


def wanted(given: Sequence[str]) -> list[Output]:
    """Return the outputs that "FORMAT" and "FORMAT:FILE" ask for; only one may take standard output.

    Raises UsageError.
    """
    outputs = []
    for each in given:
        name, _, path = each.partition(":")
        if name not in known():
            close = get_close_matches(name, known(), 1)
            meant = f"; did you mean {close[0]}?" if close else ""
            raise UsageError(f'no format is named "{name}"{meant}', f"formats are {', '.join(known())}")
        outputs.append(Output(_reporter(name), path or _STDOUT))
    if sum(each.path == _STDOUT for each in outputs) > 1:
        raise UsageError("two formats want standard output", "give all but one a file: -f json:report.json")
    named = [each.path for each in outputs if each.path != _STDOUT]
    if len(set(named)) < len(named):
        raise UsageError("two formats want the same file", "give each a file of its own")
    return outputs


def write(report: Report, outputs: Sequence[Output], folder: str | None) -> list[str]:
    """Write what has a file, and into the folder, if there is one, what every run writes; return the paths.

    Raises ReportError.
    """
    pairs = [(each.reporter, each.path) for each in outputs if each.path != _STDOUT]
    if folder is not None:
        every = [_reporter(name) for name in ALWAYS]
        pairs += [(each, files.join(folder, f"report{each.suffix}")) for each in every]
    for reporter, path in pairs:
        files.write_atomically(path, reporter.render(report).encode("utf-8"))
    return [path for _, path in pairs]


def show(
    report: Report, outputs: Sequence[Output], written: Sequence[str], how: Display, out: TextIO, err: TextIO
) -> None:
    """Write to standard output: the format that takes it, else the summary; then, where the reports are."""
    taken = next((each.reporter for each in outputs if each.path == _STDOUT), None)
    if taken is not None:
        out.write(taken.render(report))
        if taken.name == "github" and not how.quiet:
            _without_commands(report, out, how)
    elif how.summary and not how.quiet:
        from verifier.terminal import show as show_summary

        show_summary(report, out, verbose=how.verbose, colour=how.colour)
    if how.summary_file and any(each.reporter.name == "github" for each in outputs):
        from verifier import step_summary

        files.append_line(how.summary_file, step_summary.render(report).rstrip("\n"))
    if how.log_file:
        files.append_line(how.log_file, _logged(report))
    if written and not how.quiet:
        stream = err if taken else out
        stream.write(f"Reports: {escape.line(', '.join(written))}\n")


def _logged(report: Report) -> str:
    run = report["run"]
    began = f"verify {report['tool']['version']}, {run['now'] or report['mode']}: {run['status']}"
    return f"{began}\n{summarise(report, verbose=True)}exit code {run['exit_code']}\n"


def _without_commands(report: Report, out: TextIO, how: Display) -> None:
    """Write the summary where the runner obeys no line of it."""
    out.write(f"::stop-commands::{how.token}\n{summarise(report, verbose=how.verbose)}::{how.token}::\n")

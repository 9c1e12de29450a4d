"""Verify articles and write the reports: the default command."""

import argparse
import datetime as dt
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches

from verifier import api, files, online, reporters, targets
from verifier.articles import LEGACY, NUMBERINGS
from verifier.articles import Parser as Reader
from verifier.cli import Command, say
from verifier.errors import UsageError
from verifier.model.outcome import KindName
from verifier.model.report import Report
from verifier.parts import discover
from verifier.reporters import Reporter
from verifier.rules import TOPICS
from verifier.web.store import newest

_LEVELS = ("error", "warning", "note", "never")
_ALWAYS = ("markdown", "json", "html")  # what every run writes


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    add = parser.add_argument
    add(
        "paths",
        nargs="*",
        metavar="PATH",
        help="an article (file or URL), a registry or a folder; none: the nearest registry",
    )
    add(
        "--offline", action="store_true", help="ask nobody: use recorded answers only, and get the same verdicts always"
    )
    add("--registry", metavar="FILE", help="the registry of the articles (default: the nearest references.toml)")
    add("--store", metavar="DIR", help="folder of recorded answers (default: store/ beside the registry)")
    add("--reports-dir", metavar="DIR", default="reports", help="where reports go (default: reports; none: nowhere)")
    add("-f", "--format", metavar="FORMAT[:FILE]", action="append", default=[], help=f"write {', '.join(_formats())}")
    add("--format-in", metavar="FORMAT", help="how to read the articles (default: what they look like)")
    add(
        "--numbering",
        metavar="RENDERER",
        choices=NUMBERINGS,
        default=LEGACY,
        help="number wikitext as legacy (default) or parsoid does",
    )
    add("--only", metavar="TOPIC,...", help=f"check only these: {', '.join(TOPICS)}")
    add(
        "--fail-on",
        metavar="LEVEL",
        choices=_LEVELS,
        default="error",
        help="exit 1 from here on: error (default), warning, note, never",
    )
    add("--select", metavar="RULE", action="append", default=[], help="report only this rule (repeatable)")
    add("--ignore", metavar="RULE", action="append", default=[], help="do not report this rule (repeatable)")
    add("--now", metavar="ISO", help="the time of the run (default: the clock's; offline that of the newest answer)")
    online.add_options(parser)
    add("--no-color", action="store_true", help="no colour (as does NO_COLOR)")
    volume = parser.add_mutually_exclusive_group()
    volume.add_argument("-q", "--quiet", action="store_true", help="print no summary")
    volume.add_argument("-v", "--verbose", action="store_true", help="print notes, and findings that others explain")


def run(options: argparse.Namespace) -> int:
    """Verify, write, print; return the exit code."""
    outputs = _outputs(options.format)
    topics = _topics(options.only)
    shown = _shown(options.select, options.ignore)
    _known_format(options.format_in)
    found = targets.find(options.paths, options.registry, options.store)
    now = _now(options.now)
    today, undated = (now.date(), False) if now else _today(options.offline, found)
    manner = online.manner(options, now)
    transports = {  # one for each store: its pace is kept over all articles
        store: api.open_transport(store, offline=options.offline, manner=manner)
        for store in dict.fromkeys(each.store for each in found)
    }
    jobs = [api.Job(each.article, each.registry, transports[each.store]) for each in found]
    with online.stopping(transports.values(), offline=options.offline) as signals:
        report = api.verify(
            jobs,
            today=today,
            offline=options.offline,
            format_in=options.format_in,
            numbering=options.numbering,
            topics=topics,
            shown=shown,
            undated=undated,
        )
    report = api.settled(report, fail_on=options.fail_on)
    written = _write(report, outputs, options.reports_dir)
    _print(report, outputs, written, options)
    if signals:
        say("stopped: the reports hold what was known by then", sys.stderr)
        return 128 + signals[0]
    return report["run"]["exit_code"]


def _formats() -> dict[str, Reporter]:
    return {each.name: each for each in discover(reporters, "REPORTER", Reporter)}


def _outputs(wanted: Sequence[str]) -> list[tuple[Reporter, str]]:
    """Return (format, file) pairs; "-" is standard output, which at most one format may take."""
    known = _formats()
    outputs = []
    for each in wanted:
        name, _, path = each.partition(":")
        if name not in known:
            raise UsageError(f'no format is named "{name}"{_close(name, known)}', f"formats are {', '.join(known)}")
        outputs.append((known[name], path or "-"))
    if sum(path == "-" for _, path in outputs) > 1:
        raise UsageError("two formats want standard output", "give all but one a file: -f json:report.json")
    return outputs


def _topics(only: str | None) -> tuple[KindName, ...]:
    if only is None:
        return TOPICS
    wanted = [each.strip() for each in only.split(",") if each.strip()]
    for each in wanted:
        if each not in TOPICS:
            raise UsageError(
                f'--only: no topic is named "{each}"{_close(each, TOPICS)}', f"topics: {', '.join(TOPICS)}"
            )
    if not wanted:
        raise UsageError("--only names no topic", f"topics are {', '.join(TOPICS)}")
    return tuple(each for each in TOPICS if each in wanted)


def _shown(select: Sequence[str], ignore: Sequence[str]) -> set[str] | None:
    """Return the ids of the rules whose findings are wanted, None for all."""
    known = {rule.id for rule in api.known_rules()}
    for each in (*select, *ignore):
        if each not in known:
            raise UsageError(f'no rule has the id "{each}"{_close(each, known)}', "verify explain lists the rules")
    return (set(select) or known) - set(ignore) if select or ignore else None


def _known_format(name: str | None) -> None:
    from verifier import articles

    known = [each.name for each in discover(articles, "PARSER", Reader)]
    if name is not None and name not in known:
        raise UsageError(f'no reader is named "{name}"{_close(name, known)}', f"readers are {', '.join(known)}")


def _now(text: str | None) -> dt.datetime | None:
    """Return the time that --now gives; a date is its first moment, UTC."""
    if text is None:
        return None
    try:
        now = dt.datetime.fromisoformat(text.replace("Z", "+00:00"))
        return now.astimezone(dt.UTC) if now.tzinfo else now.replace(tzinfo=dt.UTC)
    except (ValueError, OverflowError) as error:
        raise UsageError(f'--now: "{text}" is no ISO date', "write it like 2026-11-22") from error


def _today(offline: bool, found: Sequence[targets.Target]) -> tuple[dt.date, bool]:
    """Return the day to judge by, and whether it is only the clock's in a run that is to give the same bytes always."""
    recorded = [day for each in found if offline and (day := newest(each.store)) is not None]
    return (max(recorded), False) if recorded else (dt.datetime.now(dt.UTC).date(), offline)


def _close(word: str, known: Sequence[str] | set[str] | dict[str, Reporter]) -> str:
    close = get_close_matches(word, sorted(known), 1)
    return f"; did you mean {close[0]}?" if close else ""


def _write(report: Report, outputs: Sequence[tuple[Reporter, str]], folder: str) -> list[str]:
    """Write the reports of every run, and what was asked for beside them; return their paths."""
    known = _formats()
    pairs = [(each, path) for each, path in outputs if path != "-"]
    if folder != "none":
        pairs += [(known[name], files.join(folder, f"report{known[name].suffix}")) for name in _ALWAYS]
    for reporter, path in pairs:
        files.write_atomically(path, reporter.render(report).encode("utf-8"))
    return [path for _, path in pairs]


def _print(
    report: Report, outputs: Sequence[tuple[Reporter, str]], written: Sequence[str], options: argparse.Namespace
) -> None:
    taken = next((each for each, path in outputs if path == "-"), None)
    if taken is not None:
        sys.stdout.write(taken.render(report))
    elif not options.quiet:
        from verifier.terminal import show

        plain = options.no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"  # no-color.org
        show(report, sys.stdout, verbose=options.verbose, colour=not plain)
    if written and not options.quiet:
        say(f"Reports: {', '.join(written)}", sys.stderr if taken else sys.stdout)


COMMAND = Command("check", "verify articles and write the reports (the default command)", add_options, run)

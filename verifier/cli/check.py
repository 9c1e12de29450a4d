"""Verify articles and write the reports: the default command."""

import argparse
import datetime as dt
import sys
from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches

from verifier import api, ledger, online, outputs, targets
from verifier.articles import NUMBERINGS
from verifier.cli import Command, add_display, add_reading, display, say
from verifier.errors import UsageError
from verifier.model.outcome import FOUND, OK, KindName, KnownRow
from verifier.model.past import Past
from verifier.model.report import Report
from verifier.parts import names
from verifier.rules import TOPICS
from verifier.text import counted
from verifier.web.store import newest

# A store may be so old, and the registry have what was added since. The clock is not asked: offline runs stay equal.
_UNASKED = dt.timedelta(days=366)
_LEVELS = ("error", "warning", "note", "new", "never")


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
    add("--require-fixtures", action="store_true", help="as --offline, and an answer that is not recorded is an error")
    add("--changed-since", metavar="REF", help="verify only what changed since this branch, tag or commit of git")
    add("--registry", metavar="FILE", help="the registry of the articles (default: the nearest references.toml)")
    add("--store", metavar="DIR", help="folder of recorded answers (default: store/ beside the registry)")
    add("--reports-dir", metavar="DIR", default="reports", help="where reports go (default: reports; none: nowhere)")
    add(
        "-f",
        "--format",
        metavar="FORMAT[:FILE]",
        action="append",
        default=[],
        help=f"write {', '.join(outputs.known())}",
    )
    add_reading(parser)
    _add_judging(parser)
    add("--now", metavar="ISO", help="the time of the run (default: the clock's; offline that of the newest answer)")
    online.add_options(parser)
    add_display(parser)


def _add_judging(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what is judged, and what fails the run."""
    add = parser.add_argument
    add("--only", metavar="TOPIC,...", help=f"check only these: {', '.join(TOPICS)}")
    add(
        "--fail-on",
        metavar="LEVEL",
        choices=_LEVELS,
        default="error",
        help="exit 1 from here on: error (default), warning, note, new (not in the baseline), never",
    )
    add("--exit-zero", action="store_true", help="exit 0 where it would be 1 for findings")
    add("--baseline", metavar="FILE", help="findings that are accepted debt and do not fail the run")
    add("--baseline-strict", action="store_true", help="exit 1 also where the baseline holds what no longer occurs")
    add("--history", metavar="FILE", help="the runs before; this one is added")
    add("--select", metavar="RULE", action="append", default=[], help="report only this rule (repeatable)")
    add("--ignore", metavar="RULE", action="append", default=[], help="do not report this rule (repeatable)")


def run(options: argparse.Namespace) -> int:
    """Verify, write, print; return the exit code."""
    wanted = outputs.wanted(options.format)
    topics, shown = _topics(options.only), _shown(options.select, options.ignore)
    _known_format(options.format_in)
    accepted = _accepted(options)
    past = ledger.earlier(options.history, _warn) if options.history else Past()
    options.offline = options.offline or options.require_fixtures
    found = targets.find(options.paths, options.registry, options.store)
    if options.changed_since:
        found = _changed(options.changed_since, found)
    now = _now(options.now)
    today, latest, undated = (now.date(), now.date(), False) if now else _today(options.offline, found)
    jobs = _jobs(options, found, now)
    with online.stopping((job.transport for job in jobs), offline=options.offline) as signals:
        report = api.verify(
            jobs,
            today=today,
            latest=latest,
            offline=options.offline,
            format_in=options.format_in,
            numbering=options.numbering,
            topics=topics,
            shown=shown,
            undated=undated,
            require_fixtures=options.require_fixtures,
            heartbeat=ledger.heartbeat(past, offline=options.offline) if options.history else None,
            warn=_warn,
        )
        report = api.settled(
            report, fail_on=options.fail_on, accepted=accepted, past=past, strict=options.baseline_strict
        )
        with signals.writing():
            written = outputs.write(report, wanted, None if options.reports_dir == "none" else options.reports_dir)
    if options.baseline_strict:
        _tell_outdated(report, accepted or {}, options.baseline)
    outputs.show(report, wanted, written, display(options), sys.stdout, sys.stderr)
    if signals.noted:
        _warn("stopped; the reports hold what was known by then")
        return 128 + signals.noted[0]
    if options.history:
        _remember(report, past, options.history, today)
    code = report["run"]["exit_code"]
    return OK if options.exit_zero and code == FOUND else code


def _accepted(options: argparse.Namespace) -> Mapping[str, KnownRow] | None:
    """Return the findings that are accepted debt, None without a baseline. Raises UsageError where one is needed."""
    if options.fail_on == "new" and not options.baseline:
        raise UsageError("--fail-on new needs --baseline FILE", "make one with: verify baseline update --accept-new")
    if options.baseline_strict and not options.baseline:
        raise UsageError("--baseline-strict needs --baseline FILE", "name the file of accepted findings")
    return ledger.accepted(options.baseline) if options.baseline else None


def _jobs(options: argparse.Namespace, found: Sequence[targets.Target], now: dt.datetime | None) -> list[api.Job]:
    """Return a job for each target, with one transport for each store: its pace is kept over all articles."""
    manner = online.manner(options, now)
    stores = dict.fromkeys(each.store for each in found)
    transports = {store: api.open_transport(store, offline=options.offline, manner=manner) for store in stores}
    return [api.Job(each.article, each.registry, transports[each.store], each.found) for each in found]


def _tell_outdated(report: Report, accepted: Mapping[str, KnownRow], baseline: str) -> None:
    """Say how many findings of the baseline no longer occur."""
    gone = api.outdated(report, accepted)
    if gone:
        told = counted(gone, "finding no longer occurs", "findings no longer occur")
        _warn(f"{baseline}: {told}; take out with: verify baseline update --baseline {baseline}")


def _changed(ref: str, found: list[targets.Target]) -> list[targets.Target]:
    """Return the targets that changed since the ref, and say where there is none."""
    from verifier import changed  # most runs need no git

    touched = changed.since(ref, found)
    if not touched:
        _warn(f"no article, registry or recorded answer changed since {ref}; nothing is verified")
    return touched


def _remember(report: Report, past: Past, path: str, today: dt.date) -> None:
    if not ledger.remember(report, past, path, today.isoformat()):
        _warn(f"{path}: this run saw an outage and is not added")


def _warn(message: str) -> None:
    say(f"verify: {message}", sys.stderr)


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


def _shown(select: Sequence[str], ignore: Sequence[str]) -> Collection[str] | None:
    """Return the ids of the rules whose findings are wanted, None for all."""
    known = api.rule_ids()
    for each in (*select, *ignore):
        if each not in known:
            raise UsageError(f'no rule has the id "{each}"{_close(each, known)}', "verify explain lists the rules")
    return (set(select) or known) - set(ignore) if select or ignore else None


def _known_format(name: str | None) -> None:
    from verifier import articles

    known = names(articles)
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


def _today(offline: bool, found: Sequence[targets.Target]) -> tuple[dt.date, dt.date, bool]:
    """Return the day to judge by, and the day that it may be at most, offline later than the newest recorded answer.

    The third value tells whether the day is only the clock's in a run that is to give the same bytes always.
    """
    recorded = [day for each in found if offline and (day := newest(each.store)) is not None]
    if recorded:
        return max(recorded), max(recorded) + _UNASKED, False
    today = dt.datetime.now(dt.UTC).date()
    return today, today, offline


def _close(word: str, known: Collection[str]) -> str:
    close = get_close_matches(word, sorted(known), 1)
    return f"; did you mean {close[0]}?" if close else ""


def words() -> list[str]:
    """Return what the options of this command take."""
    return [*outputs.known(), *TOPICS, *_LEVELS, *NUMBERINGS]


COMMAND = Command("check", "verify articles and write the reports (the default command)", add_options, run, words)

"""The command line: each module offers one `COMMAND`; `main` picks it, and turns every error into a code and a message.

Only here are the clock, the environment and the standard streams looked at. Exit codes: 0 nothing at or above the fail
level and everything checked, 1 findings, 2 usage or configuration, 3 incomplete, 4 internal error; 130 and 141 when
stopped by Ctrl-C or a closed pipe.
"""

import argparse
import gc
import io
import os
import signal
import sys
import traceback
from collections.abc import Callable, Collection, Sequence
from difflib import get_close_matches
from typing import NoReturn, TextIO

from verifier import escape, files, outputs, settings
from verifier.articles import LEGACY, NUMBERINGS
from verifier.errors import ReportError, StoreError, TransportError, UsageError, VerifierError
from verifier.model.outcome import INCOMPLETE, INTERNAL, OK, USAGE
from verifier.parts import discover, load, names
from verifier.text import counted
from verifier.values import frozen
from verifier.version import VERSION

_ALLOCATED = 200_000  # objects more than were freed
_INTERRUPTED, _PIPE_CLOSED = 130, 141
_CRASH = "verify-crash.txt"
_DEFAULT = "check"
_NEARLY = 0.7  # likeness of a word to a command, as difflib counts it, from which on it is misspelled


@frozen
class Command:
    """One subcommand: its name, a one-line summary, its options, and what it does.

    `run` takes the parsed options and returns an exit code; errors it raises are reported by `main`. `words` gives what
    a shell may complete behind it.
    """

    name: str
    summary: str
    add_options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    words: Callable[[], Sequence[str]] = tuple


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that raises UsageError with a suggestion instead of leaving."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError."""
        raise UsageError(f"{message}{self._meant(message)}", f"see {self.prog} --help")

    def known_options(self) -> list[str]:
        """Return all options as they are typed."""
        return [option for action in self._actions for option in action.option_strings]

    def format_help(self) -> str:
        """Return the help in a form of our own: argparse's differs between versions and with the window's width."""
        places = [action for action in self._actions if not action.option_strings]
        named = [action for action in self._actions if action.option_strings]
        usage = " ".join([self.prog, *(_place(action) for action in places), "[options]"])
        rows = [(_spelled(action), action.help or "") for action in (*places, *named)]
        width = max(len(spelled) for spelled, _ in rows)
        told = "\n".join(f"  {spelled:<{width}}  {text}" for spelled, text in rows)
        return f"usage: {usage}\n\n{self.description}\n\n{told}\n"

    def _meant(self, message: str) -> str:
        wrong = message.removeprefix("unrecognized arguments: ").split()[0] if "unrecognized" in message else ""
        close = get_close_matches(wrong.split("=")[0], self.known_options(), 1) if wrong.startswith("-") else []
        return f"; did you mean {close[0]}?" if close else ""


def _spelled(action: argparse.Action) -> str:
    value = action.metavar or (f"{{{','.join(map(str, action.choices))}}}" if action.choices else "")
    return f"{', '.join(action.option_strings)} {value}".strip()


def _place(action: argparse.Action) -> str:
    return {"*": f"[{action.metavar} ...]", "+": f"{action.metavar} ...", "?": f"[{action.metavar}]"}.get(
        str(action.nargs), str(action.metavar)
    )


def main(argv: Sequence[str]) -> int:
    """Run the command that `argv` (without the program's name) asks for, and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # whatever the locale says: reports are UTF-8
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _run(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes once more at exit
        return _PIPE_CLOSED
    except KeyboardInterrupt:
        say("stopped", sys.stderr)
        return _INTERRUPTED
    return code


def _run(argv: Sequence[str]) -> int:
    try:
        return _dispatch(argv)
    except ReportError as error:
        _complain(error)
        return INTERNAL
    except (TransportError, StoreError) as error:  # the article cannot be had now, which says nothing about it
        _complain(error)
        return INCOMPLETE
    except VerifierError as error:
        _complain(error)
        return USAGE
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except OSError as error:  # standard output is full, or gone
        say(f"verify: cannot write ({(error.strerror or str(error)).lower()})", sys.stderr)
        return INTERNAL
    except Exception:  # a bug: whatever it is, the user gets exit code 4 and a file to report, no traceback
        return _crashed()


def _dispatch(argv: Sequence[str]) -> int:
    if argv and argv[0] in ("-V", "--version"):
        sys.stdout.write(f"verify {VERSION}\n")
        return OK
    if argv and argv[0] in ("-h", "--help"):
        sys.stdout.write(overview(_commands()))
        return OK
    if argv and argv[0] == "--words":
        sys.stdout.write(" ".join(_words(_commands())) + "\n")
        return OK
    family = sys.modules[__name__]
    known = names(family)
    name, rest = (argv[0], argv[1:]) if argv and argv[0] in known else (_DEFAULT, argv)
    if argv and name != argv[0]:
        _refuse_misspelled(argv[0], known)
    command = load(family, name, "COMMAND", Command)  # the others can wait
    made = parser(command)
    if "-h" in rest or "--help" in rest:
        sys.stdout.write(made.format_help())
        return OK
    told = settings.apply(made, lambda: map(parser, _commands().values()), os.environ)
    options = made.parse_intermixed_args(list(rest))
    for each in told if getattr(options, "verbose", False) else ():
        say(f"verify: {each}", sys.stderr)
    return command.run(options)


def _commands() -> dict[str, Command]:
    """Return all commands by name."""
    return {command.name: command for command in discover(sys.modules[__name__], "COMMAND", Command)}


def _refuse_misspelled(word: str, commands: Collection[str]) -> None:
    """Raise UsageError where the first word is no file and nearly a command."""
    close = get_close_matches(word, commands, 1, _NEARLY)
    if close and not files.exists(word):
        raise UsageError(f'"{word}" is no command, and no file', f"did you mean verify {close[0]}?")


def parser(command: Command) -> Parser:
    """Return the parser of the command's options."""
    made = Parser(
        prog=f"verify {command.name}",
        description=f"{command.summary[:1].upper()}{command.summary[1:]}.",
        allow_abbrev=False,
    )
    command.add_options(made)
    return made


def _words(commands: dict[str, Command]) -> list[str]:
    """Return what a shell may complete: commands, options, and what the commands offer."""
    options = {option for command in commands.values() for option in parser(command).known_options()}
    return [*commands, *sorted(options), *(word for command in commands.values() for word in command.words())]


def overview(commands: dict[str, Command]) -> str:
    """Return the help of the whole program."""
    listed = "\n".join(f"  {name:<9} {command.summary}" for name, command in commands.items())
    return (
        "usage: verify [PATH ...] [options]\n       verify COMMAND [options]\n\n"
        "Check whether an article's sources are what the article says they are.\n"
        "PATH: article (file or URL), registry or folder; none: the nearest registry.\n\n"
        f"commands:\n{listed}\n\n"
        "exit codes: 0 clean, 1 findings, 2 usage, 3 incomplete, 4 internal error\n"
        "options of a command: verify COMMAND --help\n"
    )


def display(options: argparse.Namespace) -> outputs.Display:
    """Return how to show a report, as the options and the environment want it."""
    plain = options.no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"  # no-color.org
    return outputs.Display(
        quiet=options.quiet,
        verbose=options.verbose,
        colour=not plain,
        token=os.urandom(32).hex(),
        log_file=options.log_file,
        summary_file=os.environ.get("GITHUB_STEP_SUMMARY", ""),
    )


def add_display(parser: argparse.ArgumentParser) -> None:
    """Add the options that tell how to show a report."""
    parser.add_argument("--no-color", action="store_true", help="no colour (as does NO_COLOR)")
    parser.add_argument(
        "--log-file", metavar="FILE", help="add the summary with every finding to this file, whatever -q says"
    )
    volume = parser.add_mutually_exclusive_group()
    volume.add_argument("-q", "--quiet", action="store_true", help="print no summary")
    volume.add_argument("-v", "--verbose", action="store_true", help="print notes, and findings that others explain")


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add the options that tell how to read an article."""
    add = parser.add_argument
    add("--format-in", metavar="FORMAT", help="how to read an article (default: what it looks like)")
    add(
        "--numbering",
        metavar="RENDERER",
        choices=NUMBERINGS,
        default=LEGACY,
        help="number wikitext as legacy (default) or parsoid does",
    )


def say(message: str, stream: TextIO) -> None:
    """Write one message, with everything foreign in it made visible."""
    stream.write(f"{escape.terminal(message)}\n")


def make_changes(path: str, data: bytes, told: Sequence[str]) -> None:
    """Write a file that was corrected, and tell each change."""
    files.write_atomically(path, data)
    say(f"{path}: {counted(len(told), 'change')} made", sys.stdout)
    for each in told:
        say(f"  {escape.line(each)}", sys.stdout)


def _complain(error: VerifierError) -> None:
    for line in error.message.split("\n"):
        say(f"verify: {escape.line(line)}", sys.stderr)
    if error.hint:
        say(f"  -> {escape.line(error.hint)}", sys.stderr)


def _crashed() -> int:
    trace = escape.visible(traceback.format_exc())
    try:
        files.write_atomically(_CRASH, trace.encode("utf-8"), 0o600)
        where = f"please report {_CRASH}"
    except ReportError:
        where = f"please report this:\n{trace}"
    say(f"verify: internal error; {where}", sys.stderr)
    return INTERNAL


def collect_late() -> None:
    """Let this process look for garbage seldom: nearly all that an article is made of stays.

    The search took a third of the time for a page of 33,000 paragraphs. mypy does the same
    (https://github.com/python/mypy/blob/master/mypy/main.py).
    """
    gc.set_threshold(_ALLOCATED, 30, 30)


def script() -> None:
    """Run the command line of this process, and leave."""
    collect_late()
    code = main(sys.argv[1:])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done: Python would end its own end with a traceback
    sys.exit(code)

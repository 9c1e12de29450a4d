"""The command line: each module offers one `COMMAND`; `main` picks it, and turns every error into a code and a message.

Only here are the clock, the environment and the standard streams looked at. Exit codes: 0 nothing at or above the fail
level and everything checked, 1 findings, 2 usage or configuration, 3 incomplete, 4 internal error; 130 and 141 when
stopped by Ctrl-C or a closed pipe.
"""

import argparse
import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NoReturn, TextIO

from verifier import __version__, escape, files
from verifier.errors import ReportError, UsageError, VerifierError
from verifier.parts import discover

OK, FOUND, USAGE, INCOMPLETE, INTERNAL = 0, 1, 2, 3, 4
_INTERRUPTED, _PIPE_CLOSED = 130, 141
_CRASH = "verify-crash.txt"
_DEFAULT = "check"


@dataclass(frozen=True, slots=True)
class Command:
    """One subcommand: its name, a one-line summary, its options, and what it does.

    `run` takes the parsed options and returns an exit code; errors it raises are reported by `main`.
    """

    name: str
    summary: str
    add_options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that raises UsageError with a suggestion instead of leaving."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError."""
        raise UsageError(f"{message}{self._meant(message)}", f"see {self.prog} --help")

    def _meant(self, message: str) -> str:
        wrong = message.removeprefix("unrecognized arguments: ").split()[0] if "unrecognized" in message else ""
        known = [option for action in self._actions for option in action.option_strings]
        close = get_close_matches(wrong.split("=")[0], known, 1) if wrong.startswith("-") else []
        return f"; did you mean {close[0]}?" if close else ""


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
    except VerifierError as error:
        _complain(error)
        return USAGE
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except OSError as error:  # standard output is full, or gone
        say(f"verify: cannot write ({(error.strerror or str(error)).lower()})", sys.stderr)
        return INTERNAL
    except Exception:
        return _crashed()


def _dispatch(argv: Sequence[str]) -> int:
    commands = {command.name: command for command in discover(sys.modules[__name__], "COMMAND", Command)}
    if argv and argv[0] in ("-h", "--help"):
        sys.stdout.write(_help(commands))
        return OK
    if argv and argv[0] == "--version":
        sys.stdout.write(f"verify {__version__}\n")
        return OK
    name, rest = (argv[0], argv[1:]) if argv and argv[0] in commands else (_DEFAULT, argv)
    command = commands[name]
    parser = Parser(prog=f"verify {name}", description=command.summary, allow_abbrev=False)
    command.add_options(parser)
    if "-h" in rest or "--help" in rest:
        sys.stdout.write(parser.format_help())
        return OK
    return command.run(parser.parse_intermixed_args(list(rest)))


def _help(commands: dict[str, Command]) -> str:
    listed = "\n".join(f"  {name:<9} {command.summary}" for name, command in commands.items())
    return (
        "usage: verify [PATH ...] [options]\n       verify COMMAND [options]\n\n"
        "Check whether an article's sources are what the article says they are.\n"
        "PATH is an article, a registry (references.toml) or a folder; none: the nearest registry.\n\n"
        f"commands:\n{listed}\n\n"
        "exit codes: 0 nothing found, 1 findings, 2 usage or configuration, 3 incomplete, 4 internal error\n"
        "options of a command: verify COMMAND --help\n"
    )


def say(message: str, stream: TextIO) -> None:
    """Write one message, with everything foreign in it made visible."""
    stream.write(f"{escape.terminal(message)}\n")


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


def script() -> None:
    """Run the command line of this process, and leave."""
    sys.exit(main(sys.argv[1:]))

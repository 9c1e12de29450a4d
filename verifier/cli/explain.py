"""Explain a rule, or list them all."""

import argparse
import sys
from difflib import get_close_matches

from verifier import api
from verifier.cli import Command
from verifier.errors import UsageError
from verifier.model.outcome import OK


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command."""
    parser.add_argument("rule", nargs="?", metavar="RULE", help="the id of a rule; none: list all rules")


def run(options: argparse.Namespace) -> int:
    """Print what the rule's file says about it."""
    known = {rule.id: rule for rule in api.known_rules()}
    if options.rule is None:
        width = max(len(name) for name in known)
        for name, rule in known.items():
            sys.stdout.write(f"{name:<{width}}  {rule.severity.value:<7}  {rule.summary}\n")
        return OK
    if options.rule not in known:
        close = get_close_matches(options.rule, sorted(known), 1)
        hint = f"did you mean {close[0]}?" if close else "verify explain lists the rules"
        raise UsageError(f'no rule has the id "{options.rule}"', hint)
    rule = known[options.rule]
    root = ", a root cause: what it explains is folded under it" if rule.root else ""
    sys.stdout.write(f"{rule.id}: {rule.severity.value}, {rule.topic}{root}\n\n{rule.help}\n")
    return OK


def words() -> list[str]:
    """Return the ids of the rules."""
    return [rule.id for rule in api.known_rules()]


COMMAND = Command("explain", "explain a rule, or list them all", add_options, run, words)

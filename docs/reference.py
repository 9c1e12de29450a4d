"""The pages of the reference, made from the program itself: commands, rules, formats, verdicts, exit codes, schema."""

import json
import re
import sys
from collections.abc import Iterator
from importlib.resources import files

from verifier import api, cli, reporters
from verifier.cli import Command
from verifier.model.evidence import ArchiveVerdict
from verifier.parts import discover
from verifier.reporters import Reporter
from verifier.rules import TOPICS

CLASSES = {
    "confirmed": "probability 0.95 or more, twenty times the next, on the best mapping, nothing against it",
    "likely": "probability 0.8 or more, on the best mapping",
    "ambiguous": "at most eight numbers share 0.95",
    "unknown": "nothing can be said",
}
STATES = {
    "right": "leads to the entry it means",
    "wrong": "leads to another entry than it means",
    "lost": "the entry it means is not in the list",
    "open": "which entry it means cannot be told",
    "printed": "leads to an entry, and nothing speaks against it; nothing was tested",
}
VERDICTS = {
    "present": "the snapshot plays, of the second that its address names",
    "present-near": "it plays, of another second within 24 hours",
    "redirect-ok": "it is a redirect inside the archive that ends at the page",
    "wrong-date": "the archive has the page, of another date only",
    "redirect-bad": "it is a redirect to something else",
    "error-capture": "what was kept is an error page",
    "soft-404": "what was kept says that the page is gone",
    "wrong-page": "it is a snapshot of another page",
    "absent": "the archive does not have it: two witnesses, or one and a warning",
    "malformed": "the address names no snapshot",
    "untrusted-host": "the host is no archive, or none to rely on",
    "excluded": "the archive may not show it, which is not the same as absent",
    "unknown": "no answer, or none that can be told apart; says nothing about the page",
}
OUTCOMES = {
    "ok": "in order",
    "fail": "a finding that is an error or a warning",
    "noted": "a finding that is a note",
    "suspect": "failed, and not confirmed yet",
    "blocked": "refused to a program: check by hand",
    "unknown": "asked, and no answer that tells",
    "unchecked": "due, and not asked",
    "by_hand": "without an answer, and a person has looked in its place",
    "waived": "a finding that a person lets stay, until a day",
    "baselined": "a finding that is accepted debt",
}
EXIT_CODES = {
    "0": "nothing at or above the fail level, and everything was checked",
    "1": "findings at or above `--fail-on` (default: error), even if more stayed unverified",
    "2": "usage, configuration, or an input that cannot be read; the message names file and line",
    "3": "incomplete: something could not be checked, and nothing worse",
    "4": "internal error, with a file to report; or a report could not be written",
    "130": "stopped by Ctrl-C",
    "141": "the reader of the output went away",
}


def pages() -> dict[str, str]:
    """Return the text of each page, in Markdown, by name."""
    made = {
        "commands": _commands(),
        "rules": _rules(),
        "formats": _formats(),
        "verdicts": _verdicts(),
        "exit-codes": _exit_codes(),
        "schema": _schema(),
    }
    return {name: "\n".join(lines).rstrip("\n") + "\n" for name, lines in made.items()}


def _commands() -> Iterator[str]:
    commands = {each.name: each for each in discover(sys.modules["verifier.cli"], "COMMAND", Command)}
    yield from ("# Commands", "", "```text", cli.overview(commands).rstrip("\n"), "```", "")
    for name, command in commands.items():
        yield from (f"## verify {name}", "", "```text", cli.parser(command).format_help().rstrip("\n"), "```", "")


def _rules() -> Iterator[str]:
    rules = api.known_rules()
    yield from ("# Rules", "", "`verify explain RULE` prints the same.", "")
    for topic in TOPICS:
        mine = [rule for rule in rules if rule.topic == topic]
        if not mine:
            continue
        yield from (f"## {topic}", "")
        for rule in mine:
            root = " A root cause: what it explains is folded under it." if rule.root else ""
            yield from (f"### {rule.id}", "", f"*{rule.severity.value}*: {_plain(rule.summary)}.{root}", "")
            yield from (_plain(rule.help), "")


def _formats() -> Iterator[str]:
    yield from (
        "# Formats",
        "",
        "`-f NAME` writes to standard output, `-f NAME:FILE` into a file; several at once.",
        "",
    )
    for each in discover(reporters, "REPORTER", Reporter):
        text = (sys.modules[each.render.__module__].__doc__ or "").strip()
        yield from (f"## {each.name}", "", _plain(text), "")


def _verdicts() -> Iterator[str]:
    yield from ("# Verdicts", "")
    yield from _table("What a number means", CLASSES)
    yield from _table("What a citation is", STATES)
    yield from _table("What a snapshot is", {each.value: VERDICTS[each.value] for each in ArchiveVerdict})
    yield from _table("How a check ended", OUTCOMES)


def _exit_codes() -> Iterator[str]:
    yield from ("# Exit codes", "", "| code | meaning |", "|---|---|")
    yield from (f"| {code} | {text} |" for code, text in EXIT_CODES.items())


def _table(heading: str, rows: dict[str, str]) -> Iterator[str]:
    yield from (f"## {heading}", "", "| | |", "|---|---|")
    yield from (f"| `{name}` | {text} |" for name, text in rows.items())
    yield ""


def _schema() -> Iterator[str]:
    schema = json.loads(files("verifier").joinpath("report.schema.json").read_text("utf-8"))
    yield from ("# The JSON report", "", _plain(schema["description"]), "")
    yield "The whole schema is `verifier/report.schema.json`, in JSON Schema 2020-12."
    yield ""
    for name, row in {"Report": schema, **schema["$defs"]}.items():
        yield from (f"## {name}", "")
        if name != "Report" and "description" in row:
            yield from (_plain(row["description"]), "")
        yield from ("| key | type | |", "|---|---|---|")
        for key, kind in row["properties"].items():
            yield f"| `{key}` | {_kind(kind)} | {_plain(kind.get('description', ''))} |"
        yield ""


def _kind(kind: dict[str, object]) -> str:
    if "$ref" in kind:
        name = str(kind["$ref"]).rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "const" in kind:
        return f"`{kind['const']}`"
    if "enum" in kind:
        return ", ".join(f"`{each}`" for each in kind["enum"])  # type: ignore[attr-defined]
    if "anyOf" in kind:
        return " or ".join(_kind(each) for each in kind["anyOf"])  # type: ignore[attr-defined]
    if kind["type"] == "array":
        return f"list of {_kind(kind['items'])}"  # type: ignore[arg-type]
    names = kind["type"] if isinstance(kind["type"], list) else [kind["type"]]
    return " or ".join(map(str, names))


def _plain(text: str) -> str:
    """Return text of a docstring as Markdown: code stays code, and a tag that is named is no tag."""
    single = re.sub("``(.+?)``", r"`\1`", text)
    parts = re.split("(`[^`]*`)", single)
    return "".join(part if part.startswith("`") else part.replace("<", "&lt;").replace("*", r"\*") for part in parts)

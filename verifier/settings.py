"""Settings: what options are when the command line does not give them. From the environment, or from a file.

`verifier.toml`, here or in the nearest folder above, or `[tool.verifier]` in a `pyproject.toml` there, has options by
their long names without dashes in front (`max-time = "20m"`, `allow-host = ["127.0.0.1:8080"]`); the environment has
them as `VERIFIER_MAX_TIME`. Command line before environment before verifier.toml before pyproject.toml.
"""

import argparse
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches

from verifier import files
from verifier.errors import InputError, UsageError

_FILE, _SHARED = "verifier.toml", "pyproject.toml"
_LIMIT = 1_000_000  # bytes
_YES, _NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off", "")


def apply(
    parser: argparse.ArgumentParser,
    others: Callable[[], Iterable[argparse.ArgumentParser]],
    environment: Mapping[str, str],
) -> list[str]:
    """Make the settings the defaults of the parser's options; return where each comes from, a sentence each.

    A file may also set options of the `others`. Raises UsageError for what is no option, or no value of it.
    """
    options = _options(parser)
    found = {name: each for name, each in _of_files(others).items() if name in options}
    for name in options:
        variable = f"VERIFIER_{name.replace('-', '_').upper()}"
        if variable in environment:
            found[name] = (environment[variable], variable)
    parser.set_defaults(**{options[name].dest: _value(options[name], name, *each) for name, each in found.items()})
    return [f"{name} is {value}, from {place}" for name, (value, place) in sorted(found.items())]


def _of_files(parsers: Callable[[], Iterable[argparse.ArgumentParser]]) -> dict[str, tuple[object, str]]:
    """Return what the files set, by the names of options, and where; the nearer to us counts."""
    tables = [*_shared(), *_own()]
    known = {name for each in parsers() for name in _options(each)} if tables else set()
    found: dict[str, tuple[object, str]] = {}
    for path, values in tables:
        for key, value in values.items():
            name = key.replace("_", "-")
            if name not in known:
                close = get_close_matches(name, sorted(known), 1)
                meant = f"; did you mean {close[0]}?" if close else ""
                raise UsageError(f'{path}: "{key}" is no option{meant}', "verify COMMAND --help lists the options")
            found[name] = (value, path)
    return found


def _options(parser: argparse.ArgumentParser) -> dict[str, argparse.Action]:
    """Return the options that take a value or are a switch, by their long names."""
    named = {each: action for action in parser._actions for each in action.option_strings if each.startswith("--")}
    return {each[2:]: action for each, action in named.items() if each != "--help"}


def _value(action: argparse.Action, name: str, value: object, place: str) -> object:
    """Return the value as the option would have it."""
    if action.nargs == 0:
        return _switch(name, value, place)
    if isinstance(action.default, list):
        listed = value if isinstance(value, list) else str(value).split(",")
        return [str(each).strip() for each in listed]
    if isinstance(value, (list, dict)) or value is True or value is False:
        raise UsageError(f'{place}: {name} is one value, not "{value}"', f'write it like {name} = "..."')
    if action.choices and str(value) not in action.choices:
        raise UsageError(f'{place}: {name} cannot be "{value}"', f"it is one of {', '.join(map(str, action.choices))}")
    return str(value)


def _switch(name: str, value: object, place: str) -> bool:
    word = str(value).lower()
    if word not in (*_YES, *_NO):
        raise UsageError(f'{place}: {name} is a switch, not "{value}"', f"write it like {name} = true")
    return word in _YES


def _own() -> Iterator[tuple[str, dict[str, object]]]:
    path = files.nearest(_FILE, ".")
    if path is not None:
        yield path, _read(path)


def _shared() -> Iterator[tuple[str, dict[str, object]]]:
    path = files.nearest(_SHARED, ".")
    tool = _read(path).get("tool") if path is not None else None
    mine = tool.get("verifier") if isinstance(tool, dict) else None
    if path is not None and isinstance(mine, dict):
        yield f"{path}: tool.verifier", mine


def _read(path: str) -> dict[str, object]:
    try:
        return tomllib.loads(files.read_bytes(path, _LIMIT).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path}: is no TOML ({error})", "correct it, or move it away") from error
    except InputError as error:
        raise UsageError(error.message, error.hint) from error

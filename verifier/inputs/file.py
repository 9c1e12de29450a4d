"""A file on this computer, decoded by `verifier.decode`."""

from verifier import decode, files, urls
from verifier.errors import InputError
from verifier.inputs import LARGEST, Input, Text

LIMIT = LARGEST


def read(path: str) -> Text:
    """Return the text of the file; raise InputError or ArticleError for what is missing, empty, binary or too large."""
    if path == "-" and not files.exists(path):
        raise InputError("-: the standard input is not read", "save the text to a file, and name that")
    text, notes = decode.decode(files.read_bytes(path, LIMIT), path)
    return Text(text, files.shown(path), files.suffix_of(path), notes)


def _recognises(locator: str) -> int:
    return 0 if urls.is_web(locator) else 100


INPUT = Input("file", "a file on this computer: UTF-8, or what comes close", _recognises, lambda path, _: read(path))

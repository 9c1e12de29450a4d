"""Read the files of sources that an article names, from its own folder or below it.

An article may come from anybody: it names no other file of this computer, and none that is no bibliography.
"""

from collections.abc import Sequence
from dataclasses import replace

from verifier import decode, files, urls
from verifier.articles import Parser
from verifier.errors import ArticleError, InputError
from verifier.inputs import LARGEST, Text
from verifier.model.article import Article
from verifier.model.bibliography import Bibliography


def parsed(parser: Parser, text: Text, article: str, numbering: str) -> Article:
    """Return the article at this path or URL as the parser reads its text, with the files that it names."""
    names = parser.beside.names(text.text) if parser.beside else ()
    if parser.beside is None or not names:
        return replace(parser.parse(text.text, text.path, numbering), encoding_notes=text.notes)
    found = read(article, names)
    notes = (*text.notes, *(f"{each.name}: {note}" for each in found for note in each.notes))
    return replace(parser.beside.parse(text.text, text.path, numbering, found), encoding_notes=notes)


def read(article: str, names: Sequence[str]) -> tuple[Bibliography, ...]:
    """Return what became of each file that the article at this path or URL names, in their order. Never raises.

    Together they may be as large as an article.
    """
    found: dict[str, Bibliography] = {}
    room = LARGEST
    for name in dict.fromkeys(names):
        one, size = _one(article, name)
        room -= size
        if room < 0:
            one = replace(one, text="", fault=f"with it all bibliographies are larger than {LARGEST // 1_000_000} MB")
        found.setdefault(one.path, one)  # "refs.bib" and "./refs.bib" are one file
    return tuple(found.values())


def _one(article: str, name: str) -> tuple[Bibliography, int]:
    """Return one file, and how many bytes it has."""
    if fault := _refusal(article, name):
        return Bibliography(name, name, fault=fault), 0
    folder = files.folder_of(article)
    path = files.shown(files.join(folder, name))
    try:
        data = files.read_inside(folder, name, LARGEST)
        text, notes = decode.decode(data, name)
    except (InputError, ArticleError) as error:
        return Bibliography(name, path, fault=str(error).removeprefix(f"{name}: ")), 0
    return Bibliography(name, path, text, notes=notes), len(data)


def _refusal(article: str, name: str) -> str:
    """Return why a file is not even looked for, "" if it is."""
    if urls.is_web(name):
        return "is on the web; only files beside the article are read"
    from verifier.bibliography import READERS, reader_of  # few articles name files

    if reader_of(name) is None:
        return f"is none of {', '.join(READERS)}"
    return "the article is no file here, and so has none beside it" if urls.is_web(article) else ""

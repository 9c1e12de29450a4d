"""Text in pieces that know the parameter they stand in."""

from collections.abc import Callable, Iterable

from verifier.model.article import Parameter
from verifier.model.source import Source
from verifier.text import one_line
from verifier.values import frozen

Plain = Callable[[str], str]  # turns the wikitext of a value into plain text


@frozen
class Piece:
    """A run of printed text; `parameter` is the one whose value it is, None for what the template adds."""

    text: str
    parameter: Parameter | None = None


Sentence = tuple[Piece, ...]


def given(source: Source, plain: Plain, *meanings: str) -> Piece | None:
    """Return the value of the first of these meanings that is given, as text; None without any."""
    for meaning in meanings:
        parameter = source.given.get(meaning)
        text = one_line(plain(parameter.value)) if parameter is not None else ""
        if text:
            return Piece(text, parameter)
    return None


def around(before: str, piece: Piece | None, after: str = "") -> Sentence:
    """Return the piece with what is printed around it, nothing without a piece."""
    if piece is None:
        return ()
    return tuple(each for each in (Piece(before), piece, Piece(after)) if each.text)


def text_of(sentence: Iterable[Piece]) -> str:
    """Return the text of the pieces."""
    return "".join(piece.text for piece in sentence)


def joined(sentences: Iterable[Sentence], separator: str, end: str) -> Sentence:
    """Return the sentences in one row with a separator between them, which is not doubled, and an end.

    A sentence that begins with a blank continues the one before.
    """
    row: list[Piece] = []
    for sentence in sentences:
        if not text_of(sentence):
            continue
        if row and not sentence[0].text.startswith(" "):
            row.append(Piece(" " if row[-1].text.endswith(separator) else f"{separator} "))
        row += sentence
    if row:
        row[0] = Piece(row[0].text.lstrip(), row[0].parameter)
    if row and end and not row[-1].text.endswith(end):
        row.append(Piece(end))
    return tuple(row)

"""Identifiers and languages of a citation, as the module prints them.

https://en.wikipedia.org/wiki/Help:Citation_Style_1#Identifiers
"""

import re
from collections.abc import Iterator

from verifier.citations.cs1.pieces import Piece, Plain, Sentence, given
from verifier.model.source import Source

_LABELS = {
    "arxiv": "arXiv:", "asin": "ASIN ", "bibcode": "Bibcode:", "biorxiv": "bioRxiv ", "citeseerx": "CiteSeerX ",
    "doi": "doi:", "eissn": "eISSN ", "hdl": "hdl:", "isbn": "ISBN ", "ismn": "ISMN ", "issn": "ISSN ", "jfm": "JFM ",
    "jstor": "JSTOR ", "lccn": "LCCN ", "medrxiv": "medRxiv ", "mr": "MR ", "oclc": "OCLC ", "ol": "OL ",
    "osti": "OSTI ", "pmc": "PMC ", "pmid": "PMID ", "rfc": "RFC ", "s2cid": "S2CID ", "sbn": "SBN ", "ssrn": "SSRN ",
    "zbl": "Zbl ",
}  # fmt: skip
_LANGUAGES = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean",
    "la": "Latin", "lt": "Lithuanian", "lv": "Latvian", "mr": "Marathi", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def printed(source: Source, plain: Plain) -> Iterator[Sentence]:
    """Yield the identifiers with their labels, in the order of the labels, capitals first."""
    for label, meaning in sorted((_LABELS[each], each) for each in source.given.keys() & _LABELS.keys()):
        if piece := given(source, plain, meaning):
            yield Piece(label), Piece(re.sub(rf"^{re.escape(label.strip())}\s*", "", piece.text), piece.parameter)
    if piece := given(source, plain, "id"):
        yield (piece,)


def language(source: Source, plain: Plain) -> Piece | None:
    """Return the languages of the source in words; None for English, which is not printed."""
    piece = given(source, plain, "language")
    if piece is None:
        return None
    found = [_LANGUAGES.get(each.strip().lower(), each.strip()) for each in piece.text.split(",") if each.strip()]
    if not found or found[0].lower() in ("en", "english", "en-us", "en-gb"):
        return None
    return Piece(found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}", piece.parameter)

"""What a title becomes in an address, and which of its words tell it from others. Pure."""

import re

from verifier.text import fold

LONGEST = 8  # words of a title that are looked for
FEWEST = 3  # below which a title tells nothing
ALIKE = 0.6  # share of a title's telling words in an address, from which on it may be the page's
_QUOTES = re.compile("['\u2019\u2018\"\u201c\u201d`]")
_WORD = re.compile("[a-z0-9]+")
_TAIL = re.compile(r"\s+[\u2013\u2014|-]\s+[^\u2013\u2014|]*$")  # "Map update" behind a dash
_STOP = frozenset(
    "a an and are as at by for from has have he her his how in into is it its new no not of off on or over says "
    "that the their they this to up us was were what when who why will with".split()
)


def variants(title: str) -> tuple[str, ...]:
    """Return what the title may be in an address, the likeliest first; none for a title without Latin letters.

    WordPress, most sites' software, drops quotation marks and joins the rest by dashes
    (https://developer.wordpress.org/reference/functions/sanitize_title_with_dashes/).
    """
    made = (_dashed(_QUOTES.sub("", title)), _dashed(_QUOTES.sub("", _TAIL.sub("", title))), _dashed(title))
    return tuple(dict.fromkeys(each for each in made if each))


def short(title: str) -> str:
    """Return the likeliest slug without small words, which sites leave out for search engines."""
    return "-".join(word for word in variants(title)[0].split("-") if word not in _STOP) if variants(title) else ""


def filled(pattern: str, title: str) -> tuple[str, ...]:
    """Return what a pattern with {slug} or {short} in it may be for the title, the likeliest first."""
    if "{short}" in pattern:
        return (pattern.replace("{short}", short(title)),) if short(title) else ()
    return tuple(pattern.replace("{slug}", slug) for slug in variants(title))


def telling(title: str) -> tuple[str, ...]:
    """Return the words of the title that tell it from others, the longest first, at most eight."""
    words = dict.fromkeys(_WORD.findall(fold(_QUOTES.sub("", title))))
    kept = [word for word in words if len(word) > 1 and word not in _STOP]
    return tuple(sorted(kept, key=len, reverse=True)[:LONGEST])


def share(wanted: tuple[str, ...], address: str) -> float:
    """Return the share of the words that stand in the last part of the address's path; 0 below three."""
    last = address.partition("?")[0].rstrip("/").rpartition("/")[2]
    found = set(_WORD.findall(fold(last))) & set(wanted)
    return len(found) / len(wanted) if len(found) >= FEWEST else 0.0


def _dashed(text: str) -> str:
    return "-".join(_WORD.findall(fold(text)))

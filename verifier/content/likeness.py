"""Whether a page is the one that a citation describes, by its titles."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from verifier.content.page import Page
from verifier.text import fold, words

SAME_SHARE = 0.6  # of the citation's words, from which on a title is the citation's
OTHER_SHARE = 0.3  # below which it is another one
_IN_TEXT = 0.8  # of the citation's words in the page's text, from which on its titles prove nothing
_FEWEST = 3  # words of a citation's title that can tell two pages apart
_ENGLISH = frozenset(("the", "of", "and", "with", "from", "for", "to", "says"))  # hardly in titles of other languages
_NAMELESS = frozenset(  # titles that programs give where nobody did, of frames and templates
    (
        *(
            "untitled",
            "untitled document",
            "untitled page",
            "new page",
            "new page 1",
            "page title",
            "title",
            "document",
        ),
        *("home", "homepage", "home page", "index", "index page", "main page", "start page", "startseite", "accueil"),
        *("loading", "please wait", "react app", "vite app", "vite + react", "my app", "app", "webpage", "website"),
    )
)
_SHORTEST = 3  # letters of a word that counts


class Likeness(StrEnum):
    """What the titles say. UNSURE: too little to compare, or half alike."""

    SAME = "the page's title is the citation's"
    OTHER = "the page's titles are not the citation's"
    UNSURE = "the page's titles say neither"


def of_titles(cited: str, page: Page, site: Iterable[str] = ()) -> Likeness:
    """Compare a citation's title with the page's own names; `site` are names of the outlet, which say nothing.

    OTHER is said only of a page that is whole, certain, in the same script, without the cited words in its text, and
    not of one in another language under an English title, which an editor may have translated. Where scripts write the
    text, the title is the frame's, and only a heading tells.
    """
    wanted = _counting(cited)
    if not wanted:
        return Likeness.UNSURE
    if any(_share(wanted, name) >= SAME_SHARE for name in page.names):
        return Likeness.SAME
    known = set().union(*(_counting(name) for name in (*site, page.site)))
    own = page.names if page.has_own_text or not page.shows_more else page.headings
    telling = [name for name in own if _counting(name) - known and not _is_nameless(name)]
    sure = len(wanted) >= _FEWEST and telling and page.whole and page.certain and not _may_be_translated(cited, page)
    if not sure or _share(wanted, page.text) >= _IN_TEXT or _script(cited) != _script(" ".join(telling)):
        return Likeness.UNSURE
    return Likeness.OTHER if all(_share(wanted, name) < OTHER_SHARE for name in telling) else Likeness.UNSURE


def shares_a_word(first: str, second: Iterable[str]) -> bool:
    """Tell whether a name and others have a telling word in common; True where it has none."""
    ours = _counting(first)
    return not ours or bool(ours & set().union(*map(_counting, second)))


def _may_be_translated(cited: str, page: Page) -> bool:
    """Tell whether the citation has an English title, and the page says that it is in another language."""
    foreign = bool(page.language) and not page.language.startswith("en")
    return foreign and bool(_ENGLISH & set(words(cited)))


def _is_nameless(name: str) -> bool:
    return fold(name).strip(" .!\u2026") in _NAMELESS


def _counting(text: str) -> set[str]:
    return {word for word in words(text) if len(word) >= _SHORTEST}


def _share(wanted: set[str], text: str) -> float:
    return len(wanted & _counting(text)) / len(wanted)


def _script(text: str) -> str:
    """Return the script of most letters ("LATIN", "ARABIC"), "" without letters."""
    names = Counter(unicodedata.name(char, "?").partition(" ")[0] for char in text[:500] if char.isalpha())
    return min(names, key=lambda name: (-names[name], name), default="")

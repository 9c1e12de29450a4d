"""Cues that a captured page stands in for a missing one ("soft 404"): each independent, each with its words.

One strong cue or two weak ones decide. Ideas from WaybackMedic (https://github.com/greencardamom/WaybackMedic,
soft404.nim) and "A Link Rot Bestiary" (https://en.wikibooks.org/wiki/A_Link_Rot_Bestiary); the limits are ours.
"""

from collections.abc import Sequence

from verifier.content import phrases
from verifier.content.likeness import Likeness
from verifier.content.page import SPARSE, Page
from verifier.model.evidence import Cue
from verifier.text import fold, shorten

_SHORT = 2_000  # characters, up to which words in the text are about the page itself
_LINE = 120  # characters of a page without title and heading, up to which its text is one
_ORDER = ("error-answer", "parked", "phrase-title", "phrase-body", "login-wall", "many-to-one", "shared-body", "blank")


def of_page(page: Page, cited: str, likeness: Likeness, host: str = "") -> tuple[Cue, ...]:
    """Return the cues of a page; `cited` is the citation's title, whose own words are no cue.

    A page that has the citation's title can only be parked. `host` is the page's own, "" where it is not known.
    """
    if page.refusal and fold(page.refusal) not in fold(cited):
        return (Cue("error-answer", True, shorten(page.refusal, 80)),)
    if not page.is_text or page.broken:
        return ()
    found = _parked(page, host)
    if likeness is not Likeness.SAME:
        found += _titled(page, cited) + _written(page, cited) + _sparse(page)
    return found


def decide(cues: Sequence[Cue]) -> Cue | None:
    """Return the cue that carries the verdict, None if they are too few or too weak."""
    strong = [cue for cue in cues if cue.strong]
    if not strong and len(cues) < 2:
        return None
    return min(strong or cues, key=lambda cue: _ORDER.index(cue.name))


def _parked(page: Page, own: str) -> tuple[Cue, ...]:
    words = phrases.of_parking(page.text) if len(page.text) <= _SHORT else ""
    words = words or next((each for each in page.names if phrases.is_offered(each, own)), "")
    host = next((each for each in page.links if each in phrases.PARKING_HOSTS), "")
    if words:
        return (Cue("parked", True, shorten(words, 80)),)
    return (Cue("parked", True, host),) if host and page.size < SPARSE else ()


def _titled(page: Page, cited: str) -> tuple[Cue, ...]:
    short = len(page.text) <= _SHORT
    said = page.text if not page.names and len(page.text) <= _LINE else ""  # "404 page not found" is all there is
    found = [phrases.in_title(page.title or said), *(phrases.in_title(each, doors=short) for each in page.headings)]
    if short:
        found += map(phrases.of_server, (page.title, *page.headings))
    if short and len(page.headings) <= 1:  # beside other headings it is a box above the page
        found += map(phrases.of_consent, (page.title, *page.headings))
    words = next((each for each in found if each and fold(each) not in fold(cited)), "")
    return (Cue("phrase-title", True, shorten(words, 80)),) if words else ()


def _written(page: Page, cited: str) -> tuple[Cue, ...]:
    words = phrases.in_text(page.text) if len(page.text) <= _SHORT else ""
    return (Cue("phrase-body", False, words),) if words and words not in fold(cited) else ()


def _sparse(page: Page) -> tuple[Cue, ...]:
    """Judge pages with little text; of one that is not whole, or not read with certainty, nothing is missing."""
    size = page.size
    if size >= SPARSE or not page.whole or not page.certain:
        return ()
    told = f"{size} bytes of visible text" if size else "no visible text"
    blank = Cue("blank", not size and not page.shows_more, told)
    return (Cue("login-wall", False, "a password is asked for"), blank) if page.asks_password else (blank,)

"""Whether a page can be judged at all, and if not, why: a wall or an error page says nothing about a claim."""

from verifier.content import cues, phrases
from verifier.content.likeness import Likeness
from verifier.content.page import Page
from verifier.pages.page import Reading
from verifier.text import counted, fold, words
from verifier.values import frozen

THIN = 100  # words of main text, below which a page proves nothing
_WALLED = 150  # below which the words of a wall are about the page
_LINKED = 0.6  # of the main text that is links, from which on the page is an index of others
FOREIGN, ENOUGH = (
    0.10,
    60,
)  # share of function words below which a declared language is believed; from how many words on
_WALLS = (
    ("consent-wall", ("before you continue", "we use cookies", "accept all", "reject all", "cookie settings",
                      "alle akzeptieren")),
    ("captcha", ("captcha", "are you a robot", "are you human", "checking your browser", "unusual traffic",
                 "verify you are human")),
    ("login-wall", ("log in to continue", "sign in to continue", "subscribe to continue", "subscribe to read",
                    "already a subscriber", "to continue reading", "create a free account")),
    ("excluded", ("has been excluded from the wayback machine", "blocked by robots.txt")),
)  # fmt: skip


@frozen
class Refusal:
    """Why a page is not judged. `available` is False where what was captured is not the page."""

    reason: str
    why: str
    available: bool


def of(reading: Reading, function_words: frozenset[str], tag: str) -> Refusal | None:
    """Return why the page cannot be judged, None if it can; the first reason that holds counts.

    `function_words` are those of the language `tag` in which claims are judged.
    """
    if not reading.is_text:
        return Refusal("not-html", "the snapshot is a document or a picture, which is not read", False)
    if not reading.text and not reading.outside:
        return Refusal("no-body", "the snapshot has no text", False)
    size = reading.words
    if stands_in := _stands_in(reading, size):
        return Refusal(stands_in, "what was captured stands in for the page", False)
    if not reading.certain:
        return Refusal("encoding", "the page's letters cannot be told for certain", False)
    if refusal := _of_language(reading, function_words, tag, size):
        return refusal
    body = sum(len(each.text.split()) for each in reading.outside if each.place == "JSON-LD")
    if size < THIN and body < THIN:
        return Refusal("thin-page", f"the page shows only {counted(size, 'word')}", size > 0)
    if reading.links > _LINKED:
        return Refusal("index-page", "the page is a list of links", True)
    return None


def _stands_in(reading: Reading, size: int) -> str:
    if size >= _WALLED:
        return ""
    text = fold(" ".join((reading.text, *(each.text for each in reading.outside)))[:20_000])
    for reason, said in _WALLS:
        if any(each in text for each in said):
            return reason
    return "soft-404" if _is_missing(reading) else ""


def _is_missing(reading: Reading) -> bool:
    """Tell whether the page says that it is not the page, by the cues of verifier.content."""
    headings = tuple(each.value for each in reading.metadata.titles if each.place == "h1")
    title = next((each.value for each in reading.metadata.titles if each.place == "title"), "")
    page = Page(title=title, headings=headings, names=(title, *headings), text=reading.text, whole=reading.whole)
    return bool(
        cues.decide([each for each in cues.of_page(page, "", Likeness.UNSURE) if each.name != "blank"])
    ) or bool(phrases.in_text(reading.text))


def _of_language(reading: Reading, function_words: frozenset[str], tag: str, size: int) -> Refusal | None:
    """Refuse a page that declares another language, unless its own words say otherwise, or is in another script."""
    found = words(reading.text[:40_000])
    share = sum(each in function_words for each in found) / max(1, len(found))
    declared = reading.language.partition("-")[0]
    foreign = bool(declared) and declared != tag
    letters = [char for char in reading.text[:4_000] if char.isalpha()]
    latin = sum(char < "\u0250" for char in letters) / max(1, len(letters))
    if (
        (foreign and share < FOREIGN)
        or (size >= 10 and latin < 0.5)
        or (size >= ENOUGH and share < FOREIGN / 3 and foreign)
    ):
        return Refusal("other-language", "the page is in another language than the article", True)
    return None

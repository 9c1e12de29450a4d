"""Judge the page that a walk arrived at: the cited one, another, or one that stands in for it."""

import hashlib
import re
from dataclasses import replace

from verifier import urls
from verifier.content import cues, likeness
from verifier.content import page as pages
from verifier.content.likeness import Likeness
from verifier.content.page import Page
from verifier.errors import InputError
from verifier.model.evidence import ArchiveVerdict, Capture, Cue
from verifier.model.registry import Reference
from verifier.playback import links
from verifier.playback.chain import Walk
from verifier.playback.faults import Fault
from verifier.text import shorten
from verifier.values import frozen
from verifier.web import Response

_BY_ADDRESS = ("to-root", "to-login", "to-error-page")
_GOOD = (ArchiveVerdict.PRESENT, ArchiveVerdict.PRESENT_NEAR, ArchiveVerdict.REDIRECT_OK)
_MEDIA = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|od[tps]|epub|zip|gz|jpe?g|png|gif|webp|svg|tiff?|mp[34]|mov|avi|webm|ogg|wav)$"
)
_EXCERPT = 300  # characters


@frozen
class Arrival:
    """A walk with what its page says: the walk as it stands then, the capture, and what holds besides.

    `alike` is what the titles say, None where they were not compared.
    """

    walk: Walk
    capture: Capture | None = None
    faults: tuple[Fault, ...] = ()
    alike: Likeness | None = None


def judge(walk: Walk, reference: Reference) -> Arrival:
    """Return what the captured page adds to the walk; nothing where no page was captured. Pure."""
    if walk.page is None:
        return Arrival(walk)
    response = walk.page
    read = _read(walk, response)
    capture = _capture(walk, response, read)
    if not 200 <= response.status < 300 or walk.verdict not in (*_GOOD, ArchiveVerdict.REDIRECT_BAD):
        return Arrival(walk, capture)
    alike = likeness.of_titles(reference.title or "", read, _names_of_site(walk, reference))
    is_home = _is_home(reference.url or walk.asked.inner)
    found = () if is_home else cues.of_page(read, reference.title or "", alike, urls.parse(walk.at.inner).host)
    comparable = not is_home and alike is not Likeness.SAME and read.has_own_text
    walk = _by_title(walk, alike)
    if reference.title and read.names and alike is not Likeness.OTHER:
        walk = replace(walk, evidence=(*walk.evidence, f'{alike.value}: "{shorten(read.names[0], 80)}"'))
    if not read.whole and not read.broken:
        walk = replace(walk, evidence=(*walk.evidence, "only the beginning of the page was read"))
    walk = replace(walk, evidence=(*walk.evidence, *_outlet_note(read, reference), *map(_told, found)))
    faults = (*_other_page(walk, links.original(response.headers.get("link", ""))), *_faults(walk, read, alike, found))
    return Arrival(walk, replace(capture, cues=found, comparable=comparable), faults, alike)


def _read(walk: Walk, response: Response) -> Page:
    kind = response.headers.get("content-type", "") or response.headers.get("x-archive-orig-content-type", "")
    if _MEDIA.search(walk.at.inner.partition("?")[0].lower()) and "html" not in kind.lower():
        return Page(is_text=False, whole=not response.truncated)
    return pages.read(response.body, kind, truncated=response.truncated or response.status == 206)


def _by_title(walk: Walk, alike: Likeness) -> Walk:
    """Let the title decide where the addresses of a redirect alone could not."""
    if alike is not Likeness.SAME:
        return walk
    sentence = "the page at the end of the redirect has the citation's title"
    if walk.verdict is ArchiveVerdict.REDIRECT_BAD and walk.reason in _BY_ADDRESS:
        moved = walk.end(ArchiveVerdict.REDIRECT_OK, "moved", sentence)
        return replace(moved, proposal=replace(walk.at, stamp=walk.played or walk.at.stamp).canonical)
    if walk.reason == "target-unconfirmed":
        return walk.end(ArchiveVerdict.REDIRECT_OK, "moved", sentence)
    return walk


def _faults(walk: Walk, page: Page, alike: Likeness, found: tuple[Cue, ...]) -> tuple[Fault, ...]:
    if walk.verdict not in _GOOD:
        return ()
    if page.broken:
        told = "the captured page cannot be read: its compression is broken"
        return (Fault(ArchiveVerdict.UNKNOWN, "unrecognised", told),)
    faults, cue = [], cues.decide(found)
    if cue is not None and walk.redirected:
        faults.append(Fault(ArchiveVerdict.REDIRECT_BAD, "target-soft-404", _sentence(cue)))
    elif cue is not None:
        faults.append(Fault(ArchiveVerdict.SOFT_404, cue.name, _sentence(cue)))
    if alike is Likeness.OTHER:
        told = f'the captured page is titled "{shorten(page.names[0], 80)}", which is not the title cited'
        faults.append(Fault(ArchiveVerdict.WRONG_PAGE, "other-title", told))
    return tuple(faults)


def _other_page(walk: Walk, named: str) -> tuple[Fault, ...]:
    """Return a fault where the archive itself names another page as that of its capture (RFC 7089, section 2.2.1)."""
    try:
        differs = bool(named) and urls.loose_key(urls.with_scheme(named)) != urls.loose_key(walk.at.inner)
    except InputError:
        return ()
    told = f"the archive says that it plays a capture of {urls.redact(named)}"
    return (Fault(ArchiveVerdict.WRONG_PAGE, "other-url", told),) if differs else ()


def _capture(walk: Walk, response: Response, page: Page) -> Capture:
    return Capture(
        page=urls.redact(walk.at.inner),
        status=response.status,
        original=urls.redact(links.original(response.headers.get("link", ""))),
        source=response.headers.get("x-archive-src", ""),
        content_type=response.headers.get("content-type", ""),
        title=shorten(page.title, 200),
        excerpt=shorten(page.text, _EXCERPT),
        sha256=hashlib.sha256(response.body).hexdigest() if response.body else "",
        size=len(response.body),
        truncated=response.truncated or response.status == 206,
        body=response.body,
    )


def _names_of_site(walk: Walk, reference: Reference) -> tuple[str, ...]:
    return (reference.outlet or "", urls.parse(walk.at.inner).host.replace(".", " "))


def _outlet_note(page: Page, reference: Reference) -> tuple[str, ...]:
    """Return a sentence where a page names its site, and nothing in it is the citation's outlet: soft evidence."""
    if not page.site or not reference.outlet or likeness.shares_a_word(reference.outlet, (page.site, *page.names)):
        return ()
    return (f'the page calls its site "{shorten(page.site, 80)}", the citation\'s outlet is {reference.outlet}',)


def _is_home(url: str) -> bool:
    try:
        return urls.parse(url).target in ("", "/")
    except InputError:
        return False


def _told(cue: Cue) -> str:
    return f"{'strong' if cue.strong else 'weak'} cue {cue.name}: {shorten(cue.found, 80)}"


def _sentence(cue: Cue) -> str:
    words = {
        "error-answer": "the captured answer is an interface's error and holds no page",
        "parked": "the captured page is a parked domain's",
        "phrase-title": "the captured page says in its title that there is no such page",
        "phrase-body": "the captured page says that there is no such page",
        "login-wall": "the captured page asks for a login and shows no article",
        "blank": "the captured page is blank",
    }
    return f"{words[cue.name]}: {shorten(cue.found, 80)}"

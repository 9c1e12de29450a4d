"""Search the Wayback Machine for the pages of references that have no address any more, one after another.

Guessed addresses are played back first: publishers are hidden from the index more often than from playback. Then the
index is asked once for what begins like the outlet's addresses of that date. What is found must play back under the
reference's title; a page that wins by a clear margin is the one proposed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from verifier import urls
from verifier.errors import InputError, UsageError
from verifier.lost import candidates, dated, slugs
from verifier.lost.budget import Budget
from verifier.lost.candidates import Candidate
from verifier.lost.dated import Window
from verifier.lost.outlets import Book
from verifier.model.outlets import Outlet
from verifier.model.registry import Reference, Registry
from verifier.urls import page_key
from verifier.values import frozen
from verifier.wayback import index
from verifier.wayback.index import Listed
from verifier.web import Transport

_GUESSES = 3  # for each reference
_PREFIXES = 20  # questions to the index in one search: each may take it a minute
_CONFIRMED = 3  # listed pages that are played back
_MARGIN = 0.2  # between the best and the next: our own choice
_SPENT = "the budget of requests was spent before all was asked"
_OPENING = 2  # words of a slug that a prefix holds where the outlet's addresses have no date


@frozen
class Found:
    """What was found for one reference: the candidates, the best first, and whether the first is the one.

    `asked` has a sentence for each question and its answer, `why_not` says why nothing, or nothing more, was asked.
    """

    reference: Reference
    candidates: tuple[Candidate, ...] = ()
    is_clear: bool = False
    asked: tuple[str, ...] = ()
    why_not: str = ""


def wanted(registry: Registry, ids: Sequence[str] = ()) -> list[Reference]:
    """Return the references to search for: those named, or all that have neither URL nor archive URL.

    Raises UsageError for an id that is not that of such a reference.
    """
    lost = {each.id: each for each in registry.references if not (each.url or each.archive_url)}
    for each in ids:
        if each not in lost:
            raise UsageError(f'{registry.path}: no reference "{each}" is without URL and archive URL', "leave it out")
    return [lost[each] for each in ids or lost]


def search(registry: Registry, references: Iterable[Reference], transport: Transport, most: int) -> Iterator[Found]:
    """Yield what was found for each reference, within `most` requests for all of them."""
    budget, book, prefixes = Budget(transport, most), Book(registry), 0
    for each in references:
        found, has_listed = _one(each, book, budget, may_list=prefixes < _PREFIXES)
        prefixes += has_listed
        yield found


def _one(reference: Reference, book: Book, budget: Budget, *, may_list: bool) -> tuple[Found, bool]:
    """Return what was found, and whether the index was asked."""
    outlet = book.of(reference.outlet or "")
    days = dated.window(reference)
    why = _obstacle(reference, outlet, days) or (_SPENT if budget.is_spent else "")
    if why or outlet is None or days is None:
        return Found(reference, why_not=why), False
    seen, asked = _guessed(reference, outlet, days, budget)
    prefix = _prefix(reference, outlet)
    if seen or not (prefix and may_list) or budget.is_spent:
        return _judged(reference, seen, asked, _end(outlet, seen, budget, prefix)), False
    listed, told = _listed(prefix, reference, days, budget)
    return _judged(reference, listed, [*asked, *told], _end(outlet, listed, budget, prefix)), True


def _obstacle(reference: Reference, outlet: Outlet | None, days: Window | None) -> str:
    if not slugs.telling(reference.title or ""):
        return "it has no title in Latin letters, by which an address could be told"
    if outlet is None:
        named = f"{reference.outlet} is no known outlet" if reference.outlet else "no outlet is named"
        return f"{named}; add it to the registry as [[outlet]], with its hosts and a pattern of its addresses"
    return "" if days else "it has neither an archive date nor an access date, near which to look"


def _end(outlet: Outlet, found: Sequence[Candidate], budget: Budget, prefix: str) -> str:
    """Return why the search stopped where it did, "" where it found something or had asked all there was."""
    if found:
        return ""
    if budget.is_spent:
        return _SPENT
    if not outlet.articles and not prefix:
        hosts = ", ".join(outlet.hosts)
        return f"no pattern of addresses is known for {hosts}; give one as [[outlet]], or the URL of another article"
    return ""


def _guessed(
    reference: Reference, outlet: Outlet, days: Window, transport: Transport
) -> tuple[list[Candidate], list[str]]:
    """Ask playback for addresses made of the title; return those that are the page, and what was said of all."""
    published = reference.published.lo if reference.published else None
    title = reference.title or ""
    spellings = [[dated.filled(each, published) for each in slugs.filled(place, title)] for place in outlet.articles]
    made = [each for row in zip_longest(*spellings, fillvalue="") for each in row]  # the likeliest of each comes first
    found: list[Candidate] = []
    asked: list[str] = []
    for page in list(dict.fromkeys(filter(_is_url, made)))[:_GUESSES]:
        walk, fits = candidates.play(page, days.asked, reference, days, transport)
        asked += walk.evidence
        if fits:
            found.append(candidates.of(walk, reference))
            break  # an outlet has one page of that title: the other guesses are other spellings of it
    return found, asked


def _prefix(reference: Reference, outlet: Outlet) -> str:
    """Return what the addresses of the outlet begin with on that day, "" where nothing narrow enough is known."""
    published = reference.published.lo if reference.published else None
    places = [*outlet.folders, *(_opening(each, reference.title or "") for each in outlet.articles)]
    made = (dated.filled(place, published) for place in places)
    return next((each for each in made if _is_url(each) and urls.parse(each).target.count("/") > 1), "")


def _opening(pattern: str, title: str) -> str:
    """Return the pattern up to the first words of the slug."""
    slug = slugs.short(title) if "{short}" in pattern else slugs.variants(title)[0]
    return re.split(r"\{(?:short|slug)\}", pattern)[0] + "-".join(slug.split("-")[:_OPENING])


def _listed(prefix: str, reference: Reference, days: Window, transport: Transport) -> tuple[list[Candidate], list[str]]:
    """Ask the index once, and play the most alike of what it lists."""
    words = slugs.telling(reference.title or "")
    told = index.under(prefix, (f"{days.first:%Y%m%d}", f"{days.last:%Y%m%d}"), words[0], transport)
    published = reference.published.lo if reference.published else None
    best: dict[str, Listed] = {}
    for each in told.captures:
        fits = each.good and days.holds(each.stamp) and dated.agrees(each.original, published) is not False
        if fits and slugs.share(words, each.original) >= slugs.ALIKE:
            best.setdefault(page_key(each.original), each)
    ordered = sorted(best.values(), key=lambda each: (-slugs.share(words, each.original), each.original))
    found, asked = [], [told.witness.told]
    for each in ordered[:_CONFIRMED]:
        walk, fits = candidates.play(urls.inner_page(each.original), each.stamp, reference, days, transport)
        asked += walk.evidence
        if fits:
            found.append(candidates.of(walk, reference))
    return found, asked


def _judged(reference: Reference, found: Sequence[Candidate], asked: Sequence[str], why: str) -> Found:
    ordered = sorted(found, key=lambda each: (-each.score, each.url))
    is_clear = bool(ordered) and (len(ordered) == 1 or ordered[0].score - ordered[1].score >= _MARGIN)
    return Found(reference, tuple(ordered), is_clear, tuple(map(urls.redact_in, asked)), why)


def _is_url(address: str) -> bool:
    try:
        urls.parse(address)
    except InputError:
        return False
    return True

"""Which link of an entry is the cited page, and which its archived copy.

The citation templates of Wikipedia tell by the link: where the page is alive, "Archived" leads to the archive and the
title to the page; where it is dead, "the original" leads to the page and the title to the archive
(https://en.wikipedia.org/wiki/Help:Citation_Style_1#Web_links). Beside it they leave an OpenURL in a ``title``
(COinS, http://ocoins.info), whose ``rft_id`` is the page's address.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import parse_qs

from verifier import dates
from verifier.errors import InputError
from verifier.hosts import archive_host
from verifier.model.article import Citation
from verifier.urls import read_snapshot

_WIKI = re.compile(r"https?://[^/]+/(?:wiki/|w/index\.php)")  # what a wiki links to in itself
_ORIGINAL = re.compile(r"\boriginal\b", re.IGNORECASE)
COINS = "ctx_ver=Z39.88-2004"
_MOST_FIELDS = 200  # of an OpenURL


def address(href: str, *, is_external: bool) -> str:
    """Return the address that a link leads to outside the page's own site, "" for any other link."""
    url = "https:" + href.strip() if href.strip().startswith("//") else href.strip()
    if not url.lower().startswith(("http://", "https://")) or (not is_external and _WIKI.match(url)):
        return ""
    return url


def choose(links: Sequence[tuple[str, str]], coins: str) -> tuple[str | None, str | None]:
    """Return (url, archive_url) of an entry, None where it has none; `links` are (address, words) in order."""
    archives = [url for url, _ in links if archive_host(url) is not None]
    others = [(url, text) for url, text in links if url not in archives]
    archive = archives[0] if archives else None
    original = next((url for url, text in others if _ORIGINAL.search(text)), None)
    if original or (links and links[0][0] not in archives):
        return original or links[0][0], archive
    said = address((_fields(coins).get("rft_id") or [""])[0], is_external=True) if coins else ""
    first = others[0][0] if others else None
    return said or (_inside(archive) if archive else "") or first, archive


def with_fields(citation: Citation, coins: str) -> Citation:
    """Return the citation with the title, author and date that the OpenURL names where its text was silent."""
    fields = _fields(coins)
    title = next((fields[name][0] for name in ("rft.atitle", "rft.btitle", "rft.title") if name in fields), None)
    last, first = fields.get("rft.aulast", [""])[0], fields.get("rft.aufirst", [""])[0]
    author = ", ".join(part for part in (last, first) if part) or fields.get("rft.au", [""])[0]
    date = dates.parse(fields.get("rft.date", [""])[0])
    return replace(
        citation,
        title=citation.title or title,
        author=citation.author or author or None,
        published=citation.published or date,
    )


def _fields(coins: str) -> dict[str, list[str]]:
    try:
        return parse_qs(coins, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}


def _inside(archive: str) -> str:
    """Return the address that an address of the Wayback Machine names inside it."""
    try:
        found = read_snapshot(archive)
    except InputError:
        return ""
    return found.inner if found else ""

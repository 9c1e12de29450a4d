"""A page of Wikipedia, in any language, or of a sister wiki: the HTML of one revision, as the wiki shows it to readers.

Numbers of citations hold for one revision only. So the wiki is first asked for the page's newest revision, and then
for the HTML of just that one: a later run with the address that the report names asks for the very same.

Of the ways to get HTML the action API's ``action=parse`` is taken: of those it alone heeds maxlag
(https://www.mediawiki.org/wiki/Manual:Maxlag_parameter), it names revision and title in the same answer, and with
``usearticle`` it gives the HTML of whichever parser the wiki's readers see, legacy or Parsoid
(https://www.mediawiki.org/wiki/Parsoid/Parser_Unification); the REST routes give Parsoid's everywhere.
"""

from urllib.parse import quote

from verifier import decode, fetch, urls
from verifier.errors import ArticleError
from verifier.inputs import Input, Text
from verifier.inputs.wikipedia import address, answers
from verifier.inputs.wikipedia.address import Address
from verifier.model.article import Provenance
from verifier.web import Transport

_MAX_LEADS = 3  # special pages in a row: a name in other letters leads to the proper one, and that to a page


def read(url: str, transport: Transport) -> Text:
    """Return the page as one HTML document.

    Raises ArticleError for what is no page, TransportError or StoreError for what cannot be told now.
    """
    asked = urls.redact(url)
    where = _pinned(address.parse(url), asked, transport)
    at, response = fetch.page(answers.text_url(where), asked, transport)
    host = urls.parse(at).host
    answer = answers.fields(response.body, asked, host)
    title, page = answers.document(answer, where.revision, asked, host)
    text, notes = decode.decode(page, asked, "utf-8")
    permanent = address.permanent(host, title, where.revision, where.variant)
    return Text(text, permanent, ".html", notes, Provenance(url, permanent, where.revision, response.recorded))


def _pinned(where: Address, asked: str, transport: Transport) -> Address:
    """Return the revision to read: the one that is named, else the newest."""
    for _ in range(_MAX_LEADS):
        found = _newest(where, asked, transport)
        if found is not None:
            return found
        where = _behind(where, asked, transport)
    raise _special(asked)


def _newest(where: Address, asked: str, transport: Transport) -> Address | None:
    """Return the address of the newest revision, where none is named; None for a special page, which has none."""
    if where.revision:
        return where
    at, response = fetch.page(answers.page_url(where), asked, transport)
    host = urls.parse(at).host
    revision = answers.newest(answers.fields(response.body, asked, host), asked, host)
    return Address(host, revision=revision, variant=where.variant) if revision is not None else None


def _behind(where: Address, asked: str, transport: Transport) -> Address:
    """Return the page a special page leads to: a permanent link is one, and each language has its own word for it."""
    url = f"https://{where.host}/wiki/{quote(where.title, safe='/:')}"
    response = fetch.ask(url, asked, transport)
    target = fetch.redirect(url, response)
    if target is not None and address.is_wiki(target):
        return address.parse(target)
    if target is None:
        fetch.judged(url, asked, response)
    raise _special(asked)


def _special(asked: str) -> ArticleError:
    return ArticleError(f"{asked}: is a special page and has no text of its own", "give the address of an article")


def _recognises(locator: str) -> int:
    return 100 if address.is_wiki(locator) else 0


INPUT = Input("wikipedia", "a page of Wikipedia or a sister wiki, at one revision", _recognises, read)

"""The one way foreign text enters the page: visible, escaped, isolated; and links only where they are harmless.

What is made for each line of a long page is joined here by hand: markupsafe's own `format` takes six times as long.
"""

import re
from functools import cache

from markupsafe import Markup, escape

from verifier import urls
from verifier.errors import InputError
from verifier.escape import visible
from verifier.model.report import ArticleRow

NOTHING = Markup("")


def text(value: str) -> Markup:
    """Return foreign text for a text node: what it says, in its own direction, and nothing else.

    ASCII runs from left to right as the page does, and needs no isolation. The direction of a bdi is its content's
    (https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-bdi-element).
    """
    return words(value) if value.isascii() else Markup(f"<bdi>{words(value)}</bdi>")


def words(value: str) -> Markup:
    """Return text for a text node whose element isolates it already; quotation marks need no escape there."""
    return Markup(str(plain(value)).replace("&#34;", '"').replace("&#39;", "'"))


def plain(value: str) -> Markup:
    """Return text for an attribute, or words of our own."""
    return escape(visible(value))


def put(template: str, *parts: object) -> Markup:
    """Return markup of our own with a part for each "{}", escaped if it is none. Raises ValueError for more or less."""
    pieces = _pieces(template)
    made = [pieces[0]]
    for part, piece in zip(parts, pieces[1:], strict=True):
        made += (escape(part), piece)
    return Markup("".join(made))


@cache
def _pieces(template: str) -> tuple[str, ...]:
    return tuple(template.split("{}"))


def link(url: str | None) -> Markup:
    """Return a link for an http(s) URL without user name, else its text; "missing" for none."""
    if not url:
        return Markup('<em class="missing">missing</em>')
    shown = urls.redact(url)
    try:
        urls.parse(url)
    except InputError:
        return text(shown)
    if shown != url:  # a user name, a password or a token in it: shown, not offered
        return text(shown)
    return put('<a href="{}" rel="noopener noreferrer nofollow">{}</a>', url, text(shown))


def tag(name: str, content: Markup, **attributes: str) -> Markup:
    """Return an element; attribute names have no underscore at their end ("class_" is "class")."""
    made = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(visible(value))}"' for key, value in attributes.items()
    )
    return Markup(f"<{escape(name)}{made}>{escape(content)}</{escape(name)}>")


def joined(parts: list[Markup]) -> Markup:
    """Return the parts one after the other, a line each."""
    return Markup("\n").join(parts)


def badge(kind: str, words: str) -> Markup:
    """Return a short word in a frame; `kind` is its class."""
    return tag("span", escape(words), class_=f"badge {kind}")


def definitions(facts: list[tuple[str, Markup]]) -> Markup:
    """Return pairs of a term and what it is."""
    pairs = [tag("dt", escape(term)) + tag("dd", what) for term, what in facts]
    return tag("dl", joined(pairs))


def listed(items: list[Markup]) -> Markup:
    """Return facts as a list without bullets."""
    return tag("ul", joined([tag("li", each) for each in items]), class_="facts")


def language(article: ArticleRow) -> Markup:
    """Return the attribute that tells a screen reader in which language the article is; nothing where none is declared.

    A tag that is none by its form is left out (https://www.rfc-editor.org/rfc/rfc5646#section-2.1).
    """
    tag_ = article["language"]
    return put(' lang="{}"', tag_) if re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", tag_) else NOTHING

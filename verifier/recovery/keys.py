"""Tell whether the keys of an article could be looked up in its bibliography: what was not read may hold any."""

from verifier.model.article import CITEKEYS, Article, Marker

_UNREAD = {"bibliography-unread": "was not read", "bibliography-broken": "was not read to its end"}


def unread(article: Article) -> str:
    """Return why no key can be said to lack its source; "" where all sources were read, or no key is cited."""
    for remark in article.remarks:
        if remark.kind in _UNREAD:
            return f"the bibliography {next(iter(remark.names), '')} {_UNREAD[remark.kind]} ({remark.text})"
    has_keys = any(each.group == CITEKEYS for each in article.markers)
    return "the article names no bibliography" if has_keys and not (sources(article) or article.origin.annexes) else ""


def sources(article: Article) -> frozenset[str]:
    """Return the anchors of the sources in the bibliographies, as far as they were read and are cited."""
    return frozenset(entry.anchor for each in article.lists if each.group == CITEKEYS for entry in each.entries)


def open_keys(article: Article) -> list[Marker]:
    """Return the citations of keys that were not found, and of which nothing can be said."""
    if not unread(article):
        return []
    known = sources(article)
    return [each for each in article.markers if each.group == CITEKEYS and each.anchor not in known]

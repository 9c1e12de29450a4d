"""Where a captured redirect leads: to the page, or to the home, login or error page that sites send lost pages to.

The rules are those of DeadlinkChecker (https://github.com/wikimedia/DeadlinkChecker) and WaybackMedic
(https://github.com/greencardamom/WaybackMedic). They see addresses only.
"""

import re

from verifier import urls

_HOME = frozenset(("", "main", "home", "index", "default", "news", "portal"))
_LOGIN = frozenset(("login", "signin", "log-in", "sign-in", "zustimmung", "cookiewall", "collectconsent"))  # doors
_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][a-z]{2})?")  # two letters of ISO 639-1, and of a country (RFC 5646)
_DEEP = 2  # parts of a path, above which a page does not move to the first level
_FEW = 2  # words of a section's name
_ERROR = frozenset(("error", "errors", "404", "notfound", "not-found", "not_found", "pagenotfound", "unknown"))


def bad_target(source: str, target: str) -> str:
    """Return the reason for which the target is not the source's page, "" if the addresses give none."""
    before, after = _end(source), _end(target)
    for names, reason in ((_HOME, "to-root"), (_LOGIN, "to-login"), (_ERROR, "to-error-page")):
        if after in names and before not in names:
            return reason
    return "to-root" if _is_pruned(source, target) else ""


def share_slug(source: str, target: str) -> bool:
    """Tell whether a word of the source's last segment stands in the target's path, dashes aside."""
    path = re.sub("[^a-z0-9]", "", urls.parse(target).target.lower())
    return any(word in path for word in re.findall("[a-z0-9]{4,}", _last_segment(source)))


def _is_pruned(source: str, target: str) -> bool:
    """Tell whether a deep page leads to a section of the first level; a name of many words is a page's own."""
    is_section = len(re.findall("[a-z0-9]+", _last_segment(target))) <= _FEW and not share_slug(source, target)
    return is_section and _depth(target) == 1 and _depth(source) > _DEEP


def _depth(url: str) -> int:
    return len([part for part in urls.parse(url).target.partition("?")[0].split("/") if part])


def _end(url: str) -> str:
    """Return the last part of the path, "" for the home page of one language ("/en/", "/pt-br/")."""
    last = _last_segment(url)
    return "" if _depth(url) == 1 and _LANGUAGE.fullmatch(last) else last


def _last_segment(url: str) -> str:
    """Return the last part of the path in lower case, without its suffix."""
    path = urls.parse(url).target.partition("?")[0].lower().rstrip("/")
    return path.rpartition("/")[2].partition(".")[0]

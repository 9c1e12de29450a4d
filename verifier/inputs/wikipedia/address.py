"""Which page of which wiki a URL names. Pure.

Forms: https://www.mediawiki.org/wiki/Manual:Parameters_to_index.php. Wikis: the canonical domains of
https://wikitech.wikimedia.org/wiki/Domains. The mobile names name the same pages, and are being given up:
https://www.mediawiki.org/wiki/Requests_for_comment/Mobile_domain_sunsetting/2025_Announcement
"""

import re
from urllib.parse import parse_qsl, quote, unquote_to_bytes

from verifier import urls
from verifier.errors import ArticleError, InputError
from verifier.values import frozen

_IN_LANGUAGES = "wikipedia wiktionary wikibooks wikinews wikiquote wikiversity wikivoyage wikisource".split()
_SINGLE = "mediawiki wikidata wikifunctions".split()
_HOST = re.compile(
    rf"(?:(?P<language>[a-z0-9\-]+)\.(?:{'|'.join(_IN_LANGUAGES)})|(?:www\.)?(?:{'|'.join(_SINGLE)})|[a-z0-9\-]+\.wikimedia"
    r"|wikisource)\.org"
)
_PATH = re.compile(r"/(?:wiki|w/index\.php|(?P<variant>[a-z]{2,12}(?:-[a-z]{1,12})*))/(?P<title>.+)", re.S)
_PERMALINK = re.compile(r"special:perma(?:nent)?link/([1-9][0-9]*)", re.I)
_NUMBER = re.compile(r"[1-9][0-9]{0,18}")
_VIEWS = ("view", "render", "purge")
_ODD = re.compile(r"[\x00-\x20\"#%&+<>?\[\\\]^`{|}\x7f]")


@frozen
class Address:
    """One page of one wiki, by its title, its page number or a revision; exactly one of them is given.

    `variant` is the script or region it is shown in ("zh-hant"), "" for the wiki's choice.
    """

    host: str
    title: str = ""
    page: str = ""
    revision: str = ""
    variant: str = ""


def is_wiki(url: str) -> bool:
    """Tell whether the URL is in the form in which these wikis name pages."""
    try:
        read = urls.parse(url)
    except InputError:
        return False
    host = _host(read.host)
    if host is None:
        return False
    path, _, query = read.target.partition("?")
    fields = dict(parse_qsl(query))
    return bool(_of_path(host, path)[0]) or (path in ("/", "/w/index.php") and bool({"title", *_IDS} & fields.keys()))


_IDS = ("curid", "oldid")


def parse(url: str) -> Address:
    """Return the page that a wiki's URL names; raise ArticleError for a view that is no page."""
    read = urls.parse(url)
    host = _host(read.host) or read.host
    path, _, query = read.target.partition("?")
    fields = dict(parse_qsl(query))
    title, variant = _of_path(host, path)
    title = title or fields.get("title", "")
    permalink = _PERMALINK.fullmatch(title.replace(" ", "_"))
    _refuse_other_views(url, fields)
    revision = permalink[1] if permalink else _number(url, fields, "oldid")
    number = "" if revision else _number(url, fields, "curid")
    title = "" if revision or number else title.replace("_", " ").strip()
    if not (title or number or revision):
        raise ArticleError(f"{urls.redact(url)}: names no page", "give the address of one page")
    return Address(host, title, number, revision, fields.get("variant", "") or variant)


def permanent(host: str, title: str, revision: str, variant: str) -> str:
    """Return the URL that names one revision for good, readable in every script."""
    named = _ODD.sub(lambda odd: quote(odd[0]), title.replace(" ", "_"))
    return f"https://{host}/w/index.php?title={named}&oldid={revision}" + (f"&variant={variant}" if variant else "")


def _host(host: str) -> str | None:
    """Return the host of the wiki, by its name for desks; None if it is no wiki."""
    labels = [label for label in host.split(".") if label != "m"]
    named = _HOST.fullmatch(".".join(labels))
    if named is None or named["language"] in ("www", "portal"):
        return None
    return ".".join(labels if len(labels) > 2 or labels[0] == "wikisource" else ["www", *labels])


def _of_path(host: str, path: str) -> tuple[str, str]:
    """Return title and variant as the path gives them, "" for what it does not."""
    found = _PATH.fullmatch(path)
    if found is None:
        return "", ""
    variant, language = found["variant"] or "", host.partition(".")[0]
    if variant and variant != language and not variant.startswith(f"{language}-"):
        return "", ""
    return _text(found["title"]), variant


def _text(encoded: str) -> str:
    """Return the title; old links have it in windows-1252, as MediaWiki knows."""
    data = unquote_to_bytes(encoded)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _refuse_other_views(url: str, fields: dict[str, str]) -> None:
    for name in ("diff", "action", "direction"):
        if name in fields and not (name == "action" and fields[name] in _VIEWS):
            told = f'"{name}={fields[name][:40]}" is a view of a page, not the page'
            raise ArticleError(f"{urls.redact(url)}: {told}", "leave it out, or give a revision: oldid=NUMBER")


def _number(url: str, fields: dict[str, str], name: str) -> str:
    value = fields.get(name, "")
    if value in ("", "0"):
        return ""
    if not _NUMBER.fullmatch(value):
        raise ArticleError(
            f'{urls.redact(url)}: {name}="{value[:40]}" is no number', f"correct {name}, or leave it out"
        )
    return value

"""URLs as values: read strictly, compared by page, shown without secrets. Nothing here touches the network.

What is refused follows RFC 3986 (https://www.rfc-editor.org/rfc/rfc3986) and the WHATWG URL standard's rule that a
host whose last label starts with a digit is an IPv4 address or nothing (https://url.spec.whatwg.org/#host-parsing).
"""

import datetime as dt
import ipaddress
import re
from functools import lru_cache
from urllib.parse import quote

from verifier.errors import InputError
from verifier.values import frozen

LONGEST = 8192  # characters; longer ones are an attack or a mistake
FIRST_CAPTURE = dt.datetime(1996, 1, 1, tzinfo=dt.UTC)  # the Internet Archive holds nothing older
_PARTS = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):(?://([^/?#]*))?([^#]*)")
_V6_HOST = re.compile(r"\[([0-9A-Fa-f:.]+)\](?::([0-9]*))?")
_LABEL = re.compile(r"[a-z0-9_\-]{1,63}")
_PORTS = {"http": 80, "https": 443}
_PRINTABLE = "".join(chr(code) for code in range(0x21, 0x7F))
_USERINFO = re.compile(r"(?<=://)[^/?#\s]*@|(?<=%3A%2F%2F)(?:(?!%2F)[^&#\s])*%40", re.I)
_SECRETS = "(?:token|sig|signature|key|secret|passw(?:or)?d|pwd|auth|session|sid|credentials?)"
_SECRET = re.compile(
    rf"([?&;#][^=&;#?]*{_SECRETS}=)[^&;#]*|((?:%3F|%26)[^=&;#?%]*{_SECRETS}%3D)(?:(?!%26)[^&;#])*", re.I
)
_IN_TEXT = re.compile(r"[a-z][a-z0-9+.\-]*(?:://|%3A%2F%2F)[^\s<>\"\u201c\u201d]+", re.I)
# Of printable ASCII all but the space and # % & + / = ?, whose escapes say that they do not divide the address.
_ESCAPE = re.compile("%(2[1247-9ac-e]|3[0-9a-ce]|[4-6][0-9a-f]|7[0-9a-e])")
_TRACKING = re.compile(r"(?:utm_[^=]*|fbclid|gclid)(?:=.*)?")
_SNAPSHOT = re.compile(r"/(web/)?(?:([0-9*]+)([^/]*)(?:/|$))?(.*)", re.S)
_LOGIN_STATE = re.compile(r"(?:jsessionid|phpsessid|sid|aspsessionid[a-z]{8}|cfid|cftoken)=[0-9a-z]+")


@frozen
class Url:
    """A read URL. `host` is ASCII, lower-case, without brackets or a last dot; `target` is path and query verbatim."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def wire(self) -> str:
        """Return the URL as it may be sent: ASCII, without user name, password and fragment."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        slash = "" if self.target.startswith("/") else "/"
        return f"{self.scheme}://{host}{port}{slash}{ascii_only(self.target)}"


@frozen
class SnapshotUrl:
    """The address of a snapshot. `stamp` and `modifier` are as written, right or wrong; `inner` has a scheme.

    `short` marks Wayback's old form without "web/": ``http://web.archive.org/20010101000000/http://example.org/``.
    `base` is what stands before the timestamp, `play` what does where the bytes are asked for, if that is another.
    """

    stamp: str
    modifier: str
    inner: str
    short: bool = False
    base: str = "https://web.archive.org/web/"
    play: str = ""

    @property
    def canonical(self) -> str:
        """Return the address people should cite."""
        return f"{self.base}{self.stamp}/{self.inner}"

    @property
    def original(self) -> str:
        """Return the address that plays the bytes as captured, without the archive's toolbar and rewriting."""
        return f"{self.play or self.base}{self.stamp}id_/{self.inner}"


def is_web(locator: str) -> bool:
    """Tell whether this is meant as an http(s) URL, right or wrong, and not as a path."""
    return re.match(r"https?://", locator, re.I) is not None


@lru_cache(4096)  # every part of a run reads the same few URLs anew
def parse(url: str) -> Url:
    """Read an absolute http(s) URL; raise InputError that says what is wrong with it."""
    if len(url) > LONGEST:
        raise InputError(f"the URL is longer than {LONGEST} characters", "shorten it")
    if has_blank_or_control(url) or "\\" in url:
        raise InputError("the URL holds white space, a control character or a backslash", "copy the address again")
    parts = _PARTS.match(url)
    if parts is None or parts[1].lower() not in _PORTS or not parts[2]:
        raise InputError("the URL is not an absolute http(s) URL", "start it with https://")
    scheme = parts[1].lower()
    host, port = _authority(parts[2].rpartition("@")[2])
    return Url(scheme, host, _PORTS[scheme] if port is None else port, parts[3])


def has_blank_or_control(text: str) -> bool:
    """Tell whether the text holds white space, a control, format or unassigned character, or a lone surrogate."""
    return " " in text or not text.isprintable()


def ascii_only(text: str) -> str:
    """Return the text with all but printable ASCII percent-encoded as UTF-8; what is encoded already stays."""
    return quote(text, safe=_PRINTABLE, errors="replace")


def with_scheme(url: str) -> str:
    """Return the URL with a scheme: "example.org/a" and "http:/example.org/a" are what people paste."""
    found = re.match(r"(https?):/*", url, re.I)
    if found:
        return f"{found[1].lower()}://{url[found.end() :]}"
    return url if re.match(r"[a-z][a-z0-9+.\-]*://", url, re.I) else f"http://{url.lstrip('/')}"


def page_key(url: str) -> str:
    """Return the sort-friendly key under which archives file the page: "gov,nasa)/a?b=1". Raises InputError.

    Two URLs with one key are one page. The rules are those of the Wayback Machine's index as its answers show them
    (https://github.com/internetarchive/wayback/tree/master/wayback-cdx-server): scheme, user name, port 80 or 443,
    "www", letter case, a last slash, the order of parameters and login state do not count.
    """
    read = parse(with_scheme(url))
    host = re.sub(r"^www[0-9]*\.", "", read.host)
    if not _is_address(host):
        host = ",".join(reversed(host.split(".")))
    port = "" if read.port == _PORTS[read.scheme] else f":{read.port}"
    path, _, query = ascii_only(read.target).lower().partition("?")
    path = path.partition(";jsessionid=")[0] or "/"
    path = path[:-1] if path.endswith("/") and path != "/" else path
    fields = sorted(field for field in query.split("&") if field and not _LOGIN_STATE.fullmatch(field))
    return f"{host}{port}){path}" + (f"?{'&'.join(fields)}" if fields else "")


def loose_key(url: str) -> str:
    """Return the page key without tracking parameters, index page, and mobile or AMP host. Raises InputError.

    Escapes that mean the character itself do not count either, nor do empty parts of the path: "Rye_(grain)" and
    "Rye_%28grain%29" are one page, as they are for archives (https://pypi.org/project/surt/).
    """
    host, _, rest = page_key(url).partition(")")
    path, _, query = rest.partition("?")
    path, query = re.sub("/{2,}", "/", _unescaped(path)), _unescaped(query).replace("+", "%20")
    host = re.sub(r",(?:m|mobile|amp)$", "", host)
    path = re.sub(r"/index\.(?:html?|php)$", "", path) or "/"
    fields = [field for field in query.split("&") if not _TRACKING.fullmatch(field)]
    return f"{host}){path}?{'&'.join(fields)}"


def _unescaped(text: str) -> str:
    """Return lower-case text without escapes of characters that stand for nothing but themselves in an address."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)).lower(), text)


def redact(url: str) -> str:
    """Return the URL for people to read: user names, passwords and secret parameters are "***", also when encoded."""
    return _SECRET.sub(r"\1\2***", _USERINFO.sub("***@", url))


def redact_in(text: str) -> str:
    """Return the text with every URL in it redacted."""
    return _IN_TEXT.sub(_redacted, text) if "://" in text or "%3A" in text else text


def _redacted(found: re.Match[str]) -> str:
    url = found[0].rstrip(").,;:'")  # what closes the sentence around it
    return redact(url) + found[0][len(url) :]


def read_snapshot(url: str) -> SnapshotUrl | None:
    """Take a Wayback address apart, whatever host it is on; None if it has neither "web/" nor a timestamp."""
    parts = _SNAPSHOT.fullmatch(parse(url).target)
    if parts is None or not (parts[1] or parts[2]):
        return None
    return SnapshotUrl(parts[2] or "", parts[3] or "", inner_page(parts[4]), short=not parts[1])


def moment(stamp: str) -> dt.datetime | None:
    """Return the time of a 14-digit stamp, None if it is no date and time."""
    if not re.fullmatch("[0-9]{14}", stamp):
        return None
    try:
        return dt.datetime.strptime(f"{stamp}+0000", "%Y%m%d%H%M%S%z")
    except ValueError:
        return None


def _authority(text: str) -> tuple[str, int | None]:
    """Return host and port (None if not given) of what stands behind the user name."""
    v6 = _V6_HOST.fullmatch(text)
    host, _, port = (v6[1], "", v6[2] or "") if v6 else text.partition(":")
    try:
        name = str(ipaddress.IPv6Address(host)) if v6 else _name(host)
    except ValueError as error:  # UnicodeError and AddressValueError are ValueErrors
        raise InputError("the URL's host is not a valid name or address", "check the address") from error
    if port and not (port.isascii() and port.isdigit() and len(port) <= 5 and int(port) <= 65535):
        raise InputError("the URL's port is not a number from 0 to 65535", "leave the port out")
    return name, int(port) if port else None


def _name(host: str) -> str:
    """Return the ASCII name; raise ValueError for what DNS and browsers would not take, or take for something else."""
    if len(host) > 254:
        raise ValueError("longer than 253 characters")
    name = (host if host.isascii() else host.encode("idna").decode()).lower().removesuffix(".")
    labels = name.split(".")
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise ValueError("not a host name")
    return str(ipaddress.IPv4Address(name)) if labels[-1][0].isdigit() else name


def _is_address(host: str) -> bool:
    return ":" in host or host.rpartition(".")[2].isdigit()


def inner_page(text: str) -> str:
    """Return the archived URL ready to be asked for: decoded once if it was encoded whole, "" if there is none."""
    if not text:
        return ""
    if re.match(r"https?%3a", text, re.I):
        text = re.sub(r"%([2-7][0-9a-f])", lambda escape: chr(int(escape[1], 16)), text, flags=re.I)
    scheme, _, rest = with_scheme(text.partition("#")[0]).partition("://")
    authority = re.match(r"[^/?]*", rest)
    length = authority.end() if authority else 0
    return ascii_only(f"{scheme}://{rest[:length].rpartition('@')[2]}{rest[length:]}")

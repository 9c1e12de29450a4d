"""Check one reference as MediaWiki's Cite does, in its order: what is wrong with it, and what is left of it.

The order and the messages are those of Cite's Validator
(https://github.com/wikimedia/mediawiki-extensions-Cite/blob/master/src/Validator.php).
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from verifier.wikitext import messages
from verifier.wikitext.calls import RefCall

_ALLOWED = ("group", "name", "follow", "dir")
_DETAILS = "details"
_DIRECTIONS = ("ltr", "rtl", "auto")
_LONGEST = 20  # letters of an attribute for which a suggestion is looked up
_OPENING = re.compile(r"<!--|<(\w+)[^>]*>")
_CLOSING = re.compile(r"</(\w+)\s*>")
_CITING = re.compile(r"<ref(?:erences)?\b[^>]*>", re.IGNORECASE)


@dataclass(slots=True)
class Checked:
    """A reference after the checks: its valid attributes, the keys of all messages in order, whether one is fatal.

    `unknown` is an attribute that is not allowed, rather one that comes near to an allowed one.
    """

    group: str
    name: str
    follow: str
    direction: str
    details: str | None
    messages: list[str] = field(default_factory=list)
    fatal: bool = False
    unknown: str = ""

    def warn(self, key: str) -> None:
        """Note a message; the reference is kept."""
        self.messages.append(key)

    def fail(self, key: str) -> None:
        """Note a message that ends the reference; later ones are not looked for."""
        if not self.fatal:
            self.messages.append(key)
        self.fatal = True

    @property
    def shown(self) -> str:
        """Return the key of the one message that is shown: the first, "" without any."""
        return self.messages[0] if self.messages else ""

    @property
    def told(self) -> list[str]:
        """Return the keys of what is wrong with it: where it is lost, what is shown in its place; else everything."""
        return self.messages[:1] if self.fatal else self.messages


def check_ref(call: RefCall, group: str, *, subs: bool) -> Checked:
    """Return a reference outside a list, checked; `group` is the one it stands in, `subs` whether details are known."""
    checked = _attributes(call, group, subs=subs)
    _follow(checked, call.attributes, subs=subs)
    _direction(checked, call.attributes)
    _unnamed(checked, call)
    if call.text and not call.made and has_open_reference(call.text):
        checked.fail(messages.INCLUDED_REF)
    return checked


def check_definition(call: RefCall, group: str, *, subs: bool) -> Checked:
    """Return a reference inside the list of `group`, checked."""
    checked = _attributes(call, group, subs=subs)
    _follow(checked, call.attributes, subs=subs)
    _direction(checked, call.attributes)
    if checked.details is not None:
        checked.warn(messages.DETAILS_IN_LIST)
        checked.details = None
    if checked.group != group:
        checked.warn(messages.GROUP_MISMATCH)
        checked.group = group
    if not checked.name:
        checked.warn(messages.LIST_NO_KEY)
    if call.filled is None:
        checked.fail(messages.LIST_EMPTY)
    elif call.text and not call.made and has_open_reference(call.text):
        checked.fail(messages.INCLUDED_REF)
    return checked


def _attributes(call: RefCall, group: str, *, subs: bool) -> Checked:
    given = call.attributes
    allowed = (*_ALLOWED, _DETAILS) if subs else _ALLOWED
    checked = Checked(
        group=given.get("group") or group,
        name=given.get("name", ""),
        follow=given.get("follow", ""),
        direction=given.get("dir", "").lower(),
        details=given.get(_DETAILS) if subs else None,
    )
    unknown = [name for name in given if name not in allowed]
    if unknown:
        close = [name for name in unknown if near_attribute(name, allowed)]
        checked.warn(messages.REF_SUGGESTION if close else messages.REF_TOO_MANY_KEYS)
        checked.unknown = (close or unknown)[0]
    if is_numeric(checked.name):
        checked.warn(messages.REF_NUMERIC_KEY)
        checked.name = ""
    return checked


def _follow(checked: Checked, given: Mapping[str, str], *, subs: bool) -> None:
    if is_numeric(checked.follow):
        checked.fail(messages.REF_NUMERIC_KEY)
    if checked.follow and (given.get("name") or (subs and _DETAILS in given)):
        checked.fail(messages.REF_FOLLOW_CONFLICTS)


def _direction(checked: Checked, given: Mapping[str, str]) -> None:
    if "dir" in given and checked.direction not in _DIRECTIONS:
        checked.warn(messages.REF_INVALID_DIR)
        checked.direction = ""


def _unnamed(checked: Checked, call: RefCall) -> None:
    """Check what a reference without a name must have."""
    if checked.name or checked.follow:
        return
    if checked.details is not None and call.filled is None:
        checked.fail(messages.DETAILS_MISSING_PARENT)
    elif checked.details and checked.details.strip():
        checked.warn(messages.DETAILS_NO_NAME)
    checked.details = None
    if call.text is None:
        checked.fail(messages.REF_NO_KEY)
    elif call.filled is None:
        checked.fail(messages.REF_NO_INPUT)


def is_numeric(name: str) -> bool:
    """Tell whether a name is a number, which MediaWiki takes for none."""
    return name.isascii() and name.isdigit()


def near_attribute(name: str, allowed: tuple[str, ...] = (*_ALLOWED, _DETAILS)) -> str:
    """Return the allowed attribute that was probably meant, "" for none: at most half of its letters differ."""
    if len(name) > _LONGEST:
        return ""
    return next((each for each in allowed if _distance(name, each) * 2 <= len(each)), "")


def _distance(first: str, second: str) -> int:
    """Return the edit distance (Levenshtein) of two short words."""
    row = list(range(len(second) + 1))
    for i, char in enumerate(first, 1):
        above, row[0] = row[0], i
        for j, other in enumerate(second, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (char != other))
    return row[-1]


def has_open_reference(text: str) -> bool:
    """Tell whether a reference or list is opened in the text and never closed, which ends the outer reference."""
    if "<" not in text or not _CITING.search(text):
        return False
    return any(_CITING.search(piece) for piece in _outside_tags(text[: text.rfind(">") + 1]))


def _outside_tags(text: str) -> Iterator[str]:
    """Yield what is left of the text without balanced tags and comments."""
    closings: dict[str, list[int]] = defaultdict(list)
    for match in _CLOSING.finditer(text):
        closings[match[1]].append(match.start())
    position = 0
    opening = _OPENING.search(text)
    while opening is not None:
        end = _end(text, opening, closings)
        if end is None:
            opening = _OPENING.search(text, opening.end())
            continue
        yield text[position : opening.start()]
        position = end
        opening = _OPENING.search(text, end)
    yield text[position:]


def _end(text: str, opening: re.Match[str], closings: Mapping[str, list[int]]) -> int | None:
    """Return where the comment or tag that is opened ends, None if it does not."""
    if opening[1] is None:
        end = text.find("-->", opening.end())
        return end + 3 if end >= 0 else None
    places = closings.get(opening[1], [])
    index = bisect_left(places, opening.end())
    return text.index(">", places[index]) + 1 if index < len(places) else None

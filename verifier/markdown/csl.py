"""Read references as citeproc has them, CSL data as YAML or JSON; https://docs.citationstyles.org/en/stable/."""

from collections.abc import Iterator
from dataclasses import dataclass

from verifier import dates
from verifier.citations.rendered import split_urls
from verifier.model.article import Citation
from verifier.model.dates import Dates

_DEEPEST = 50  # nested brackets; YAML in pure Python takes quadratic time on more


@dataclass(frozen=True, slots=True)
class Scalar:
    """A word or number, and where it stands."""

    text: str
    start: int
    end: int


Value = Scalar | list["Value"] | dict[str, "Value"]


@dataclass(frozen=True, slots=True)
class Source:
    """One reference: its key, where that stands, what it says, and a line that shows it."""

    key: str
    start: int
    end: int
    citation: Citation
    shown: str


def read(text: str, start: int, end: int) -> list[Source] | None:
    """Return the references that stand from `start` to `end` of a text; None if they cannot be read."""
    value = _loaded(text[start:end], start)
    return None if value is None else list(_sources(value))


def _loaded(text: str, offset: int) -> Value | None:
    """Return the value of a YAML text, None if it is none. Only events are read: nothing is built from tags."""
    import yaml  # it takes longer to import than most articles to read

    if _depth(text) > _DEEPEST:
        return None
    root: list[Value] = []
    waiting: list[tuple[Value, list[str]]] = [(root, [])]  # each container with the key that waits for its value
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark:
                place = (offset + event.start_mark.index, offset + event.end_mark.index)
                _put(waiting[-1], Scalar(event.value, *place))
            elif isinstance(event, yaml.AliasEvent):
                _put(waiting[-1], Scalar("", offset, offset))
            elif isinstance(event, yaml.CollectionStartEvent):
                made: Value = [] if isinstance(event, yaml.SequenceStartEvent) else {}
                _put(waiting[-1], made)
                waiting.append((made, []))
            elif isinstance(event, yaml.CollectionEndEvent):
                waiting.pop()
    except yaml.YAMLError:
        return None
    return root[0] if root else None


def _put(container: tuple[Value, list[str]], value: Value) -> None:
    """Add a value to a list, or as a key or a value to a mapping."""
    holder, keys = container
    if isinstance(holder, list):
        holder.append(value)
    elif isinstance(holder, dict) and keys:
        holder.setdefault(keys.pop(), value)
    else:
        keys.append(value.text if isinstance(value, Scalar) else "")


def _depth(text: str) -> int:
    depth = deepest = 0
    for char in text:
        if char in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in "]}":
            depth -= 1
    return deepest


def _sources(value: Value) -> Iterator[Source]:
    for each in value if isinstance(value, list) else ():
        if isinstance(each, dict) and isinstance(name := each.get("id"), Scalar):
            citation = _citation(each)
            yield Source(name.text, name.start, name.end, citation, _shown(citation))


def _citation(fields: dict[str, Value]) -> Citation:
    url, archive_url = split_urls(filter(None, [_text(fields, "URL"), _text(fields, "archive_location")]))
    outlet = _text(fields, "container-title") or _text(fields, "publisher") or None
    return Citation(
        author=_names(fields.get("author")),
        title=_text(fields, "title") or None,
        outlet=outlet,
        published=_date(fields.get("issued")),
        accessed=_date(fields.get("accessed")),
        url=url,
        archive_url=archive_url,
        says_archived=archive_url is not None,
        says_accessed="accessed" in fields,
    )


def _text(fields: dict[str, Value], name: str) -> str:
    value = fields.get(name)
    return " ".join(value.text.split()) if isinstance(value, Scalar) else ""


def _names(value: Value | None) -> str | None:
    names = []
    for each in value if isinstance(value, list) else ():
        if isinstance(each, dict):
            parts = [_text(each, "family"), _text(each, "given")]
            names.append(_text(each, "literal") or ", ".join(part for part in parts if part))
    return "; ".join(filter(None, names)) or None


def _date(value: Value | None) -> Dates | None:
    """Return a date: its parts, or what it says in words."""
    if isinstance(value, dict):
        value = value.get("date-parts") or value.get("raw") or value.get("literal")
    if isinstance(value, Scalar):
        return dates.parse(value.text.strip())
    while isinstance(value, list) and value and isinstance(value[0], list):
        value = value[0]
    numbers = [each.text for each in value if isinstance(each, Scalar)] if isinstance(value, list) else []
    return date_of(numbers[:3]) if numbers and all(each.isdecimal() for each in numbers) else None


def date_of(numbers: list[str]) -> Dates | None:
    """Return the date of a year, a month and a day as numbers, of which the last may lack."""
    if len(numbers) == 2 and 1 <= int(numbers[1]) <= 12:
        return dates.parse(f"{dates.month_name(int(numbers[1]))} {numbers[0]}")
    return dates.parse("-".join(each.zfill(2) for each in numbers))


def _shown(citation: Citation) -> str:
    """Return one line for a reference, in the order of most styles."""
    parts = [citation.author, citation.title, citation.outlet, citation.published and citation.published.text]
    line = ". ".join(part.rstrip(".") for part in parts if part)
    return f"{line}." if line else citation.url or ""

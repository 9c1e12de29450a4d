"""The citation as it should read, to be copied: in wikitext a template of Citation Style 1, elsewhere a line of text.

Parameters as https://en.wikipedia.org/wiki/Template:Cite_web#Usage names them.
"""

import re

from verifier.model.report import EntryRow, ReferenceRow
from verifier.text import one_line

_MARKUP = re.compile(r"[<>{}|\[\]&]|''+|~~~+|(?<=_)_|//(?=\S)")


def fixed(number: str, entry: EntryRow, reference: ReferenceRow | None, format_: str) -> str:
    """Return the citation of an entry under its number, with the addresses that the registry knows for it."""
    url, archive_url = _addresses(entry, reference)
    if format_ == "wikitext" and entry["title"]:
        return _template(entry, reference, url, archive_url)
    told = [one_line(entry["text"])]
    told += [each for each in (url,) if each and each not in entry["text"]]
    told += [f"Archived: {each}" for each in (archive_url,) if each and each not in entry["text"]]
    line = " ".join(told)
    return f"[^{number}]: {line}" if format_ == "markdown" else f"{number}. {line}"


def has_more(entry: EntryRow, reference: ReferenceRow | None) -> bool:
    """Tell whether the registry knows an address, or a better snapshot, that the list does not have."""
    known = [each for each in _addresses(entry, reference) if each]
    return any(each not in entry["text"] and each not in (entry["url"], entry["archive_url"]) for each in known)


def _addresses(entry: EntryRow, reference: ReferenceRow | None) -> tuple[str | None, str | None]:
    """Return the URL and the snapshot: the registry's, which a person has seen, before the list's."""
    url = (reference["url"] if reference else None) or entry["url"]
    archive_url = (reference["archive_url"] if reference else None) or entry["archive_url"]
    proposal = reference["archive"]["proposal"] if reference and reference["archive"] else None
    return url, proposal or archive_url


def _template(entry: EntryRow, reference: ReferenceRow | None, url: str | None, archive_url: str | None) -> str:
    played = reference["archive"]["played"] if reference and reference["archive"] else None
    archived = f"{played[:4]}-{played[4:6]}-{played[6:8]}" if played else entry["archived"]
    pairs = [
        ("author", entry["author"]),
        ("title", entry["title"]),
        ("work", entry["outlet"]),
        ("date", entry["published"]),
        ("url", url),
        ("access-date", entry["accessed"] if url else None),
        ("archive-url", archive_url if url else None),
        ("archive-date", archived if url and archive_url else None),
    ]
    told = " ".join(f"|{name}={_inert(value)}" for name, value in pairs if value)
    return f"<ref>{{{{cite {'web' if url else 'news'} {told}}}}}</ref>"


def _inert(value: str) -> str:
    """Return foreign text for the value of a parameter: no markup, nothing that ends the template or expands.

    What wikitext would read is percent-encoded in an address, which keeps its slashes, and an entity elsewhere.
    """
    if re.match(r"https?://", value):
        return _MARKUP.sub(lambda found: found[0] if found[0] in ("//", "&") else _percent(found[0]), one_line(value))
    return _MARKUP.sub(lambda found: _entities(found[0]), one_line(value))


def _entities(text: str) -> str:
    return "".join(f"&#{ord(char)};" for char in text)


def _percent(text: str) -> str:
    return "".join(f"%{ord(char):02X}" for char in text)

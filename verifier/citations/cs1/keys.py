"""The anchors that short citations lead to, as https://en.wikipedia.org/wiki/Module:Footnotes and CS1 make them.

An anchor is "CITEREF", up to four family names and the year: CITEREFSmithJones2010. `ref=` gives another one or none.
"""

import html
import re

from verifier.citations.cs1 import days, names, people, short, source
from verifier.citations.cs1.names import template_name
from verifier.citations.cs1.pieces import Plain
from verifier.model.article import Template
from verifier.model.source import Source
from verifier.text import one_line

_NAMES = 4
_NUMBERED = re.compile(r"([1-9]\d?)(?:a[1-4]|y|pp?|loc|ref)")  # what {{sfnm}} says of each of its sources
_BLANKS = re.compile(r"[\s_]+")
_YEARS = re.compile(r"(?:c\. )?\d{3,4}(?:[-\u2013]\d{2,4})?[a-z]?|n\.d\.[a-z]?|nd[a-z]?")
_YEAR = re.compile(r"(?<!\d)\d{3,4}[a-z]?(?![\w])")
_TWO_YEARS = re.compile(r"[^\W\d]+ \d{4} ?[-\u2013] ?(?:[^\W\d]+ )?\d{4}[a-z]?")
_NESTED = re.compile(r"\{\{([^{}|]*)\|([^{}]*)\}\}")


def short_keys(found: Source, plain: Plain = one_line) -> tuple[str, ...]:
    """Return the anchors that a short citation leads to; none where it says that it leads nowhere."""
    keys = (_short_key(each, plain) for each in short.named(found)) if found.is_short else ()
    return tuple(key for key in keys if key)


def full_keys(found: Source, plain: Plain = one_line) -> tuple[str, ...]:
    """Return the anchors that a template makes: that of a citation, of {{harvc}}, {{wikicite}} and {{sfnref}}."""
    if found.kind == "contribution":
        family, year = _names(found, plain), found.value("year")
        return (_anchor([*family, plain(year)]),) if family else ()
    if found.kind == "anchor":
        given = next((each.value for each in found.template.parameters if each.name in ("ref", "id")), "")
        key = _stated(given, plain) if template_name(found.template.name) == "wikicite" else None
        return (key,) if key else ()
    ref = found.value("ref")
    if not found.names_source or ref.lower() == "none":
        return ()
    wiki = names.wiki(found.language)
    if ref and wiki is not None and wiki.ref_is_name and "{{" not in ref:
        return _encoded(plain(ref)), _anchor([plain(ref), _year(found, plain)])
    key = _stated(ref, plain) if ref and ref.lower() != "harv" else _own_key(found, plain)
    return (key,) if key else ()


def footnote_name(template: Template) -> str:
    """Return the name of the reference that {{sfn}} or {{sfnm}} makes, so that equal ones are one note."""
    values = {each.name: each.value for each in template.parameters}
    if template_name(template.name).startswith("sfnm"):
        numbered = sorted((int(found[1]), name) for name in values if (found := _NUMBERED.fullmatch(name)))
        return "FOOTNOTE" + "".join(values[name] for _, name in numbered)
    parts = [*(str(number) for number in range(1, 6)), "ref", "p", "page", "pp", "pages", "loc", "at"]
    return "FOOTNOTE" + "".join(values.get(part, "") for part in parts)


def _short_key(each: short.Named, plain: Plain) -> str:
    if each.ref:
        return "" if each.ref.lower() == "none" else _stated(each.ref, plain)
    parts = [plain(parameter.value) for parameter in each.names]
    return _anchor([*parts, plain(each.year.value) if each.year is not None else ""]) if parts else ""


def _own_key(found: Source, plain: Plain) -> str:
    family = _names(found, plain)
    return _anchor([*family, _year(found, plain)]) if family else ""


def _names(found: Source, plain: Plain) -> list[str]:
    """Return the family names that the anchor takes: of contributors, else authors, else editors."""
    for role in ("contributor", "author", "editor"):
        if persons := people.listed(found, role, plain):
            return [person.last for person in persons[:_NAMES]]
    return []


def _year(found: Source, plain: Plain) -> str:
    """Return the year of the anchor: `year=` as it is, else that of the date, with a letter that tells two apart."""
    year = one_line(plain(found.value("year")))
    if _YEARS.fullmatch(year):
        return year
    date = one_line(plain(found.value("date", "publication-date")))
    if _YEARS.fullmatch(date):
        return date
    written: list[str] = _YEAR.findall(date)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        return date[:4]
    if _TWO_YEARS.fullmatch(date) and len(written) == 2:
        return "\u2013".join(written)
    if written:
        return written[-1]
    read = days.read(date)
    return str(read.hi.year) if read is not None else year


def _stated(ref: str, plain: Plain) -> str:
    """Return the anchor that `ref=` states: {{sfnref|Smith|2010}}, or the text itself."""
    nested = _NESTED.fullmatch(ref.strip())
    if nested and source.kind_of(nested[1])[0] == "anchor":
        parts = [part for part in nested[2].split("|") if "=" not in part]
        return _anchor([plain(part) for part in parts[: _NAMES + 1]])
    return _encoded(plain(ref)) if "{{" not in ref else ""


def _anchor(parts: list[str]) -> str:
    return _encoded("CITEREF" + "".join(one_line(part) for part in parts))


def _encoded(anchor: str) -> str:
    return _BLANKS.sub("_", html.unescape(anchor).strip(" _#"))

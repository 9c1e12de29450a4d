"""What every format of bibliographies is read into: sources by their keys, and the places that cannot be read."""

from collections.abc import Callable

from verifier import dates
from verifier.model.article import Citation
from verifier.model.dates import Dates
from verifier.values import frozen

_DOI = "https://doi.org/"  # what citeproc prints before one; https://www.doi.org/the-identifier/resources/handbook


@frozen
class Source:
    """One source: its key, where that stands (offsets), and what says what it is.

    A bibliography may hold thousands of which an article cites ten: only those are read to their end, by `cite`.
    """

    key: str
    start: int
    end: int
    cite: Callable[[], Citation]


@frozen
class Broken:
    """A place (an offset) from which on a bibliography, or one of its sources, cannot be read, and why."""

    place: int
    why: str


@frozen
class Sources:
    """All that was read of one bibliography, in its order."""

    sources: tuple[Source, ...] = ()
    broken: tuple[Broken, ...] = ()


def address(url: str, doi: str) -> str:
    """Return the URL, or that of the DOI where there is none; "" without either."""
    plain = doi.removeprefix("doi:").strip()
    return url or (plain if plain.startswith(("http:", "https:")) else plain and f"{_DOI}{plain}")


def date_of(numbers: list[str]) -> Dates | None:
    """Return the date of a year, a month and a day as numbers, of which the last may lack."""
    if any(len(each) > 4 for each in numbers):
        return None  # no year has more digits, and Python refuses to read thousands
    if len(numbers) == 2 and 1 <= int(numbers[1]) <= 12:
        return dates.parse(f"{dates.month_name(int(numbers[1]))} {numbers[0]}")
    return dates.parse("-".join(each.zfill(2) for each in numbers))


def shown(citation: Citation) -> str:
    """Return one line for a source, in the order of most styles."""
    parts = [citation.author, citation.title, citation.outlet, citation.published and citation.published.text]
    line = ". ".join(part.rstrip(".") for part in parts if part)
    return f"{line}." if line else citation.url or ""

"""A made-up article: a chronicle of a town with one source for each day, and what is left when its list is damaged."""

import datetime as dt
from collections.abc import Collection, Sequence

from verifier.articles import plaintext
from verifier.model.article import Article

START = dt.date(2016, 3, 1)
PLACES = (
    "bakery brewery chapel dairy estuary foundry granary harbour icehouse jetty "
    "kiln library meadow nursery orchard pier quarry refinery sawmill tannery".split()
)
DEEDS = "opened flooded burned moved closed painted".split()


def written(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def entry(number: int, day: dt.date, *, late: int = 0) -> str:
    """Return the citation that belongs to the number, published `late` days after the event."""
    place = PLACES[(number - 1) % len(PLACES)]
    published = written(day + dt.timedelta(days=late))
    return f'"Town {place} {DEEDS[number % len(DEEDS)]}, owners say". The {place.title()} Gazette. {published}.'


def days(count: int, step: int = 9) -> list[dt.date]:
    return [START + dt.timedelta(days=step * number) for number in range(count)]


def diary(
    count: int,
    lost: Collection[int] = (),
    *,
    dated: bool = True,
    late: int = 0,
    cited: Sequence[int] | None = None,
    labels: bool = True,
    notes: str = "",
) -> Article:
    """Return the article of `count` events; `lost` entries are missing and the others are numbered afresh."""
    told = days(count)
    body = [
        f"{f'On {written(told[number - 1])} the' if dated else 'The'} {PLACES[(number - 1) % len(PLACES)]} "
        f"{DEEDS[number % len(DEEDS)]}.[{number}]"
        for number in (cited if cited is not None else range(1, count + 1))
    ]
    kept = [number for number in range(1, count + 1) if number not in lost]
    entries = [
        f"{f'{position}. ' if labels else '* '}{entry(number, told[number - 1], late=late)}"
        for position, number in enumerate(kept, 1)
    ]
    text = "Chronicle of a town\n\n" + "\n\n".join(body) + notes + "\n\nReferences\n\n" + "\n".join(entries) + "\n"
    return plaintext.parse(text, "article.txt")

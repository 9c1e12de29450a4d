"""The picture of an article: its citations beside its entries, joined by what each number leads to and what it means.

A row on the left is a marker of the text, a row on the right an entry of the list, with its dates on one axis of time.
Where the numbers are right the lines run side by side; a broken line that crosses them is a misnumbered citation.
"""

from collections.abc import Iterator

from markupsafe import Markup

from verifier import digest
from verifier.model.report import ClaimRow, EntryRow, MarkerRow
from verifier.review import lags
from verifier.review.context import STATES, Context, meant
from verifier.review.html import NOTHING, joined, plain, put, words
from verifier.review.scale import Scale
from verifier.text import shorten
from verifier.values import frozen

_WIDTH, _ROW, _TOP = 1200, 18, 46  # units of the picture
_LEFT, _RIGHT = 330, 520  # where the lines begin and end
_TIMES = (770, 1160)  # where the axis of time begins and ends
_LEAST, _MOST = 2, 4_000  # markers below which, and rows above which, there is no picture
_TALL = 40  # rows from which on it scrolls
_ROUND = "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0"
_SHAPES = {"event": "m0-9l4 7h-8z", "published": _ROUND, "accessed": _ROUND, "archived": "m-4-4h8v8h-8z"}
_KINDS = ("l printed", "l open", "l astray", "l meant", "span", "before", "archived", "accessed", "published", "event")


@frozen
class _Mark:
    """A marker with its claim and the height of its row."""

    claim: ClaimRow
    marker: MarkerRow
    y: int


def figure(context: Context) -> Markup:
    """Return the picture of the article, nothing where there are no lines to draw."""
    pairs = [(claim, marker) for claim in context.article["claims"] for marker in claim["markers"]]
    entries = list(context.entries.values())[::-1]
    if len(pairs) < _LEAST or not entries:
        return NOTHING
    if max(len(pairs), len(entries)) > _MOST:
        return put("<p>There are too many citations for a picture of them: {}.</p>", len(pairs))
    height = max(len(pairs), len(entries)) * _ROW
    marks = [_Mark(claim, marker, _y(at, len(pairs), height)) for at, (claim, marker) in enumerate(pairs)]
    rows = {digest.printed(entry): _y(at, len(entries), height) for at, entry in enumerate(entries)}
    paths = _Paths()
    for mark in marks:
        _lines(paths, mark, rows)
    scale, events = _scale(context), _events(context)
    for entry in entries:
        printed = digest.printed(entry)
        _dates(paths, entry, rows[printed], scale, events.get(printed, []))
    drawn = [
        *_axis(scale, height),
        *paths.drawn(),
        *(_left(context, mark) for mark in marks),
        *(_right(entry, rows[digest.printed(entry)]) for entry in entries),
        *_labels(scale, height),
    ]
    tall = " tall" if height > _TALL * _ROW else ""
    return _FIGURE.format(_CAPTION, tall, _WIDTH, height + _TOP + 10, joined(drawn))


_FIGURE = Markup(
    "<h3>Claims against sources</h3><figure><figcaption>{0}</figcaption>"
    '<div class="scroll picture{1}" tabindex="0" role="region" aria-label="Picture: claims against sources">'
    '<svg viewBox="0 0 {2} {3}" width="{2}" height="{3}" aria-hidden="true" focusable="false">{4}</svg></div></figure>'
)
_CAPTION = Markup(
    "Left the citations in the order of the text, right the entries of the list. A full line leads to the entry that a "
    "number means, a broken line to a wrong entry on which a reader lands: where broken lines cross full ones, "
    "citations are misnumbered. A dotted line leads to an entry that may be right or wrong. "
    'On the axis of time, <span class="nobr">▲ event</span>, '
    '<span class="nobr">● published</span>, '
    '<span class="nobr">○ accessed</span>, <span class="nobr">■ archived</span>; a thick line runs back from an event '
    "to a source that is older. Busy times get more room. All of it stands on the cards in words."
)


class _Paths:
    """The shapes of the picture, all of one kind in one path: thousands of elements would be slow to open."""

    def __init__(self) -> None:
        self._parts: dict[str, list[str]] = {kind: [] for kind in _KINDS}

    def add(self, kind: str, shape: str) -> None:
        """Add a shape, as the data of a path."""
        self._parts[kind].append(shape)

    def drawn(self) -> Iterator[Markup]:
        """Yield the paths, those first that others cover."""
        for kind, parts in self._parts.items():
            if parts:
                yield put('<path class="{}" d="{}"/>', kind, "".join(parts))


def _y(at: int, count: int, height: float) -> int:
    """Return the height of a row; both columns fill the whole picture."""
    return round(_TOP + (at + 0.5) * height / count)


def _scale(context: Context) -> Scale:
    days: list[int] = []
    for claim in context.article["claims"]:
        days += _middles(claim["event"]["date"] if claim["event"] else None)
    for entry in context.entries.values():
        for date in (entry["published"], entry["accessed"], entry["archived"]):
            days += _middles(date)
    return Scale.of(days, *_TIMES)


def _middles(date: str | None) -> list[int]:
    found = lags.interval(date)
    return [(found[0] + found[1]) // 2] if found else []


def _axis(scale: Scale, height: int) -> Iterator[Markup]:
    yield Markup('<text x="8" y="16" class="h">number in the text</text>')
    yield put('<text x="{}" y="16" class="h">entry</text>', _RIGHT + 8)
    for x, label in scale.ticks():
        yield put('<path class="grid" d="M{} {}V{}"/>', x, _TOP - 6, height + _TOP)
        yield _label(x, _TOP - 12, label)


def _labels(scale: Scale, height: int) -> Iterator[Markup]:
    """Yield the labels of the axis again inside a tall picture, whose top scrolls away."""
    for y in range(_TOP + _TALL * _ROW, height, _TALL * _ROW):
        yield from (_label(x, y, label) for x, label in scale.ticks())


def _label(x: int, y: int, label: str) -> Markup:
    return put('<text x="{}" y="{}" class="tick">{}</text>', x, y, label)


def _lines(paths: _Paths, mark: _Mark, rows: dict[str, int]) -> None:
    """Add the line to the entry meant, and the one to another entry on which a reader lands: wrong, or not known."""
    label, landed = meant(mark.marker), mark.marker["entry"]
    if landed is not None and landed != label and landed in rows:
        paths.add("l open" if mark.marker["state"] == "open" else "l astray", _curve(mark.y, rows[landed]))
    if label is not None and label in rows:
        paths.add("l meant" if mark.marker["recovered"] else "l printed", _curve(mark.y, rows[label]))


def _curve(start: int, end: int) -> str:
    middle = (_LEFT + _RIGHT) // 2
    return f"M{_LEFT} {start}C{middle} {start} {middle} {end} {_RIGHT} {end}"


def _dates(paths: _Paths, entry: EntryRow, y: int, scale: Scale, events: list[int]) -> None:
    """Add the dates of an entry, with the days of the claims that mean it."""
    dates = {"published": entry["published"], "accessed": entry["accessed"], "archived": entry["archived"]}
    places = {kind: scale.at(day) for kind, date in dates.items() for day in _middles(date)}
    ends = [*places.values(), *(scale.at(day) for day in events)]
    if len(ends) > 1:
        paths.add("span", f"M{min(ends)} {y}H{max(ends)}")
    known = lags.interval(entry["published"])
    late = [day for day in events if known and known[1] < day]
    if late and "published" in places:
        paths.add("before", f"M{places['published']} {y}H{scale.at(max(late))}")
    for day in events:
        paths.add("event", f"M{scale.at(day)} {y}{_SHAPES['event']}")
    for kind, x in places.items():
        paths.add(kind, f"M{x} {y}{_SHAPES[kind]}")


def _left(context: Context, mark: _Mark) -> Markup:
    event = mark.claim["event"]
    when = f"{'from ' if event['inherited'] else ''}{event['date']} " if event else ""
    return Markup(
        '<a href="#{}" tabindex="-1"><text x="8" y="{}" class="s {}">{} {}</text><text x="70" y="{}">{}</text></a>'
    ).format(
        plain(context.anchor(mark.claim)),
        mark.y + 4,
        mark.marker["state"],
        STATES[mark.marker["state"]][0],
        words(shorten(f"[{mark.marker['label']}]", 8)),
        mark.y + 4,
        words(shorten(f"{when}{mark.claim['text']}", 38)),
    )


def _right(entry: EntryRow, y: int) -> Markup:
    told = shorten(f"{digest.printed(entry)} {entry['title'] or entry['text']}", 34)
    return put('<text x="{}" y="{}">{}</text>', _RIGHT + 8, y + 4, words(told))


def _events(context: Context) -> dict[str, list[int]]:
    """Return for each entry the days of the claims that mean it, each once."""
    days: dict[str, set[int]] = {}
    for claim in context.article["claims"]:
        if claim["event"] and not claim["event"]["inherited"]:
            for label in map(meant, claim["markers"]):
                days.setdefault(label or "", set()).update(_middles(claim["event"]["date"]))
    return {label: sorted(found) for label, found in days.items()}

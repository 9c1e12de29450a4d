"""How a decision is shown: what it says, its diff, and the way back."""

from markupsafe import Markup

from verifier.desk.journal import Entry
from verifier.review.html import NOTHING, joined, put, tag, text

_KINDS = {"+": "added", "-": "gone"}


def shown(entry: Entry, *, is_open: bool) -> Markup:
    """Return a decision with its diff, and with the button that takes it back until it was."""
    lines = [tag("span", text(line), class_=_KINDS.get(line[:1], "same")) for line in entry.diff.split("\n")[2:]]
    undo = NOTHING
    if not entry.undone:
        undo = Markup(
            '<form method="post" action="decide"><input type="hidden" name="number" value="{}">'
            '<button name="do" value="undo">Take it back</button></form>'
        ).format(entry.number)
    opened = Markup(" open") if is_open else NOTHING
    return put(
        "<details{}><summary>{}</summary><pre>{}</pre>{}</details>", opened, text(entry.told), joined(lines), undo
    )

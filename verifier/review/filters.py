"""The legend of the states with their counts, and the filters over the cards, which show only where the script runs."""

from markupsafe import Markup

from verifier.model.report import ArticleRow
from verifier.review.context import STATES, Context
from verifier.review.html import NOTHING, badge, joined, plain, put, tag

_KEYS = (("j", "next card"), ("k", "card before"), ("n", "next that is not right"), ("/", "search"), ("c", "copy"))


def legend(article: ArticleRow) -> Markup:
    """Return how many citations are in each state."""
    states = [marker["state"] for claim in article["claims"] for marker in claim["markers"]]
    items = [
        tag("li", badge(state, f"{mark} {words}") + plain(f" {states.count(state)}"))
        for state, (mark, words) in STATES.items()
        if state in states
    ]
    return put('<ul class="legend" aria-label="Citations by state">{}</ul>', joined(items)) if items else NOTHING


def toolbar(context: Context, number: int) -> Markup:
    """Return the filters: by state, outlet, rule and words; hidden until the script has something to do."""
    claims = context.article["claims"]
    if not claims:
        return NOTHING
    present = {marker["state"] for claim in claims for marker in claim["markers"]}
    outlets = sorted({outlet for claim in claims for outlet in context.outlets(claim)})
    rules = sorted({each["rule"] for claim in claims for each in context.found(claim)})
    fields = [
        _choice("state", number, [(state, words) for state, (_, words) in STATES.items() if state in present]),
        _choice("outlet", number, [(each, each) for each in outlets]),
        _choice("rule", number, [(each, each) for each in rules]),
        Markup('<label>words <input type="search" data-filter="words" autocomplete="off"></label>'),
        Markup('<button type="button" data-do="clear">Show all</button>'),
        Markup('<label><input type="checkbox" data-do="keys" checked> keys</label>'),
    ]
    keys = joined([put("<kbd>{}</kbd> {}", key, does) for key, does in _KEYS])
    return Markup(
        '<form class="tools" hidden aria-label="Filter the cards">{}<p role="status" aria-live="polite"></p>'
        '<p class="soft keys">{}</p></form>'
    ).format(joined(fields), keys)


def _choice(name: str, number: int, values: list[tuple[str, str]]) -> Markup:
    options = joined([tag("option", plain(words), value=value) for value, words in values])
    return Markup(
        '<span class="field"><label for="{0}-{1}">{0}</label> <select id="{0}-{1}" data-filter="{0}">'
        '<option value="">all</option>{2}</select></span>'
    ).format(name, number, options)

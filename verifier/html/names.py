"""What the HTML standard says of single elements: which are void, which close which, which no end tag reaches past.

https://html.spec.whatwg.org/multipage/parsing.html#tree-construction and #special.
"""

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
IN_HEAD = frozenset("base basefont bgsound link meta title style script noscript noframes template".split())
FOREIGN = ("svg", "math")  # inside these "/>" ends an element
SPECIAL = HEADINGS | frozenset(
    "address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset head header hgroup html li listing main menu nav object ol p plaintext pre "
    "search section select summary table tbody td template textarea tfoot th thead tr ul".split()
)
CELLS = frozenset("applet caption html marquee object table td template th".split())  # what bounds a scope
LISTS = frozenset("ol ul menu dir".split())
TABLES = frozenset("table template html".split())
CLOSES_P = HEADINGS | frozenset(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp".split()
)
# A start tag closes these where they are open and nothing that bounds them stands between.
CLOSES = {
    "li": ("li",),
    "dd": ("dd", "dt"),
    "dt": ("dd", "dt"),
    "option": ("option",),
    "optgroup": ("optgroup", "option"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("tr", "td", "th", "caption", "colgroup"),
    "tbody": ("tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup"),
    "thead": ("tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup"),
    "tfoot": ("tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup"),
    "a": ("a",),
    "button": ("button",),
} | {heading: tuple(sorted(HEADINGS)) for heading in HEADINGS}

IN_ITEM = SPECIAL - {"address", "div", "p"}  # what bounds an item of a list
BOUNDS = {  # what bounds the elements that a start tag closes
    **dict.fromkeys(("li", "dd", "dt"), "item"),
    **dict.fromkeys(("td", "th", "tr", "tbody", "thead", "tfoot"), "table"),
    **dict.fromkeys(("a", *HEADINGS), "special"),
    **dict.fromkeys(("option", "optgroup", "button"), "cell"),
}

"""Which elements are markers, entries and links back, in the pages of each program that writes citations.

Extractors drop classes and roles, so this table is not all: any link that looks like a marker and leads to something
that looks like an entry is one (`verifier.html.markers`), and its neighbours in a list are entries as well.
"""

from verifier.html.selectors import Selectors

MARKERS = Selectors(
    [
        "a[href*=#cite_note-]",  # MediaWiki, legacy and Parsoid
        "a[data-footnote-ref]",  # GitHub
        "a.footnote-ref",  # pandoc, Python-Markdown
        "sup.footnote-ref > a",  # markdown-it
        "a[role~=doc-noteref]",  # DPUB-ARIA, pandoc, docutils
        "a[role~=doc-biblioref]",  # DPUB-ARIA, citeproc
        "a[epub:type~=noteref]",  # EPUB
        "a[epub:type~=biblioref]",
        "a.footnote-reference",  # docutils, Sphinx
        "a.citation-reference",
        "sup[id^=fnref] > a",  # Python-Markdown, kramdown
        "xref[ref-type=bibr]",  # JATS
        "xref[ref-type=fn]",
    ]
)
KEYED = Selectors(  # what they print may be a name and a year ("Doe 2016"), never a group and a number
    ["a[role~=doc-biblioref]", "a[epub:type~=biblioref]", "a.citation-reference", "xref[ref-type=bibr]"]
)
ENTRIES = Selectors(
    [
        "ol.references > li",  # MediaWiki, legacy and Parsoid
        "ol.references > p",  # legacy: the going on of a note that is lost
        "ol.mw-subreference-list > li",
        "li[id^=cite_note-]",
        "section[data-footnotes] > ol > li",  # GitHub
        "li[id^=user-content-fn-]",
        "section.footnotes > ol > li",  # pandoc, markdown-it
        "section#footnotes > ol > li",
        "div.footnotes > ol > li",  # pandoc, kramdown
        "div.footnote > ol > li",  # Python-Markdown
        "li[id^=fn:]",  # Python-Markdown, kramdown
        "div.csl-entry",  # citeproc
        "aside.footnote",  # docutils, Sphinx
        "aside.citation",
        "dl.footnote > dt",
        "dl.citation > dt",
        "table.footnote",
        "table.citation",
        "[role~=doc-endnote]",  # DPUB-ARIA
        "[role~=doc-footnote]",
        "[role~=doc-biblioentry]",
        "[epub:type~=footnote]",  # EPUB
        "[epub:type~=endnote]",
        "[epub:type~=rearnote]",
        "[epub:type~=biblioentry]",
        "ref-list > ref",  # JATS
        "fn-group > fn",
    ]
)
BACKLINKS = Selectors(
    [
        "a[href*=#cite_ref-]",  # MediaWiki
        "a[data-footnote-backref]",  # GitHub
        "a.footnote-back",  # pandoc
        "a.footnote-backref",  # Python-Markdown, markdown-it
        "a.reversefootnote",  # kramdown
        "a.fn-backref",  # docutils
        "a[role~=doc-backlink]",  # DPUB-ARIA
        "a[epub:type~=referrer]",
    ]
)
BACKLINK_BOXES = Selectors(["span.mw-cite-backlink", "span.backrefs"])  # MediaWiki, docutils
LABELS = Selectors([".label", "div.csl-left-margin", "ref > label", "fn > label"])  # an entry's printed label
FOLLOWS = Selectors(["sup.mw-ref-follow"])  # Parsoid: text that goes on an earlier note; shows no label
ERRORS = Selectors([".mw-ext-cite-error", ".cs1-visible-error", ".harv-error", ".error.citation-comment"])
PAGES = Selectors(["sup"])  # "[3]:p. 7": the page, as MediaWiki's template rp prints it

# Nothing of these is shown to a reader.
HIDDEN = Selectors(
    [
        *("script", "style", "head", "template", "svg", "audio", "video", "object", "iframe", "canvas", "noframes"),
        *("select", "button", "input", "textarea", "datalist", "map", "annotation", "annotation-xml"),
        *("[hidden]", ".cs1-maint", ".cs1-hidden-error", ".mw-cite-accessibility-label"),
        *("journal-meta", "contrib-group", "aff", "permissions", "pub-date", "kwd-group", "article-id"),  # JATS
    ]
)
# Parts of a page that are no passages of its article; what is cited there is read all the same.
FURNITURE = Selectors(
    [
        *("nav", "[role~=navigation]", "[role~=search]", "[role~=banner]", "[role~=contentinfo]", ".navbox"),
        *(".mw-editsection", ".mw-jump-link", "#siteSub", "#contentSub", "#jump-to-nav", ".printfooter", "#catlinks"),
        *(".mw-indicators", "#mw-navigation", "#mw-head", "#mw-panel", "#footer", ".vertical-navbox"),
    ]
)
CONTENTS = Selectors(["#toc", ".toc", "[role~=doc-toc]", "nav#TOC", "[epub:type~=toc]"])
MAIN = ("mw-content-text", "bodyContent")  # ids of the element that holds an article of MediaWiki

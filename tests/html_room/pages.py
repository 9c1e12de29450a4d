"""Small pages as the known programs write them, all with one text: rye is cited twice, oats once."""

import re

_LOOKS = re.compile(r'\s(?:class|role|rel|title|typeof|data-[\w-]+|aria-[\w-]+|epub:type|frame|rules)(?:="[^"]*"|=\'[^\']*\')?')

MEDIAWIKI = (
    '<p>Rye fell.<sup id="cite_ref-rye_1-0" class="reference"><a href="#cite_note-rye-1">&#91;1&#93;</a></sup> Oats rose.'
    '<sup id="cite_ref-2" class="reference"><a href="#cite_note-2">&#91;2&#93;</a></sup> Rye rose.'
    '<sup id="cite_ref-rye_1-1" class="reference"><a href="#cite_note-rye-1">&#91;1&#93;</a></sup></p><h2>References</h2>'
    '<div class="mw-references-wrap"><ol class="references"><li id="cite_note-rye-1"><span class="mw-cite-backlink">^ '
    '<a href="#cite_ref-rye_1-0"><sup><i><b>a</b></i></sup></a> <a href="#cite_ref-rye_1-1"><sup><i><b>b</b></i></sup></a>'
    '</span> <span class="reference-text">Doe. Rye.</span></li><li id="cite_note-2"><span class="mw-cite-backlink"><b>'
    '<a href="#cite_ref-2">^</a></b></span> <span class="reference-text">Roe. Oats.</span></li></ol></div>'
)
PARSOID = (
    '<p>Rye fell.<sup class="mw-ref reference" id="cite_ref-rye_1-0" typeof="mw:Extension/ref" data-mw=\'{"name":"ref"}\'>'
    '<a href="./Grain#cite_note-rye-1"><span class="mw-reflink-text">[1]</span></a></sup> Oats rose.<sup class="mw-ref '
    'reference" id="cite_ref-2" typeof="mw:Extension/ref"><a href="./Grain#cite_note-2"><span class="mw-reflink-text">[2]'
    '</span></a></sup> Rye rose.<sup class="mw-ref reference" id="cite_ref-rye_1-1" typeof="mw:Extension/ref">'
    '<a href="./Grain#cite_note-rye-1"><span class="mw-reflink-text">[1]</span></a></sup></p><h2>References</h2>'
    '<ol class="mw-references references"><li id="cite_note-rye-1" data-mw-footnote-number="1"><span class="mw-cite-backlink">'
    '<a href="./Grain#cite_ref-rye_1-0"><span class="mw-linkback-text">1</span></a> <a href="./Grain#cite_ref-rye_1-1">'
    '<span class="mw-linkback-text">2</span></a></span> <span class="reference-text">Doe. Rye.</span></li>'
    '<li id="cite_note-2" data-mw-footnote-number="2"><span class="mw-cite-backlink"><a href="./Grain#cite_ref-2">'
    '<span class="mw-linkback-text">↑</span></a></span> <span class="reference-text">Roe. Oats.</span></li></ol>'
)
GITHUB = (
    '<p>Rye fell.<sup><a href="#user-content-fn-r" id="user-content-fnref-r" data-footnote-ref="" class="x">1</a></sup> Oats'
    ' rose.<sup><a href="#user-content-fn-o" id="user-content-fnref-o" data-footnote-ref="">2</a></sup> Rye rose.<sup>'
    '<a href="#user-content-fn-r" id="user-content-fnref-r-2" data-footnote-ref="">1</a></sup></p><section data-footnotes="" '
    'class="footnotes"><h2 id="footnote-label" class="sr-only">References</h2><ol><li id="user-content-fn-r"><p>Doe. Rye. '
    '<a href="#user-content-fnref-r" data-footnote-backref="" class="data-footnote-backref">↩</a> '
    '<a href="#user-content-fnref-r-2" data-footnote-backref="">↩<sup>2</sup></a></p></li><li id="user-content-fn-o"><p>Roe. '
    'Oats. <a href="#user-content-fnref-o" data-footnote-backref="">↩</a></p></li></ol></section>'
)
PANDOC = (
    '<p>Rye fell.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> Oats rose.'
    '<a href="#fn2" class="footnote-ref" id="fnref2" role="doc-noteref"><sup>2</sup></a> Rye rose.<a href="#fn1" '
    'class="footnote-ref" role="doc-noteref"><sup>1</sup></a></p><h2>References</h2><section id="footnotes" '
    'class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr /><ol><li id="fn1"><p>Doe. Rye.<a href="#fnref1" '
    'class="footnote-back" role="doc-backlink">↩︎</a></p></li><li id="fn2"><p>Roe. Oats.<a href="#fnref2" '
    'class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>'
)
CITEPROC = (
    '<p>Rye fell.<span class="citation" data-cites="doe">[<a href="#ref-doe" role="doc-biblioref">1</a>]</span> Oats rose.'
    '<span class="citation" data-cites="roe">[<a href="#ref-roe" role="doc-biblioref">2</a>]</span> Rye rose.<span '
    'class="citation" data-cites="doe">[<a href="#ref-doe" role="doc-biblioref">1</a>]</span></p><h2>References</h2><div '
    'id="refs" class="references csl-bib-body" role="list"><div id="ref-doe" class="csl-entry" role="listitem"><div '
    'class="csl-left-margin">[1] </div><div class="csl-right-inline">Doe. Rye.</div></div><div id="ref-roe" class="csl-entry" '
    'role="listitem"><div class="csl-left-margin">[2] </div><div class="csl-right-inline">Roe. Oats.</div></div></div>'
)
DOCUTILS = (
    '<p>Rye fell.<a class="brackets" href="#fo-1" id="re-1" role="doc-noteref"><span class="fn-bracket">[</span>1<span '
    'class="fn-bracket">]</span></a> Oats rose.<a class="brackets" href="#fo-2" id="re-3" role="doc-noteref"><span '
    'class="fn-bracket">[</span>2<span class="fn-bracket">]</span></a> Rye rose.<a class="brackets" href="#fo-1" id="re-2" '
    'role="doc-noteref"><span class="fn-bracket">[</span>1<span class="fn-bracket">]</span></a></p><h2>References</h2><aside '
    'class="footnote-list brackets"><aside class="footnote brackets" id="fo-1" role="doc-footnote"><span class="label"><span '
    'class="fn-bracket">[</span>1<span class="fn-bracket">]</span></span><span class="backrefs">(<a role="doc-backlink" '
    'href="#re-1">1</a>,<a role="doc-backlink" href="#re-2">2</a>)</span><p>Doe. Rye.</p></aside><aside class="footnote '
    'brackets" id="fo-2" role="doc-footnote"><span class="label"><span class="fn-bracket">[</span><a role="doc-backlink" '
    'href="#re-3">2</a><span class="fn-bracket">]</span></span><p>Roe. Oats.</p></aside></aside>'
)
DOCUTILS_DL = (
    '<p>Rye fell.<a class="footnote-reference brackets" href="#id4" id="id1">[1]</a> Oats rose.<a class="footnote-reference '
    'brackets" href="#id5" id="id3">[2]</a> Rye rose.<a class="footnote-reference brackets" href="#id4" id="id2">[1]</a></p>'
    '<h2>References</h2><dl class="footnote brackets"><dt class="label" id="id4"><span class="brackets">1</span><span '
    'class="fn-backref">(<a href="#id1">1</a>,<a href="#id2">2</a>)</span></dt><dd><p>Doe. Rye.</p></dd><dt class="label" '
    'id="id5"><span class="brackets"><a class="fn-backref" href="#id3">2</a></span></dt><dd><p>Roe. Oats.</p></dd></dl>'
)
DOCUTILS_TABLE = (
    '<p>Rye fell.<a class="footnote-reference" href="#id4" id="id1">[1]</a> Oats rose.<a class="footnote-reference" '
    'href="#id5" id="id3">[2]</a> Rye rose.<a class="footnote-reference" href="#id4" id="id2">[1]</a></p><h2>References</h2>'
    '<table class="docutils footnote" frame="void" id="id4" rules="none"><colgroup><col class="label" /><col /></colgroup>'
    '<tbody valign="top"><tr><td class="label">[1]</td><td><em>(<a class="fn-backref" href="#id1">1</a>, <a '
    'class="fn-backref" href="#id2">2</a>)</em> Doe. Rye.</td></tr></tbody></table><table class="docutils footnote" '
    'frame="void" id="id5" rules="none"><colgroup><col class="label" /><col /></colgroup><tbody valign="top"><tr><td '
    'class="label"><a class="fn-backref" href="#id3">[2]</a></td><td>Roe. Oats.</td></tr></tbody></table>'
)
PYTHON_MARKDOWN = (
    '<p>Rye fell.<sup id="fnref:r"><a class="footnote-ref" href="#fn:r">1</a></sup> Oats rose.<sup id="fnref:o"><a '
    'class="footnote-ref" href="#fn:o">2</a></sup> Rye rose.<sup id="fnref2:r"><a class="footnote-ref" href="#fn:r">1</a>'
    '</sup></p><h2>References</h2><div class="footnote"><hr /><ol><li id="fn:r"><p>Doe. Rye.&#160;<a class="footnote-backref" '
    'href="#fnref:r" title="Jump back">&#8617;</a><a class="footnote-backref" href="#fnref2:r">&#8617;</a></p></li><li '
    'id="fn:o"><p>Roe. Oats.&#160;<a class="footnote-backref" href="#fnref:o">&#8617;</a></p></li></ol></div>'
)
KRAMDOWN = (
    '<p>Rye fell.<sup id="fnref:r" role="doc-noteref"><a href="#fn:r" class="footnote" rel="footnote">1</a></sup> Oats rose.'
    '<sup id="fnref:o" role="doc-noteref"><a href="#fn:o" class="footnote" rel="footnote">2</a></sup> Rye rose.<sup '
    'id="fnref:r:1" role="doc-noteref"><a href="#fn:r" class="footnote" rel="footnote">1</a></sup></p><h2>References</h2><div '
    'class="footnotes" role="doc-endnotes"><ol><li id="fn:r" role="doc-endnote"><p>Doe. Rye. <a href="#fnref:r" '
    'class="reversefootnote" role="doc-backlink">&#8617;</a> <a href="#fnref:r:1" class="reversefootnote">&#8617;<sup>2</sup>'
    '</a></p></li><li id="fn:o" role="doc-endnote"><p>Roe. Oats. <a href="#fnref:o" class="reversefootnote">&#8617;</a></p>'
    "</li></ol></div>"
)
EPUB = (
    '<p>Rye fell.<sup><a epub:type="noteref" href="#n1">1</a></sup> Oats rose.<sup><a epub:type="noteref" href="#n2">2</a>'
    '</sup> Rye rose.<sup><a epub:type="noteref" href="#n1">1</a></sup></p><h2>References</h2><aside epub:type="footnote" '
    'id="n1"><p>1. Doe. Rye.</p></aside><aside epub:type="footnote" id="n2"><p>2. Roe. Oats.</p></aside>'
)
ARIA = (
    '<p>Rye fell.<a role="doc-noteref" href="#e1" id="b1">[1]</a> Oats rose.<a role="doc-noteref" href="#e2" id="b3">[2]</a> '
    'Rye rose.<a role="doc-noteref" href="#e1" id="b2">[1]</a></p><section role="doc-endnotes"><h2>References</h2><ol><li '
    'role="doc-endnote" id="e1">Doe. Rye. <a role="doc-backlink" href="#b1">^</a></li><li role="doc-endnote" id="e2">Roe. '
    'Oats. <a role="doc-backlink" href="#b3">^</a></li></ol></section>'
)
OLD_ANCHORS = (  # written by hand: names of anchors, numbers as text
    '<p>Rye fell.[<a href="#r1">1</a>] Oats rose.[<a href="#r2">2</a>] Rye rose.[<a href="#r1">1</a>]</p><h2>References</h2>'
    '<p><a name="r1"></a>[1] Doe. Rye.</p><p><a name="r2"></a>[2] Roe. Oats.</p>'
)
JATS = (
    '<?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving DTD v1.2//EN" "JATS.dtd">'
    '<article xmlns:xlink="http://www.w3.org/1999/xlink"><front><journal-meta><journal-title>Grain</journal-title>'
    "</journal-meta><article-meta><article-id>7</article-id><title-group><article-title>Grain of the year</article-title>"
    '</title-group><volume>3</volume></article-meta></front><body><p>Rye fell.[<xref ref-type="bibr" rid="B1">1</xref>] Oats '
    'rose.[<xref ref-type="bibr" rid="B2">2</xref>] Rye rose.[<xref ref-type="bibr" rid="B1">1</xref>]</p></body><back>'
    '<ref-list><title>References</title><ref id="B1"><label>1</label><mixed-citation>Doe. Rye.</mixed-citation></ref><ref '
    'id="B2"><label>2</label><mixed-citation>Roe. Oats.</mixed-citation></ref></ref-list></back></article>'
)
PRINTED = "<p>Rye fell.[1] Oats rose.[2] Rye rose.[1]</p><h2>References</h2><ol><li>Doe. Rye.</li><li>Roe. Oats.</li></ol>"
PRINTED_LABELS = (
    "<p>Rye fell.[1] Oats rose.<b>[</b>2&#93; Rye rose.[1]</p><p><b>References</b></p><p>[1] Doe. <i>Rye.</i></p>"
    "<p>[2] Roe. Oats.</p>"
)
RAISED = PRINTED.replace("[1]", "<sup>1</sup>").replace("[2]", "<sup>2</sup>")

LINKED = {
    "MediaWiki": MEDIAWIKI,
    "Parsoid": PARSOID,
    "GitHub": GITHUB,
    "pandoc": PANDOC,
    "citeproc": CITEPROC,
    "docutils": DOCUTILS,
    "docutils-dl": DOCUTILS_DL,
    "docutils-table": DOCUTILS_TABLE,
    "Python-Markdown": PYTHON_MARKDOWN,
    "kramdown": KRAMDOWN,
    "EPUB": EPUB,
    "DPUB-ARIA": ARIA,
    "by hand": OLD_ANCHORS,
}
PRINTS = {"printed": PRINTED, "printed labels": PRINTED_LABELS, "raised": RAISED}
PAGES = {**LINKED, **PRINTS, "JATS": JATS}


def bare(page: str) -> str:
    """Return a page as extractors leave it: without classes, roles and other attributes that say what is what."""
    return _LOOKS.sub("", page)

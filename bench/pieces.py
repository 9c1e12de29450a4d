"""What the texts of `bench.growth` are made of: the pieces of each format, and hostile texts by name."""

PIECES: dict[str, tuple[str, ...]] = {
    "wikitext": (
        *"<ref> </ref> <ref/> <references> <references/> <!-- --> <nowiki> </nowiki> {{ }} {{a| {{efn| {{r".split(),
        *"[[ ]] [[File:a| {| |} |- {{{ }}} '' ''' [http://a <gallery> &amp; <b {{cite|title= [1] == : * <".split(),
        *["<ref name=a>", "<ref name=a />", "<ref follow=b>", "\n", "\n\n", "|", "=", " ", "x", "Doe. 3 May 2016. "],
    ),
    "html": (
        *"<p> </p> <div> </div> <ol> <li> </ol> <table> <tr> <td> <a> </a> <sup> </sup> <!-- --> <b> <i>".split(),
        *[
            '<li id="cite_note-1">',
            '<a href="#cite_note-1">',
            '<a href="#cite_ref-1">^</a>',
            "[1]",
            "<h2>References</h2>",
        ],
        *["&amp;", "&", "<", "<a ", '"', "x", " ", "\n", '<span title="ctx_ver=Z39.88">', "1. Doe. 3 May 2016.\n"],
    ),
    "markdown": (
        *"[ ] ( ) ![ ](a [^a] [^a]: [1] [1]: < > <a <!-- * ** _ ` ``` ~~~ \\ & # = - | + 1. @a [@a] {.a} $".split(),
        *["\n", "\n\n", "    ", "> ", "- ", "* ", "  ", "x", "[^a]: b\n", "[a]: b\n", "1. Doe. 3 May 2016.\n", "\t"],
    ),
    "rst": (
        *"[1]_ [#]_ [#a]_ [a]_ a_ a__ `a `a`_ ` `` * ** | _ : :: .. <a> \\ ---- ==== +--+ |a|_".split(),
        *[
            "\n",
            "\n\n",
            ".. [1] x\n",
            ".. [#] x\n",
            ".. _a: b\n",
            "   ",
            "- a\n",
            "x",
            " ",
            "1. a\n",
            "a\n=\n",
            ".. a::\n",
        ],
    ),
    "plaintext": (
        *"[ ] [1] [1,2] [1-9] [1, ( ) (1) ¹ {1} 1. 1) . , ; : - – ' \" “ http:// www. x 12 May 2016".split(),
        *[
            "\n",
            "\n\n",
            " ",
            "References\n",
            "1. Doe. 3 May 2016.\n",
            "[1] Doe.\n",
            "three days later ",
            "Rye fell. ",
            "\t",
        ],
    ),
}

# By name: what stands in front, and what is repeated.
NAMED: dict[str, dict[str, tuple[str, str]]] = {
    "wikitext": {
        "unclosed references": ("", "<ref>"),
        "references": ("", "<ref>a</ref>"),
        "references in turn with lists": ("", "<ref>a</ref><references/>"),
        "nested templates": ("", "{{a|{{b}}"),
        "short citations": ("", "{{sfn|Doe|1994}}"),
        "tables": ("", "{|\n|-\n|a||b\n"),
        "quotes": ("", "''a'''b"),
    },
    "html": {
        "depth": ("", "<div>"),
        "nested lists": ("", '<ol><li id="cite_note-1">'),
        "nested tables": ("", "<table><tr><td>"),
        "overlaps": ("", "<b><i></b></i>"),
        "references": ("", '<p>R.<sup><a href="#cite_note-1">[1]</a></sup>'),
        "links back": ("", '<li id="cite_note-1"><a href="#cite_ref-1">^</a> T'),
        "printed numbers": ("", "<p>R. [1]"),
    },
    "markdown": {
        "open brackets": ("", "["),
        "open images": ("", "![a]("),
        "nested quotes": ("", "> "),
        "nested items": ("", "- "),
        "emphasis": ("", "*a **b "),
        "calls and definitions": ("", "A[^a].\n\n[^a]: b\n\n"),
        "table rows": ("|a|b|\n|-|-|\n", "|a|b|\n"),
    },
    "rst": {
        "footnotes": ("", "A [#]_.\n\n.. [#] b\n\n"),
        "nested quotes": ("", "a\n b\n"),
        "open roles": ("", ":a:`"),
        "substitutions": ("", "|a|"),
    },
    "plaintext": {
        "markers": ("", "Rye fell.[1] "),
        "ranges": ("", "[1-999]"),
        "a list": ("References\n\n", '1. Doe. "Rye". The Paper. 3 May 2016.\n'),
        "days": ("", "On 3 May 2016 rye fell, three days later it rose. "),
    },
}

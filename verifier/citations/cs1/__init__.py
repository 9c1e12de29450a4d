"""The citation templates of Wikipedia: Citation Style 1 and 2 and their kin, in the languages of the .toml files.

`source.read` gives a template's parameters by their meaning, `citation.citation` the fields of the citation,
`printed.words` the text that Wikipedia prints for it, `keys` the anchors that short citations lead to. `forms` checks
dates as written and `archives` the address of a snapshot, both as Module:Citation/CS1 does
(https://en.wikipedia.org/wiki/Module:Citation/CS1).
"""

"""Markdown as GitHub reads it: the blocks and inlines of GFM, with the place of every character.

Own code, measured against the alternatives: markdown-it-py gives lines and no columns, differs from GitHub in five of
the 29 footnote fixtures of micromark and takes five seconds for 100 kB of brackets; cmark-gfm gives HTML only. Here no
step takes more than linear time and none recurses on the depth of the input. tests/markdown/ compares with cmark-gfm.
"""

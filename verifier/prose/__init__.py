"""Running text with printed markers: the markers, the reference lists, sentences, claims and a mirror's boilerplate.

Shared by every reader that meets plain ``[n]`` markers. The grammar is in docs/numbering.md.
"""

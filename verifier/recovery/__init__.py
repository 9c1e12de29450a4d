"""Renumber recovery: which entry each number really meant, in a list that lost entries and was numbered afresh.

Structure first (which numbers are cited, what is hidden), then evidence (dates and words), then an alignment that
keeps the order of the entries, with posteriors; classes and refusal last. The method is described in docs/numbering.md.
"""

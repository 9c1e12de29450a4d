"""Find pages of references that have lost their addresses: guesses first, then the index, all confirmed by playback.

A search of low priority: it changes no verdict, and that nothing was found means nothing. Outlets and the shapes of
their addresses stand in outlets.toml, in a registry's ``[[outlet]]`` and in its other references. Pure but for the
transport that `search` is handed.
"""

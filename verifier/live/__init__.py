"""Live links: whether the cited URL itself still answers.

`ask` asks through the run's transport, `outcome` says what an answer means, `past` counts what earlier runs saw. What
refuses programs is blocked, never dead; what cannot be reached is dead only once several runs over days have seen it.
"""

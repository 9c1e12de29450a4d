"""Whether a page says what a claim says: facts, where they stand, whether they belong together, a verdict. Pure."""

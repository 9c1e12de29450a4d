"""Cut one inflection ending off an English word: light, so that different words rarely meet."""

_SUFFIXES = ("ing", "ers", "ies", "es", "ed", "s", "er", "al")
_REMAIN = 4  # letters


def stem(word: str) -> str:
    """Return the folded word without its ending, if four letters remain; what stands behind an apostrophe goes."""
    word = word.split("'")[0].split("\u2019")[0]
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _REMAIN and not word.endswith("ss"):
            return word[: -len(suffix)]
    return word

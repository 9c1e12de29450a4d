"""Cut one inflection ending off an English word: light, so that different words rarely meet."""

_SUFFIXES = ("ing", "ers", "ies", "es", "ed", "s", "er", "al")
_REMAIN = 4  # letters; behind a bare "s" three will do ("jets", "buys")
_KEPT = ("ss", "us", "is")


def stem(word: str) -> str:
    """Return the folded word without its ending, if four letters remain; what stands behind an apostrophe goes."""
    word = word.split("'")[0].split("\u2019")[0]
    for suffix in _SUFFIXES:
        least = 3 if suffix == "s" else _REMAIN
        if word.endswith(suffix) and len(word) - len(suffix) >= least and not word.endswith(_KEPT):
            word = word[: -len(suffix)]
            break
    return word[:-1] if word.endswith("e") and len(word) > _REMAIN else word

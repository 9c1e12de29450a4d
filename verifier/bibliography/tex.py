r"""TeX as readers see it: ``{\"o}`` is one letter, ``\&`` a mark, braces are nothing.

pylatexenc knows the macros. In a bibliography ``%`` is a mark like any other, for BibTeX has no comments in a value.
"""

import re

_MARKS = re.compile(r"(?<!\\)[%#&]")
_DOLLAR = re.compile(r"(?<!\\)\$")
_LONGEST = 5_000  # characters of a value that are read as TeX; longer ones only lose their braces
_BRACES = {ord("{"): None, ord("}"): None}
_ADDRESS = re.compile(r"https?://[^\s{}]+")
_ESCAPED = re.compile(r"\\([%#&$_{}~])")


def plain(value: str) -> str:
    """Return a value of TeX as one line of text."""
    flat = " ".join(value.split())
    is_tex = ("\\" in flat or "$" in flat) and len(flat) <= _LONGEST
    return " ".join((_decoded(flat) if is_tex else _bare(flat)).split())


def url(value: str) -> str:
    r"""Return the address in a value, which may stand in ``\url{}``; "" without one."""
    found = _ADDRESS.search(_ESCAPED.sub(r"\1", value.replace("\\url", " ").replace("\\href", " ")))
    return found[0] if found else ""


def _bare(value: str) -> str:
    return value.replace("---", "—").replace("--", "–").replace("~", " ").translate(_BRACES)


def _decoded(value: str) -> str:
    from pylatexenc.latex2text import LatexNodes2Text
    from pylatexenc.latexwalker import LatexWalkerError

    marked = _MARKS.sub(r"\\\g<0>", value)
    if len(_DOLLAR.findall(value)) % 2:  # a sum of money: mathematics stand between two
        marked = _DOLLAR.sub(r"\\$", marked)
    try:
        return str(LatexNodes2Text(math_mode="text").latex_to_text(marked))
    except (LatexWalkerError, RecursionError, ValueError, KeyError, IndexError):  # it is read as far as it goes
        return _bare(value)

"""The headings of reference lists, in the languages of large Wikipedias."""

import re

from verifier.text import one_line

_WORDS = (
    frozenset(
        "references reference refs bibliography bibliographie références literaturverzeichnis citations notes "
        "footnotes endnotes sources quellen einzelnachweise fuentes referencias bibliografía notas note "
        "riferimenti bibliografia noten bronnen referenties referências przypisy referenser källor viitteet "
        "lähteet kaynakça jegyzetek poznámky примечания источники примітки джерела бележки източници "
        "παραπομπές πηγές المراجع مراجع المصادر هوامش منابع پانویس তথ্যসূত্র টীকা संदर्भ सन्दर्भ 脚注 出典 注釈 "
        "参考文献 参考资料 注释 參考文獻 註釋 각주 참고문헌".split()
    )
    | {"works cited", "notes and references", "references and notes", "citations and notes"}
    | {"explanatory notes", "further notes", "notes et références", "הערות שוליים"}
)
_HEADING = re.compile(  # vowel signs of many scripts are no word characters
    r"[\s#=*]*(?:\d{1,3}(?:\.\d{1,3}){0,3}\.?\s+)?([^\W\d_][\w \t\u0300-\U0010ffff]{1,40}?)\s*"
    r"(?:\[\s*edit\s*\])?[\s#=*:]*"
)


def word(line: str) -> str | None:
    """Return the heading in lower case if the line is one of a reference list ("7 References[edit]"), else None."""
    if len(line) > 80:
        return None
    match = _HEADING.fullmatch(line)
    if match is None:
        return None
    found = " ".join(match[1].split()).casefold()
    squeezed = found.replace(" ", "")
    return found if found in _WORDS else squeezed if squeezed in _WORDS else None


def printed(line: str) -> str:
    """Return the heading as printed, without its marks and number."""
    return one_line(match[1]) if (match := _HEADING.fullmatch(line)) else ""

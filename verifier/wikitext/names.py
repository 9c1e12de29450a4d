"""The templates and link prefixes that change which references a page has, or what a reader sees of it.

Names are in lower case with blanks, as `normal` gives them. Redirects are those of the English Wikipedia; see
https://en.wikipedia.org/wiki/Template:Reflist, https://en.wikipedia.org/wiki/Template:Efn,
https://en.wikipedia.org/wiki/Template:Refn, https://en.wikipedia.org/wiki/Template:R,
https://en.wikipedia.org/wiki/Template:Sfn. Lists of other editions are redirects to, or translations of, the same.
"""

import re

_PREFIX = re.compile(
    r"^(?:(?:template|vorlage|modèle|plantilla|шаблон)\s*:|(?:safesubst|subst|msg|msgnw|raw)\s*:|:)+\s*"
)

REFLIST = frozenset(
    name.replace("_", " ")
    for name in """reflist references reference_list refs ref-list references-small reference reflist-talk listaref
    listref références références_nombreuses referências przypisy примечания примітки bronnen referenser viitteet
    jegyzetek kaynakça 각주 مراجع پانویس הערות_שוליים παραπομπές সূত্র_তালিকা संदर्भयादी संदर्भनोंदी""".split()
)
NOTELIST = {
    "notelist": "lower-alpha",
    "notelist-ua": "upper-alpha",
    "notelist-lr": "lower-roman",
    "notelist-ur": "upper-roman",
    "notelist-lg": "lower-greek",
    "notelist2": "注",
    "efn list": "lower-alpha",
    "notes": "lower-alpha",
    "টীকা তালিকা": "lower-alpha",
}
NOTE_GROUPS = ("注釈", "টীকা")  # what other editions call the group of {{notelist}}
EFN = {
    "efn": "lower-alpha",
    "efn-la": "lower-alpha",
    "efn-ua": "upper-alpha",
    "efn-lr": "lower-roman",
    "efn-ur": "upper-roman",
    "efn-lg": "lower-greek",
    "efn-num": "decimal",
    "explanatory footnote": "lower-alpha",
}
REFN = frozenset({"refn", "#tag:ref"})
R = frozenset({"r", "ref label r", "rs"})
SFN = frozenset({"sfn", "sfnp", "shortened footnote", "shortened footnote template", "sfn para", "sfnm", "sfnmp"})
HARV = frozenset(
    {"harv", "harvnb", "harvp", "harvtxt", "harvcol", "harvcolnb", "harvcoltxt", "harvard citation no brackets"}
)
RP = frozenset({"rp", "reference page", "ref page", "page ref"})
# Templates that show one of their arguments as it is: the number of that argument.
SHOWN = {
    **dict.fromkeys(
        "1x nowrap nobr small big smaller larger sc smallcaps abbr tooltip quote blockquote em strong center ill ipa "
        "flag flagcountry flagu mono kbd math mvar vanchor underline sic color noitalic".split(),
        1,
    ),
    **dict.fromkeys(["lang", "transl", "transliteration", "langx", "wikt-lang", "font color", "script"], 2),
}
_LANG = re.compile(r"lang-[a-z]{2,3}(?:-[a-z]+)*")
FILES = frozenset(
    "file image media datei bild fichier archivo imagen ficheiro immagine plik bestand файл изображение зображення "
    "fil fitxer berkas ফাইল চিত্র संचिका αρχείο εικόνα ファイル 画像 文件 图像 파일 그림 soubor fájl dosya".split()
)
CATEGORIES = frozenset(
    "category kategorie catégorie categoría categoria категория категорія kategoria categorie वर्ग বিষয়শ্রেণী κατηγορία "
    "カテゴリ 分类 분류 kategori kategória تصنيف رده קטגוריה".split()
)
_LANGUAGE = re.compile(r"(?:[a-z]{2,3}|simple|zh-[a-z-]+|[a-z]{2}-x-[a-z]+|be-tarask|roa-[a-z-]+|bat-smg)")


def normal(name: str) -> str:
    """Return a template's name in the form of these tables: lower case, single blanks, without its namespace."""
    return _PREFIX.sub("", " ".join(name.replace("_", " ").split()).lower())


def shown_argument(name: str) -> int | None:
    """Return the number of the argument that a template shows as it is None if that is not known."""
    if _LANG.fullmatch(name):
        return 1
    return SHOWN.get(name)


def link_kind(target: str) -> str:
    """Return what a link target is: "file", "category", "language" (of another edition) or "page"."""
    prefix, colon, _ = target.partition(":")
    if not colon or target.startswith(":"):
        return "page"
    prefix = prefix.strip().replace("_", " ")
    if prefix.lower() in FILES:
        return "file"
    if prefix.lower() in CATEGORIES:
        return "category"
    return "language" if _LANGUAGE.fullmatch(prefix) else "page"

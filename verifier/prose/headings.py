"""The headings of reference lists and of what stands around them, in the languages of large Wikipedias."""

import re

from verifier.text import one_line

# Lists of remarks, where another list beside them holds the sources.
_NOTES = (
    "notes; footnotes; explanatory notes; further notes; note; noten; anmerkungen; kommentare; notas; "
    "anotaciones; voetnoten; uwagi; noter; anmärkningar; huomautukset; notlar; megjegyzések; poznámky; "
    "комментарии; коментарі; бележки; σημειώσεις; υποσημειώσεις; нотатки; annotazioni; ghi chú; catatan; "
    "ملاحظات; یادداشت; ביאורים; टिप्पणी; नोंदी; টীকা; পাদটীকা; পদটিকা; ব্যাখ্যা; মন্তব্য; 注釈; 注记; "
    "注記; 注释; 註釋; 註解; 備註; 备注; 내용주"
)
_SOURCES = (
    "αναφορές; σημειώσεις και παραπομπές; παραπομπές και σημειώσεις; βιβλιογραφία; উদ্ধৃতি; "
    "संदर्भ व नोंदी; संदर्भ आणि नोंदी; संदर्भ यादी; виноски; джерела інформації; сноски; "
    "примечания и ссылки; 出典・脚注; 脚注・出典; 注釈・出典; 参照; literatur; литература; література; "
    "literature cited; references cited; sources cited; reference list; list of references; "
    "notes and sources; sources and notes; end notes; foot notes; quellenverzeichnis; quellenangaben; "
    "références bibliographiques; referencias bibliográficas; список литературы; literatura; references; "
    "reference; refs; bibliography; citations; endnotes; sources; works cited; notes and references; "
    "references and notes; citations and notes; bibliographie; références; notes et références; "
    "literaturverzeichnis; quellen; einzelnachweise; fußnoten; belege; fuentes; referencias; "
    "bibliografía; riferimenti; bibliografia; fonti; bronnen; referenties; referências; przypisy; "
    "referenser; referanser; referencer; källor; kilder; viitteet; lähteet; kaynakça; jegyzetek; "
    "források; referințe; referències; příloha; примечания; источники; примітки; джерела; източници; "
    "παραπομπές; πηγές; المراجع; مراجع; المصادر; مصادر; هوامش; الهوامش; منابع; پانویس; הערות שוליים; "
    "מקורות; তথ্যসূত্র; संदर्भ; सन्दर्भ; 脚注; 出典; 注; 参考文献; 参考资料; 参考資料; 參考文獻; "
    "參考資料; 腳註; 资料来源; 資料來源; 각주; 출처주; 참고문헌; chú thích; tham khảo; referensi; "
    "catatan kaki"
)
_OTHERS = (  # what ends a list and begins none
    "see also; external link; external links; further reading; gallery; weblinks; siehe auch; "
    "voir aussi; articles connexes; liens externes; véase también; enlaces externos; voci correlate; "
    "altri progetti; collegamenti esterni; zie ook; externe links; externe link; ver também; "
    "ligações externas; zobacz też; linki zewnętrzne; se även; externa länkar; se også; "
    "eksterne henvisninger; eksterne lenker; katso myös; aiheesta muualla; ayrıca bakınız; "
    "dış bağlantılar; további információk; související články; externí odkazy; см. также; ссылки; "
    "див. також; посилання; външни препратки; εξωτερικοί σύνδεσμοι; وصلات خارجية; انظر أيضا; "
    "پیوند به بیرون; جستارهای وابسته; קישורים חיצוניים; ראו גם; इन्हें भी देखें; बाहरी कड़ियाँ; "
    "বহিঃসংযোগ; 関連項目; 外部リンク; 外部链接; 外部連結; 外部链結; 参见; 參見; 같이 보기; 외부 링크; "
    "liên kết ngoài; xem thêm; pranala luar; lihat pula; category; categories; kategorien; catégories; "
    "categorías; navigation menu"
)


def _set(words: str) -> frozenset[str]:
    return frozenset(word.strip().casefold() for word in words.split(";"))


NOTES = _set(_NOTES)
_ALL, _ENDS = NOTES | _set(_SOURCES), _set(_OTHERS)
_EDIT = r"(?:\[[^\[\]\d]{1,60}\])?"  # "[edit]", "[Bearbeiten | Quelltext bearbeiten]"
_HEADING = re.compile(  # vowel signs of many scripts are no word characters
    rf"[\s#=*]*(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}\.?\s+)?([^\W\d_][\w \t\u0300-\U0010ffff]{{0,40}}?)\s*{_EDIT}[\s#=*:]*"
)
_OTHER = re.compile(rf"\s*([^\W\d_][^\[\]\n:]{{1,40}}?)\s*{_EDIT}:?\s*")


def word(line: str) -> str | None:
    """Return the heading in lower case if the line is one of a reference list ("7 References[edit]"), else None."""
    if len(line) > 80:
        return None
    match = _HEADING.fullmatch(line)
    if match is None:
        return None
    found = " ".join(match[1].split()).casefold()
    squeezed = found.replace(" ", "")
    return found if found in _ALL else squeezed if squeezed in _ALL else None


def ends_list(line: str) -> bool:
    """Tell whether the line is a heading that ends a list and begins none ("External links[edit]")."""
    if len(line) > 80:
        return False
    match = _OTHER.fullmatch(line)
    return match is not None and " ".join(match[1].split()).casefold() in _ENDS


def printed(line: str) -> str:
    """Return the heading as printed, without its marks and number."""
    return one_line(match[1]) if (match := _HEADING.fullmatch(line)) else ""

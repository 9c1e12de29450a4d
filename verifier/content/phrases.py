"""What sites write on pages that stand in for a missing one.

Kinds of sentences as collected by WaybackMedic (https://github.com/greencardamom/WaybackMedic, soft404.nim) and
DeadlinkChecker (https://github.com/wikimedia/DeadlinkChecker). A title or heading must consist of such words, not only
hold them: "Why error 404 means page not found" is an article. All text is compared folded (`verifier.text.fold`).
"""

import re

from verifier.text import fold, one_line

_LONGEST = 120  # characters of a part of a title, from which on it is a sentence about something
_CODE = r"(?:400|401|403|404|405|406|408|409|410|41[567]|429|50[0-4]|508|52[01])"
_SORRY = r"(?:(?:we are |we're |i'm )?(?:sorry|oops|whoops|uh-oh|hmm)[\s,.!:\-]*)?"
_WHICH = r"(?:(?:the|this|that|your|a|such|requested|web|error|404)\s){0,4}"
_WHAT = (
    r"(?:pages?|web ?page|url|address|link|article|content|file|file or directory|document|site|item|resource|video"
    r"|object)"
)
_YOU = r"(?:\s(?:that )?you(?:'re| are|'ve| have)?(?: \w+){1,4}?)?"
_NOT = r"(?=.*\b(?:not|no|never|cannot|\w+n't|unavailable|removed|deleted|missing|gone|expired|moved)\b)"
_GONE = (
    r"\s(?:(?:was|is|were|has|have|had|could|can|cannot|can't|couldn't|isn't|wasn't|doesn't|does|may|might|no|longer|not"
    r"|never|be|been|temporarily|permanently|currently|moved|or|and)\s){0,6}"
    r"(?:found|available|exists?|unavailable|removed|deleted|displayed|here|moved|gone|expired|missing)"
)
_SEEK = r"(?:can't|cannot|can not|couldn't|could not|unable to|are unable to|were unable to|can't seem to)"
_CODED_TAIL = (
    r"(?:[ :.()\-]*(?:error|page|file or directory|file|not found|forbidden|gone|access denied|unauthori[sz]ed))*"
)
_TITLE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:http |https )?(?:error |status |code |status code )?[#:\-(]*{_CODE}[)]?{_CODED_TAIL}",
        rf"{_CODE}[ :\-]*(?:bad request|(?:internal )?server error|service (?:temporarily )?unavailable|bad gateway"
        r"|gateway time-?out|too many requests|method not allowed)",
        rf"{_SORRY}(?:error|not found|nothing found(?: for .{{0,40}})?|no results found|(?:site|account) suspended"
        r"|site offline|site disabled|access denied|access forbidden|error: forbidden|forbidden|unauthori[sz]ed"
        r"|bad request|(?:internal )?server error|service (?:temporarily )?unavailable|bad gateway|gateway time-?out"
        r"|too many requests|(?:an )?error (?:has )?occurred|there was an error|something went wrong"
        r"|site under construction)",
        rf"{_NOT}{_SORRY}{_WHICH}{_WHAT}{_YOU}{_GONE}(?: [(]?404[)]?)?",
        rf"{_SORRY}(?:we |i |the server )?{_SEEK}\s(?:be )?(?:find|locate|found|display)"
        rf"(?:\s(?:the|that|this|your|requested|web)){{0,2}}(?:\s{_WHAT})?{_YOU}",
        rf"{_SORRY}no (?:such page|content found at the requested url)|(?:page missing|missing page)(?: [(]404[)])?",
        r"(?:broken|dead) link|invalid url|page error|404 page|error page",
        rf"(?:error )?451{_CODED_TAIL}|(?:(?:error )?451[ :\-]*)?unavailable (?:due to|for) legal reasons",
    )
)
_DOOR = re.compile(
    r"(?:please )?(?:log ?in|sign ?in|log on|login required|sign in required|member login"
    r"|(?:log ?in|sign ?in) to (?:continue|your account|view this page|read this page))"
    r"|redirecting|redirect|please wait|just a moment|attention required|are you a robot|checking your browser"
    r"|before you continue(?: to [\w. ]{1,40})?|subscribe to (?:read|continue reading)"
    r"|access to this page has been denied|unavailable|not available|not here|whoops|oops|domain sale offer"
)
_ELSEWHERE = (  # in languages whose words stand for the whole sentence
    *("страница не найдена", "доступ запрещен", "сторінку не знайдено", "страница не существует"),
    *("pagina no encontrada", "no se encontro la pagina", "la pagina no existe", "archivo no encontrado"),
    *("page non trouvee", "page introuvable", "la page demandee est introuvable", "acces refuse"),
    *("la page demandee n'a pu etre trouvee", "cette page n'existe pas", "cette page n'existe plus"),
    *("seite nicht gefunden", "datei nicht gefunden", "diese seite existiert nicht", "zugriff verweigert"),
    *("pagina non trovata", "pagina richiesta non esiste", "pagina nao encontrada", "pagina niet gevonden"),
    *("pagina inexistenta", "pagina nu a fost gasita", "sidan kan inte hittas", "hittar inte sidan"),
    *("siden ble ikke funnet", "siden blev ikke fundet", "sivua ei loydy", "strona nie zostala znaleziona"),
    *("nie znaleziono strony", "strona nie istnieje", "siden finnes ikke", "seite wurde nicht gefunden"),
    *("η σελίδα δεν βρέθηκε", "η σελίδα δεν υπάρχει", "页面未找到", "頁面不存在", "ページが見つかりませんでした"),
    *("お探しのページは見つかりませんでした", "ページが存在しません"),
    *("stranka nenalezena", "a keresett oldal nem talalhato", "sayfa bulunamadi", "stranica nije pronadena"),
    *("الصفحة غير موجودة", "الصفحة المطلوبة غير موجودة", "לא נמצא", "העמוד לא נמצא"),
    *("ページが見つかりません", "페이지를 찾을 수 없습니다", "无法找到该页", "页面不存在", "找不到网页", "找不到頁面"),
)
_CODED = re.compile(
    rf"(?:ошибка|fehler|erreur|errore|erro|greska|грешка|hiba|chyba|blad|hata|fel|fejl|feil) {_CODE}"
    rf"|{_CODE} (?:hiba|no encontrado|non trouvee|nicht gefunden)"
)
_NOUN = r"(?:page|article|url|resource|file|content|document|object|item|video|story)"
_THAT = rf"\b{_NOUN} (?:you (?:\w+ ){{1,5}}?)?"
_BODY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_THAT}(?:is|was|are|were|has been|may have been|might have been)(?: not| no longer|n't)(?: been)?"
        r" (?:available|found|displayed|here)\b",
        rf"{_THAT}(?:isn't available|(?:could|can)(?:not| not|n't) be (?:found|displayed|located)|no longer exists"
        r"|does not exist|doesn't exist|has been (?:removed|deleted)|is (?:temporarily|permanently) unavailable"
        r"|may have been (?:moved|deleted|removed))\b",
        r"\b(?:unable to|cannot|can't|can't seem to|could not|couldn't) (?:find|locate) (?:the|that|this|your)"
        rf" {_NOUN}\b",
        r"\b(?:http|error|status)[ :]*404\b|\bmissing page [(]404[)]|\b404 (?:error|not found|page)\b",
        r"\b403 (?:forbidden|access forbidden)\b|\bno such url at this domain\b|\baccount (?:has been )?suspended\b",
        r"\bsorry, no posts\b|\bconnection timed out\b|\bserver error in '/' application\b|\bbad request\b",
        r"\bservice (?:temporarily )?unavailable\b|\bsearch session has expired\b|\bretry after some time\b",
        r"\bno results matched your search\b|\berror establishing a database connection\b",
        r"\bplease enable (?:js|javascript) and (?:disable any ad blocker|cookies)\b"
        r"|\benable javascript and cookies to continue\b|\bverify(?:ing)? (?:that )?you are (?:a )?human\b",
    )
)
_PARKED = re.compile(
    r"\bthis (?:web ?site|domain)(?: name)? (?:is|may be|could be) for sale\b"
    r"|\b(?:this|the) domain(?: name)? is parked\b"
    r"|\b(?:this|the) domain(?: name)? (?:has )?(?:expired|just been registered|has just been registered)\b"
    r"|\bsponsored listings (?:displayed above|for goods and services)\b|\bbuy this domain\b|\bdomain sale offer\b"
)
# A title that offers a domain: articles do of domains of others, so one that is named must be the page's own.
_SALE = r"(?:(?:is|may be|could be) (?:for sale|available for purchase)|steht zum verkauf|ist zu verkaufen)"
_OFFERED = re.compile(rf"(?:(?:the|die) domain(?: name)? )?([a-z0-9.\-]+\.[a-z0-9\-]{{2,63}}) {_SALE}")
_NAMELESS = re.compile(rf"(?:this|diese) domain(?: name)? {_SALE}|domain(?: name)? for sale")
# A server, or what runs the site, that has no page to show yet, or now.
_SERVER = re.compile(
    r"database error|error establishing a database connection|sorry, you have been blocked"
    r"|(?:(?:the|this|our) )?(?:web ?)?site (?:is )?(?:(?:currently|temporarily) )?(?:down for|under|in|undergoing)"
    r"(?: scheduled)? maintenance|(?:down for|under|scheduled) maintenance|maintenance mode"
    r"|we(?:'ll| will) be (?:right )?back(?: soon)?|it works|welcome to nginx|iis windows server"
    r"|apache2 \w+ default page|(?:.{1,40} )?test page for the (?:apache|nginx|http) .{1,40}|default plesk page"
)
_CONSENT = re.compile(
    r"(?:wir (?:benotigen|brauchen) (?:ihre|deine) |(?:ihre|deine) )?(?:zustimmung|einwilligung)"
    r"(?: (?:ist )?(?:erforderlich|notig|notwendig)| zu cookies)?"
    r"|(?:ihre|deine) privatsphare ist uns wichtig|bevor (?:sie fortfahren|sie zu .{1,40} weitergehen|du fortfahrst)"
    r"|bevor du zu .{1,40} weitergehst|(?:cookie|datenschutz|privatsphare)-? ?einstellungen"
    r"|we value your privacy|we need your consent|(?:your )?(?:cookie )?consent|(?:cookie|privacy) consent"
    r"|nous avons besoin de votre (?:consentement|accord)|votre consentement|avant de continuer"
    r"|antes de continuar|tu consentimiento|prima di continuare|il tuo consenso|(?:cookie)?toestemming"
)
PARKING_HOSTS = frozenset(
    (
        *("www.sedo.com", "sedo.com", "sedoparking.com", "acquirethisname.com", "domain-holding.co.uk"),
        *("www.hugedomains.com", "hugedomains.com", "www.afternic.com", "afternic.com", "dan.com", "www.dan.com"),
    )
)
_CODED_HEAD = re.compile(rf"{_CODE}[ :.\-]+")
_SEPARATOR = re.compile(r"\s[|\u2013\u2014\u00b7\u00bb\u00ab:\-]+\s|[|\u00bb\u00ab]")
_COLON = re.compile(r":\s")


def in_title(title: str, *, doors: bool = True) -> str:
    """Return the part of a title or heading that says there is no such page, "" if none does.

    Words at a door ("Sign in", "Please wait") also head the boxes of whole pages: without `doors` they do not count.
    """
    patterns = (*_TITLE, _CODED, _DOOR) if doors else (*_TITLE, _CODED)
    for part in parts(title):
        plain = fold(one_line(part)).replace("\u2019", "'").strip(" .!?-:\u2026")
        if len(plain) <= _LONGEST and (
            _CODED_HEAD.sub("", plain, 1) in _FOLDED or any(each.fullmatch(plain) for each in patterns)
        ):
            return part.strip()
    return ""


def in_text(text: str) -> str:
    """Return the words of a page's text that say there is no such page, "" without any."""
    plain = fold(text).replace("\u2019", "'")
    for pattern in (*_BODY, _CODED):
        if found := pattern.search(plain):
            return found[0]
    return next((each for each in _FOLDED if each in plain), "")


def of_parking(text: str) -> str:
    """Return the words that offer the domain for sale, "" without any."""
    found = _PARKED.search(fold(text))
    return found[0] if found else ""


def is_offered(title: str, host: str) -> bool:
    """Tell whether the title of a page on `host` offers that domain for sale, or any domain where its seller is."""
    for part in parts(title):
        plain = fold(one_line(part)).strip(" .!")
        named = _OFFERED.fullmatch(plain)
        if _NAMELESS.fullmatch(plain):
            return True
        if named and (host in PARKING_HOSTS or named[1].removeprefix("www.") == host.removeprefix("www.")):
            return True
    return False


def of_consent(title: str) -> str:
    """Return the part of a title or heading that asks for consent before the page is shown, "" if none does."""
    found = (part.strip() for part in parts(title))
    return next((each for each in found if _CONSENT.fullmatch(fold(one_line(each)).strip(" .!?:\u2026"))), "")


def of_server(title: str) -> str:
    """Return the part of a title or heading that says that the site has no page to show now, "" if none does."""
    found = (part.strip() for part in parts(title))
    return next((each for each in found if _SERVER.fullmatch(_plain(each))), "")


def _plain(part: str) -> str:
    return fold(one_line(part)).replace("\u2019", "'").strip(" .!?:\u2026")


def parts(title: str) -> list[str]:
    """Return a title and its parts: sites put their name before or behind it, with a bar or a dash, or with a colon."""
    title = title[:500]
    split = [part for part in _SEPARATOR.split(title) if part.strip()]
    return [title, *(part for part in split if part != title), *_COLON.split(title)[1:][-1:]]


_FOLDED = frozenset(fold(each) for each in _ELSEWHERE)

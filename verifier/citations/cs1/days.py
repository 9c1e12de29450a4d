"""Read a date as the wikis write it: "3 May 2016", "3 травня 2016", "२३ मे २०१२", "2021年5月3日".

What is written in another language is put into English words and digits, and then read as any other date.
"""

import re
import unicodedata
from dataclasses import replace

from verifier import dates
from verifier.citations.cs1 import names
from verifier.model.dates import Dates

_LONGEST = 80  # characters; a longer value is no date
_EAST_ASIAN = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?")
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORD = re.compile(r"[^\s\d,.;()\u2013\u2014-]+\.?")  # letters with their marks, which are no word characters
_BETWEEN = re.compile(r"(?<=\w)\.(?= )|\b(?:de|del|do|da|року|года|р|г|er)\b\.?|(?<=\d)(?:er|º|ª)\b", re.IGNORECASE)


def read(value: str) -> Dates | None:
    """Return the date that the whole value is, in whatever language; None if it is none."""
    text = " ".join(value.split())
    if not text or len(text) > _LONGEST:
        return None
    found = dates.parse(text) or dates.parse(_english(text))
    if found is None or found.text == text.rstrip(".,; "):
        return found
    return replace(found, text=text, style=found.style if found.text in text else "")


def _english(text: str) -> str:
    """Return the date in English words and digits, as far as they are known."""
    plain = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
    for pattern in (_ISO, _EAST_ASIAN):
        if found := pattern.fullmatch(plain):
            return "-".join(part.zfill(2) for part in found.groups() if part) if found[3] else _month(found)
    if found := _DOTTED.fullmatch(plain):
        return f"{found[3]}-{found[2].zfill(2)}-{found[1].zfill(2)}"
    return " ".join(_WORD.sub(_name, _BETWEEN.sub(" ", plain)).replace(" ,", ",").split())


def _month(found: re.Match[str]) -> str:
    """Return "May 2016" or "2016" for a year with or without a month in East Asian signs."""
    return f"{dates.month_name(int(found[2]))} {found[1]}" if found[2] else found[1]


def _name(word: re.Match[str]) -> str:
    number = names.months().get(names.fold(word[0].rstrip(".")))
    return dates.month_name(number) if number else word[0]

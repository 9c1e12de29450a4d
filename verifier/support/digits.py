"""Read the value of a number that is written in digits; which sign groups them depends on the language."""

from verifier.support.language import Language

LONGEST = 15  # digits of a number that is read; longer ones are identifiers


def value_of(written: str, language: Language) -> tuple[float | None, float | None]:
    """Return the value of a figure and, where its only sign may be decimal or group digits, the second one."""
    if sum(char.isdigit() for char in written) > LONGEST or not written.isascii():
        return None, None
    parts = written.replace(language.grouping, "").split(language.decimal)
    grouped = language.grouping in written
    whole = written.split(language.decimal)[0].split(language.grouping)
    if len(parts) > 2 or (grouped and any(len(each) != 3 for each in whole[1:])):
        # written as elsewhere: "1.234.567" in English
        swapped = written.replace(language.decimal, "").replace(language.grouping, ".")
        return (float(swapped), None) if swapped.count(".") <= 1 and swapped.strip(".") else (None, None)
    value = float(".".join(parts))
    one_sign = written.count(language.decimal) == 1 and not grouped and len(written.split(language.decimal)[1]) == 3
    other = float(written.replace(language.decimal, "")) if one_sign and written[0] != "0" else None
    return value, other

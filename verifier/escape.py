"""Make foreign text harmless for where it goes: one function for each kind of output.

Articles, registries and archives are hostile. Control characters, bidirectional controls and what else changes how the
rest is shown become visible escapes everywhere; markup is escaped for the format; a log line can start no command.
HTML is not here: every string that enters it goes through markupsafe.
"""

import json
import re

from verifier import indented

# C0 but TAB and LF, DEL, C1, Arabic letter mark, zero-width and directional marks, line and paragraph separator, bidi
# embeddings and isolates, BOM, tag characters, lone surrogates (https://www.unicode.org/reports/tr9/, tr36).
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_MARK = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_MARKS = re.compile(f"([{_MARK}]{{4}})[{_MARK}]+")  # more than four on one letter cover the lines around
_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~$&@#]")
_AT_START = re.compile(r"^(?:([-+=])|(\d+)([.)]))")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "&#64;", "#": "&#35;"}
_XML = re.compile("[&<>\"'\n\t]")
_NONCHARACTERS = {0xFFFE: "\\ufffe", 0xFFFF: "\\uffff"}
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # and their full-width forms
_BEFORE_FORMULA = ("\t", "\r", "\n")
_MENTION = re.compile(r"&#64;(?=\w)|&#35;(?=\d)")
_COMMAND = re.compile(r"(?:^|(?<=\s))::|##(?=(?:vso|teamcity)?\[)")  # behind any blank: a line may be wrapped there

_COMMAND_IN_STRING = re.compile(r"##(?=(?:vso|teamcity)?\[)")


def visible(text: str) -> str:
    r"""Return the text with every character that hides or moves others as an escape ("\u202e"); LF and TAB stay."""
    return _MARKS.sub(r"\1", _UNSAFE.sub(_code, text))


def terminal(text: str) -> str:
    """Return the text for a terminal or a CI log: visible, and without the beginnings of workflow commands.

    GitHub's runner obeys "::" where a line begins and "##[" anywhere
    (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs), Azure's "##vso[", TeamCity's
    "##teamcity[" (https://www.jetbrains.com/help/teamcity/service-messages.html).
    """
    return _COMMAND.sub(lambda found: found[0].replace("::", ": :").replace("##", "# #"), visible(text))


def line(text: str) -> str:
    """Return the text for one line of a terminal or log: line ends and tabs become escapes too."""
    return terminal(visible(text).replace("\n", "\\n").replace("\t", "\\t"))


def markdown(text: str) -> str:
    """Return the text as one line of Markdown that shows just it: no markup, link, mention, table cell or HTML.

    Every mark that CommonMark or GFM gives a meaning there is escaped
    (https://spec.commonmark.org/0.31.2/#backslash-escapes); "://" is entities, so that nothing is linked. "@" and "#"
    are too, with a comment behind: GitHub looks for mentions, addresses and issues once entities are read, and a
    comment ends the text it looks at.
    """
    flat = " ".join(visible(text).split())
    escaped = _MARKDOWN.sub(lambda found: _ENTITIES.get(found[0], "\\" + found[0]), flat)
    escaped = _MENTION.sub(r"\g<0><!-- -->", escaped)
    escaped = escaped.replace("://", ":&#47;&#47;").replace("www.", "www&#46;")
    if escaped.startswith("::"):
        escaped = f"&#58;{escaped[1:]}"
    return _AT_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", escaped)


def dumps(value: object, *, on_one_line: bool = False) -> str:
    r"""Return the value as JSON, indented by two, LF at the end; unsafe characters in strings are \u escapes."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False) if on_one_line else indented.dumps(value)
    return _COMMAND_IN_STRING.sub(r"#\\u0023", _UNSAFE.sub(_json_escape, text)) + "\n"


def xml(text: str) -> str:
    """Return the text for XML 1.0, in an element or an attribute; what XML forbids is visible as an escape.

    Forbidden are the C0 controls and U+FFFE, U+FFFF (https://www.w3.org/TR/xml/#charsets); line ends are references,
    because a parser makes blanks of them in attributes.
    """
    shown = terminal(text).translate(_NONCHARACTERS)
    return _XML.sub(lambda found: f"&#{ord(found[0])};", shown)


def cell(text: str) -> str:
    """Return the text for a cell of a table that a spreadsheet may open: one line, and never a formula.

    A text that begins like one gets an apostrophe before it, as
    https://owasp.org/www-community/attacks/CSV_Injection advises; wide forms begin one too.
    """
    shown = line(text)
    return f"'{shown}" if shown.startswith(_FORMULA) or text[:1] in _BEFORE_FORMULA else shown


def workflow(text: str, *, is_property: bool = False) -> str:
    """Return the text as the data, or as a property, of a GitHub workflow command.

    The runner decodes just these (https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts).
    """
    shown = visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return shown.replace(":", "%3A").replace(",", "%2C") if is_property else shown


def _code(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"


def _json_escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    if code < 65536:
        return f"\\u{code:04x}"
    code -= 65536
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"

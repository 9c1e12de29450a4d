"""Make foreign text harmless for where it goes: one function for each kind of output.

Articles, registries and archives are hostile. Control characters, bidirectional controls and what else changes how the
rest is shown become visible escapes everywhere; markup is escaped for the format; a log line can start no command.
HTML is not here: every string that enters it goes through markupsafe.
"""

import json
import re

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
_COMMAND = re.compile(r"(?:^|(?<=\s))::|##\[|##vso\[")  # behind any blank: a line may be wrapped there


def visible(text: str) -> str:
    r"""Return the text with every character that hides or moves others as an escape ("\u202e"); LF and TAB stay."""
    return _MARKS.sub(r"\1", _UNSAFE.sub(_code, text))


def terminal(text: str) -> str:
    """Return the text for a terminal or a CI log: visible, and without the beginnings of workflow commands.

    GitHub's runner obeys "::" where a line begins and "##[" anywhere
    (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs), Azure's "##vso[".
    """
    return _COMMAND.sub(lambda found: found[0].replace("::", ": :").replace("##", "# #"), visible(text))


def line(text: str) -> str:
    """Return the text for one line of a terminal or log: line ends and tabs become escapes too."""
    return terminal(visible(text).replace("\n", "\\n").replace("\t", "\\t"))


def markdown(text: str) -> str:
    """Return the text as one line of Markdown that shows just it: no markup, link, mention, table cell or HTML.

    Every mark that CommonMark or GFM gives a meaning there is escaped
    (https://spec.commonmark.org/0.31.2/#backslash-escapes); "@", "#" and "://" are entities, so that nothing is
    mentioned or linked.
    """
    flat = " ".join(visible(text).split())
    escaped = _MARKDOWN.sub(lambda found: _ENTITIES.get(found[0], "\\" + found[0]), flat)
    escaped = escaped.replace("://", ":&#47;&#47;").replace("www.", "www&#46;")
    if escaped.startswith("::"):
        escaped = f"&#58;{escaped[1:]}"
    return _AT_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", escaped)


def dumps(value: object) -> str:
    r"""Return the value as JSON, two blanks a level, LF at the end; unsafe characters in strings are \u escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return _UNSAFE.sub(_json_escape, text).replace("##[", "#\\u0023[").replace("##vso[", "#\\u0023vso[") + "\n"


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

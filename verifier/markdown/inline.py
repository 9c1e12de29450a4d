"""Read the inlines of a block; https://spec.commonmark.org/0.31.2/#phase-2-inline-structure, and GitHub's additions.

Footnote calls are read where cmark-gfm reads them: a bracket that is no link and begins with a caret.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass, replace
from typing import Literal

from verifier.markdown import emphasis, links
from verifier.markdown.content import entity, superscript
from verifier.markdown.nodes import key
from verifier.markdown.starts import TAG
from verifier.markdown.tokens import Delimiter, Reference, Token

_SPECIAL = re.compile(r"[\\`*_~\[\]!<&\n]|(?<![A-Za-z])https?://(?=\w)|(?<![^\s*_~(])www\.(?=\w)", re.I)
_RUN = re.compile(r"`+|\*+|_+|~+")
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_POINTED = re.compile(
    r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+)>|<[\w.!#$%&'*+/=?^`{|}~-]++@[A-Za-z0-9](?:[A-Za-z0-9.-]*+)>"
)
_TAG = re.compile(TAG)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_ENDS = {"<!--": "-->", "<?": "?>", "<![CDATA[": "]]>", "<!": ">"}
_UNSEEN = re.compile(r"<!--|<\?|<!\[CDATA\[|<!(?=[A-Za-z])")
_NO_TAG = ("", "<", " ", "\n")  # behind an angle bracket
_BARE = re.compile(r"[^\s<]+")
_AFTER = "?!.,:*_~'\""  # what ends a sentence rather than a bare address
_LONGEST = 999  # characters of a label


@dataclass(slots=True)
class _Bracket:
    """An open bracket: the index of its token, its place, and how many delimiters stood before it."""

    token: int
    start: int
    is_image: bool
    delimiters: int
    holds_bracket: bool = False

    @property
    def inside(self) -> int:
        return self.start + (2 if self.is_image else 1)


_START = Token("end", "", 0, 0)


def read(text: str, defined: Set[str]) -> tuple[list[Token], list[Reference]]:
    """Return the tokens of a block's content, and its references to definitions; `defined` are the keys of those."""
    if not _SPECIAL.search(text):
        return ([Token("text", text, 0, len(text))] if text else []), []
    reader = _Reader(text, defined)
    reader.run()
    return reader.tokens(), reader.references


class _Reader:
    __slots__ = ("_brackets", "_dead", "_defined", "_delimiters", "_endless", "_ticks", "_tokens", "references", "text")

    def __init__(self, text: str, defined: Set[str]) -> None:
        self.text = text
        self.references: list[Reference] = []
        self._defined = defined
        self._tokens: list[Token | Delimiter] = []
        self._delimiters: list[Delimiter] = []
        self._brackets: list[_Bracket] = []
        self._dead = 0  # brackets below this one hold a link, and are none themselves
        self._ticks: dict[int, list[int]] | None = None
        self._endless: set[str] = set()  # of these there are no more ends

    def run(self) -> None:
        """Read the whole text."""
        pos = 0
        while match := _SPECIAL.search(self.text, pos):
            self._say(pos, match.start())
            pos = self._special(match[0], match.start())
        self._say(pos, len(self.text))
        if self._delimiters:
            emphasis.match(self._delimiters)

    def tokens(self) -> list[Token]:
        """Return the tokens: what is left of the delimiters is text, and of an image only the calls in it are left.

        Text that goes on in its line is one token.
        """
        made: list[Token] = []
        for token in self._shown():
            last = made[-1] if made else _START
            is_joined = token.kind == "text" == last.kind and token.start == last.end
            if is_joined and token.text != "\n" != last.text:
                last.end = token.end
            else:
                made.append(token)
        for token in made:
            if token.kind == "text" and len(token.text) < token.end - token.start:
                token.text = self.text[token.start : token.end]
        return made

    def _shown(self) -> list[Token]:
        made: list[Token] = []
        links: list[bool] = []  # the open ones: whether they are images
        images = 0
        for token in self._tokens:
            if isinstance(token, Delimiter):
                start, end = token.start + token.left, token.end - token.right
                if start < end and not images:
                    made.append(Token("text", self.text[start:end], start, end))
            elif token.kind == "call":
                made.append(replace(token, hidden=True) if images else token)
            elif token.kind in {"link", "image"}:
                links.append(token.kind == "image")
                images += links[-1]
                if not images:
                    made.append(token)
            elif token.kind == "end" and links.pop():
                images -= 1
            elif not images:
                made.append(token)
        return made

    def _say(self, start: int, end: int, kind: Literal["text", "literal"] = "text") -> int:
        """Add text as it is written, line by line; return its end."""
        if end - start == 1:
            char = self.text[start]
            self._tokens.append(Token("text" if char == "\n" else kind, char, start, end))
            return end
        while start < end:
            stop = self.text.find("\n", start, end)
            stop = end if stop < 0 else stop
            if stop > start:
                self._tokens.append(Token(kind, self.text[start:stop], start, stop))
            if stop < end:
                self._tokens.append(Token("text", "\n", stop, stop + 1))
            start = stop + 1
        return end

    def _special(self, char: str, pos: int) -> int:
        """Read what begins with a special character; return where it ends."""
        text = self.text
        if char == "\\":
            if text.startswith("\n", pos + 1):
                return self._say(pos + 1, pos + 2)
            return self._other(text[pos + 1], pos, pos + 2) if _ESCAPED.match(text, pos) else self._say(pos, pos + 1)
        if char == "`":
            return self._code(pos)
        if char in "*_~":
            return self._delimiter(pos)
        if char == "!":
            if text.startswith("[", pos + 1) and not text.startswith("^", pos + 2):
                return self._open(pos, is_image=True)
            return self._say(pos, pos + 1)
        if char == "[":
            return self._open(pos, is_image=False)
        if char == "]":
            return self._close(pos)
        if char == "<":
            return self._html(pos)
        if char == "&":
            found = entity(text, pos)
            return self._other(found[0], pos, found[1]) if found else self._say(pos, pos + 1)
        if char == "\n" or self._brackets:
            return self._say(pos, pos + len(char))
        return self._bare(pos)

    def _other(self, shown: str, start: int, end: int) -> int:
        self._tokens.append(Token("other", shown, start, end))
        return end

    def _delimiter(self, pos: int) -> int:
        match = _RUN.match(self.text, pos)
        end = match.end() if match else pos + 1
        found = emphasis.delimiter(self.text, pos, end)
        self._tokens.append(found)
        self._delimiters.append(found)
        return end

    def _code(self, pos: int) -> int:
        match = _RUN.match(self.text, pos)
        end = match.end() if match else pos + 1
        if self._ticks is None:
            self._ticks = defaultdict(list)
            for run in re.finditer("`+", self.text):
                self._ticks[run.end() - run.start()].append(run.start())
        same = self._ticks.get(end - pos, [])
        following = bisect_right(same, pos)
        if following == len(same):
            return self._say(pos, end)
        close = same[following]
        code = self.text[end:close]
        padded = len(code) > 2 and code[0] in " \n" and code[-1] in " \n" and code.strip()
        self._say(end + bool(padded), close - bool(padded), "literal")
        return close + end - pos

    def _html(self, pos: int) -> int:
        text = self.text
        if text[pos + 1 : pos + 2] in _NO_TAG:
            return self._say(pos, pos + 1)
        if match := _POINTED.match(text, pos):
            self._link(pos, match.end(), match[1] or "", pos + 1, match.end() - 1)
            return match.end()
        if raised := superscript(text, pos):
            return self._other(raised[0], pos, raised[1])
        if match := _TAG.match(text, pos):
            if _BREAK.match(text, pos):
                self._other("\n", pos, match.end())
            return match.end()
        unseen = _UNSEEN.match(text, pos)
        last = _ENDS[unseen[0]] if unseen else ""
        if last and last not in self._endless:
            found = text.find(last, pos + 2)
            if found >= 0:
                return found + len(last)
            self._endless.add(last)
        return self._say(pos, pos + 1)

    def _bare(self, pos: int) -> int:
        """Read an address without brackets round it; https://github.github.com/gfm/#autolinks-extension-."""
        match = _BARE.match(self.text, pos)
        url = match[0] if match else ""
        opened, closed = url.count("("), url.count(")")
        while url and (url[-1] in _AFTER or (url[-1] == ")" and closed > opened)):
            closed -= url[-1] == ")"
            url = url[:-1]
        end = pos + len(url)
        self._link(pos, end, url if "://" in url[:8] else f"http://{url}", pos, end)
        return end

    def _link(self, start: int, end: int, url: str, first: int, last: int) -> None:
        """Add a link that shows its own address, from `first` to `last`."""
        self._tokens.append(Token("link", url, start, end))
        self._say(first, last)
        self._tokens.append(Token("end", "", end, end))

    def _open(self, pos: int, *, is_image: bool) -> int:
        if self._brackets:
            self._brackets[-1].holds_bracket = True
        self._brackets.append(_Bracket(len(self._tokens), pos, is_image, len(self._delimiters)))
        return self._say(pos, pos + (2 if is_image else 1))

    def _close(self, pos: int) -> int:
        """Read what a closing bracket ends: a link, an image, a call of a footnote, or nothing."""
        if not self._brackets:
            return self._say(pos, pos + 1)
        opener = self._brackets.pop()
        is_dead = len(self._brackets) < self._dead
        self._dead = min(self._dead, len(self._brackets))
        if is_dead and not opener.is_image:
            return self._say(pos, pos + 1)
        if self.text.startswith("(", pos + 1) and (found := links.resource(self.text, pos + 1)):
            return self._linked(opener, pos, found[0], found[1], None)
        reference = self._reference(opener, pos)
        if reference is not None and reference.is_defined:
            return self._linked(opener, pos, reference.label, reference.end, reference)
        if not opener.is_image and self.text.startswith("^", opener.inside) and pos > opener.inside + 1:
            del self._tokens[opener.token :]
            del self._delimiters[opener.delimiters :]
            self._tokens.append(Token("call", self.text[opener.inside + 1 : pos], opener.start, pos + 1))
            return pos + 1
        return self._say(pos, pos + 1)

    def _reference(self, opener: _Bracket, pos: int) -> Reference | None:
        """Return the reference whose first bracket ends at `pos`, None where there is none; remember it if it is sure.

        ``[label]`` alone is one only where the label is defined.
        """
        label = links.LABEL.match(self.text, pos + 1)
        form: Literal["full", "collapsed", "shortcut"]
        if label and label[1].strip():
            form, name, end = "full", label[1], label.end()
        elif opener.holds_bracket or pos - opener.inside > _LONGEST:
            return None
        elif label and not label[1]:
            form, name, end = "collapsed", self.text[opener.inside : pos], label.end()
        elif not self._defined:
            return None
        else:
            form, name, end = "shortcut", self.text[opener.inside : pos], pos + 1
        is_defined = bool(self._defined and name.strip()) and key(name) in self._defined
        if form == "shortcut" and not is_defined:
            return None
        found = Reference(form, name, opener.start, pos + 1, end, opener.is_image, is_defined)
        if is_defined or not (name.startswith("^") or self.text.startswith("^", opener.inside)):
            self.references.append(found)
        return found

    def _linked(self, opener: _Bracket, pos: int, url: str, end: int, reference: Reference | None) -> int:
        emphasis.match(self._delimiters[opener.delimiters :])
        del self._delimiters[opener.delimiters :]
        self._tokens[opener.token] = Token("image" if opener.is_image else "link", url, opener.start, end, reference)
        self._tokens.append(Token("end", "", pos, end))
        if not opener.is_image:
            self._dead = len(self._brackets)
        return end

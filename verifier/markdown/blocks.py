"""Read the blocks of a Markdown text, line by line; https://spec.commonmark.org/0.31.2/#phase-1-block-structure.

Every line first goes on with the blocks that are open, then opens new ones; what is left is text.
"""

from bisect import bisect_left
from itertools import count

from verifier.markdown import starts
from verifier.markdown.content import Content
from verifier.markdown.cursor import Cursor
from verifier.markdown.links import definitions
from verifier.markdown.nodes import CONTAINERS, Block, Definition, Document
from verifier.text import lines

_CODE = 4  # columns of blanks that make code, and that go on with a footnote
_DEEPEST = 100  # lists and footnotes that GitHub opens in one line


def parse(text: str, start: int = 0) -> Document:
    """Return the blocks of the text from the offset `start` on. Any text is Markdown."""
    parser = _Parser(text)
    for first, end in lines(text[start:]):
        parser.line(start + first, start + end)
    parser.close(0)
    return Document(parser.root, tuple(parser.definitions))


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.root = Block("document", 0)
        self.definitions: list[Definition] = []
        self._open = [self.root]
        self._quotes: list[int] = []  # where quotes stand among the open blocks: no blank line goes on with one
        self._notes: list[int] = []  # where footnotes do: only a line without any character goes on with one

    def line(self, start: int, end: int) -> None:
        """Read one line."""
        if start == end and self._open[-1].kind == "paragraph" and len(self._open) == 2:  # what follows most paragraphs
            self.close(0)
            return
        cursor = Cursor(self.text, start, end)
        depth = self._go_on(cursor)
        if depth is not None:
            depth = self._begin(cursor, depth)
        if depth is not None:
            self._say(cursor, depth)

    def close(self, depth: int) -> None:
        """Close the open blocks below this depth."""
        while len(self._open) > depth + 1:
            block = self._open.pop()
            block.is_open = False
            if block.kind == "quote":
                self._quotes.pop()
            elif block.kind == "footnote":
                self._notes.pop()
            elif block.kind == "paragraph" and not self._defined(block):
                self._open[-1].children.pop()

    def _defined(self, paragraph: Block) -> bool:
        """Take the definitions that a paragraph begins with; tell whether anything is left of it."""
        if paragraph.lines and self.text.startswith("[", paragraph.lines[0][0]):
            found, taken = definitions(Content(self.text, paragraph.lines))
            self.definitions += found
            del paragraph.lines[:taken]
        return bool(paragraph.lines)

    def _go_on(self, cursor: Cursor) -> int | None:
        """Return the depth down to which the line goes on with open blocks, None if it was the end of a fence."""
        depth = 0
        while depth + 1 < len(self._open):
            block = self._open[depth + 1]
            place, indent = cursor.ahead()
            if place == cursor.end and block.kind in CONTAINERS and indent < max(1, block.indent):
                depth = self._over_blank(depth, cursor)
                if depth + 1 == len(self._open) or self._open[depth + 1].kind in CONTAINERS:
                    break
            elif block.kind in CONTAINERS:
                if not _holds(block, cursor, place, indent):
                    break
                depth += 1
            elif block.kind == "code" and block.label and indent < _CODE and self._ends_fence(block, cursor, place):
                self.close(depth)
                return None
            else:
                return depth + 1 if _lasts(block, cursor, place, indent) else depth
        return depth

    def _over_blank(self, depth: int, cursor: Cursor) -> int:
        """Return how deep a line of nothing but blanks goes on, in one step however deep that is."""
        stops = [self._quotes] if cursor.first == cursor.end else [self._quotes, self._notes]
        found = [each[at] for each in stops if (at := bisect_left(each, depth + 1)) < len(each)]
        tip = self._open[-1]
        last = len(self._open) - 1
        last -= tip.kind not in CONTAINERS or (tip.kind == "item" and not tip.children)
        return min([last, *(stop - 1 for stop in found)])

    def _ends_fence(self, block: Block, cursor: Cursor, place: int) -> bool:
        rest = self.text[place : cursor.end].rstrip(" \t")
        return len(rest) >= len(block.label) and not rest.strip(block.label[0])

    def _begin(self, cursor: Cursor, depth: int) -> int | None:
        """Open the blocks that begin in the line; return the depth of its text, None if nothing is left of it."""
        lazy = depth < len(self._open) - 1 and self._open[-1].kind == "paragraph"
        for level in count(1):
            place, indent = cursor.ahead()
            container = self._open[depth]
            if place == cursor.end or container.kind in {"code", "html"}:
                break
            if indent >= _CODE:
                if container.kind != "paragraph" and not lazy:
                    cursor.skip(_CODE)
                    depth = self._add(depth, Block("code", cursor.pos))
                break
            if not starts.ANY.match(self.text, place, cursor.end):
                break
            char = self.text[place]
            begun = None if char == ">" else self._leaf(cursor, depth, place)
            if begun is None and (char == ">" or level < _DEEPEST):
                begun = self._container(cursor, depth, place, indent)
            if begun is None:
                break
            if begun:
                return None
            depth, lazy = len(self._open) - 1, False
        return depth

    def _leaf(self, cursor: Cursor, depth: int, place: int) -> bool | None:
        """Open a block that holds lines; tell whether that takes the whole line, None if none begins here."""
        text, end, container = self.text, cursor.end, self._open[depth]
        in_paragraph = container.kind == "paragraph"
        char = text[place]
        if char == "#" and (match := starts.HEADING.match(text, place, end)):
            stop = starts.heading_end(text, match.end(), end)
            self._done(depth, Block("heading", place, lines=[(match.end(), stop)], number=len(match[1])))
            return True
        if char in "`~" and (match := starts.FENCE.match(text, place, end)):
            fence = Block("code", place, label=match[1] or match[2], indent=cursor.ahead()[1])
            self._add(depth, fence)
            return True
        if char == "<" and (kind := starts.html(text, place, end, in_paragraph=in_paragraph)) is not None:
            self._add(depth, Block("html", place, number=kind))
            return False
        if in_paragraph and char in "=-" and (match := starts.UNDERLINE.match(text, place, end)):
            if not self._defined(container):
                return None
            container.kind, container.number = "heading", 1 if match[1][0] == "=" else 2
            self.close(depth - 1)
            return True
        if char in "-*_" and starts.RULE.match(text, place, end):
            self._done(depth, Block("rule", place))
            return True
        return True if in_paragraph and self._table(container, depth, place, end) else None

    def _container(self, cursor: Cursor, depth: int, place: int, indent: int) -> bool | None:
        """Open a block that holds blocks; return False if one begins here, else None."""
        text, end = self.text, cursor.end
        if text[place] == ">":
            cursor.go(place + 1)
            cursor.skip(1)
            self._add(depth, Block("quote", place, place + 1))
        elif match := starts.FOOTNOTE.match(text, place, end):
            cursor.go(match.end(1) + len("]:"))
            cursor.over_blanks()
            self._add(depth, Block("footnote", place, match.end(), label=match[1], indent=_CODE))
        elif match := starts.BOX.match(text, place, end):
            cursor.go(match.end())
            self._add(depth, Block("box", place, match.end(), indent=_CODE))
        elif match := starts.ITEM.match(text, place, end):
            if self._open[depth].kind == "paragraph" and not _interrupts(match[1], text[match.end() : end]):
                return None
            self._item(cursor, depth, match[1], place, indent)
        else:
            return None
        return False

    def _item(self, cursor: Cursor, depth: int, mark: str, place: int, indent: int) -> None:
        cursor.go(place + len(mark))
        _, blanks = cursor.ahead()
        behind = 1 if cursor.is_blank or blanks > _CODE else blanks
        cursor.skip(behind)
        kept = self._open[depth]
        if kept.kind != "list" or kept.label != mark[-1]:
            kept = Block("list", place, label=mark[-1], number=int(mark[:-1] or 0))
            depth = self._add(depth, kept)
        shown = kept.number + len(kept.children)  # the first number counts, whatever the others are
        item = Block("item", place, place + len(mark), label=mark[-1], number=shown, indent=indent + len(mark) + behind)
        self._add(depth, item)

    def _table(self, paragraph: Block, depth: int, place: int, end: int) -> bool:
        """Make the last line of a paragraph the head of a table if this line is what stands below one."""
        if starts.TABLE.match(self.text, place, end) is None or not paragraph.lines:
            return False
        head = paragraph.lines[-1]
        columns = len(starts.cells(self.text, place, end))
        if len(starts.cells(self.text, *head)) != columns:
            return False
        paragraph.lines.pop()
        self.close(depth - 1)
        self._add(depth - 1, Block("table", head[0], lines=[head], number=columns))
        return True

    def _say(self, cursor: Cursor, depth: int) -> None:
        """Add the text that is left of a line to the block that takes it."""
        place, _ = cursor.ahead()
        is_blank = place == cursor.end
        if not is_blank and depth < len(self._open) - 1 and self._open[-1].kind == "paragraph":
            self._open[-1].lines.append((place, cursor.end))  # lazy: the marks of its containers are left out
            return
        self.close(depth)
        block = self._open[-1]
        if block.kind in {"code", "html"}:
            block.lines.append((cursor.pos, cursor.end))
            if block.kind == "html" and starts.html_ends(block.number, self.text, cursor.pos, cursor.end):
                self.close(len(self._open) - 2)
        elif not is_blank and block.kind in {"paragraph", "table"}:
            block.lines.append((place, cursor.end))
        elif not is_blank:
            self._add(depth, Block("paragraph", place, lines=[(place, cursor.end)]))

    def _add(self, depth: int, block: Block) -> int:
        """Open a block below this depth and return its own."""
        self.close(depth)
        if not _can_hold(self._open[-1], block):
            self.close(len(self._open) - 2)
        self._open[-1].children.append(block)
        self._open.append(block)
        if block.kind == "quote":
            self._quotes.append(len(self._open) - 1)
        elif block.kind == "footnote":
            self._notes.append(len(self._open) - 1)
        return len(self._open) - 1

    def _done(self, depth: int, block: Block) -> None:
        """Add a block that its line ends."""
        self.close(self._add(depth, block) - 1)


def _can_hold(container: Block, block: Block) -> bool:
    if container.kind == "list":
        return block.kind == "item"
    return container.kind in CONTAINERS


def _holds(block: Block, cursor: Cursor, place: int, indent: int) -> bool:
    """Tell whether an open container goes on with this line, and step over what it takes of the line."""
    if block.kind == "quote":
        if indent >= _CODE or cursor.text[place : place + 1] != ">" or place == cursor.end:
            return False
        cursor.go(place + 1)
        cursor.skip(1)
    elif block.kind != "list":
        if indent < block.indent:
            return False
        cursor.skip(block.indent)
    return True


def _lasts(block: Block, cursor: Cursor, place: int, indent: int) -> bool:
    """Tell whether an open block of lines goes on with this line."""
    is_blank = place == cursor.end
    if block.kind == "code" and block.label:
        cursor.skip(block.indent)
        return True
    if block.kind == "code":
        if is_blank or indent >= _CODE:
            cursor.skip(_CODE)
            return True
        return False
    if block.kind == "html":
        return not (is_blank and starts.html_ends_blank(block.number))
    return block.kind in {"paragraph", "table"} and not is_blank


def _interrupts(mark: str, rest: str) -> bool:
    """Tell whether an item may interrupt a paragraph: one with text, and of numbered ones the first."""
    return bool(rest.strip(" \t")) and (mark in "-+*" or mark[:-1] == "1")

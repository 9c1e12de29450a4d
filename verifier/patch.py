"""Apply changes to a text, and write them as a unified diff with their reasons.

Each hunk is a diff of its own with a comment before it: `git apply` and `patch` skip what stands before a header, and
apply the hunks one after another (https://git-scm.com/docs/diff-format#_generating_patch_text_with_p). So the line
numbers of a hunk are those after the hunks before it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from verifier.escape import line as visible
from verifier.model.change import Change
from verifier.values import frozen

_CONTEXT = 3  # lines around a change
_ODD = re.compile(r'[\x00-\x1f"\\\x7f]')


@frozen
class _Edit:
    """Lines `first` to `last` (exclusive) of the old text, what stands there afterwards, and why."""

    first: int
    last: int
    after: tuple[str, ...]
    reasons: tuple[str, ...]


def in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes in the order of the file, without those that overlap one before."""
    kept: list[Change] = []
    for each in sorted(changes, key=lambda change: (change.span, change.replacement)):
        free = not kept or each.span.start >= kept[-1].span.end
        if free and not (kept and each.span == kept[-1].span):
            kept.append(each)
    return tuple(kept)


def applied(text: str, changes: Sequence[Change]) -> str:
    """Return the text with the changes made; they are in order and do not overlap."""
    pieces, position = [], 0
    for each in changes:
        pieces += [text[position : each.span.start], each.replacement]
        position = each.span.end
    return "".join([*pieces, text[position:]])


def told(text: str, changes: Sequence[Change]) -> Iterator[str]:
    """Yield each change in words, with its line; they are in order."""
    line, position = 1, 0
    for each in changes:
        line += text.count("\n", position, each.span.start)
        position = each.span.start
        yield f"line {line}: {each.reason}"


def unified(path: str, text: str, changes: Sequence[Change]) -> str:
    """Return the changes as a unified diff of the file `path`, "" without any."""
    lines = text.split("\n")
    ended = [f"{each}\n" for each in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
    shift, hunks = 0, []
    worded = [replace(each, reason=words) for each, words in zip(changes, told(text, changes), strict=True)]
    for group in _groups(_edits(text, ended, worded)):
        hunks.append(_hunk(path, ended, group, shift))
        shift += sum(len(edit.after) - (edit.last - edit.first) for edit in group)
    return "".join(hunks)


def _edits(text: str, lines: Sequence[str], changes: Sequence[Change]) -> Iterator[_Edit]:
    """Yield the changes as whole lines; changes that share a line are one edit."""
    starts = [0, *accumulate(map(len, lines))]
    at = 0
    waiting: list[Change] = []
    first = last = 0
    for change in changes:
        while at + 1 < len(starts) - 1 and starts[at + 1] <= change.span.start:
            at += 1
        if waiting and at >= last:
            yield _edit(text, starts, lines, (first, last), waiting)
            waiting = []
        first = first if waiting else at
        end = at
        while end + 1 < len(starts) - 1 and starts[end + 1] < change.span.end:
            end += 1
        last = max(last, end + 1) if waiting else end + 1
        waiting.append(change)
    if waiting:
        yield _edit(text, starts, lines, (first, last), waiting)


def _edit(
    text: str, starts: Sequence[int], lines: Sequence[str], place: tuple[int, int], changes: Sequence[Change]
) -> _Edit:
    """Return the changes of these lines; the last ones that stay as they are do not belong to it."""
    first, last = place
    begin, end = starts[first], starts[last]
    pieces, position = [], begin
    for each in changes:
        pieces += [text[position : each.span.start], each.replacement]
        position = each.span.end
    after = re.findall(r"[^\n]*\n|[^\n]+", "".join([*pieces, text[position:end]]))
    while after and last > first and lines[last - 1] == after[-1]:
        last -= 1
        del after[-1]
    return _Edit(first, last, tuple(after), tuple(dict.fromkeys(each.reason for each in changes)))


def _groups(edits: Iterable[_Edit]) -> Iterator[list[_Edit]]:
    """Yield the edits whose lines of context touch."""
    group: list[_Edit] = []
    for edit in edits:
        if group and edit.first - group[-1].last > 2 * _CONTEXT:
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _hunk(path: str, lines: Sequence[str], group: Sequence[_Edit], shift: int) -> str:
    first = max(0, group[0].first - _CONTEXT)
    last = min(len(lines), group[-1].last + _CONTEXT)
    rows, position = [], first
    for edit in group:
        rows += [_row(" ", each) for each in lines[position : edit.first]]
        rows += [_row("-", each) for each in lines[edit.first : edit.last]]
        rows += [_row("+", each) for each in edit.after]
        position = edit.last
    rows += [_row(" ", each) for each in lines[position:last]]
    added = sum(len(edit.after) - (edit.last - edit.first) for edit in group)
    start = first + shift + 1
    reasons = "".join(f"# {visible(reason)}\n" for edit in group for reason in edit.reasons)
    head = f"--- {_name('a', path)}\n+++ {_name('b', path)}\n"
    return f"{reasons}{head}@@ -{start},{last - first} +{start},{last - first + added} @@\n{''.join(rows)}"


def _row(mark: str, line: str) -> str:
    return f"{mark}{line}" if line.endswith("\n") else f"{mark}{line}\n\\ No newline at end of file\n"


def _name(side: str, path: str) -> str:
    """Return the path of a header, quoted as git does where it must be."""
    name = f"{side}/{path}"
    if _ODD.search(name):
        return '"' + _ODD.sub(lambda char: f"\\{ord(char[0]):03o}", name) + '"'
    return f"{name}\t" if " " in name else name

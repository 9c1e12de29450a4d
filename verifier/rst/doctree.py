"""Parse with docutils: nothing is read but the text, nothing printed, nothing registered, and no text is lost."""

import re
from typing import Any

from docutils import frontend, nodes, utils
from docutils.parsers.rst import Parser, roles, states
from docutils.transforms import references

# The directives of docutils that are read. Some of the others reach for files, the clock or registries.
_READ = frozenset(
    "attention caution danger error hint important note tip warning admonition topic sidebar epigraph highlights "
    "pull-quote compound container table list-table csv-table parsed-literal line-block math code sourcecode "
    "code-block figure image rubric replace unicode footer header class".split()
)
_LITERAL = frozenset(  # of Sphinx and its extensions: what they hold is no prose
    "toctree testcode testoutput testsetup testcleanup doctest literalinclude productionlist graphviz digraph graph "
    "uml mermaid plantuml plot ipython prompt jupyter-execute code-cell tikz highlight raw include meta index "
    "autosummary bibliography contents sectnum target-notes default-role role date".split()
)
_NAME = re.compile(r"\.\.[ \t]+(?:\|[^|]*\|[ \t]+)?[\w:.+-]+[ \t]*::[ \t]*(.*)")
_OPTION = re.compile(r"[ \t]*:[\w-]+:(?:[ \t]|$)")
_TARGET = re.compile(r"\s*<[^<>]*>\s*$")
_TRANSFORMS = (
    references.Substitutions,
    references.PropagateTargets,
    references.AnonymousHyperlinks,
    references.IndirectHyperlinks,
    references.Footnotes,
    references.ExternalTargets,
    references.InternalTargets,
    references.DanglingReferences,
)
_Interpreted = tuple[list[nodes.Node], list[nodes.system_message]]
FURNITURE = "furniture"  # the class of what is printed and is no prose
_SETTINGS = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "report_level": 5,
    "halt_level": 5,
    "warning_stream": False,
    "syntax_highlight": "none",
    "line_length_limit": 10**9,
    "traceback": False,
    "sectnum_xform": False,
}


def _inliner() -> states.Inliner:
    """Return an inliner that takes a role docutils does not know for its text: Sphinx has many.

    It is no class of its own, because docutils builds its patterns from the attributes of the class itself.
    """
    inliner = states.Inliner()
    known = inliner.interpreted

    def interpreted(rawsource: str, text: str, role: str, lineno: int) -> _Interpreted:
        found, _ = roles.role(role, inliner.language, lineno, inliner.reporter)
        if found is not None:
            return known(rawsource, text, role, lineno)
        return [nodes.inline(rawsource, _TARGET.sub("", utils.unescape(text)).lstrip("~!"))], []

    inliner.interpreted = interpreted  # type: ignore[method-assign]
    return inliner


class _Tolerant(states.RSTState):
    """Take the content of a directive that is not read for text; mixed into every state of docutils."""

    nested_sm_cache: list[Any] = []  # noqa: RUF012  # docutils keeps machines there for reuse; ours are for us alone

    def __init__(self, state_machine: Any, debug: bool = False) -> None:
        super().__init__(state_machine, debug)
        self.nested_sm_kwargs = {"state_classes": _STATES, "initial_state": "Body"}

    def explicit_construct(self, match: re.Match[str]) -> tuple[list[nodes.Node], bool]:
        """Return the nodes of what begins with two dots, and whether a blank line follows it."""
        constructs = self.explicit.constructs  # type: ignore[attr-defined]
        first = next(((method, found) for method, form in constructs if (found := form.match(match.string))), None)
        if first is not None and first[0] is states.Body.directive:
            return self.directive(first[1])
        made: tuple[list[nodes.Node], bool] = super().explicit_construct(match)  # type: ignore[misc]
        return made

    def directive(self, match: re.Match[str], **option_presets: Any) -> tuple[list[nodes.Node], bool]:
        """Return the nodes of a directive, and whether a blank line follows it."""
        if match[1].lower() in _READ:
            found: tuple[list[nodes.Node], bool] = super().directive(match, **option_presets)  # type: ignore[misc]
            return found
        return self._text_of(match[1].lower().rpartition(":")[2])

    def _text_of(self, name: str) -> tuple[list[nodes.Node], bool]:
        machine: Any = self.state_machine
        block, _, offset, blank_finish = machine.get_first_known_indented(0, strip_indent=False)
        made = nodes.container(classes=[FURNITURE] if name in _LITERAL else [])
        line = offset + 1
        if name in _LITERAL:
            literal = nodes.literal_block("", "\n".join(block[1:]))
            literal.line = line + 1
            made += literal
            return [made], blank_finish
        argument = _NAME.match(block[0])
        if argument and argument[1]:
            text, _ = self.inline_text(argument[1], line)
            paragraph = nodes.paragraph(argument[1], "", *text, classes=[] if " " in argument[1] else [FURNITURE])
            paragraph.line = line
            made += paragraph
        first = 1
        while first < len(block) and _OPTION.match(block[first]):
            first += 1
        content = block[first:]
        content.trim_left(_indent(content))
        self.nested_parse(content, offset + first, made)
        return [made], blank_finish


def _indent(block: Any) -> int:
    return min((len(line) - len(line.lstrip()) for line in block if line.strip()), default=0)


_STATES = tuple(type(each.__name__, (_Tolerant, each), {}) for each in states.state_classes)


def parse(text: str) -> nodes.document | None:
    """Return the document tree, its numbers given and its references resolved; None if docutils fails on it."""
    settings = frontend.get_default_settings(Parser)
    for name, value in _SETTINGS.items():
        setattr(settings, name, value)
    document = utils.new_document("", settings)
    parser = Parser(rfc2822=is_pep(text), inliner=_inliner())
    parser.state_classes = _STATES
    try:
        parser.parse(text, document)
        document.transformer.add_transforms(_TRANSFORMS)
        document.transformer.apply_transforms()
    except (Exception, RecursionError):  # it is not ours: whatever it fails on, the text can still be read as plain
        return None
    return document


def is_pep(text: str) -> bool:
    """Tell whether the text begins with the header of a Python Enhancement Proposal."""
    return re.match(r"\s*PEP: *\d+[ \t]*$", text, re.M) is not None

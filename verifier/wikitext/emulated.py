"""The templates that make, show or amend references, done as the wikis' own templates do them.

{{reflist}} and {{notelist}} are ``{{#tag:references}}``; {{efn}}, {{refn}} and {{sfn}} are ``{{#tag:ref}}``: their
arguments are evaluated before they are. The names are in `names`, with the address of each template.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.citations.cs1 import keys, printed
from verifier.model.article import Span
from verifier.prose.flow import Cite as Marked
from verifier.wikitext import messages, names, remarks, templates
from verifier.wikitext.calls import ListCall, RefCall
from verifier.wikitext.nodes import Node, Part
from verifier.wikitext.page import Handler, Page

_LIST_PARAMETERS = ("refs", "notes", "refs-list", "список")


def reflist(page: Page, node: Node) -> None:
    """Evaluate a list with the references of its parameter ``refs``; those of other parameters are never called.

    Where no note has the group of {{notelist}}, and one other group waits for a list, that one is meant.
    """
    group = _default_group(page, names.NOTELIST.get(_name(page, node), ""))
    waiting = page.cite.waiting
    if group and group not in waiting and len(waiting) == 1:
        (group,) = waiting
    _list(page, node, group, _LIST_PARAMETERS)


def tag(page: Page, node: Node) -> None:
    """Evaluate ``{{#tag:ref|...}}`` and ``{{#tag:references|...}}``."""
    _, _, what = page.text[node.parts[0].start : node.parts[0].end].partition(":")
    kind = what.strip().lower()
    if kind == "references":
        _list(page, node, "", ())
    elif kind == "ref":
        _ref(page, node, "")
    else:
        for part in node.parts[1:2]:
            page.hide(part) if kind == "indicator" else page.part(part)


def note(page: Page, node: Node) -> None:
    """Evaluate a note of {{efn}} or {{refn}}; a template's own default is its group."""
    _ref(page, node, _default_group(page, names.EFN.get(_name(page, node), "")))


def by_names(page: Page, node: Node) -> None:
    """Evaluate {{r|name|name}}: a reference to each name."""
    given = templates.read(page.text, node)
    group = given.value("group", "grp", "g")
    if not page.takes_references:
        return
    for parameter in given.parameters:
        if parameter.name.isdigit() and parameter.value:
            attributes = {"name": unquoted(parameter.value)} | ({"group": group} if group else {})
            page.ref(RefCall(attributes, None, given.span))
            _attach(page, given.value(f"page{parameter.name}", f"p{parameter.name}"))


def short(page: Page, node: Node) -> None:
    """Evaluate a short citation {{sfn|Smith|2005|p=25}}: a reference whose name and text are made of its arguments."""
    given = templates.read(page.text, node)
    page.templates.append(given)
    words = printed.words(given)
    if not page.takes_references:
        page.say(words, given.span)
        return
    group = given.value("group")
    attributes = {"name": keys.footnote_name(given)} | ({"group": group} if group else {})
    page.ref(RefCall(attributes, words, given.span, made=True))


def harvard(page: Page, node: Node) -> None:
    """Show a short citation in the text: {{harvnb|Smith|2005}}."""
    given = templates.read(page.text, node)
    page.templates.append(given)
    page.say(printed.words(given), given.span)


def pages(page: Page, node: Node) -> None:
    """Add the pages of {{rp|4}} to the marker before it; it is no marker itself."""
    given = templates.read(page.text, node)
    value = given.value("1", "page", "p", "pages", "pp", "at", "loc")
    if not _attach(page, value):
        page.remark(messages.PAGE_ORPHAN, page.text[node.start : node.end], given.span)
    elif value:
        page.say(f":{value}", given.span)


def _attach(page: Page, value: str) -> bool:
    """Give the last marker its page; tell whether a marker stands right before."""
    last = page.pieces[-1] if page.pieces else None
    if not isinstance(last, Marked):
        return False
    if value:
        page.pieces[-1] = replace(last, page=value)
    return True


def unquoted(value: str) -> str:
    """Return an argument of ``#tag`` without the quotes around it."""
    stripped = value.strip()
    if len(stripped) > 1 and stripped[0] == stripped[-1] and stripped[0] in "\"'":
        return stripped[1:-1].strip()
    return stripped


def _name(page: Page, node: Node) -> str:
    return names.normal(templates.without_comments(page.text[node.parts[0].start : node.parts[0].end]))


def _default_group(page: Page, group: str) -> str:
    """Return the group of {{efn}} and {{notelist}} in the edition the page is of."""
    return page.note_group if page.note_group and group == "lower-alpha" else group


def _ref(page: Page, node: Node, group: str) -> None:
    """Evaluate a reference that a template makes: its arguments first, then itself."""
    arguments = templates.arguments(page.text, node)
    content = arguments[0] if arguments else None
    inside = page.captured(content) if content is not None else []
    if not page.takes_references:
        page.pieces += inside
        return
    attributes = {name.lower(): unquoted(value) for name, value in templates.named(page.text, node).items()}
    if group and not attributes.get("group"):
        attributes["group"] = group
    text = page.text[content.start : content.end] if content is not None else None
    span = Span(node.start, node.end)
    call = RefCall(attributes, text, span, content.start if content is not None else 0, made=True)
    page.inside[call.span] = inside
    page.ref(call)


def _list(page: Page, node: Node, group: str, parameters: Sequence[str]) -> None:
    """Evaluate a list that a template makes; without `parameters` its first argument holds the definitions."""
    named = templates.named(page.text, node)
    attributes = {key: unquoted(value) for key, value in named.items() if key in ("group", "responsive")}
    if group and not attributes.get("group"):
        attributes["group"] = group
    span = Span(node.start, node.end)
    parts = list(_definition_parts(page, node, parameters, attributes.get("group", "")))
    if page.takes_definitions:
        found = [call for part in parts for call in page.defined(part)]
        page.references(ListCall(attributes, tuple(found), span))
        return
    found = [call for part in parts for call in page.called(part)]
    page.references(ListCall(attributes, tuple(found), span, repeats=len(found)))


def _definition_parts(page: Page, node: Node, parameters: Sequence[str], group: str) -> Iterator[Part]:
    if not parameters:
        yield from templates.arguments(page.text, node)[:1]
        return
    for part in node.parts[1:]:
        equals = templates.equals_sign(page.text, part)
        key = page.text[part.start : equals].strip().lower() if equals >= 0 else ""
        if key in parameters:
            yield templates.value_part(page.text, part)
            continue
        for each in templates.references_in(part) if not key else ():
            page.remarks.append(remarks.of_misplaced(page.text, each, group))


HANDLERS: dict[str, Handler] = {
    **dict.fromkeys([*names.REFLIST, *names.NOTELIST], reflist),
    **dict.fromkeys([*names.EFN, "refn"], note),
    **dict.fromkeys(names.R, by_names),
    **dict.fromkeys(names.SFN, short),
    **dict.fromkeys(names.HARV, harvard),
    **dict.fromkeys(names.RP, pages),
    "#tag:": tag,
}

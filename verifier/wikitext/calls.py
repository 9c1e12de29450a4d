"""What a page asks of MediaWiki's Cite: references and lists, in the order in which they are evaluated."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from verifier.model.article import Span
from verifier.values import frozen


def named(group: str, name: str) -> str:
    """Return how a named reference is called in findings: names are known within their group."""
    return f'"{name}" of group "{group}"' if group else f'"{name}"'


@frozen
class RefCall:
    """One ``<ref>`` or ``{{#tag:ref}}``: its attributes (names in lower case, values decoded), its text, its place.

    `text` is wikitext; None for a tag without any (``<ref name="a" />``), which is not the same as an empty one.
    `text_at` is the offset of the text in the file. `made`: a template or ``#tag`` calls it, so what stands in its
    text was evaluated before; the text of {{sfn}} does not even stand in the file.
    """

    attributes: Mapping[str, str]
    text: str | None
    span: Span
    text_at: int = 0
    made: bool = False

    @property
    def filled(self) -> str | None:
        """Return the text, None where it is blank: both count as no text."""
        return self.text if self.text and self.text.strip() else None


@frozen
class ListCall:
    """One ``<references>``: its attributes, the references defined in it, its place.

    `repeats`: they were called before, as part of the text, and are taken back first ({{#tag:references}}).
    `nested`: the text holds a further ``<references``, which is an error.
    """

    attributes: Mapping[str, str]
    definitions: tuple[RefCall, ...]
    span: Span
    repeats: int = 0
    nested: bool = False


@dataclass(slots=True)
class Note:
    """One reference as the engine knows it: all its uses, its text, its number.

    `key` is the name, or the global id of one without; `texts` are the calls whose text it has (several with
    follow); `first` is the call that made it; `error` the key of the first message shown at it. A `stray` note
    continues a parent that is not there. `subs` are its sub-references by their `details`, numbered by `sub`.
    """

    key: str | int
    group: str
    id: int
    first: RefCall
    number: int | None = None
    uses: int = 0
    texts: list[RefCall] = field(default_factory=list)
    direction: str = ""
    error: str = ""
    stray: bool = False
    details: str | None = None
    sub: int | None = None
    subs: dict[str, "Note"] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return the name, "" without one."""
        return self.key if isinstance(self.key, str) else ""

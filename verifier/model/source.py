"""A citation template read: its parameters by what they mean, whatever the language and the spelling of their names."""

from collections.abc import Iterator, Mapping

from verifier.model.article import Parameter, Template
from verifier.values import frozen

SHORT = frozenset({"footnote", "footnotes", "short", "contribution"})
_PLAIN = frozenset({"archive", "wayback", "link", "anchor"})  # they name an address or an anchor, not a source


@frozen
class Source:
    """One template that stands for a source or points to one.

    `kind` is that of the data in verifier/citations/cs1 ("web", "book", "citation", "footnote" ...), "other" for a
    template around a citation that the data does not know. `language` is the wiki whose name for it the template has.
    `given` holds each parameter with a value under the meaning of its name ("url", "author-last2"). `loose` are
    parameters without a name, `unknown` those whose name no wiki knows, and `doubled` pairs of parameters that say the
    same thing, the one that counts first.
    """

    template: Template
    kind: str
    language: str
    given: Mapping[str, Parameter]
    loose: tuple[Parameter, ...] = ()
    unknown: tuple[Parameter, ...] = ()
    doubled: tuple[tuple[Parameter, Parameter], ...] = ()

    @property
    def is_short(self) -> bool:
        """Tell whether it points to a full citation elsewhere ({{sfn}}, {{harvnb}})."""
        return self.kind in SHORT

    @property
    def is_full(self) -> bool:
        """Tell whether it is one of the templates of CS1 or CS2, in whatever language."""
        return self.kind not in SHORT | _PLAIN | {"other"}

    @property
    def names_source(self) -> bool:
        """Tell whether it stands for the source itself: a full citation or a template around one."""
        return self.kind not in SHORT | _PLAIN

    def parameter(self, *meanings: str) -> Parameter | None:
        """Return the first parameter that is given among these meanings."""
        return next((self.given[each] for each in meanings if each in self.given), None)

    def value(self, *meanings: str) -> str:
        """Return the value of the first parameter that is given among these meanings, "" without one."""
        found = self.parameter(*meanings)
        return found.value if found is not None else ""

    def numbered(self, meaning: str) -> Iterator[tuple[int, Parameter]]:
        """Yield the parameters "meaning1", "meaning2" ... that are given, with their numbers, until one is missing."""
        number = 1
        while (found := self.given.get(f"{meaning}{number}")) is not None:
            yield number, found
            number += 1

"""The nouns of reading: what every reader gives, whatever the format was.

Offsets are counted in code points into `Article.text`, from 0, end exclusive. The text is what a reader reads, with its
markers, whatever the format; `Article.origin` tells where it stands in the file.
"""

from dataclasses import dataclass, field

from verifier.model.dates import Dates
from verifier.model.origin import Origin
from verifier.values import frozen


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, `start` to `end`, in the article's text."""

    start: int
    end: int


@frozen
class Marker:
    """One printed citation of one source: ``[2-4]`` gives three markers that share a span.

    `label` is what is printed ("8", "n 2", "a"); `group` is "" for the plain numbers, else the word before the
    number; `number` is the integer value, None for a letter label; `cluster` counts the runs of markers with
    nothing but blanks or commas between them, from 0; `page` is what stands behind the number ("p. 4"). `anchor` is
    the machine link to the entry's own `anchor`, "" where a reader has nothing but the label. A `hidden` marker takes
    a number and shows nothing (a reference in a caption); its span is empty, and `in_file` is its place in the file.
    """

    label: str
    group: str
    number: int | None
    span: Span
    cluster: int
    page: str | None = None
    anchor: str = ""
    hidden: bool = False
    in_file: Span | None = None

    def in_cluster(self, cluster: int) -> "Marker":
        """Return the marker as one of this cluster; without `replace`, for there may be one in three characters."""
        return Marker(
            self.label, self.group, self.number, self.span, cluster, self.page, self.anchor, self.hidden, self.in_file
        )


@frozen
class Claim:
    """The passage one cluster of markers stands behind.

    `span` is the clause, from the previous cluster (or the sentence's start) to the markers; `sentence` and
    `paragraph` hold it. `text` is the clause as one line, without markers.
    """

    text: str
    span: Span
    sentence: Span
    paragraph: Span
    section: str
    markers: tuple[Marker, ...]


@frozen
class Citation:
    """What one rendered entry says, field by field; None where it is silent.

    The dates are intervals (`Dates`), with the words they were read from in `Dates.text`.
    `details` is what no field took: publisher, pages, identifiers.
    """

    author: str | None = None
    title: str | None = None
    outlet: str | None = None
    translated: str | None = None
    published: Dates | None = None
    accessed: Dates | None = None
    archived: Dates | None = None
    url: str | None = None
    archive_url: str | None = None
    says_archived: bool = False
    says_accessed: bool = False
    quoted_title: bool = False
    details: tuple[str, ...] = ()
    tail: str = ""


@frozen
class Parameter:
    """One parameter of a template: its name ("1", "2" ... where it has none), its value, stripped, and its place.

    `span` is that of the value, in the file. Comments are left out of the value.
    """

    name: str
    value: str
    span: Span


@frozen
class Template:
    """One template call as written: its name, its parameters in order, and its span in the file."""

    name: str
    parameters: tuple[Parameter, ...]
    span: Span

    def value(self, *names: str) -> str:
        """Return the first value among these parameters that is not empty; of equal names the last one counts."""
        values = {each.name: each.value for each in self.parameters}
        return next((values[name] for name in names if values.get(name)), "")


@frozen
class Entry:
    """One item of the article's own reference list.

    Three values that are easily confused are kept apart: the printed `label` (None when nothing is printed), the
    1-based `position` in its own list, and the true number, which only recovery knows. `body` is the offset behind the
    label, where the text begins. `anchor` is the id that markers lead to, `backlinks` how many links lead back to
    them (None where the format has none), `templates` what it is written with, as `Article.templates` has them.
    """

    label: str | None
    position: int
    span: Span
    body: int
    text: str
    citation: Citation
    anchor: str = ""
    backlinks: int | None = None
    templates: tuple[Template, ...] = ()

    @property
    def printed(self) -> str:
        """Return the label a reader lands on: the printed one, else the position."""
        return self.label if self.label is not None else str(self.position)


CITEKEYS = "@"  # the group of markers that are keys of a bibliography


@frozen
class EntryList:
    """One reference list: its heading ("References"), its label style ("1.", "[1]", "*") and its entries.

    A format that keeps its own account of notes names them as style: "footnote", "link", "citekey".
    """

    heading: str
    group: str
    style: str
    span: Span
    entries: tuple[Entry, ...]

    @property
    def is_lettered(self) -> bool:
        """Tell whether its labels are letters."""
        return all(entry.label is not None and entry.label.isalpha() for entry in self.entries)

    @property
    def is_numbered(self) -> bool:
        """Tell whether it prints labels of its own; a bulleted list prints none."""
        return any(entry.label is not None for entry in self.entries)

    @property
    def is_counted(self) -> bool:
        """Tell whether it has numbers, printed or lost: "^" links back, which is all that is left of them in a copy."""
        return self.is_numbered or self.style == "^"

    @property
    def has_own_rules(self) -> bool:
        """Tell whether rules for its format say what of it is empty or never cited."""
        return self.style in {"footnote", "link", "citekey"}


@frozen
class Remark:
    """Something a reader noticed and did not take for text: `kind` names it ("quick-facts", "bad-range" ...).

    `in_file` is its place in the file, where the article's text does not show it. Errors of MediaWiki's Cite have the
    key of their message as kind ("cite_error_ref_no_key"). `names` are the named references it is about (of a
    list: its group; of a bibliography: its file; of equal texts: where the first stands), those first whose definition
    it is or spoils. `forks`: from here on the two numberings of wikitext differ.
    """

    kind: str
    text: str
    span: Span
    in_file: Span | None = None
    names: tuple[str, ...] = ()
    forks: bool = False


@frozen
class Provenance:
    """The page an article was read from.

    `asked` is the URL the user gave, `url` the one that names what was read: the page a redirect led to, at the
    revision that was read; both may hold secrets. `revision` is "" where a site names none. `recorded` is when the
    answer was given (ISO 8601, UTC).
    """

    asked: str
    url: str
    revision: str = ""
    recorded: str = ""


@frozen
class Article:
    """An article as read: its text, its claims in order, its lists, and what the reader remarked.

    `language` is the one that the format declares, as a tag of BCP 47 ("de", "pt-BR"); "" where it declares none.
    `headings` are those of its sections. `templates` are the template calls of the page in the order of the file:
    citations and short citations, wherever they stand, with their parameters; of any other the name alone.
    `provenance` is the page it was read from, None for a file; `written` is the whole text of the file or page.
    """

    path: str
    format: str
    title: str
    text: str
    origin: Origin
    claims: tuple[Claim, ...]
    lists: tuple[EntryList, ...]
    paragraphs: tuple[Span, ...] = ()
    remarks: tuple[Remark, ...] = ()
    marker_styles: tuple[str, ...] = ()
    encoding_notes: tuple[str, ...] = field(default=())
    language: str = ""
    headings: tuple[Span, ...] = ()
    templates: tuple[Template, ...] = ()
    provenance: Provenance | None = None
    written: str = ""

    @property
    def markers(self) -> tuple[Marker, ...]:
        """Return all markers in document order."""
        return tuple(marker for claim in self.claims for marker in claim.markers)

    @property
    def plain_lists(self) -> tuple[EntryList, ...]:
        """Return the lists that plain numbers may point into: without group and letters, counted before bulleted.

        A bulleted list beside a numbered one is further reading: its positions are nobody's numbers. Of lists without
        any labels it is the one that has as many entries as are cited.
        """
        plain = [each for each in self.lists if not each.group and not each.is_lettered]
        numbered = [each for each in plain if each.is_numbered] or [each for each in plain if each.is_counted]
        if numbered or len(plain) < 2:
            return tuple(numbered or plain)
        greatest = self._greatest
        whole = [each for each in plain if len(each.entries) == greatest]
        return tuple(whole if len(whole) == 1 else plain)

    @property
    def main_list(self) -> EntryList | None:
        """Return the list the plain numbers point into, None if there is none.

        Where markers are linked, lists that number from 1 again are told apart, and the longest is the main one. Of
        several others it is the first that holds the greatest number, or else the first.
        """
        plain = self.plain_lists
        linked = [each for each in plain if any(entry.anchor for entry in each.entries)]
        if linked:
            return max(linked, key=lambda each: len(each.entries))
        if len(plain) > 1:
            greatest = self._greatest
            plain = tuple(each for each in plain if len(each.entries) >= greatest) or plain
        return next(iter(plain), None)

    @property
    def _greatest(self) -> int:
        """Return the greatest plain number that is cited, 0 if there is none."""
        return max((each.number for each in self.markers if not each.group and each.number), default=0)

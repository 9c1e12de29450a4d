"""References and their templates at speed: the same as the scanner reads, and as real pages are known to hold."""

import csv
import hashlib
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.dumps import pages
from verifier.wikitext import nodes, templates
from verifier.wikitext.extract import Reference, references
from verifier.wikitext.nodes import Node, Part
from verifier.wikitext.tags import Tag, attributes, scan

SOME = 120  # articles of each dump; bench/readers.py reads all
PIECES = [
    *"""<ref> <ref/> </ref> <!-- --> <nowiki> </nowiki> <pre> </pre> {{ }} |url= = | [[ ]] {{{ }}} x <b> < >
    <includeonly> </includeonly> <references> <poem>""".split(),
    *["<ref name=a>", '<ref name="b c" group=n>', "<ref name=d />", "</REF >", "{{cite web|", " ", "\n"],
]
WIKITEXT = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


def outermost(text: str, part: Part) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for child in part.children:
        if isinstance(child, Tag):
            continue
        call = templates.read(text, child)
        if child.kind == "template" and call.name and not set(call.name) & set("[]{}<>\n"):
            yield call.name, [(each.name, each.value) for each in call.parameters]
        else:
            for each in child.parts:
                yield from outermost(text, each)


def slowly(text: str) -> list[Reference]:
    """Return what the scanner and the node parser make of the text."""
    found = []
    for tag in scan(text):
        if tag.name != "ref":
            continue
        given = attributes(text, tag)
        calls = list(outermost(text, nodes.parse(text, tag.inner_start, tag.inner_end))) if tag.inner_start >= 0 else []
        found.append(
            Reference(tag.start, tag.end, given.get("name", ""), given.get("group", ""), tag.inner_start < 0, calls)
        )
    return found


@given(WIKITEXT)
def test_extraction_reads_what_the_scanner_reads(text: str) -> None:
    holders = ("<references", "<poem")  # the scanner takes these as a whole
    if not any(each in text for each in holders):
        assert list(references(text)) == slowly(text)


@given(WIKITEXT)
def test_nodes_are_nested_and_in_order(text: str) -> None:
    def check(part: Part) -> None:
        position = part.start
        for child in part.children:
            assert position <= child.start < child.end <= part.end
            position = child.end
            if isinstance(child, Node):
                for each in child.parts:
                    assert child.start < each.start <= each.end < child.end
                    check(each)

    check(nodes.parse(text))


def test_a_reference_is_read_with_its_names_and_parameters() -> None:
    text = '<ref name="a b" group="n">{{cite web |url=https://example.org/?a=b |Rye|title= The [[Rye|rye]] }}.</ref>'
    (found,) = references(text)

    assert (found.name, found.group, found.closes_itself) == ("a b", "n", False)
    assert found.calls == [
        ("cite web", [("url", "https://example.org/?a=b"), ("1", "Rye"), ("title", "The [[Rye|rye]]")])
    ]
    assert text[found.start : found.end] == text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("<!-- <ref>a</ref> --><ref>b</ref>", 1),
        ("<nowiki><ref>a</ref></nowiki>", 0),
        ("<nowiki><ref>a</ref>", 1),
        ("<ref>a<ref>b</ref>", 1),
        ("<ref name=a>b", 0),
        ("<references><ref>a</ref></references>", 1),
        ("<reference>a</reference>", 0),
        ("<ref/ >a</ref>", 0),
    ],
)
def test_what_counts_as_a_reference(text: str, count: int) -> None:
    assert count == len(list(references(text)))


def test_real_pages_of_seven_languages_hold_the_templates_that_are_known(shared: Path) -> None:
    folder = shared / "data" / "scale"
    with (folder / "expected.tsv").open(encoding="utf-8", newline="") as stream:
        rows = {(row["dump"], row["page_id"]): row for row in csv.DictReader(stream, delimiter="\t")}
    dumps = sorted({dump for dump, _ in rows})
    wrong, count = [], 0
    for path in sorted(folder.glob("*.xml*")):
        dump = next((each for each in dumps if path.name.startswith(each)), None)
        for number, text in islice(pages(path), SOME) if dump is not None else ():
            row = rows[dump or "", number]
            count += 1
            said = (int(row["refs"]), int(row["self_closing"]), row["digest"])
            wrong += [f"{dump} {number}"] if said != counted(text) else []

    assert len(dumps) == 8
    assert count > 600
    assert wrong == []


def counted(text: str) -> tuple[int, int, str]:
    found = list(references(text))
    calls = sorted([name, [list(pair) for pair in sorted(pairs)]] for each in found for name, pairs in each.calls)
    packed = json.dumps(calls, separators=(",", ":"), ensure_ascii=False)
    digest = hashlib.sha256(packed.encode("utf-8")).hexdigest()[:16]
    return len(found), sum(each.closes_itself for each in found), digest

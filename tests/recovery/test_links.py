"""Links that survived prove a pair, and a link that leads nowhere proves a loss."""

from collections.abc import Mapping
from dataclasses import replace

from verifier.model.article import Article
from verifier.model.recovery import Class
from verifier.recovery import links, recover

from .diary import diary

LOST = (3, 7, 8)
KEPT = [number for number in range(1, 13) if number not in LOST]


def linked(ids: Mapping[int, str], *, dated: bool = False) -> Article:
    """Return a chronicle that lost three entries; `ids` are the anchors of entries by position, markers keep theirs."""
    article = diary(12, LOST, dated=dated)
    entries = tuple(replace(each, anchor=ids.get(each.position, "")) for each in article.lists[0].entries)
    claims = (
        replace(claim, markers=tuple(replace(each, anchor=f"note-{each.number}") for each in claim.markers))
        for claim in article.claims
    )
    return replace(article, lists=(replace(article.lists[0], entries=entries),), claims=tuple(claims))


ALL = {position: f"note-{number}" for position, number in enumerate(KEPT, 1)}


def test_a_list_that_kept_its_links_is_mapped_whatever_else_is_known() -> None:
    found = recover.of(linked(ALL))

    assert found.proposes
    assert KEPT == [placement.best for placement in found.placements]
    assert {placement.kind for placement in found.placements} == {Class.CONFIRMED}
    assert found.placements[5].evidence[0] == "its link is kept: [9] leads here"
    assert [number for number, probability in found.lost if probability > 0.99] == list(LOST)


def test_a_few_links_help_the_rest() -> None:
    found = recover.of(linked({1: "note-1", 5: "note-6", 6: "note-9", 9: "note-12"}))

    assert [each.kind for each in found.placements[4:]] == [Class.CONFIRMED] * 5
    assert (found.placements[4].best, found.placements[5].best) == (6, 9)


def test_links_beat_dates_and_words() -> None:
    found = recover.of(linked({2: "note-3"}, dated=True))

    assert (found.placements[1].best, found.placements[1].kind) == (3, Class.CONFIRMED)
    assert "its link is kept: [3] leads here" in found.placements[1].evidence


def test_links_against_the_order_propose_nothing() -> None:
    found = recover.of(linked({1: "note-9", 2: "note-2"}))

    assert "the links that are left do not go with the order of the list" in found.refusals


def test_where_all_ids_are_gone_dangling_links_tell_nothing() -> None:
    made = links.of(linked({}))

    assert (made.fixed, made.lost) == ({}, frozenset())
    assert links.of(linked({1: "elsewhere"})).lost == frozenset()


def test_a_dangling_link_belongs_to_a_lost_entry_if_all_entries_kept_their_ids() -> None:
    free = {**ALL, 2: "unused"}  # nothing cites the second entry by its id

    assert links.of(linked(free)).lost == {*LOST, 2}
    assert links.of(linked({1: "note-1"})).lost == frozenset()
    assert links.of(linked(free)).fixed == {position - 1: KEPT[position - 1] for position in ALL if position != 2}

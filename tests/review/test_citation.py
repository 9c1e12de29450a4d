"""The citation to copy: right in its format, with the best address known, and with no markup of its own."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.model.report import EntryRow, ReferenceRow
from verifier.review.citation import fixed, has_more


def _entry(**fields: Any) -> EntryRow:
    known = {"text": '"Rye". Ellin Courier. 3 May 2019.', "title": "Rye", "outlet": "Ellin Courier", "author": None}
    dates = {"published": "2019-05-03", "accessed": "2019-05-04", "archived": None, "url": None, "archive_url": None}
    return {**known, **dates, **fields}  # type: ignore[typeddict-item]


def _reference(url: str | None, archive_url: str | None, **archive: Any) -> ReferenceRow:
    found = {"proposal": None, "played": None, **archive} if archive else None
    return {"url": url, "archive_url": archive_url, "archive": found}  # type: ignore[typeddict-item]


def test_a_line_of_text_has_its_number_and_the_addresses_of_the_registry() -> None:
    reference = _reference("https://a.test/rye", "https://web.archive.org/web/20190504000000/https://a.test/rye")

    assert (
        '7. "Rye". Ellin Courier. 3 May 2019. https://a.test/rye '
        "Archived: https://web.archive.org/web/20190504000000/https://a.test/rye"
    ) == fixed("7", _entry(), reference, "plaintext")
    assert fixed("7", _entry(), None, "markdown").startswith('[^7]: "Rye"')


def test_wikitext_gets_a_template_with_the_day_on_which_the_snapshot_plays() -> None:
    reference = _reference(
        "https://a.test/rye", "https://x.test/old", proposal="https://x.test/better", played="20190504112233"
    )

    assert (
        "<ref>{{cite web |title=Rye |work=Ellin Courier |date=2019-05-03 |url=https://a.test/rye "
        "|access-date=2019-05-04 |archive-url=https://x.test/better |archive-date=2019-05-04}}</ref>"
    ) == fixed("7", _entry(), reference, "wikitext")


def test_a_citation_is_only_offered_where_the_registry_knows_more_than_the_list() -> None:
    page, snapshot = "https://a.test/rye", "https://web.archive.org/web/20190504000000/https://a.test/rye"
    linked = _entry(url=page)  # wikitext shows the title as a link, and not its address

    assert not has_more(linked, None)
    assert not has_more(linked, _reference(page, None))
    assert has_more(linked, _reference(page, snapshot))
    assert has_more(_entry(), _reference(page, None))
    assert not has_more(_entry(text=f'"Rye". {page}'), _reference(page, None))
    assert has_more(linked, _reference(page, None, proposal=snapshot))


def test_without_an_address_it_is_printed_matter() -> None:
    assert "<ref>{{cite news |title=Rye |work=Ellin Courier |date=2019-05-03}}</ref>" == fixed(
        "7", _entry(), None, "wikitext"
    )


def _inert(payload: str) -> None:
    entry = _entry(title=f"a{payload}", outlet=payload or None, author=payload, url=f"https://a.test/{payload}")
    made = fixed("1", entry, None, "wikitext")
    body = made.removeprefix("<ref>{{cite web ").removesuffix("}}</ref>")

    assert made == f"<ref>{{{{cite web {body}}}}}</ref>"
    assert not re.search(r"[{}\[\]<>]|''|~~~|__", body)
    assert body.count("|") == sum(
        bool(entry[name]) for name in ("title", "outlet", "author", "published", "url", "accessed")
    )


@settings(deadline=None)
@given(st.text("{}[]|<>&'~_/ab\n:", max_size=40))
def test_no_value_ends_the_template_or_brings_markup(payload: str) -> None:
    _inert(payload.strip() and payload)


def test_no_payload_ends_the_template_or_brings_markup(shared: Path) -> None:
    for name in ("xss.jsonl", "injection.jsonl"):
        for line in (shared / "data/hostile" / name).read_text("utf-8").splitlines():
            _inert(json.loads(line)["payload"])


@pytest.mark.parametrize("format_", ["plaintext", "markdown", "html", "rst"])
def test_a_line_is_one_line(format_: str) -> None:
    assert "\n" not in fixed("1", _entry(text="a\nb"), None, format_)

"""The table of archives: complete, consistent, and not fooled by look-alikes."""

import json
from pathlib import Path

import pytest

from verifier import hosts


@pytest.mark.parametrize(
    ("url", "archive"),
    [
        ("https://web.archive.org/web/20200102030405/http://example.org/", "wayback"),
        ("http://WAYBACK.archive.org./web/20200102030405/http://example.org/", "wayback"),
        ("https://archive.org/web/20200102030405/http://example.org/", "wayback"),
        ("https://www.archive.org/web/20200102030405/http://example.org/", "wayback"),
        ("https://www.webcitation.org/5Wnzed4v1", "webcite"),
        ("https://archive.ph/aBcDe", "archive.today"),
        ("https://archive.org/details/something", None),
        ("https://web.archive.org.evil.example/web/20200102030405/http://example.org/", None),
        ("https://evilweb.archive.org/", None),
        ("https://w\u0435b.archive.org/web/2020/https://example.org/", None),
        ("https://example.org/", None),
        ("not a url", None),
    ],
)
def test_a_url_is_of_the_archive_whose_host_it_is_on(url: str, archive: str | None) -> None:
    found = hosts.archive_host(url)

    assert archive == (found.id if found else None)


def test_every_row_is_whole_and_uses_the_words_of_the_table() -> None:
    methods = {"replay", "memento", "api", "page", "redirector", "manual", "unverifiable", "never-fetch"}
    trusts = {"preferred", "ok", "weak", "replace", "unverifiable", "deprecated", "invalid"}

    for archive in hosts.known_archives():
        assert archive.domains
        assert archive.method in methods
        assert archive.trust in trusts
        assert archive.source.startswith("https://")
    domains = [domain for archive in hosts.known_archives() for domain in archive.domains]
    assert len(domains) == len(set(domains))
    assert not [domain for domain in domains if domain.startswith("www.")]


def test_the_table_agrees_with_the_collected_facts(shared: Path) -> None:
    facts = json.loads((shared / "data/archives/archive-hosts.json").read_text("utf-8"))

    for row in facts["hosts"]:
        for domain in row["domains"]:
            archive = hosts.archive_host(f"https://{domain}/web/x")
            assert archive is not None
            assert (row["id"], row["method"], row["trust"]) == (archive.id, archive.method, archive.trust)
    assert facts["as_of"] == hosts.as_of().isoformat()

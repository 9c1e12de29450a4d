"""Every archive URL has exactly one owner, and the two that ask nobody say what the address tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import archives, hosts
from verifier.archives import Archive, archive_today, other_hosts
from verifier.model.registry import Reference
from verifier.parts import discover

from .scripted import Forbidden


def owners(url: str) -> list[str]:
    return [archive.name for archive in discover(archives, "ARCHIVE", Archive) if archive.owns(url)]


def judged(url: str) -> str:
    (archive,) = [archive for archive in (archive_today.ARCHIVE, other_hosts.ARCHIVE) if archive.owns(url)]
    lookup = archive.look(Reference("a", 1, archive_url=url), Forbidden())
    return f"{lookup.verdict} {lookup.reason} {lookup.asked or '-'}"


@given(
    st.text(max_size=30)
    | st.builds(
        "{}://{}/{}".format,
        st.sampled_from(["http", "https", "ftp", "HTTP"]),
        st.sampled_from(
            [*(name for host in hosts.known_archives() for name in host.domains), "archive.org", "a.org", ""]
        ),
        st.sampled_from(["", "web/20200102030405/http://example.org/", "wayback/x", "save/x", "a b"]),
    )
)
def test_exactly_one_archive_owns_any_url(url: str) -> None:
    assert len(owners(url)) == 1


@pytest.mark.parametrize(
    ("url", "owner"),
    [
        ("https://web.archive.org/web/20200102030405/http://example.org/", "wayback"),
        ("https://archive.org/web/20200102030405/http://example.org/", "wayback"),
        ("https://archive.ph/aBcDe", "archive-today"),
        ("https://archive.org/details/x", "other-hosts"),
        ("https://web.archive.org.evil.example/web/20200102030405/http://example.org/", "other-hosts"),
        ("https://perma.cc/ABCD-1234", "perma"),
        ("https://arquivo.pt/wayback/20150102030405/http://example.org/", "memento"),
        ("https://webarchive.loc.gov/all/20150102030405/http://example.org/", "other-hosts"),
        ("https://ghostarchive.org/archive/aBcDe", "ghostarchive"),
        ("https://megalodon.jp/2020-0102-0304-05/http://example.org/", "megalodon"),
        ("https://www.webcitation.org/5Wnzed4v1", "webcite"),
        ("http://archive.wikiwix.com/cache/?url=http://example.org/", "wikiwix"),
        ("javascript:alert(1)", "other-hosts"),
        ("", "other-hosts"),
    ],
)
def test_the_owner_of_a_url(url: str, owner: str) -> None:
    assert owners(url) == [owner]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://archive.ph/aBcDe", "untrusted-host deprecated-archive -"),
        ("https://archive.is/20150102030405/http://example.org/", "untrusted-host deprecated-archive 20150102030405"),
        (
            "http://www.archive.today/2015.01.02-030405/http://a.org/",
            "untrusted-host deprecated-archive 20150102030405",
        ),
        ("https://example.org/web/20200102030405/http://example.com/", "untrusted-host not-an-archive -"),
        ("https://w\u0435b.archive.org/web/20200102030405/http://example.org/", "untrusted-host not-an-archive -"),
        ("https://webcache.googleusercontent.com/search?q=cache:x", "untrusted-host invalid-archive -"),
        ("https://www.freezepage.com/1234", "unknown service-unverifiable -"),
        (
            "https://webarchive.loc.gov/all/20150102030405/http://example.org/",
            "unknown service-unverifiable 20150102030405",
        ),
        ("https://web.archive.org/web/20200102030405/http://exa mple.org/", "malformed characters -"),
        ("see the archive", "malformed characters -"),
        ("ftp://web.archive.org/", "malformed invalid-url -"),
        ("", "malformed invalid-url -"),
    ],
)
def test_what_the_address_tells_without_a_request(url: str, expected: str) -> None:
    assert judged(url) == expected


def test_every_archive_that_is_not_asked_is_unknown_or_untrusted() -> None:
    unasked = ("redirector", "manual", "never-fetch")
    domains = [domain for host in hosts.known_archives() if host.reader in unasked for domain in host.domains]

    verdicts = {judged(f"https://{domain}/x/20150102030405/http://example.org/").split()[0] for domain in domains}

    assert verdicts == {"unknown", "untrusted-host"}

"""URLs: what is refused, which ones are one page, and that no secret is shown."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier import urls
from verifier.errors import InputError
from verifier.urls import SnapshotUrl

ODD_TEXT = st.text(
    st.sampled_from("htps:/?#[]@!$&'()*+,;=%.-_~w0129aé\u3002\ud800\x00\t \\|<>") | st.characters(), max_size=60
)


@pytest.mark.parametrize(
    ("url", "wire"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://EXAMPLE.org:443/A?b=C#d", "https://example.org/A?b=C"),
        ("http://user:secret@example.org./a", "http://example.org/a"),
        ("http://example.org:8080?q", "http://example.org:8080/?q"),
        ("http://münchen.example/ä?ö=%C3", "http://xn--mnchen-3ya.example/%C3%A4?%C3%B6=%C3"),
        ("http://[2606:2800:220::1]:80/", "http://[2606:2800:220::1]/"),
        ("http://192.0.2.7/", "http://192.0.2.7/"),
    ],
)
def test_good_urls_are_read_and_sent_without_user_and_fragment(url: str, wire: str) -> None:
    assert urls.parse(url).wire == wire


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "not an absolute"),
        ("example.org/a", "not an absolute"),
        ("ftp://example.org/", "not an absolute"),
        ("http:///a", "not an absolute"),
        ("javascript:alert(1)", "not an absolute"),
        ("http://example.org/a b", "white space"),
        ("http://example.org/\u200b", "white space"),
        ("http://example.org\\@127.0.0.1/", "backslash"),
        ("http://example.org/\ud800", "white space, a control"),
        ("http://example..org/", "host"),
        ("http://0x7f.1/", "host"),
        ("http://127.1/", "host"),
        ("http://0177.0.0.1/", "host"),
        ("http://256.256.256.256/", "host"),
        ("http://[::1%25lo]/", "host"),
        ("http://a%00.example.org/", "host"),
        ("http://" + "a" * 64 + ".example/", "host"),
        ("http://" + "a." * 130 + "example/", "host"),
        ("http://example.org:99999/", "port"),
        ("http://example.org:\uff18\uff10/", "port"),
        ("http://example.org/" + "a" * 8192, "longer than 8192"),
    ],
)
def test_bad_urls_are_refused_and_say_why(url: str, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        urls.parse(url)
    assert caught.value.hint


def test_page_keys_are_those_of_the_real_index(shared: Path) -> None:
    text = (shared / "data/archives/cdx-original-urlkey-pairs.tsv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t"))

    assert len(rows) == 30
    assert [row["urlkey"] for row in rows] == [urls.page_key(row["original"]) for row in rows]


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www2.Example.org/q?b=2&a=1&", "org,example)/q?a=1&b=2"),
        ("example.org", "org,example)/"),
        ("http:/example.org/a/", "org,example)/a"),
        ("http://example.org:8080/", "org,example:8080)/"),
        ("http://192.0.2.7/a", "192.0.2.7)/a"),
        ("http://example.org/a;jsessionid=1F?PHPSESSID=0123abcd&x=1", "org,example)/a?x=1"),
        ("http://example.org/é", "org,example)/%c3%a9"),
    ],
)
def test_page_key(url: str, key: str) -> None:
    assert urls.page_key(url) == key


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Rye_(grain)", "Rye_%28grain%29", True),
        ("rye%7Eoats", "rye~oats", True),
        ("rye|oats'", "rye%7Coats%27", True),
        ("%41", "a", True),
        ("news//rye", "news/rye", True),
        ("a?q=rye%20oats", "a?q=rye+oats", True),
        ("a?q=%22rye%22", 'a?q="rye"', True),
        ("rye%2Foats", "rye/oats", False),
        ("rye%3Foats", "rye?oats", False),
        ("rye%20oats", "rye+oats", False),
        ("a?q=rye%2Boats", "a?q=rye+oats", False),
        ("a?q=rye%26b=1", "a?q=rye&b=1", False),
        ("100%25", "100%2525", False),
    ],
)
def test_the_loose_key_ignores_how_a_character_is_written_but_for_those_that_divide(
    first: str, second: str, same: bool
) -> None:
    keys = [urls.loose_key(f"http://example.org/{each}") for each in (first, second)]

    assert (keys[0] == keys[1]) == same


def test_the_loose_key_ignores_tracking_index_pages_and_mobile_hosts() -> None:
    plain = urls.loose_key("https://example.org/a/?id=1")

    assert plain == urls.loose_key("http://m.example.org/a/index.html?utm_source=x&id=1&fbclid=y")
    assert plain != urls.loose_key("https://example.org/a/?id=2")
    assert plain != urls.loose_key("https://example.com/a/?id=1")


def test_redact_masks_users_and_secrets_also_inside_an_archive_url() -> None:
    url = (
        "https://web.archive.org/web/2020/https://u:s3cr3t@example.org/?id=7&access_token=s3cr3t&X-Amz-Signature=s3cr3t"
    )

    assert urls.redact(url) == (
        "https://web.archive.org/web/2020/https://***@example.org/?id=7&access_token=***&X-Amz-Signature=***"
    )


def test_redact_masks_what_is_percent_encoded() -> None:
    encoded = "https://web.archive.org/cdx?url=http%3A%2F%2Fu%3As3cr3t%40example.org%2F%3Fid%3D7%26token%3Ds3cr3t%26a%3D1&limit=5"

    assert urls.redact(encoded) == (
        "https://web.archive.org/cdx?url=http%3A%2F%2F***@example.org%2F%3Fid%3D7%26token%3D***%26a%3D1&limit=5"
    )


INNER = "http://example.org/a?b=c"


@pytest.mark.parametrize(
    ("url", "snapshot"),
    [
        (f"https://web.archive.org/web/20200102030405/{INNER}", SnapshotUrl("20200102030405", "", INNER)),
        (f"https://web.archive.org/web/20200102030405id_/{INNER}#x", SnapshotUrl("20200102030405", "id_", INNER)),
        (f"http://web.archive.org/20010101000000/{INNER}", SnapshotUrl("20010101000000", "", INNER, short=True)),
        (f"https://web.archive.org/web/2020*/{INNER}", SnapshotUrl("2020*", "", INNER)),
        (f"https://web.archive.org/web/{INNER}", SnapshotUrl("", "", INNER)),
        ("https://web.archive.org/web/20200102030405/", SnapshotUrl("20200102030405", "", "")),
        ("https://web.archive.org/web/20200102030405/example.org/a?b=c", SnapshotUrl("20200102030405", "", INNER)),
        (
            "https://web.archive.org/web/20200102030405/http%3A%2F%2Fu%3Ap%40example.org%2Fa%3Fb%3Dc",
            SnapshotUrl("20200102030405", "", INNER),
        ),
    ],
)
def test_wayback_addresses_are_taken_apart(url: str, snapshot: SnapshotUrl) -> None:
    assert urls.read_snapshot(url) == snapshot


def test_other_addresses_are_no_snapshots() -> None:
    assert urls.read_snapshot(f"https://web.archive.org/save/{INNER}") is None
    assert urls.read_snapshot("https://web.archive.org/") is None


def test_the_canonical_form_and_the_one_that_is_asked() -> None:
    snapshot = urls.read_snapshot(f"http://wayback.archive.org/web/20200102030405js_/{INNER}")

    assert snapshot is not None
    assert snapshot.canonical == f"https://web.archive.org/web/20200102030405/{INNER}"
    assert snapshot.original == f"https://web.archive.org/web/20200102030405id_/{INNER}"


@settings(max_examples=300)
@given(ODD_TEXT)
def test_any_text_is_read_or_refused_and_never_crashes(text: str) -> None:
    urls.redact(text)
    for url in (text, f"http://{text}", f"https://web.archive.org/web/20200102030405/{text}"):
        try:
            wire = urls.parse(url).wire
            urls.read_snapshot(url)
        except InputError:
            continue
        assert wire.isascii()
        assert urls.parse(wire).wire == wire
        assert urls.page_key(wire) == urls.page_key(url)
        assert urls.loose_key(url)


@given(st.from_regex(r"http://(www\.)?example\.org(/[a-z]{1,3}){0,2}/?(\?[a-c]=[0-9](&[a-c]=[0-9])?)?", fullmatch=True))
def test_scheme_www_and_a_last_slash_never_make_another_page(url: str) -> None:
    path, question, query = url.partition("?")
    other = path.replace("http://", "https://").replace("www.", "").rstrip("/") + "/" + question + query.upper()

    assert urls.page_key(url) == urls.page_key(other)


@pytest.mark.parametrize("end", [")", ").", ",", ".", ";"])
def test_what_closes_the_sentence_around_an_address_is_kept(end: str) -> None:
    text = f"a snapshot (https://u:s3cr3t@example.org/a?token=s3cr3t{end}"

    assert urls.redact_in(text) == f"a snapshot (https://***@example.org/a?token=***{end}"

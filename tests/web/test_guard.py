"""Which addresses may be contacted; the test has its own copy of the list."""

import ipaddress
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.errors import Refused, Unreachable
from verifier.web import guard

PRIVATE = [
    *("0.1.2.3", "10.0.0.1", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.31.255.255", "192.0.0.8", "192.0.2.1"),
    *("192.88.99.1", "192.168.0.1", "198.18.0.1", "198.51.100.7", "203.0.113.1", "224.0.0.1", "240.0.0.1"),
    *("255.255.255.255", "168.63.129.16", "::", "::1", "::127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1"),
    *("fc00::1", "fe80::1", "fec0::1", "ff02::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "5f00::1"),
    *("2606:2800:220::1%eth0", "", "example.org", "127.1", "0x7f000001", "١٢٧.0.0.1"),
]


@pytest.mark.parametrize("address", PRIVATE)
def test_inner_addresses_are_not_public(address: str) -> None:
    assert not guard.is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "207.241.237.3", "8.8.8.8", "2606:2800:220::1", "2a00:1450::1"])
def test_public_addresses_are(address: str) -> None:
    assert guard.is_public(address)


@given(st.ip_addresses())
def test_what_python_calls_private_is_never_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> None:
    if address.is_private or address.is_loopback or address.is_link_local or address.is_multicast:
        assert not guard.is_public(str(address))


def test_one_inner_address_refuses_the_whole_name() -> None:
    with pytest.raises(Refused, match=r"mixed\.example leads to 127\.0\.0\.1, which is not a public address"):
        guard.vetted("mixed.example", 443, lambda host, port: ("93.184.216.34", "127.0.0.1"))


def test_a_name_without_address_is_unknown_not_refused() -> None:
    def unknown(host: str, port: int) -> tuple[str, ...]:
        raise OSError("no such host")

    for resolver in (unknown, lambda host, port: ()):
        with pytest.raises(Unreachable, match=r"gone\.example"):
            guard.vetted("gone.example", 443, resolver)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://example.org:22/", "port 22 is not asked"),
        ("http://example.org:0/", "port 0 is not asked"),
        ("http://LOCALHOST./", "this computer"),
        ("http://a.localhost/", "this computer"),
        ("http://user:s3cr3t@exa mple.org/", r"\*\*\*@exa mple"),
    ],
)
def test_what_must_not_be_asked_is_refused_before_any_lookup(url: str, says: str) -> None:
    with pytest.raises(Refused, match=says) as caught:
        guard.admit(url)
    assert "s3cr3t" not in caught.value.message


@pytest.mark.parametrize(
    ("url", "says"),
    [("http://[::1]:8077/x", "[::1]: port 8077 is not asked"), ("http://[::1]/", "[::1] leads to [::1], which is not")],
)
def test_an_address_of_ipv6_is_told_as_urls_write_it(url: str, says: str) -> None:
    with pytest.raises(Refused, match=re.escape(says)):
        guard.refuse(url)

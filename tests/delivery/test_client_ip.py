import ipaddress

import pytest

from delivery.client_ip import ForgedAddress, client_ip, throttle_key

PROXY = (ipaddress.ip_address("10.0.0.1"), ipaddress.ip_address("10.0.0.2"))


@pytest.mark.parametrize(
    ("peer", "forwarded", "found"),
    [
        ("203.0.113.9", (), "203.0.113.9"),
        ("203.0.113.9", ("1.1.1.1",), "203.0.113.9"),  # D13: nobody listed said so
        ("10.0.0.1", ("1.1.1.1, 203.0.113.5",), "203.0.113.5"),  # D14: the rightmost
        ("10.0.0.1", ("1.1.1.1, 203.0.113.5, 10.0.0.2",), "203.0.113.5"),
        ("10.0.0.1", ("1.1.1.1", "203.0.113.5"), "203.0.113.5"),
        ("10.0.0.1", (), "10.0.0.1"),
        ("10.0.0.1", ("nonsense, 203.0.113.5",), "203.0.113.5"),  # what is left of it is not read
        ("::ffff:203.0.113.9", (), "203.0.113.9"),
    ],
)
def test_the_address_is_the_rightmost_that_no_proxy_of_ours_has(
    peer: str, forwarded: tuple[str, ...], found: str
) -> None:
    assert str(client_ip(peer, forwarded, PROXY)) == found


@pytest.mark.parametrize("forged", ["nonsense", "", "203.0.113.5:80", "1.2.3.4, <b>"])
def test_d14_a_malformed_address_from_our_proxy_is_refused(forged: str) -> None:
    with pytest.raises(ForgedAddress):
        client_ip("10.0.0.1", (forged,), PROXY)


def test_an_ipv6_home_is_one_address() -> None:
    one = throttle_key(ipaddress.ip_address("2001:db8:1:2::1"))
    assert one == throttle_key(ipaddress.ip_address("2001:db8:1:2:ffff::9"))
    assert one != throttle_key(ipaddress.ip_address("2001:db8:1:3::1"))
    assert throttle_key(ipaddress.ip_address("203.0.113.9")) == "203.0.113.9"

"""Finds the client's address. A forwarded one is believed only from a proxy that is listed."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address


class ForgedAddress(Exception):
    """A trusted proxy forwarded something that is no address."""


def client_ip(
    peer: str | None, forwarded: tuple[str, ...], trusted: tuple[Address, ...]
) -> Address:
    """Return the rightmost address that is not a trusted proxy (FAULTS D13, D14)."""
    here = _parse(peer or "")
    if here not in trusted:
        return here
    for hop in reversed([hop for line in forwarded for hop in line.split(",")]):
        here = _parse(hop.strip())
        if here not in trusted:
            return here
    return here


def throttle_key(address: Address) -> str:
    """Return what failures are counted under: an IPv4 address, or the /64 that one home gets."""
    if isinstance(address, IPv4Address):
        return str(address)
    return str(IPv6Network((address, 64), strict=False))


def _parse(text: str) -> Address:
    try:
        address = ip_address(text)
    except ValueError as cause:
        raise ForgedAddress("a forwarded address is malformed") from cause
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            address = IPv6Address(int(address))
        return address.ipv4_mapped or address
    return address

"""Finds the way out that the environment prescribes; this machine itself needs none."""

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass

from aiohttp import encode_basic_auth

from core.settings import SettingsFault

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_SPOKEN = ("http", "https")


@dataclass(frozen=True)
class Proxy:
    """Where to knock, and the header that lets us in. Neither is for a log."""

    url: str
    headers: dict[str, str] = field(default_factory=dict)


def proxy_towards(url: str) -> Proxy | None:
    """Read HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY as they concern this address.

    Raises SettingsFault for a proxy that we do not speak to (socks).
    """
    target = urlsplit(url)
    host = target.hostname or ""
    if host in _LOOPBACK or proxy_bypass(host):
        return None
    known = getproxies()
    found = known.get(target.scheme) or known.get("all")
    return _proxy(found) if found else None


def _proxy(found: str) -> Proxy:
    parts = urlsplit(found if "://" in found else f"http://{found}")
    if parts.scheme not in _SPOKEN or not parts.hostname:
        raise SettingsFault("HTTPS_PROXY: hanya proksi http:// atau https:// yang dapat dipakai.")
    bare = urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], "", "", ""))
    if parts.username is None:
        return Proxy(bare)
    login = encode_basic_auth(unquote(parts.username), unquote(parts.password or ""))
    return Proxy(bare, {"Proxy-Authorization": login})

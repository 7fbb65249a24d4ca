"""What the public pages are given. They hold the site's key and no other."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import urlsplit

from delivery.kop import Kop
from delivery.loket import PembukaLoket
from delivery.pembuka import Pembuka
from delivery.peristiwa import Peristiwa
from vault import Blobs, KunciWeb, Stretcher


@dataclass(frozen=True)
class Situs:
    """The site of one office."""

    kunci: KunciWeb
    blobs: Blobs
    stretcher: Stretcher
    now: Callable[[], datetime]
    kop: Kop
    base_url: str
    peristiwa: Peristiwa
    trusted_proxies: tuple[IPv4Address | IPv6Address, ...] = ()

    @property
    def https(self) -> bool:
        """Whether citizens reach the site through TLS."""
        return urlsplit(self.base_url).scheme == "https"

    @property
    def host(self) -> str:
        """The site's own host and port, from the configuration and never from a request."""
        return urlsplit(self.base_url).netloc

    def url(self, path: str) -> str:
        """Return the absolute address of a path of ours."""
        return self.base_url.rstrip("/") + path

    def pembuka(self) -> Pembuka:
        """Return the door of the links."""
        return Pembuka(
            k_web=self.kunci.k_web,
            stretcher=self.stretcher,
            peristiwa=self.peristiwa,
            now=self.now,
        )

    def pembuka_loket(self) -> PembukaLoket:
        """Return the door of the counter's page."""
        return PembukaLoket(k_web=self.kunci.k_web, stretcher=self.stretcher, now=self.now)

"""Runs the public site on one address."""

from collections.abc import Callable
from datetime import datetime
from ipaddress import ip_address

from aiohttp import web

from core.kantor import Kantor
from core.settings import Web
from delivery.kop import Kop
from delivery.pages import build_app
from delivery.peristiwa import Peristiwa
from delivery.runner import SiteRunner
from delivery.situs import Situs
from vault import Blobs, KunciWeb, Stretcher


def kop(kantor: Kantor) -> Kop:
    """Return how pages and letters introduce the office."""
    return Kop(
        nama_dinas=kantor.nama_dinas,
        kontak=", ".join(part for part in (kantor.alamat, kantor.telepon) if part),
        surel=kantor.surel,
        zona=kantor.zona,
    )


def situs(
    kantor: Kantor,
    setelan: Web,
    *,
    kunci: KunciWeb,
    blobs: Blobs,
    stretcher: Stretcher,
    peristiwa: Peristiwa,
    now: Callable[[], datetime],
) -> Situs:
    """Put together what the pages are given."""
    return Situs(
        kunci=kunci,
        blobs=blobs,
        stretcher=stretcher,
        now=now,
        kop=kop(kantor),
        base_url=setelan.alamat,
        peristiwa=peristiwa,
        trusted_proxies=tuple(ip_address(address) for address in setelan.proksi),
    )


class Site:
    """The site while it runs."""

    def __init__(self, situs: Situs, setelan: Web) -> None:
        self._runner = SiteRunner(build_app(situs))
        self._setelan = setelan

    async def start(self) -> None:
        """Listen; OSError if the port is taken."""
        await self._runner.setup()
        await web.TCPSite(self._runner, self._setelan.host, self._setelan.port).start()

    async def stop(self) -> None:
        """Close the doors; answers under way are finished."""
        await self._runner.cleanup()

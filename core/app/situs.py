"""The process `web`: pages and nothing but its own keys."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from core.app.kesehatan.web import site_nurse
from core.app.models import site_database
from core.kantor import load_kantor
from core.permohonan import PeristiwaDokumen, Products
from core.settings import Settings
from core.web import Site, situs
from vault import Blobs, KunciWeb, Stretcher


class SiteProcess:
    """Builds, starts and stops the public site."""

    def __init__(self, settings: Settings, *, now: Callable[[], datetime]) -> None:
        self._database = site_database(settings)
        self._nurse = site_nurse(settings, self._database)
        kantor = load_kantor(settings.kantor)
        products = Products(now=now)
        self._stretcher = Stretcher()
        self._site = Site(
            situs(
                kantor,
                settings.web,
                kunci=KunciWeb.load(settings.kunci / "web"),
                blobs=Blobs(settings.data / "berkas"),
                stretcher=self._stretcher,
                peristiwa=PeristiwaDokumen(products, now=now),
                now=now,
            ),
            settings.web,
        )

    async def start(self) -> None:
        """Open the database, check that it is current, listen."""
        await self._database.open()
        await self._database.require_current()
        await self._site.start()
        await self._nurse.start()

    async def watch(self) -> None:
        """Nothing here ends by itself."""
        await asyncio.Event().wait()

    async def stop(self) -> None:
        """Close the doors, then the database."""
        await self._nurse.stop()
        await self._site.stop()
        self._stretcher.close()
        await self._database.close()

"""One office with one document: SQLite file, real loopback server, held clock."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from uuid import UUID

import aiohttp
from aiohttp import web
from yarl import URL

from core.store import new_id
from delivery.kop import Kop
from delivery.pages import build_app
from delivery.penerbit import Penerbit
from delivery.runner import SiteRunner
from delivery.situs import Situs
from delivery.terbitan import TautanTerbit
from vault import Blobs, Cost, KunciKerja, KunciWeb, Stretcher, create_keys

CHEAP = Cost(memory_kib=8, rounds=1, lanes=1)
START = datetime(2026, 11, 22, 3, 4, 5, tzinfo=UTC)
KOP = Kop("Disdukcapil Kabupaten Contoh", "(0291) 000000", "halo@contoh.go.id", "Asia/Jakarta")
PDF = b"%PDF-1.7 BUDI SANTOSO 3319010101010001 " * 500


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.instant = START

    def __call__(self) -> datetime:
        return self.instant

    def forward(self, **span: float) -> None:
        self.instant += timedelta(**span)


class Notebook:
    """Writes down what delivery tells the cases."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._written = asyncio.Condition()
        self.broken = False

    async def _note(self, line: str) -> None:
        if self.broken:
            raise RuntimeError("the cases are out of order")
        async with self._written:
            self.lines.append(line)
            self._written.notify_all()

    async def until(self, line: str) -> None:
        """Wait for a line that the server writes just after its answer has left."""
        async with self._written:
            await self._written.wait_for(lambda: line in self.lines)

    async def opened(self, _: UUID) -> None:
        await self._note("opened")

    async def downloaded(self, _: UUID) -> None:
        await self._note("downloaded")

    async def printed(self, _: UUID) -> None:
        await self._note("printed")

    async def attacked(self, _: UUID) -> None:
        await self._note("attacked")


@dataclass
class Dunia:
    """Everything a test of delivery touches."""

    folder: Path
    clock: Clock
    stretcher: Stretcher
    catatan: Notebook = field(default_factory=Notebook)
    proksi: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        create_keys(self.folder / "kunci")
        self.kunci = KunciKerja.load(self.folder / "kunci" / "kerja")
        self.blobs = Blobs(self.folder / "blobs")
        self.dokumen_id = new_id()

    @property
    def penerbit(self) -> Penerbit:
        return Penerbit(
            self.kunci,
            self.blobs,
            self.stretcher,
            self.clock,
            base_url="https://layanan.contoh.go.id",
        )

    def situs(self, base_url: str = "https://layanan.contoh.go.id") -> Situs:
        return Situs(
            kunci=KunciWeb.load(self.folder / "kunci" / "web"),
            blobs=self.blobs,
            stretcher=self.stretcher,
            now=self.clock,
            kop=KOP,
            base_url=base_url,
            peristiwa=self.catatan,
            trusted_proxies=tuple(ip_address(each) for each in self.proksi),
        )

    async def store(self, pdf: bytes = PDF) -> None:
        await self.penerbit.prepare(
            self.dokumen_id, jenis="kk", nama_berkas="Kartu-Keluarga_CTH-2611-0001"
        )
        await self.penerbit.store(self.dokumen_id, pdf)

    async def publish(self, pdf: bytes = PDF) -> TautanTerbit:
        await self.store(pdf)
        return await self.penerbit.publish(await self.penerbit.derive_link(self.dokumen_id))


class Peramban:
    """A browser without cookies: follows nothing by itself and asks one origin."""

    def __init__(self, session: aiohttp.ClientSession, origin: str) -> None:
        self.session = session
        self.origin = origin

    def get(
        self, path: str, *, method: str = "GET", **headers: str
    ) -> contextlib.AbstractAsyncContextManager[aiohttp.ClientResponse]:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        url = URL(self.origin + path, encoded=True)
        return self.session.request(method, url, headers=named, allow_redirects=False)

    def post(
        self, path: str, field_name: str, typed: str, **headers: str
    ) -> contextlib.AbstractAsyncContextManager[aiohttp.ClientResponse]:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.session.post(
            self.origin + path, data={field_name: typed}, headers=named, allow_redirects=False
        )


@contextlib.asynccontextmanager
async def serve(situs: Situs, *, idle: float = 30.0) -> AsyncIterator[Peramban]:
    """Run the site on a free port of loopback."""
    runner = SiteRunner(build_app(situs), idle=idle)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        yield Peramban(session, f"http://127.0.0.1:{port}")
    await runner.cleanup()

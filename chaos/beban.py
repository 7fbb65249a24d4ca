"""The load: many citizens at once, a few officers, some downloads; and how far it has come."""

import asyncio
import random
from collections.abc import Sequence
from dataclasses import dataclass

from aiohttp import ClientError

from chaos.layar import Layar
from chaos.orang import ISSUED, Berkas, HilangSabar, Warga
from chaos.petugas import Meja, Petugas
from chaos.rumah import Rumah
from core.demo.browser import download
from core.demo.house import DemoFailed
from core.demo.pictures import draw_paper
from sandbox.records import Person

_FIRST = 640_000_001
_DOWNLOAD_SHARE = 0.2
_DOWNLOAD_TRIES = 60
_DOWNLOAD_PAUSE = 0.5
PICTURE = ("KARTU TANDA PENDUDUK", "NIK: 3319990000000000", "Nama: WARGA CONTOH")


@dataclass
class Kemajuan:
    """How many cases have been sent, and how many are through."""

    kasus: int
    terkirim: int = 0
    selesai: int = 0

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return (self.terkirim + self.selesai) / (2 * self.kasus)


class Beban:
    """Plays everybody."""

    def __init__(self, rumah: Rumah, *, kasus: int, serentak: int, dadu: random.Random) -> None:
        self._rumah = rumah
        self._dadu = dadu
        self._serentak = serentak
        self._foto = draw_paper(PICTURE)
        self.kemajuan = Kemajuan(kasus)
        self.meja = Meja(dadu)
        self.warga: list[Berkas] = [
            Berkas(_FIRST + at, f"warga{_FIRST + at}@warga.example") for at in range(kasus)
        ]

    async def run(self) -> None:
        """Play until every citizen has read his decision, or lost his patience."""
        officers = self._officers()
        await asyncio.gather(*(one.greet() for one in officers))
        desks = [asyncio.create_task(one.work()) for one in officers]
        gate = asyncio.Semaphore(self._serentak)
        try:
            await asyncio.gather(*(self._play(one, gate) for one in self.warga))
        finally:
            for desk in desks:
                desk.cancel()
            await asyncio.gather(*desks, return_exceptions=True)

    def _officers(self) -> Sequence[Petugas]:
        store, kantor = self._rumah.store, self._rumah.kantor
        return [
            Petugas(Layar(store, one.id, kantor.telegram.admin), Layar(store, one.id), self.meja)
            for one in kantor.daftar_petugas[:2]
        ]

    async def _play(self, berkas: Berkas, gate: asyncio.Semaphore) -> None:
        async with gate:
            store = self._rumah.store
            store.add_person(Person(berkas.who, "Warga Contoh"))
            layar = Layar(store, berkas.who)
            warga = Warga(layar, self._rumah.kotak, berkas, foto=self._foto, call=self.meja.called)
            try:
                await warga.file()
                self.kemajuan.terkirim += 1
                if await warga.follow() == ISSUED and self._dadu.random() < _DOWNLOAD_SHARE:
                    await self._download(warga)
            except HilangSabar as cause:
                berkas.keluh = str(cause)
            self.kemajuan.selesai += 1

    async def _download(self, warga: Warga) -> None:
        """Open the link with the password; a site that is just down is tried again."""
        link = await warga.letter_link()
        for _ in range(_DOWNLOAD_TRIES):
            try:
                await download(link, warga.berkas.sandi)
            except (ClientError, OSError, TimeoutError, DemoFailed):
                await asyncio.sleep(_DOWNLOAD_PAUSE)
            else:
                warga.berkas.unduh = True
                return
        raise HilangSabar("unduh")

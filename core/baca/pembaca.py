"""The reading desk: a paper's clean copy in, what stands on it out, within a deadline or not."""

import asyncio
import logging
from collections.abc import Callable, Collection
from importlib import import_module

from core.api.bacaan import Bacaan, Terbaca
from core.baca import kenali
from core.baca.angka import is_nik, is_nomor_kk, sixteen_of
from core.baca.kata import words_of
from core.baca.lembar import Bagian, Lembar
from core.baca.mesin import Cara, Mesin
from core.berkas import LimitedWorker
from core.berkas.worker import WorkerGone, WorkerUnavailable

log = logging.getLogger(__name__)

EYES = "core.baca.siapkan"
DETIK = 1.5
_LONGEST = 20.0
_CPU_SECONDS = 4


class Pembaca:
    """Reads papers one at a time. Late, or lost, or unreadable: then nothing was read."""

    def __init__(self, mesin: Mesin, worker: LimitedWorker, *, detik: float = DETIK) -> None:
        self._mesin = mesin
        self._worker = worker
        self._detik = detik
        self._turn = asyncio.Lock()
        self._reading: asyncio.Task[Bacaan] | None = None

    async def warm_up(self) -> None:
        """Start the worker before the first citizen waits for it. Never raises."""
        try:
            await self._worker.run(_prepared, b"", "", Bagian.SELURUH, _CPU_SECONDS)
        except (WorkerGone, WorkerUnavailable):
            log.warning("the worker that prepares papers for reading did not start")

    async def baca(self, content: bytes, mime: str, cari: Collection[Terbaca]) -> Bacaan:
        """Return what was read for sure of what is looked for, within the deadline. Never raises.

        `content` is a clean copy that we wrote ourselves (JPEG or PDF), never what was sent.
        """
        if not cari:
            return Bacaan()
        try:
            async with asyncio.timeout(self._detik):
                await self._turn.acquire()
                # Whoever is late is left behind, not cut off: to start the worker anew would make
                # the next one late as well.
                self._reading = asyncio.create_task(self._whole(content, mime, cari))
                return await asyncio.shield(self._reading)
        except TimeoutError:
            log.info("a paper was not read within %.1f s", self._detik)
            return Bacaan()

    async def close(self) -> None:
        """End the worker at once, and what is being read; see both gone."""
        self._worker.close()
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.wait({self._reading}, timeout=_LONGEST)

    async def _whole(self, content: bytes, mime: str, cari: Collection[Terbaca]) -> Bacaan:
        """Read a paper in the turn that was taken for it, and let go of the turn."""
        try:
            async with asyncio.timeout(max(_LONGEST, self._detik)):
                return await self._read(content, mime, cari)
        except (TimeoutError, WorkerGone, WorkerUnavailable, OSError) as fault:
            log.warning("a paper was not read: %s", type(fault).__name__)
            return Bacaan()
        finally:
            self._turn.release()

    async def _read(self, content: bytes, mime: str, cari: Collection[Terbaca]) -> Bacaan:
        bagian = Bagian.ATAS if "nomor_kk" in cari else Bagian.SELURUH
        sheet = await self._worker.run(_prepared, content, mime, bagian, _CPU_SECONDS)
        if sheet is None:
            return Bacaan()
        words = words_of(await self._mesin.read(sheet.pgm(), Cara.HALAMAN))
        nik = kenali.find_nik(words) if "nik" in cari else None
        nomor_kk = kenali.find_nomor_kk(words) if "nomor_kk" in cari else None
        return Bacaan(
            nik=await self._agreed(sheet, nik, is_nik) if nik else None,
            nomor_kk=await self._agreed(sheet, nomor_kk, is_nomor_kk) if nomor_kk else None,
            nama=kenali.find_name(words) if "nama" in cari else None,
        )

    async def _agreed(
        self, sheet: Lembar, found: kenali.Calon, is_built: Callable[[str], bool]
    ) -> str | None:
        """Read the number again, alone: it counts when two readings agree and it is well built."""
        box = found.kotak
        line = sheet.cut(box.kiri, box.atas, box.kanan, box.bawah).pgm()
        seen = [found.nomor]
        for cara in (Cara.ANGKA, Cara.BARIS):
            words = words_of(await self._mesin.read(line, cara))
            again = sixteen_of("".join(word.teks.strip(" :.-") for word in words))
            if again and again in seen and is_built(again):
                return again
            seen.append(again)
        return None


def _prepared(content: bytes, mime: str, bagian: Bagian, cpu_seconds: int) -> Lembar | None:
    """Call the eyes by name: the process that imports this module never loads a decoder."""
    found = import_module(EYES).prepare_confined(content, mime, bagian, cpu_seconds)
    if found is not None and not isinstance(found, Lembar):
        raise TypeError("the worker answered with something else")
    return found

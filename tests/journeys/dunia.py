"""What a journey works with: the running office, its people, its letters, its log."""

import asyncio
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.app.models import database
from core.demo.browser import download
from core.demo.house import LOG, House
from core.demo.pictures import draw_paper
from core.permohonan import Book, Permohonan, Produk, Putusan
from core.store import opened
from delivery.models import Dokumen
from sandbox import Klien, Pesan, Surat
from tests.journeys.pemain import PATIENCE, Petugas, Warga
from vault import KunciKerja, Sealer

RINA, AGUS, WULAN = 700000001, 700000002, 700000003
PASSWORD = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
LINK = re.compile(r"https?://\S+/d/[0-9a-z]{26}")
NUMBER = re.compile(r"REG-3319-\d{8}-\d{4}")
_people = itertools.count(620000001)


async def until_said(log: Path, words: str, *, times: int) -> None:
    """Wait until a log holds certain words so many times."""
    said = 0
    async with asyncio.timeout(2 * PATIENCE):
        while said < times:
            await asyncio.sleep(0.05)
            said = (await asyncio.to_thread(log.read_text, "utf-8", "replace")).count(words)


@dataclass(frozen=True)
class Dunia:
    """One office, running."""

    house: House
    klien: Klien
    rina: Petugas
    agus: Petugas

    @classmethod
    async def opened(cls, house: House, klien: Klien) -> "Dunia":
        """Two officers greet the bot; the third never does."""
        rina, agus = (Petugas(klien, one, house.group) for one in (RINA, AGUS))
        for officer in (rina, agus):
            await officer.pribadi.say("/start petugas", "Halo")
        return cls(house, klien, rina, agus)

    async def warga(self, nama: str = "Warga Contoh") -> Warga:
        """Return a citizen who never spoke to the bot."""
        number = next(_people)
        await self.klien.orang(nama, id=number)
        return Warga(self.klien, number, surel=f"warga{number}@warga.example")

    async def filed(self, *, surel: bool = True) -> tuple[Warga, str]:
        """Let a new citizen file KK hilang; return him and the case's number."""
        warga = await self.warga("Budi Santoso")
        ask = await warga.fills_hilang()
        if surel:
            await warga.say(warga.surel, "kode")
            summary = await warga.say(await self.code(warga.surel), "Periksa")
        else:
            summary = await warga.tap(ask, "Tidak punya e-mail", "Periksa")
        return warga, await warga.submits(summary)

    async def code(self, surel: str) -> str:
        """Return the newest six digits that were mailed to an address."""
        letter = await self.letter(surel, "Kode")
        found = re.search(r"\b(\d{6})\b", letter.teks)
        assert found is not None
        return found[1]

    async def letter(self, surel: str, subject: str) -> Surat:
        """Wait for a letter to an address."""
        return await self.klien.tunggu_surat(
            lambda one: subject in one.subjek and surel in one.kepada, batas=PATIENCE
        )

    async def downloaded(self, warga: Warga, *, told_by: str = "sudah terbit") -> bytes:
        """Wait for link and password, and download as a plain browser does."""
        told = await warga.wait(told_by, after=0)
        letter = await self.letter(warga.surel, "siap diunduh")
        link, password = LINK.search(letter.teks), PASSWORD.search(told.teks)
        assert link is not None
        assert password is not None
        return await download(link[0], password[0])

    async def group_messages(self) -> Sequence[Pesan]:
        """Return everything that the group can read."""
        return await self.klien.pesan(self.house.group)

    async def stored_hashes(self) -> set[str]:
        """Return the SHA-256 of every document that the office issued."""
        async with opened(database(self.house.settings)):
            return {row.sha256 or "" for row in await Dokumen.all()}

    async def case(self, nomor: str) -> Permohonan:
        """Return a case as the office's database holds it."""
        async with opened(database(self.house.settings)):
            return await Permohonan.get(nomor=nomor)

    async def putusan(self, nomor: str) -> Putusan:
        """Return what the officer added to a case."""
        kunci = KunciKerja.load(self.house.settings.kunci / "kerja")
        return Book(Sealer(kunci.k_data)).putusan(await self.case(nomor))

    async def collectors(self, nomor: str) -> list[str]:
        """Return who collected the products of a case."""
        kunci = KunciKerja.load(self.house.settings.kunci / "kerja")
        book, case = Book(Sealer(kunci.k_data)), await self.case(nomor)
        async with opened(database(self.house.settings)):
            return [book.penerima(row) for row in await Produk.filter(permohonan_id=case.id)]

    def blobs(self, kind: str) -> list[str]:
        """Return the names of the sealed blobs of a kind."""
        folder = self.house.settings.data / "berkas" / kind
        return sorted(path.name for path in folder.glob("*")) if folder.exists() else []

    @property
    def log(self) -> Path:
        """Where both processes write."""
        return self.house.config.parent / LOG


def paper(*lines: str) -> bytes:
    """Return the picture of a paper."""
    return draw_paper(lines or ("DOKUMEN CONTOH",))

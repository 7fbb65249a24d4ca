"""A small office to back up: real keys, real sealed papers, documents, mails and history."""

import asyncio
import sqlite3
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import psycopg

from core.app.models import MODELS
from core.berkas import BerkasMasuk
from core.berkas.hasil import Diterima, IsiBerkas, SudahDibuang
from core.berkas.models import Berkas
from core.bot.models import Percakapan
from core.permohonan import (
    Book,
    Cases,
    JalanKeluar,
    Permohonan,
    Products,
    Produk,
    ProdukBaru,
    Putusan,
    StatusProduk,
)
from core.settings import Settings, load
from core.store import Database, JenisKeluar, Keluar, new_id, outbox, unit_of_work
from delivery.laci import Surat, put_letter
from delivery.models import Dokumen
from delivery.penerbit import Penerbit
from vault import (
    Blobs,
    Cost,
    Index,
    KunciKerja,
    SealedBlobs,
    Sealer,
    Stretcher,
    create_keys,
)

START = datetime(2026, 11, 22, 3, 4, 5, tzinfo=UTC)
ANI = 990_000_002

# What must never stand in a backup.
NAMA = "SITI AMINAH BINTI KARTA"
NIK = "3319014507900001"
SUREL = "siti.aminah@surat.example"
ISI_SURAT = "https://contoh.example/d/0123456789abcdefghjkmnpqrs"
ISI_PESAN = "AZHR-M7X0-7H5Y"
TOKEN = "123456:ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
SANDI_PG = "sandi-basis-data-rahasia"
PDF = b"%PDF-1.7 " + NAMA.encode() + b"\n" * 3000
FOTO = b"\xff\xd8\xff foto KTP " + NIK.encode() + b"\0" * 9000

_CONFIG = """\
kantor = "kantor.toml"
data = "data"
kunci = "kunci"
basis_data = "{url}"
produksi = false

[surat]
host = "127.0.0.1"
tls = "tanpa"
dari = "layanan@contoh.example"

[web]
alamat = "http://127.0.0.1:8080"
"""


@dataclass(frozen=True)
class Terbuka:
    """How many sealed files were opened, and how many papers are gone."""

    berkas: int
    hilang: int
    dokumen: int
    menunggu: int


@dataclass
class KantorCadangan:
    """One installation: a folder and the URL of its database, which the test has opened."""

    folder: Path
    url: str

    def __post_init__(self) -> None:
        if not (self.folder / "kunci").exists():
            create_keys(self.folder / "kunci")
            token = self.folder / "kunci" / "kerja" / "telegram_token"
            token.write_text(TOKEN)
            token.chmod(0o400)
        self.config = self.folder / "adminduk.toml"
        self.config.write_text(_CONFIG.format(url=self.url))
        self.settings: Settings = load(self.config)
        self.settings.data.mkdir(exist_ok=True)
        self.kunci = KunciKerja.load(self.folder / "kunci" / "kerja")
        self.sealer, self.outgoing = Sealer(self.kunci.k_data), Sealer(self.kunci.k_app)
        self.index = Index(self.kunci.k_idx)
        self.blobs = Blobs(self.settings.data / "berkas")
        self.sealed = SealedBlobs(self.blobs, self.sealer)
        self.cases = Cases(
            Book(self.sealer),
            digest=self.index.digest,
            now=self.now,
            today=lambda: date(2026, 11, 22),
            awalan="REG-3319",
        )
        self.products = Products(now=self.now)
        self.papers = BerkasMasuk(blobs=self.sealed, index=self.index, now=self.now)
        self.stretcher = Stretcher(Cost(memory_kib=8, rounds=1, lanes=1))
        self.penerbit = Penerbit(
            self.kunci, self.blobs, self.stretcher, self.now, base_url="http://127.0.0.1:8080"
        )

    def now(self) -> datetime:
        return START

    @property
    def database(self) -> Database:
        return Database(self.url, MODELS)

    async def approved(self, chat: int) -> Permohonan:
        """File a case with a paper and approve it; nothing is issued yet."""
        row = await self.cases.open(
            chat, layanan="kk-ganti", versi=1, isian=f'{{"nik": "{NIK}"}}', persetujuan="1"
        )
        foto = Diterima(isi=FOTO, mime="image/jpeg", lebar=10, tinggi=10, halaman=1)
        await self.papers.save(foto, permohonan_id=row.id, jalur="ktp")
        produk = ProdukBaru("kk", "Kartu Keluarga", JalanKeluar.EMAIL, SUREL)
        filed = await self.cases.submit(
            row, f'{{"nama": "{NAMA}"}}', desa="33.19.01.2001", produk=[produk], batas_at=START
        )
        assert isinstance(filed, Permohonan)
        taken = await self.cases.take(filed, by=ANI)
        assert isinstance(taken, Permohonan)
        official = f"resmi/{new_id()}"
        await self.sealed.put(official, PDF)
        approved = await self.cases.approve(taken, Putusan(resmi=official), by=ANI)
        assert isinstance(approved, Permohonan)
        return approved

    async def issued(self, chat: int) -> UUID:
        """File, approve and issue a case."""
        return await self.published(await self.approved(chat))

    async def published(self, case: Permohonan) -> UUID:
        """Issue a document to a link, with its letter and its message waiting in the outbox."""
        (produk,) = await self.cases.products(case.id)
        document = await self.products.fix_document(produk)
        await self.penerbit.prepare(document, jenis="kk", nama_berkas="Kartu-Keluarga")
        await self.penerbit.store(document, PDF)
        candidate = await self.penerbit.derive_link(document)

        @unit_of_work
        async def publish() -> None:
            assert await self.products.move(produk, StatusProduk.TERBIT)
            await self.penerbit.publish(candidate)
            await self.letter(f"tautan:{document}", subjek=produk.id)
            await self.message(self.cases.book.chat(case), f"sandi:{document}")

        await publish()
        await self.sealed.delete(self.cases.book.putusan(case).resmi)
        return document

    async def letter(self, kunci: str, *, subjek: UUID | None = None) -> None:
        """Let a letter wait."""
        surat = Surat("layanan@contoh.example", SUREL, ISI_SURAT.encode())
        await put_letter(
            self.outgoing, surat, kunci=kunci, jalur=kunci, subjek=subjek, now=self.now()
        )

    async def message(self, chat: int, kunci: str) -> None:
        """Let a message to a chat wait."""
        message_id = new_id()
        sealed = self.outgoing.seal(ISI_PESAN, table="outbox", column="muatan", row=message_id)
        await outbox.put(
            Keluar(message_id, JenisKeluar.TELEGRAM, f"chat-{chat}", kunci, sealed, self.now())
        )

    async def talk(self, chat: int) -> None:
        """Let a citizen have pressed /start."""
        ruang = self.index.digest(f"chat|{chat}")
        sealed = self.outgoing.seal(str(chat), table="percakapan", column="chat", row=ruang)
        await Percakapan.create(ruang=ruang, chat=sealed, mulai_at=START + timedelta(seconds=chat))

    async def filled(self) -> None:
        """Put something into every important table."""
        for chat in range(1, 4):
            await self.talk(chat)
            await self.issued(chat)
        await self.approved(4)
        await self.talk(4)

    async def everything_opens(self) -> Terbuka:
        """Open every open paper, every stored document, every PDF that is still to be issued."""
        papers = [await self.papers.read(row.id) for row in await Berkas.filter(dibuang_at=None)]
        gone = papers.count(SudahDibuang())
        assert papers.count(IsiBerkas(FOTO, "image/jpeg")) + gone == len(papers)
        documents = await Dokumen.filter(sha256__isnull=False)
        for document in documents:
            assert await self.penerbit.open_archive(document.id) == PDF
        waiting = await Produk.filter(status=StatusProduk.MENUNGGU.value)
        for produk in waiting:
            case = await Permohonan.get(id=produk.permohonan_id)
            if attached := self.cases.book.putusan(case).resmi:
                assert await self.sealed.get(attached) == PDF
        return Terbuka(len(papers) - gone, gone, len(documents), len(waiting))

    async def verb(self, name: str, folder: Path) -> tuple[int, str]:
        """Run a verb in a process of its own."""
        process = await asyncio.create_subprocess_exec(
            *self.command(name, folder),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        said, _ = await process.communicate()
        return process.returncode or 0, said.decode()

    def command(self, name: str, folder: Path) -> list[str]:
        """Return how a verb is started."""
        return [sys.executable, "-m", "core", name, str(folder), "--config", str(self.config)]


def elsewhere(old: KantorCadangan, folder: Path, url: str) -> KantorCadangan:
    """Return a new installation with the keys of the old one, brought by hand."""
    folder.mkdir()
    (folder / "kunci").symlink_to(old.folder / "kunci")
    return KantorCadangan(folder, url)


def rows_of(url: str) -> Mapping[str, list[tuple[object, ...]]]:
    """Return every row of every table, as the database gives it."""
    if url.startswith("sqlite:"):
        with sqlite3.connect(url.removeprefix("sqlite:")) as connection:
            return {
                name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr)
                for (name,) in connection.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'table'"
                ).fetchall()
                if not name.startswith(("sqlite_", "tortoise_"))
            }
    with psycopg.connect(url) as connection:
        names = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        ).fetchall()
        return {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
            for (name,) in names
            if not name.startswith("tortoise_")
        }

"""The Telegram room in one process: real Bot API over loopback, real database, held clock."""

import contextlib
import functools
import io
from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from PIL import Image
from telegram import Bot

from core.app.adapters import RegistryDesk, jadwal
from core.app.katalog import catalogue
from core.app.models import MODELS
from core.bot import (
    Alat,
    Cara,
    EmailCodes,
    Files,
    Paper,
    TelegramRoom,
    Tolakan,
    connect,
    introduce,
)
from core.bot.mint import Mint
from core.bot.pace import UNLIMITED, Limits, Pace
from core.citra import Cacat
from core.dialog import Draft, Rencana
from core.janji import BukuJanji
from core.kantor import Kantor, load_kantor
from core.meja import Desk
from core.penduduk import PendudukCsv
from core.permohonan import Book, Cases, Permohonan, Products, Produk
from core.registry import Katalog, LayananSiap
from core.store import Database, new_id, opened
from sandbox import Grup, Klien, Panggung, Sandbox, Tokoh
from vault import BlobMissing, Index, Sealer

OFFICES = Path(__file__).resolve().parents[3] / "offices"
RINA, AGUS, WULAN, TAMU = 700000001, 700000002, 700000003, 700000009
BUDI = 610000001
GROUP = -1007000000001
MISSING = "pratinjau/tiada"
_PEOPLE = ((RINA, "Rina"), (AGUS, "Agus"), (WULAN, "Wulan"), (TAMU, "Tamu"))
START = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def _page() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (842, 595), "white").save(out, "PNG")
    return out.getvalue()


PAGE = _page()


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.instant = START

    def __call__(self) -> datetime:
        return self.instant

    def forward(self, **span: float) -> None:
        self.instant += timedelta(**span)


class PapersThatAreFine:
    """Takes every paper, unless told what is wrong with it, and keeps none."""

    def __init__(self) -> None:
        self.wanted: set[UUID] = set()
        self.asked: list[Cara] = []
        self.faults: list[str] = []
        """What is wrong with the next photos; "" with none."""

    def too_large(self, ukuran: int) -> str | None:
        return None

    async def take(
        self, case_id: UUID, path: str, content: bytes, mime: str, *, cara: Cara
    ) -> Paper | Tolakan:
        self.asked.append(cara)
        fault = self.faults.pop(0) if self.faults else ""
        if fault and not cara.terakhir:
            return Tolakan(Cacat(fault).kalimat, contoh=fault, lunak=True)
        return Paper(new_id(), "image/jpeg", f"{len(self.asked):064x}", fault)

    def blob(self, berkas: UUID) -> str:
        return f"berkas/{berkas}"

    async def keep_only(self, case_id: UUID, wanted: Collection[UUID]) -> None:
        self.wanted = set(wanted)


@dataclass
class Gambar:
    """A preview, or why there is none."""

    blob: str = "pratinjau/satu"
    sebelumnya: tuple[str, ...] = ()
    halangan: str = ""
    penduduk: str = ""


@dataclass
class IssuingThatWaits:
    """Draws a white page and remembers what it was asked to issue."""

    begun: list[UUID] = field(default_factory=list)
    retried: list[UUID] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    accepted: list[UUID] = field(default_factory=list)
    mailed_again: list[UUID] = field(default_factory=list)
    under_way: set[UUID] = field(default_factory=set)
    drawn: int = 0

    async def preview(self, case: Permohonan) -> Gambar:
        self.drawn += 1
        return Gambar()

    async def start(self, case_id: UUID) -> None:
        self.begun.append(case_id)

    async def retry(self, case_id: UUID) -> None:
        self.retried.append(case_id)

    async def is_given_up(self, case_id: UUID) -> bool:
        return case_id not in self.under_way

    async def check_official(self, content: bytes) -> str | None:
        return None

    async def keep_official(self, case_id: UUID, content: bytes) -> str:
        return "resmi/satu"

    async def forget(self, blob: str) -> None:
        self.forgotten.append(blob)

    async def password(self, dokumen_id: UUID) -> str | None:
        return None

    async def mail_again(self, produk: Produk) -> bool:
        self.mailed_again.append(produk.id)
        return True

    async def letter_accepted(self, dokumen_id: UUID) -> None:
        self.accepted.append(dokumen_id)

    async def counter_code(self, dokumen_id: UUID) -> str:
        return "AAAA-BBBB"


@dataclass
class Pernyataan:
    """A letter that lies ready."""

    blob: str = "surat/satu"
    halangan: str = ""


@dataclass
class StatementsOnTheTable:
    """Has every letter ready, and remembers for which question."""

    drawn: list[str] = field(default_factory=list)

    async def draw(self, service: LayananSiap[Rencana], draft: Draft, path: str) -> Pernyataan:
        self.drawn.append(path)
        return Pernyataan()


@dataclass
class LettersOnTheTable:
    """Keeps letters instead of sending them."""

    codes: list[tuple[str, str]] = field(default_factory=list)

    async def put_code(
        self, *, kunci: str, kepada: str, kode: str, subjek: UUID, now: datetime
    ) -> None:
        self.codes.append((kepada, kode))


@dataclass
class Ruang:
    """Everything that a test of the room touches."""

    sandbox: Sandbox
    klien: Klien
    bot: Bot
    clock: Clock
    alat: Alat
    mint: Mint
    issuing: IssuingThatWaits
    letters: LettersOnTheTable

    def pace(self, limits: Limits = UNLIMITED) -> Pace:
        """Return a pace that goes by the held clock."""
        return Pace(lambda: self.clock().timestamp(), limits)

    async def blob(self, name: str) -> bytes:
        """Return a picture for every name but one."""
        if name == MISSING:
            raise BlobMissing(name)
        return PAGE

    @property
    def today(self) -> date:
        """The office's date."""
        return self.alat.kantor.tanggal_setempat(self.clock())


@functools.cache
def _services() -> Katalog[Rencana]:
    return catalogue()


@functools.cache
def _office() -> Kantor:
    return load_kantor(OFFICES / "contoh.toml")


@contextlib.asynccontextmanager
async def opened_room(database_url: str) -> AsyncIterator[Ruang]:
    """Open sandbox, database and tools; nothing listens yet."""
    kantor = _office()
    officers = tuple(Tokoh(id_, nama, mulai=True) for id_, nama in _PEOPLE)
    stage = Panggung((Tokoh(BUDI, "Budi"),), officers, Grup(GROUP, "Petugas"))
    clock, sealer, index = Clock(), Sealer(bytes(range(32))), Index(bytes(32))
    mint = Mint(sealer, index, clock)
    issuing, letters = IssuingThatWaits(), LettersOnTheTable()
    async with (
        Sandbox(stage) as sandbox,
        Klien(sandbox.url) as klien,
        opened(Database(database_url, MODELS)),
    ):
        bot = connect(
            sandbox.token, base_url=sandbox.base_url, base_file_url=sandbox.base_file_url
        )
        alat = Alat(
            kantor=kantor,
            katalog=_services(),
            cases=Cases(
                Book(sealer),
                digest=index.digest,
                now=clock,
                today=lambda: kantor.tanggal_setempat(clock()),
                awalan="REG-3319",
            ),
            products=Products(now=clock),
            janji=BukuJanji(jadwal(kantor), now=clock),
            desk=Desk(sealer, now=clock),
            papers=PapersThatAreFine(),
            population=RegistryDesk(PendudukCsv(OFFICES / "contoh_penduduk.csv")),
            codes=EmailCodes(k_otp=bytes(32), digest=index.digest, letters=letters, now=clock),
            issuing=issuing,
            letters=StatementsOnTheTable(),
            mint=mint,
            download=Files(bot),
            username=functools.partial(str, await introduce(bot)),
            site="http://127.0.0.1:1",
        )
        yield Ruang(sandbox, klien, bot, clock, alat, mint, issuing, letters)
        await bot.shutdown()


@contextlib.asynccontextmanager
async def listening(ruang: Ruang) -> AsyncIterator[TelegramRoom]:
    """Let the room listen and answer until the block ends."""
    await ruang.bot.initialize()
    room = TelegramRoom(ruang.bot, ruang.alat, ruang.blob, pace=ruang.pace())
    room.start()
    try:
        yield room
    finally:
        await room.stop()

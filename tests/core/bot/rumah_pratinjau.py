"""The Telegram room with an issuing room that shows proofs: real cases, real pages, held clock."""

import contextlib
import re
from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from core.bot import TelegramRoom
from core.issuing import IssuingRoom, Mesin
from core.jobs import Pekerjaan
from core.kantor import AturanPratinjau
from core.permohonan import Permohonan
from sandbox import Pesan
from tests.core.bot.ruang import AGUS, BUDI, GROUP, RINA, Ruang, listening
from tests.journeys.pemain import PATIENCE, Petugas, Warga

JAM = 4
_TAG = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)


class Plain:
    """Takes the page for its own PDF, and its text for the picture."""

    def __init__(self) -> None:
        self.pages: list[str] = []
        self.broken = False

    async def render(self, html: str) -> bytes:
        if self.broken:
            raise OSError("killed here")
        self.pages.append(html)
        return html.encode()

    async def texts(self, pdf: bytes) -> tuple[str, ...]:
        return (_TAG.sub("\n", pdf.decode()),)

    async def picture(self, pdf: bytes, page: int = 0, width: int = 1600) -> bytes:
        return pdf


class Shelf:
    """Keeps blobs in a dictionary."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    async def put(self, name: str, content: bytes) -> bool:
        self.held[name] = content
        return True

    async def get(self, name: str) -> bytes:
        return self.held[name]

    async def delete(self, name: str) -> None:
        self.held.pop(name, None)


@dataclass
class Engine:
    """Writes down what is begun."""

    started: list[UUID] = field(default_factory=list)

    async def start(self, name: str, subject: UUID) -> None:
        if subject not in self.started:
            self.started.append(subject)

    async def all(self, name: str, *, keadaan: Collection[str]) -> list[Pekerjaan]:
        return []

    async def find(self, name: str, subject: UUID) -> Pekerjaan | None:
        return None


@dataclass
class Rumah:
    """One office that shows proofs."""

    ruang: Ruang
    room: TelegramRoom
    issuing: IssuingRoom
    renderer: Any
    shelf: Shelf
    engine: Engine
    rina: Petugas
    warga: Warga

    async def filed(self) -> str:
        """Let Budi file KK hilang; return the number."""
        ask = await self.warga.fills_hilang()
        return await self.warga.submits(await self.warga.tap(ask, "Tidak punya", "Periksa"))

    async def approved(self, nomor: str = "") -> str:
        """Let Rina approve a case, for the first time or again."""
        nomor = nomor or await self.filed()
        await self.rina.approves(nomor)
        return nomor

    async def shown(self, *, beyond: int = 0) -> Pesan:
        """Let the sweep look, and return the picture with its buttons."""
        await self.issuing.sweep()
        self.room.wake()
        return await self.warga.wait("Ini isi", beyond=beyond)

    async def edits(self, message: Pesan, label: str, expect: str) -> Pesan:
        """Let Budi press a button, and wait until the message shows something in its place."""
        full = next(one for one in message.label if one.startswith(label))
        await self.ruang.klien.tekan(BUDI, message, full)

        def is_it(one: Pesan) -> bool:
            return one.id == message.id and expect in "\n".join((one.teks, *one.label))

        return await self.ruang.klien.tunggu(BUDI, is_it, batas=PATIENCE)

    async def objects(self, proof: Pesan, note: str) -> None:
        """Let Budi say that something else is wrong, and write a note."""
        asked = await self.warga.tap(proof, "✋ Ada yang salah", "Apa yang salah")
        picked = await self.edits(asked, "Yang lain di dokumen", "☑ Yang lain")
        await self.edits(picked, "Lanjut", "Tulis dengan singkat")
        await self.warga.say(note, "kembali ke petugas")

    async def case(self) -> Permohonan:
        """Return Budi's case as it stands."""
        (case,) = await self.ruang.alat.cases.filed(self.ruang.mint.ruang(BUDI))
        return case

    def restarted(self) -> IssuingRoom:
        """Return the issuing room of the next process."""
        return _issuing(self.ruang, self.room, self.renderer, self.shelf, self.engine)


def _issuing(
    ruang: Ruang, room: TelegramRoom | None, renderer: Any, shelf: Any, engine: Any
) -> IssuingRoom:
    alat = ruang.alat
    nothing: Any = None
    signer: Any = SimpleNamespace(resmi=False, penerbit="")
    made = IssuingRoom(
        kantor=alat.kantor,
        katalog=alat.katalog,
        cases=alat.cases,
        products=alat.products,
        population=alat.population,
        mesin=Mesin(nothing, renderer, signer, shelf, nothing),
        jobs=engine,
        now=ruang.clock,
        wilayah=alat.wilayah,
    )
    if room is not None:
        made.tell(room.tidings)
    return made


class _Gate:
    """What the officers' room asks of issuing: its own stand-in, but beginning is the real one."""

    def __init__(self, kept: Any) -> None:
        self._kept = kept
        self.real: IssuingRoom | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._kept, name)

    async def start(self, case_id: UUID) -> None:
        assert self.real is not None
        await self.real.start(case_id)


@contextlib.asynccontextmanager
async def opened_proofs(
    ruang: Ruang, *, renderer: Any = None, jam: int = JAM
) -> AsyncIterator[Rumah]:
    """Let an office listen whose applicants may look first; both officers have said hello."""
    kantor = ruang.alat.kantor.model_copy(update={"pratinjau": AturanPratinjau(pemohon_jam=jam)})
    gate: Any = _Gate(ruang.issuing)
    ruang.alat = replace(ruang.alat, kantor=kantor, issuing=gate)
    renderer, shelf, engine = renderer or Plain(), Shelf(), Engine()
    async with listening(ruang) as room:
        gate.real = issuing = _issuing(ruang, room, renderer, shelf, engine)
        for who in (AGUS, RINA):
            officer = Petugas(ruang.klien, who, GROUP)
            await officer.pribadi.say("/start petugas", "Halo")
        warga = Warga(ruang.klien, BUDI, surel="")
        yield Rumah(ruang, room, issuing, renderer, shelf, engine, officer, warga)

"""Puts into words what happens away from the chat: issued, mailed, downloaded, printed.

Every method runs inside the caller's unit of work; a fixed key makes a repeat say nothing.
"""

import html
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from core.bot import words
from core.bot.petugas import board
from core.bot.petugas import words as officer_words
from core.bot.petugas.handover import close_if_arrived
from core.bot.tools import Alat
from core.bot.turn import Salin, Turn
from core.permohonan import Kejadian, Permohonan, Produk, StatusProduk
from core.store import JenisKeluar, KeadaanKeluar, Lanes, new_id, outbox, unit_of_work
from core.store.models import Outbox

# A delay is told to the office at once and then rarely; to the citizen once it is half an hour.
_TELL_OFFICE = (1, 5, 10)
_TELL_CITIZEN = 4


class Tidings:
    """Tells citizens and the office what came of a case."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat
        self.lanes: Lanes[Outbox] = Lanes("kejadian", self._take, self._tell, lane=outbox.lane)

    # ---- from issuing

    async def issued_by_mail(
        self, case: Permohonan, produk: Produk, *, kata_sandi: str, berlaku_sampai: datetime
    ) -> None:
        """The document is ready and its link lies in the outbox: the password goes to the chat."""
        alat, turn = self._alat, self._turn(f"terbit:{produk.id}")
        text = words.TERBIT_EMAIL.format(
            nama=produk.nama,
            nomor=case.nomor,
            alamat=_esc(alat.codes.masked(alat.cases.book.alamat(produk))),
            sandi=kata_sandi,
            berlaku=alat.kantor.kalimat_waktu(berlaku_sampai),
        )
        rows = [[(words.SALIN, Salin(kata_sandi))]]
        chat = alat.cases.book.chat(case)
        await turn.say(chat, text, rows, protect=True, subject=case.id)
        await board.redraw(alat, turn, case.id)

    async def issued_for_collection(self, case: Permohonan, produk: Produk) -> None:
        """The document is ready to be printed at the office."""
        alat, turn = self._alat, self._turn(f"terbit:{produk.id}")
        text = words.TERBIT_AMBIL.format(nama=produk.nama, nomor=case.nomor)
        await turn.say(alat.cases.book.chat(case), text, subject=case.id)
        await board.redraw(alat, turn, case.id)

    # ---- from the mail room (subject: the product)

    async def sent(self, subjek: UUID | None, kunci: str) -> None:
        """A link was mailed: the product is on its way, the case may end."""
        found = await self._find(subjek)
        if found is None:
            return
        case, produk = found
        await self._alat.products.move(produk, StatusProduk.TERKIRIM)
        await close_if_arrived(self._alat, case)
        await board.redraw(self._alat, self._turn(f"terkirim:{kunci}"), case.id)

    async def delayed(self, subjek: UUID | None, kunci: str, attempts: int) -> None:
        """A letter waits: say so in the admin chat, later also to the citizen."""
        alat, turn = self._alat, self._turn(f"tunda:{kunci}:{attempts}")
        found = await self._find(subjek)
        if attempts in _TELL_OFFICE:
            text = officer_words.SURAT_KODE_TERTUNDA
            if found is not None:
                text = officer_words.SURAT_TERTUNDA.format(nomor=found[0].nomor, kali=attempts)
            await turn.say(alat.admin_chat, text)
        if found is not None and attempts == _TELL_CITIZEN:
            await self._to_citizen(turn, *found, words.SURAT_GAGAL)

    async def refused(self, subjek: UUID | None, kunci: str) -> None:
        """An address was refused for good."""
        found = await self._find(subjek)
        if found is None:
            return
        turn = self._turn(f"tolak:{kunci}")
        text = officer_words.SURAT_DITOLAK.format(nomor=found[0].nomor)
        await turn.say(self._alat.admin_chat, text)
        await self._to_citizen(turn, *found, words.SURAT_DITOLAK)

    async def doubtful(self, subjek: UUID | None, kunci: str) -> None:
        """Nobody knows whether a letter was taken."""
        found = await self._find(subjek)
        if found is not None:
            text = officer_words.SURAT_RAGU.format(nomor=found[0].nomor)
            await self._turn(f"ragu:{kunci}").say(self._alat.admin_chat, text)

    # ---- from the site, through the outbox

    async def _take(self, busy: Collection[str]) -> Outbox | None:
        return await outbox.next_due(JenisKeluar.PERISTIWA, now=self._alat.now(), busy=busy)

    @unit_of_work
    async def _tell(self, row: Outbox) -> None:
        happened = Kejadian.load(bytes(row.muatan or b"{}"))
        found = await self._find(happened.produk)
        if found is not None:
            turn = self._turn(f"kejadian:{row.id}")
            case, produk = found
            if happened.kode == "diunduh":
                await self._to_citizen(turn, case, produk, words.DIUNDUH)
                await close_if_arrived(self._alat, case)
            elif happened.kode == "diserang":
                await self._to_citizen(turn, case, produk, words.DISERANG)
            await board.redraw(self._alat, turn, case.id)
        await outbox.settle(row, KeadaanKeluar.TERKIRIM, now=self._alat.now())

    async def _to_citizen(
        self, turn: Turn, case: Permohonan, produk: Produk, sentence: str
    ) -> None:
        alat = self._alat
        address = alat.codes.masked(alat.cases.book.alamat(produk)) if produk.alamat else ""
        text = sentence.format(
            nama=produk.nama,
            nomor=case.nomor,
            alamat=_esc(address),
            telepon=_esc(alat.kantor.telepon),
        )
        await turn.say(alat.cases.book.chat(case), text, subject=case.id)

    async def _find(self, produk_id: UUID | None) -> tuple[Permohonan, Produk] | None:
        produk = await self._alat.products.find(produk_id) if produk_id else None
        case = await self._alat.cases.find(produk.permohonan_id) if produk else None
        return (case, produk) if case and produk else None

    def _turn(self, key: str) -> Turn:
        return Turn(self._alat.mint, key)


async def alert(alat: Alat, text: str) -> None:
    """Say something to the admin chat that must not be repeated for the same cause."""
    await Turn(alat.mint, f"kabar:{new_id()}").say(alat.admin_chat, text)


def _esc(text: str) -> str:
    return html.escape(text, quote=False)

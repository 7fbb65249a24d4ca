"""Puts into words what happens away from the chat: issued, mailed, downloaded, printed.

Every method runs inside the caller's unit of work; a fixed key makes a repeat say nothing.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from core.bot import words
from core.bot.keyboard import Salin
from core.bot.petugas import board
from core.bot.petugas import words as officer_words
from core.bot.petugas.handover import close_if_arrived
from core.bot.text import plain
from core.bot.tools import Alat
from core.bot.turn import Turn
from core.permohonan import Kejadian, Permohonan, Produk, StatusProduk
from core.store import JenisKeluar, KeadaanKeluar, Lanes, new_id, outbox, unit_of_work
from core.store.models import Outbox

# The attempt after which a citizen hears of a delay: half an hour has passed (SECURITY.md 11).
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
            nama=plain(produk.nama),
            nomor=case.nomor,
            alamat=self._masked(produk),
            sandi=kata_sandi,
            berlaku=alat.kantor.kalimat_waktu(berlaku_sampai),
        )
        rows = [[(words.SALIN, Salin(kata_sandi))]]
        await turn.say(alat.cases.book.chat(case), text, rows, protect=True, subject=case.id)
        await board.redraw(alat, turn, case.id)

    async def issued_for_collection(self, case: Permohonan, produk: Produk) -> None:
        """The document is ready to be printed at the office."""
        turn = self._turn(f"terbit:{produk.id}")
        await self._to_citizen(turn, case, produk, words.TERBIT_AMBIL)
        await board.redraw(self._alat, turn, case.id)

    async def stuck(self, case: Permohonan) -> None:
        """An approved case is not issued yet: say so in the admin chat, once."""
        text = officer_words.MACET.format(nomor=case.nomor)
        await self._turn(f"macet:{case.id}").say(self._alat.admin_chat, text)

    # ---- from the mail room (subject: the product, or the draft that waits for a code)

    async def sent(self, subjek: UUID | None, kunci: str) -> None:
        """A link was mailed: the product is on its way, the case may end."""
        found = await self._find(subjek)
        if found is None:
            return
        case, produk = found
        if produk.dokumen_id is not None:
            await self._alat.issuing.letter_accepted(produk.dokumen_id)
        if await self._alat.products.move(produk, StatusProduk.TERKIRIM):
            await close_if_arrived(self._alat, case)
            await board.redraw(self._alat, self._turn(f"terkirim:{kunci}"), case.id)

    async def delayed(self, subjek: UUID | None, kunci: str, attempts: int) -> None:
        """A letter waits: told the admin chat once an hour, the citizen after half an hour."""
        alat, turn = self._alat, self._turn(f"tunda:{kunci}:{attempts}")
        hour = f"surat-tunda:{alat.now():%Y%m%d%H}"
        await turn.say(alat.admin_chat, officer_words.SURAT_TERTUNDA, key=hour)
        found = await self._find(subjek)
        if found is None and attempts == 1:
            await self._to_waiting(turn, subjek, words.KODE_TERTUNDA)
        elif found is not None and attempts == _TELL_CITIZEN:
            await self._to_citizen(turn, *found, words.SURAT_GAGAL)

    async def refused(self, subjek: UUID | None, kunci: str) -> None:
        """An address was refused for good."""
        turn, found = self._turn(f"tolak:{kunci}"), await self._find(subjek)
        if found is None:
            await self._to_waiting(turn, subjek, words.KODE_DITOLAK)
            return
        text = officer_words.SURAT_DITOLAK.format(nomor=found[0].nomor)
        await turn.say(self._alat.admin_chat, text)
        await self._to_citizen(turn, *found, words.SURAT_DITOLAK)

    async def doubtful(self, subjek: UUID | None, kunci: str) -> None:
        """Nobody knows whether a letter was taken."""
        found = await self._find(subjek)
        if found is not None:
            text = officer_words.SURAT_RAGU.format(nomor=found[0].nomor)
            await self._turn(f"ragu:{kunci}").say(self._alat.admin_chat, text)

    # ---- from the sender

    async def blocked(self, ruang: str) -> None:
        """A citizen has blocked the bot: his open cases show it."""
        await board.citizen_gone(self._alat, self._turn(f"blokir:{new_id()}"), ruang)

    # ---- from the site, through the outbox

    async def _take(self, busy: Collection[str]) -> Outbox | None:
        return await outbox.next_due(JenisKeluar.PERISTIWA, now=self._alat.now(), busy=busy)

    @unit_of_work
    async def _tell(self, row: Outbox) -> None:
        happened = Kejadian.load(bytes(row.muatan or b"{}"))
        found = await self._find(happened.produk)
        if found is not None:
            await self._word(happened.kode, *found, self._turn(f"kejadian:{row.id}"))
        await outbox.settle(row, KeadaanKeluar.TERKIRIM, now=self._alat.now())

    async def _word(self, kode: str, case: Permohonan, produk: Produk, turn: Turn) -> None:
        if kode == "diserang":  # nothing changed; nobody but the citizen needs to know
            await self._to_citizen(turn, case, produk, words.DISERANG)
            return
        if kode == "diunduh":
            await self._to_citizen(turn, case, produk, words.DIUNDUH)
            await close_if_arrived(self._alat, case)
        await board.redraw(self._alat, turn, case.id)

    async def _to_citizen(
        self, turn: Turn, case: Permohonan, produk: Produk, sentence: str
    ) -> None:
        text = sentence.format(
            nama=plain(produk.nama),
            nomor=case.nomor,
            alamat=self._masked(produk),
            telepon=plain(self._alat.kantor.telepon),
        )
        await turn.say(self._alat.cases.book.chat(case), text, subject=case.id)

    async def _to_waiting(self, turn: Turn, draft_id: UUID | None, sentence: str) -> None:
        """Tell a citizen who waits for a code; his question with "Ganti alamat" still stands."""
        case = await self._alat.cases.find(draft_id) if draft_id else None
        if case is not None:
            await turn.say(self._alat.cases.book.chat(case), sentence, subject=case.id)

    def _masked(self, produk: Produk) -> str:
        address = self._alat.cases.book.alamat(produk)
        return plain(self._alat.codes.masked(address)) if address else ""

    async def _find(self, produk_id: UUID | None) -> tuple[Permohonan, Produk] | None:
        produk = await self._alat.products.find(produk_id) if produk_id else None
        case = await self._alat.cases.find(produk.permohonan_id) if produk else None
        return (case, produk) if case and produk else None

    def _turn(self, key: str) -> Turn:
        return Turn(self._alat.mint, key)


async def alert(alat: Alat, text: str) -> None:
    """Say something to the admin chat."""
    await Turn(alat.mint, f"kabar:{new_id()}").say(alat.admin_chat, text)

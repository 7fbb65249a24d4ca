"""Puts into words what becomes of letters: for the citizen whose letter it is, for the office.

Every method runs inside the caller's unit of work and may be told the same thing again; a fixed
key makes a repeat say nothing. `subjek` is the product, or the draft that waits for a code.
"""

import re
from uuid import UUID

from core.bahasa import kata, speaking
from core.bot import words
from core.bot.bahasa import of_case
from core.bot.models import KodeSurel
from core.bot.petugas import board
from core.bot.petugas import words as officer_words
from core.bot.petugas.handover import close_if_arrived
from core.bot.text import plain
from core.bot.tools import Alat
from core.bot.turn import Turn
from core.permohonan import Permohonan, Produk, StatusProduk
from core.store import new_id
from delivery.bukti_tiba import letter_key, settle_doubt
from delivery.smtp_outcome import KOTAK_PENUH

_KUNCI = re.compile(r"kode:([0-9a-f-]{36})")  # see core.bot.codes


class MailTidings:
    """What the mail room tells (delivery.kabar_surat.KabarSurat)."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat

    # ---- about one letter

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

    async def delayed(self, subjek: UUID | None, kunci: str, sebab: str, *, lama: bool) -> None:
        """A letter waits. Who waits for a code hears at once, for a link after half an hour; the
        owner of a full mailbox hears of it while there is time to empty it."""
        found = await self._find(subjek)
        if found is None:
            await self._to_waiting(f"tunda:{kunci}", subjek, kunci, words.KODE_TERTUNDA)
        elif sebab == KOTAK_PENUH:
            await self._to_citizen(self._turn(f"penuh:{kunci}"), *found, words.SURAT_PENUH)
        elif lama:
            await self._to_citizen(self._turn(f"tunda:{kunci}"), *found, words.SURAT_GAGAL)

    async def refused(self, subjek: UUID | None, kunci: str) -> None:
        """An address was refused for good."""
        await self._lost(
            subjek,
            kunci,
            mark="tolak",
            office=officer_words.SURAT_DITOLAK,
            citizen=words.SURAT_DITOLAK,
            waiting=words.KODE_DITOLAK,
        )

    async def given_up(self, subjek: UUID | None, kunci: str, sebab: str) -> None:
        """A letter was not delivered and is not tried any more."""
        await self._lost(
            subjek,
            kunci,
            mark="menyerah",
            office=officer_words.SURAT_MENYERAH,
            citizen=words.SURAT_TETAP_PENUH if sebab == KOTAK_PENUH else words.SURAT_MENYERAH,
            waiting=words.KODE_MENYERAH,
        )

    async def expired(self, subjek: UUID | None, kunci: str) -> None:
        """A code is dead before its letter was delivered: the citizen may ask for a new one."""
        await self._to_waiting(f"mati:{kunci}", subjek, kunci, words.KODE_KEDALUWARSA)

    async def bounced(self, subjek: UUID | None, kunci: str) -> None:
        """A letter that was accepted came back. Its link stays open."""
        await self._lost(
            subjek,
            kunci,
            mark="pantul",
            office=officer_words.SURAT_KEMBALI,
            citizen=words.SURAT_KEMBALI,
            waiting=words.KODE_DITOLAK,
        )

    async def doubtful(self, subjek: UUID | None, kunci: str) -> None:
        """Nobody knows whether a letter was taken. A link goes once more by itself; a code is dead
        by then, so who waits for it hears what he can do."""
        found = await self._find(subjek)
        if found is None:
            await self._to_waiting(f"ragu:{kunci}", subjek, kunci, words.KODE_RAGU)
        else:
            text = officer_words.SURAT_RAGU.format(nomor=found[0].nomor)
            await self._turn(f"ragu:{kunci}").say(self._alat.admin_chat, text)

    async def unsettled(self, subjek: UUID | None, kunci: str) -> None:
        """It went once more, and again nobody knows: people must ask each other."""
        await self._lost(
            subjek,
            kunci,
            mark="ragu-lagi",
            office=officer_words.SURAT_RAGU_LAGI,
            citizen=words.SURAT_RAGU,
            waiting=words.KODE_RAGU,
        )

    async def opened(self, produk: Produk) -> None:
        """The link was opened: whatever was in doubt about its letter is settled."""
        if produk.dokumen_id is None:
            return
        if await settle_doubt(produk.id, now=self._alat.now()):
            await self.sent(produk.id, letter_key(produk.dokumen_id))

    # ---- about the mail as a whole

    async def troubled(self) -> None:
        """Mail is late: told once an hour."""
        await self._to_office(f"surat-tunda:{self._hour()}", officer_words.SURAT_TERTUNDA)

    async def disliked(self, sebab: str) -> None:
        """Our letters are refused as such: told once a day."""
        text = officer_words.SURAT_TIDAK_DISUKAI[sebab]
        await self._to_office(f"surat-ditolak:{sebab}:{self._alat.now():%Y%m%d}", text)

    async def stopped(self, sebab: str) -> None:
        """All mail stands still until somebody mends what is said here: told once an hour,
        however many processes meet it and however often they are started."""
        text = officer_words.SURAT_BERHENTI.format(sebab=officer_words.SEBAB_BERHENTI[sebab])
        await self._to_office(f"surat-berhenti:{sebab}:{self._hour()}", text)

    async def resumed(self) -> None:
        """Mail goes on after a standstill: told once an hour."""
        await self._to_office(f"surat-jalan:{self._hour()}", officer_words.SURAT_JALAN_LAGI)

    # ----

    def _hour(self) -> str:
        return f"{self._alat.now():%Y%m%d%H}"

    async def _lost(
        self,
        subjek: UUID | None,
        kunci: str,
        *,
        mark: str,
        office: str,
        citizen: str,
        waiting: str,
    ) -> None:
        """Tell both sides of a letter that somebody must act on."""
        found, turn = await self._find(subjek), self._turn(f"{mark}:{kunci}")
        if found is None:
            await self._to_waiting(f"{mark}:{kunci}", subjek, kunci, waiting)
            return
        await turn.say(self._alat.admin_chat, office.format(nomor=found[0].nomor))
        await self._to_citizen(turn, *found, citizen, lasting=True)
        # Never under a fixed key: a card that was made anew must be drawn anew.
        await board.redraw(self._alat, self._turn(f"kartu:{new_id()}"), found[0].id)

    async def _to_office(self, key: str, text: str) -> None:
        await self._turn(key).say(self._alat.admin_chat, text, key=key)

    async def _to_citizen(
        self,
        turn: Turn,
        case: Permohonan,
        produk: Produk,
        sentence: str,
        *,
        lasting: bool = False,
    ) -> None:
        with speaking(await of_case(self._alat, case)):
            text = kata(
                sentence,
                nama=plain(kata(produk.nama)),
                nomor=case.nomor,
                alamat=self._masked(produk),
                telepon=plain(self._alat.kantor.telepon),
            )
        chat_id = self._alat.cases.book.chat(case)
        await turn.say(chat_id, text, subject=case.id, lasting=lasting)

    async def _to_waiting(
        self, key: str, draft_id: UUID | None, kunci: str, sentence: str
    ) -> None:
        """Tell a citizen who still waits for a code; his question with its buttons stands."""
        case = await self._alat.cases.find(draft_id) if draft_id else None
        if case is None or not await _is_awaited(kunci):
            return
        if case in await self._alat.cases.drafts(case.warga):
            with speaking(await of_case(self._alat, case)):
                text = kata(sentence)
            await self._turn(key).say(self._alat.cases.book.chat(case), text, subject=case.id)

    def _masked(self, produk: Produk) -> str:
        address = self._alat.cases.book.alamat(produk)
        return plain(self._alat.codes.masked(address)) if address else ""

    async def _find(self, produk_id: UUID | None) -> tuple[Permohonan, Produk] | None:
        produk = await self._alat.products.find(produk_id) if produk_id else None
        case = await self._alat.cases.find(produk.permohonan_id) if produk else None
        return (case, produk) if case and produk else None

    def _turn(self, key: str) -> Turn:
        return Turn(self._alat.mint, key)


async def _is_awaited(kunci: str) -> bool:
    """Tell whether the code of this letter is the last one its citizen asked for, and unused."""
    found = _KUNCI.fullmatch(kunci)
    code = await KodeSurel.get_or_none(id=UUID(found[1])) if found else None
    if code is None or code.terpakai:
        return False
    return not await KodeSurel.exists(ruang=code.ruang, id__gt=code.id)

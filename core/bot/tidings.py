"""Puts into words what happens away from the chat: issued, mailed, downloaded, printed.

Every method runs inside the caller's unit of work; a fixed key makes a repeat say nothing.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from core.bahasa import kata, speaking
from core.bot import pratinjau, words
from core.bot.bahasa import of_case
from core.bot.keyboard import Salin
from core.bot.mail_tidings import MailTidings
from core.bot.models import Kartu
from core.bot.pemohon.pratinjau import tell_objected
from core.bot.penilaian import ask_if_done
from core.bot.petugas import board, macet, moving
from core.bot.petugas import words as officer_words
from core.bot.petugas.cards import GRUP
from core.bot.petugas.handover import close_if_arrived
from core.bot.text import plain
from core.bot.tools import Alat
from core.bot.turn import Turn
from core.permohonan import Hal, Kejadian, Permohonan, Produk
from core.store import (
    JenisKeluar,
    KeadaanKeluar,
    Lanes,
    Locks,
    new_id,
    outbox,
    riwayat,
    unit_of_work,
)
from core.store.models import Outbox

_LOST = "pesan-gagal:"


class Tidings(MailTidings):
    """Tells citizens and the office what came of a case, and of its letters."""

    def __init__(self, alat: Alat, locks: Locks | None = None) -> None:
        super().__init__(alat)
        self.lanes: Lanes[Outbox] = Lanes(
            "kejadian", self._take, self._tell, lane=outbox.lane, again=outbox.again, locks=locks
        )

    # ---- from issuing

    async def issued_by_mail(
        self, case: Permohonan, produk: Produk, *, kata_sandi: str, berlaku_sampai: datetime
    ) -> None:
        """The document is ready and its link lies in the outbox: the password goes to the chat."""
        alat, turn = self._alat, self._turn(f"terbit:{produk.id}")
        with speaking(await of_case(alat, case)):
            text = kata(
                words.TERBIT_EMAIL,
                nama=plain(kata(produk.nama)),
                nomor=case.nomor,
                alamat=self._masked(produk),
                sandi=kata_sandi,
                berlaku=alat.kantor.kalimat_waktu(berlaku_sampai),
            )
            rows = [[(kata(words.SALIN), Salin(kata_sandi))]]
        await turn.say(alat.cases.book.chat(case), text, rows, protect=True, subject=case.id)
        await board.redraw(alat, turn, case.id)

    async def issued_for_collection(self, case: Permohonan, produk: Produk) -> None:
        """The document is ready to be printed at the office."""
        turn = self._turn(f"terbit:{produk.id}")
        await self._to_citizen(turn, case, produk, words.TERBIT_AMBIL)
        await board.redraw(self._alat, turn, case.id)

    async def stuck(self, case: Permohonan) -> None:
        """An approved case is not issued: say so in the admin chat, with a button on its card."""
        await macet.tell(self._alat, case)

    async def late(self, case: Permohonan) -> None:
        """An approved case is late, and is being worked on: say so; there is nothing to press."""
        await macet.tell_late(self._alat, case)

    # ---- from what its applicant sees before it is signed

    async def proof(
        self, case: Permohonan, halaman: Sequence[pratinjau.Halaman], batas: datetime
    ) -> None:
        """The masked pages of an approved case go to its applicant."""
        turn = self._turn(f"pratinjau:{case.id}:{case.pratinjau_kali}")
        await pratinjau.send(self._alat, turn, case, halaman, batas)

    async def proof_over(self, case: Permohonan) -> None:
        """His hours are over: nothing about them can be pressed any more."""
        turn = self._turn(f"pratinjau-lewat:{case.id}:{case.pratinjau_kali}")
        await pratinjau.end(self._alat, turn, case)

    async def objected(self, case: Permohonan) -> None:
        """What he had named when his hours were over went to the officers."""
        turn = self._turn(f"pratinjau-salah:{case.id}:{case.pratinjau_kali}")
        await tell_objected(self._alat, turn, case)

    # ---- from the clock

    @unit_of_work
    async def post_head(self) -> None:
        """Note the history's last line where the database cannot reach, if it has grown.

        Who rewrites or cuts the history off cannot rewrite what many telephones hold
        (SECURITY.md 16); `./adminduk audit verify --kepala` compares.
        """
        head = await riwayat.head()
        if not head.urut:
            return
        text = officer_words.KEPALA_RIWAYAT.format(urut=head.urut, sidik=head.sidik)
        turn = self._turn(f"kepala:{head.urut}")
        await turn.say(self._alat.admin_chat, text, silent=True, key=f"kepala:{head.urut}")

    # ---- from the sender

    async def blocked(self, ruang: str) -> None:
        """A citizen has blocked the bot: his open cases show it."""
        await board.citizen_gone(self._alat, self._turn(f"blokir:{new_id()}"), ruang)

    async def moved(self, old: int, new: int) -> None:
        """Telegram says that a chat has another id now."""
        await moving.follow(self._alat, self._turn(f"pindah:{new_id()}"), old=old, new=new)

    async def lost(self, row: Outbox) -> None:
        """A message was given up: the office hears of it once a day, never of that alert itself.

        The case's card, if it was that, is drawn next as a new message.
        """
        if row.kunci.startswith(_LOST):
            return
        if row.kartu_id is not None:
            await Kartu.filter(id=row.kartu_id, jenis=GRUP).update(pesan_id=None)
        key = f"{_LOST}{self._alat.today:%Y%m%d}"
        await self._to_office(key, officer_words.PESAN_GAGAL)

    # ---- from the site, through the outbox

    async def _take(self, busy: Collection[str]) -> Outbox | None:
        return await outbox.next_due(JenisKeluar.PERISTIWA, now=self._alat.now(), busy=busy)

    @unit_of_work
    async def _tell(self, row: Outbox) -> None:
        happened = Kejadian.load(bytes(row.muatan or b"{}"))
        found = await self._find(happened.produk)
        if happened.kode == Hal.KEMBALI:
            await self.bounced(happened.produk, row.kunci)
        elif found is not None:
            await self._word(happened.kode, *found, self._turn(f"kejadian:{row.id}"))
        await outbox.settle(row, KeadaanKeluar.TERKIRIM, now=self._alat.now())

    async def _word(self, kode: str, case: Permohonan, produk: Produk, turn: Turn) -> None:
        if kode == Hal.DISERANG:  # nothing changed; nobody but the citizen needs to know
            await self._to_citizen(turn, case, produk, words.DISERANG)
            return
        if kode in (Hal.DIBUKA, Hal.DIUNDUH):
            await self.opened(produk)
        if kode == Hal.DIBUKA:
            return
        if kode == Hal.DIUNDUH:
            await self._to_citizen(turn, case, produk, words.DIUNDUH)
            await close_if_arrived(self._alat, case)
            await ask_if_done(self._alat, turn, case)
        await board.redraw(self._alat, turn, case.id)


async def alert(alat: Alat, text: str) -> None:
    """Say something to the admin chat."""
    await Turn(alat.mint, f"kabar:{new_id()}").say(alat.admin_chat, text)

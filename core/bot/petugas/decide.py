"""Take, release, approve: the decisions that need no words of the officer."""

import html
from dataclasses import replace

from core.bot import talks
from core.bot.models import Kartu
from core.bot.petugas import board, dossier, words
from core.bot.petugas.buttons import To
from core.bot.petugas.form import OfficerForm
from core.bot.petugas.gate import PRIVATE_CARDS, TEGAS, Admitted, holder
from core.bot.tools import Alat
from core.bot.turn import Act, Rows, Turn
from core.meja import Lembar
from core.permohonan import Kalah, Permohonan, StatusPermohonan, ticks


class Decisions:
    """What the buttons Ambil, Lepas and Setujui do."""

    def __init__(self, alat: Alat, form: OfficerForm) -> None:
        self._alat = alat
        self._form = form

    async def take(self, query_id: str, admitted: Admitted) -> Act:
        """Give the case to this officer and show it to him in private."""
        alat, officer = self._alat, admitted.petugas
        if not await talks.known(alat.mint, officer.id):
            return self.invite(query_id)
        if admitted.case.status != StatusPermohonan.DIAJUKAN:
            return self._late(query_id, admitted.case)
        today = alat.kantor.tanggal_setempat(alat.now())
        perkara = await dossier.open_(alat, admitted.case, today)

        async def act(turn: Turn) -> None:
            taken = await alat.cases.take(admitted.case, by=officer.id)
            await board.redraw(alat, turn, admitted.case.id)
            if isinstance(taken, Kalah):
                siapa = holder(alat, taken.petugas)
                await turn.toast(query_id, words.SEDANG_DITANGANI.format(siapa=siapa))
                return
            await turn.toast(query_id, words.LIHAT_PRIBADI)
            await dossier.show(alat, turn, officer.id, taken, perkara)
            await alat.desk.lay(officer.id, Lembar(taken.id))

        return act

    def release(self, query_id: str, admitted: Admitted) -> Act:
        """Put the case back into the queue."""

        async def act(turn: Turn) -> None:
            await self._alat.cases.release(admitted.case, by=admitted.petugas.id)
            await turn.toast(query_id, words.TERCATAT)
            await self.tidy(turn, admitted.case, admitted.petugas.id)

        return act

    def tick(self, query_id: str, admitted: Admitted, kode: str) -> Act:
        """Tick a line of the checklist."""
        known = {line.kode for line in self._alat.service(admitted.case).layanan.periksa}

        async def act(turn: Turn) -> None:
            await turn.toast(query_id)
            if kode not in known:
                return
            ticked = await self._alat.cases.tick(admitted.case, kode, by=admitted.petugas.id)
            if isinstance(ticked, Permohonan):
                await self.redraw_checklist(turn, ticked, admitted.card)

        return act

    async def redraw_checklist(self, turn: Turn, case: Permohonan, card: Kartu) -> None:
        """Draw the checklist card anew in its place."""
        fresh = await turn.refresh(card)
        text, rows = dossier.checklist(self._alat, case, fresh)
        await turn.redraw(fresh, text, rows)

    async def propose(self, query_id: str, admitted: Admitted) -> Act:
        """Show the page marked PRATINJAU in private and ask once more. Draws: not in a transaction."""
        alat, case, officer = self._alat, admitted.case, admitted.petugas
        if missing_ticks(alat, case):
            return _toast(query_id, words.CENTANG_DULU)
        preview = await alat.issuing.preview(case)
        if preview.halangan:
            return self._hindered(query_id, case, officer.id, preview.halangan)

        async def act(turn: Turn) -> None:
            await turn.toast(query_id, words.LIHAT_PRIBADI)
            await self._confirm_card(turn, case, officer.id, preview.blob)

        return act

    def approve(self, query_id: str, admitted: Admitted) -> Act:
        """Approve what was shown; issuing starts once this has committed."""
        alat, case, officer = self._alat, admitted.case, admitted.petugas

        async def act(turn: Turn) -> None:
            putusan = alat.cases.book.putusan(case)
            done = await alat.cases.approve(case, replace(putusan, perbaikan={}), by=officer.id)
            if isinstance(done, Kalah) or missing_ticks(alat, case):
                raise ApprovalLost
            await turn.toast(query_id, words.TERCATAT)
            await turn.strip(admitted.card)
            await self.tidy(turn, case, officer.id)
            await turn.say(officer.id, words.DISETUJUI.format(nomor=case.nomor))

            async def begin_issuing() -> None:
                await alat.issuing.start(case.id)

            turn.afterwards.append(begin_issuing)

        return act

    def decline(self, query_id: str, admitted: Admitted) -> Act:
        """Answer "no" to a question of ours: nothing changes."""

        async def act(turn: Turn) -> None:
            await turn.toast(query_id, words.DIBATALKAN)
            await turn.strip(admitted.card)

        return act

    def invite(self, query_id: str) -> Act:
        """Send an officer who never pressed /start to his private chat."""
        url = f"https://t.me/{self._alat.username}?start=petugas"

        async def act(turn: Turn) -> None:
            await turn.toast(query_id, words.MULAI_DULU, url=url)

        return act

    async def tidy(self, turn: Turn, case: Permohonan, petugas: int) -> None:
        """After a decision: the group's card shows it, private keyboards go, the desk is clear."""
        for card in await Kartu.filter(permohonan_id=case.id, jenis__in=PRIVATE_CARDS, aktif=True):
            await turn.strip(card)
        await self._alat.desk.clear(petugas)
        await board.redraw(self._alat, turn, case.id)

    async def _confirm_card(self, turn: Turn, case: Permohonan, petugas: int, blob: str) -> None:
        card = await turn.new_card(TEGAS, petugas, case_id=case.id)

        to = To(case, card)
        rows: Rows = [[(words.YA_TERBITKAN, to("ya")), (words.TIDAK, to("tidak"))]]
        caption = words.PRATINJAU.format(nomor=case.nomor)
        await turn.show(petugas, blob, caption, rows, card=card, subject=case.id)

    def _hindered(self, query_id: str, case: Permohonan, officer: int, reason: str) -> Act:
        """Say what the page lacks; the officer's form, if it is not filled in yet, is asked now."""
        text = words.HALANGAN.format(nomor=case.nomor, sebab=html.escape(reason, quote=False))
        form = self._form.begin(query_id, case, officer) if self._form.is_open(case) else None

        async def act(turn: Turn) -> None:
            await turn.say(officer, text, subject=case.id)
            if form is not None:
                await form(turn)
            else:
                await turn.toast(query_id, words.LIHAT_PRIBADI)

        return act

    def _late(self, query_id: str, case: Permohonan) -> Act:
        who = holder(self._alat, case.petugas)

        async def act(turn: Turn) -> None:
            await turn.toast(query_id, words.SEDANG_DITANGANI.format(siapa=who))
            await board.redraw(self._alat, turn, case.id)

        return act


class ApprovalLost(RuntimeError):
    """The case changed between the press and the commit: look again."""


def missing_ticks(alat: Alat, case: Permohonan) -> set[str]:
    """Return the mandatory checks that nobody has ticked yet."""
    must = {line.kode for line in alat.service(case).layanan.periksa if line.wajib}
    return must - ticks(case)


def _toast(query_id: str, text: str) -> Act:
    async def act(turn: Turn) -> None:
        await turn.toast(query_id, text, alert=True)

    return act

"""The officer's own small form, asked in his private chat by the same dialog engine."""

from collections.abc import Sequence
from dataclasses import replace

from core.bot.effects import Effects
from core.bot.keyboard import Rows
from core.bot.petugas import cards, checklist, sheet, words
from core.bot.petugas.cards import FORMULIR
from core.bot.petugas.gate import Admitted
from core.bot.tools import Alat
from core.bot.turn import Act, Turn, held, toast
from core.dialog import Balasan, Draft, Kejadian, Rencana, Tekan, carry, prompt, start
from core.meja import Langkah, Lembar
from core.permohonan import Permohonan

_DRAF = "draf"


class OfficerForm:
    """Asks, keeps and ends the officer's form of a case."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat
        self._effects = Effects(alat)

    def is_open(self, case: Permohonan) -> bool:
        """Tell whether the service has such a form and it is not filled in yet."""
        has = self._alat.service(case).rencana_petugas is not None
        return has and not self._alat.cases.book.putusan(case).petugas

    async def open_(self, press: Admitted) -> Act:
        """Show the form."""

        async def act(turn: Turn) -> None:
            await turn.toast(press.query_id)
            await self.begin(turn, press.case, press.petugas.id)

        return act

    async def begin(self, turn: Turn, case: Permohonan, officer: int) -> None:
        """Ask the first question; go on where it was left; or show again what was filled in."""
        plan, konteks = self._plan(case), self._alat.konteks()
        page = await sheet.of(self._alat, officer, case)
        filled = self._alat.cases.book.putusan(case).petugas
        if page.langkah is Langkah.FORMULIR:
            draft = self._draft(case, page.isi[_DRAF])
        elif filled:
            draft = replace(self._draft(case, filled), status="ringkas")
        else:
            versi = self._alat.service(case).layanan.versi
            draft = start(plan, case.layanan, versi, konteks).draft
        await self._keep(case, officer, draft)
        await self._ask(turn, officer, case, prompt(plan, draft, konteks), draft.rev)

    async def tap(self, press: Admitted) -> Act:
        """Play a press on a question of the form."""
        page = await sheet.of(self._alat, press.petugas.id, press.case)
        if page.langkah is not Langkah.FORMULIR:
            return toast(press.query_id, words.KARTU_BERUBAH)
        event = Tekan(press.card.revisi, press.arg)
        played = await self.answer(press.case, press.petugas.id, page, event)

        async def act(turn: Turn) -> None:
            await turn.toast(press.query_id)
            await played(turn)

        return act

    async def answer(self, case: Permohonan, officer: int, page: Lembar, event: Kejadian) -> Act:
        """Play an answer of the officer through the form."""
        draft = self._draft(case, page.isi[_DRAF])
        done = await self._effects.play(
            officer, case.id, self._plan(case), draft, event, self._alat.konteks()
        )

        async def act(turn: Turn) -> None:
            for more in done.acts:
                await more(turn)
            if done.ajukan:
                await self._finish(turn, case, officer, done.draft)
            elif done.hapus:
                await cards.strip(turn, case, FORMULIR)
                await sheet.clear(self._alat, officer, case)
                await turn.say(officer, words.TIDAK_JADI)
            else:
                await self._keep(case, officer, done.draft)
                await self._ask(turn, officer, case, done.balasan, done.draft.rev)

        return act

    async def _finish(self, turn: Turn, case: Permohonan, officer: int, draft: Draft) -> None:
        putusan = replace(self._alat.cases.book.putusan(case), petugas=draft.dump())
        noted = held(await self._alat.cases.note(case, putusan, by=officer))
        await self._alat.desk.lay(officer, Lembar(case.id))
        await cards.strip(turn, case, FORMULIR)
        await turn.say(officer, words.FORMULIR_SELESAI.format(nomor=case.nomor))
        await checklist.put(self._alat, turn, officer, noted)

    async def _keep(self, case: Permohonan, officer: int, draft: Draft) -> None:
        filled = Lembar(case.id, Langkah.FORMULIR, {_DRAF: draft.dump()})
        await self._alat.desk.lay(officer, filled)

    async def _ask(
        self, turn: Turn, officer: int, case: Permohonan, replies: Sequence[Balasan], rev: int
    ) -> None:
        for reply in replies:
            if not reply.tombol:
                await turn.say(officer, reply.teks)
                continue
            card, to = await cards.put(turn, officer, case, FORMULIR, revisi=rev)
            rows: Rows = [
                [(button.label, to("isi", button.aksi)) for button in row] for row in reply.tombol
            ]
            await turn.say(officer, reply.teks, rows, card=card)

    def _draft(self, case: Permohonan, kept: str) -> Draft:
        """Read what the officer wrote so far, carried over if his form has changed since."""
        draft, versi = Draft.load(kept), self._alat.service(case).layanan.versi
        return draft if draft.versi == versi else carry(self._plan(case), draft, versi, {}).draft

    def _plan(self, case: Permohonan) -> Rencana:
        plan = self._alat.service(case).rencana_petugas
        if plan is None:
            raise LookupError(f"{case.layanan} has no officer's form")
        return plan

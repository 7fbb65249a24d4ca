"""The dialog of one case: begin, answer, go on, give up, submit."""

from core.bahasa import kata
from core.bot import talks, words
from core.bot.effects import Effects
from core.bot.isian_diam import INGAT
from core.bot.pemohon import waktu
from core.bot.pemohon.ask import ask, drop_question
from core.bot.pemohon.berubah import still_meant, told, upgraded
from core.bot.pemohon.submit import submit, village
from core.bot.pemohon.surat import LetterDesk
from core.bot.petugas import board, cards
from core.bot.tools import Alat
from core.bot.turn import Act, Turn, held
from core.dialog import Draft, Kejadian, Kirim, prompt, start, uploads
from core.permohonan import Permohonan


class Filing:
    """Fills in and files cases."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat
        self._effects = Effects(alat)
        self._letters = LetterDesk(alat)

    async def begin(self, turn: Turn, chat_id: int, kode: str) -> None:
        """Open a draft and ask its first question."""
        service = self._alat.katalog.layanan[kode]
        konteks = await waktu.konteks(self._alat, service)
        first = start(service.rencana, kode, service.layanan.versi, konteks)
        case = await self._alat.cases.open(
            chat_id,
            layanan=kode,
            versi=service.layanan.versi,
            isian=first.draft.dump(),
            persetujuan=words.PRIVASI_VERSI,
        )
        await talks.focus_chat(turn.mint, chat_id, case.id)
        await ask(turn, chat_id, case, first.balasan, first.draft.rev)

    async def ask_again(self, turn: Turn, chat_id: int, case: Permohonan) -> None:
        """Repeat the present question of a draft."""
        service, alih = self._alat.service(case), self._alat.opened(case)
        await talks.focus_chat(turn.mint, chat_id, case.id)
        konteks = await waktu.konteks(self._alat, service)
        draft, replies = alih.draft, prompt(service.rencana, alih.draft, konteks)
        if alih.berubah:
            draft, replies = upgraded(service.rencana, alih, konteks)
            held(await self._alat.cases.keep(case, draft.dump(), versi=draft.versi))
        await ask(turn, chat_id, case, replies, draft.rev)

    async def answer(self, chat_id: int, case: Permohonan, event: Kejadian) -> Act:
        """Play an answer through the dialog; the returned act keeps and says what came of it.

        If the form has changed since, the citizen is told; and if what he answered is not asked
        any more, or in other words, it counts for nothing, and he is asked what is asked now.
        """
        service, alih = self._alat.service(case), self._alat.opened(case)
        konteks = await waktu.konteks(self._alat, service)
        result = await self._effects.play(
            chat_id, case.id, service.rencana, alih.draft, still_meant(alih, event), konteks
        )
        desa = await village(self._alat, service, result.draft) if result.ajukan else ""
        said = await self._letters.fetch(case, result.draft, told(alih, result.balasan))

        async def act(turn: Turn) -> None:
            for more in result.acts:
                await more(turn)
            if result.ajukan:
                await submit(self._alat, turn, case, result.draft, desa)
            elif result.hapus:
                await self.give_up(turn, chat_id, case)
            else:
                kept, versi = result.draft.dump(), result.draft.versi
                held(await self._alat.cases.keep(case, kept, versi=versi))
                if isinstance(event, Kirim):
                    # What it replaced is wanted no more, and would count towards the limit.
                    await self._alat.papers.keep_only(case.id, uploads(result.draft))
                await said.send_letter(turn, chat_id, case)
                await ask(turn, chat_id, case, said.balasan, result.draft.rev)

        return act

    async def give_up(self, turn: Turn, chat_id: int, case: Permohonan) -> None:
        """Delete a draft, or withdraw a case; say so."""
        held(await self._alat.cases.withdraw(case))
        await self._alat.papers.keep_only(case.id, ())
        if await talks.focused(turn.mint, chat_id) == case.id:
            await talks.focus_chat(turn.mint, chat_id, None)
        await cards.strip(turn, case, INGAT)
        if case.nomor is None:
            await turn.say(chat_id, kata(words.DIHAPUS))
        else:
            await turn.say(chat_id, kata(words.DIBATALKAN, nomor=case.nomor))
            await board.redraw(self._alat, turn, case.id)
        await drop_question(turn, chat_id)

    def draft(self, case: Permohonan) -> Draft:
        """Return the dialog's state of a case, carried over if its form has changed since."""
        return self._alat.draft(case)

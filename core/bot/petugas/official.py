"""Lampirkan PDF resmi: the officer sends the document of the national system instead of ours."""

from dataclasses import replace

from telegram import Message
from telegram.error import TelegramError

from core.bot import words as citizen_words
from core.bot.petugas import cards, checklist, sheet, words
from core.bot.petugas.gate import Admitted
from core.bot.text import plain
from core.bot.tools import Alat
from core.bot.turn import Act, Turn, held, toast
from core.meja import Langkah, Lembar
from core.permohonan import Permohonan

_LARGEST = 20_000_000  # Bot API: getFile gives at most 20 MB


class Official:
    """Takes the official PDF in and keeps it sealed until the case is issued."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat

    async def ask(self, press: Admitted) -> Act:
        """Wait for a PDF on this officer's desk."""
        officer, case = press.petugas.id, press.case
        if len(await self._alat.cases.products(case.id)) > 1:
            return toast(press.query_id, words.PDF_BANYAK, alert=True)

        async def act(turn: Turn) -> None:
            await turn.toast(press.query_id)
            await self._alat.desk.lay(officer, Lembar(case.id, Langkah.PDF))
            card, to = await cards.put(turn, officer, case, cards.PILIH)
            await turn.say(officer, words.KIRIM_PDF, [[(words.TIDAK, to("tidak"))]], card=card)

        return act

    async def drop(self, press: Admitted) -> Act:
        """Take the attached PDF off again."""
        case, officer = press.case, press.petugas.id

        async def act(turn: Turn) -> None:
            noted = await self._note(turn, case, officer, "")
            await turn.toast(press.query_id, words.PDF_DILEPAS)
            await checklist.redraw(self._alat, turn, noted, press.card)

        return act

    async def receive(self, case: Permohonan, officer: int, message: Message) -> Act:
        """Look at what was sent; downloads, so not in a transaction."""
        paper = message.document
        if paper is None:
            return _say(officer, words.KIRIM_PDF)
        if (paper.file_size or 0) > _LARGEST:
            return _refuse(officer, words.PDF_BESAR)
        try:
            content = await self._alat.download(paper.file_id)
        except TelegramError:
            return _refuse(officer, citizen_words.UNDUH_GAGAL)
        if refusal := await self._alat.issuing.check_official(content):
            return _refuse(officer, refusal)
        blob = await self._alat.issuing.keep_official(case.id, content)

        async def act(turn: Turn) -> None:
            noted = await self._note(turn, case, officer, blob)
            await turn.say(officer, words.PDF_DITERIMA.format(nomor=case.nomor))
            await cards.strip(turn, case, cards.PILIH)
            await sheet.clear(self._alat, officer, case)
            await checklist.put(self._alat, turn, officer, noted)

        return act

    async def _note(self, turn: Turn, case: Permohonan, officer: int, blob: str) -> Permohonan:
        """Write down which PDF is to be issued; the one before it is erased afterwards."""
        putusan = self._alat.cases.book.putusan(case)
        before = putusan.resmi

        async def forget() -> None:
            await self._alat.issuing.forget(before)

        if before:
            turn.afterwards.append(forget)
        changed = await self._alat.cases.note(case, replace(putusan, resmi=blob), by=officer)
        return held(changed)


def _refuse(officer: int, reason: str) -> Act:
    return _say(officer, words.BUKAN_PDF.format(sebab=plain(reason)))


def _say(officer: int, text: str) -> Act:
    async def act(turn: Turn) -> None:
        await turn.say(officer, text)

    return act

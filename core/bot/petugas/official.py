"""Lampirkan PDF resmi: the officer sends the document of the national system instead of ours."""

import html
from dataclasses import replace

from telegram import Message
from telegram.error import TelegramError

from core.bot import words as citizen_words
from core.bot.petugas import dossier, words
from core.bot.petugas.decide import Decisions
from core.bot.petugas.gate import Admitted
from core.bot.tools import Alat
from core.bot.turn import Act, Turn
from core.meja import Langkah, Lembar
from core.permohonan import Kalah, Permohonan

_LARGEST = 20_000_000  # Bot API: getFile gives at most 20 MB


class Official:
    """Takes the official PDF in and keeps it sealed until the case is issued."""

    def __init__(self, alat: Alat, decisions: Decisions) -> None:
        self._alat = alat
        self._decisions = decisions

    def ask(self, query_id: str, admitted: Admitted) -> Act:
        """Wait for a PDF on this officer's desk."""
        officer = admitted.petugas.id

        async def act(turn: Turn) -> None:
            await turn.toast(query_id)
            await self._alat.desk.lay(officer, Lembar(admitted.case.id, Langkah.PDF))
            await turn.say(officer, words.KIRIM_PDF)

        return act

    def drop(self, query_id: str, admitted: Admitted) -> Act:
        """Take the attached PDF off again."""

        async def act(turn: Turn) -> None:
            await turn.toast(query_id, words.PDF_DILEPAS)
            putusan = replace(self._alat.cases.book.putusan(admitted.case), resmi="")
            kept = await self._alat.cases.note(admitted.case, putusan, by=admitted.petugas.id)
            if isinstance(kept, Permohonan):
                await self._decisions.redraw_checklist(turn, kept, admitted.card)

        return act

    async def receive(self, case: Permohonan, officer: int, message: Message) -> Act:
        """Look at what was sent; downloads, so not in a transaction."""
        paper = message.document
        if paper is None:
            return self._say(officer, words.KIRIM_PDF)
        if (paper.file_size or 0) > _LARGEST:
            return self._refuse(officer, "Ukurannya lebih dari 20 MB.")
        try:
            content = await self._alat.download(paper.file_id)
        except TelegramError:
            return self._refuse(officer, citizen_words.UNDUH_GAGAL)
        if refusal := await self._alat.issuing.check_official(content):
            return self._refuse(officer, refusal)
        blob = await self._alat.issuing.keep_official(case.id, content)

        async def act(turn: Turn) -> None:
            putusan = replace(self._alat.cases.book.putusan(case), resmi=blob)
            kept = await self._alat.cases.note(case, putusan, by=officer)
            if isinstance(kept, Kalah):
                await turn.say(officer, words.SUDAH_BERUBAH.format(keadaan=kept.status.value))
                return
            await self._alat.desk.lay(officer, Lembar(case.id))
            await turn.say(officer, words.PDF_DITERIMA.format(nomor=case.nomor))
            await dossier.put_checklist(self._alat, turn, officer, kept)

        return act

    def _refuse(self, officer: int, reason: str) -> Act:
        return self._say(officer, words.BUKAN_PDF.format(sebab=html.escape(reason, quote=False)))

    def _say(self, officer: int, text: str) -> Act:
        async def act(turn: Turn) -> None:
            await turn.say(officer, text)

        return act

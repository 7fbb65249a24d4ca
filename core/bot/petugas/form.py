"""The officer's own small form, asked in his private chat by the same dialog engine."""

from dataclasses import replace

from core.bot.models import Kartu
from core.bot.petugas import words
from core.bot.petugas.buttons import To
from core.bot.petugas.gate import FORMULIR
from core.bot.tools import Alat
from core.bot.turn import Act, Rows, Turn
from core.dialog import Ajukan, Balasan, Draft, Kejadian, Konteks, Rencana, start, step
from core.meja import Langkah, Lembar
from core.permohonan import Kalah, Permohonan

_DRAF = "draf"


class OfficerForm:
    """Asks, keeps and ends the officer's form of a case."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat

    def is_open(self, case: Permohonan) -> bool:
        """Tell whether the service has such a form and it is not filled in yet."""
        plan = self._alat.service(case).rencana_petugas
        return plan is not None and not self._alat.cases.book.putusan(case).petugas

    def begin(self, query_id: str, case: Permohonan, petugas: int) -> Act:
        """Ask the first question, or show the form again with what it holds."""

        async def act(turn: Turn) -> None:
            await turn.toast(query_id, words.LIHAT_PRIBADI)
            first = start(self._plan(case), case.layanan, case.versi, self._konteks())
            await self._keep(case, petugas, first.draft)
            await self._ask(turn, petugas, case, first.balasan, first.draft.rev)

        return act

    async def answer(self, case: Permohonan, petugas: int, sheet: Lembar, event: Kejadian) -> Act:
        """Play an answer of the officer through the form."""
        draft = Draft.load(sheet.isi[_DRAF])
        done = step(self._plan(case), draft, event, self._konteks())
        finished = any(isinstance(effect, Ajukan) for effect in done.efek)

        async def act(turn: Turn) -> None:
            if not finished:
                await self._keep(case, petugas, done.draft)
                await self._ask(turn, petugas, case, done.balasan, done.draft.rev)
                return
            putusan = replace(self._alat.cases.book.putusan(case), petugas=done.draft.dump())
            kept = await self._alat.cases.note(case, putusan, by=petugas)
            if isinstance(kept, Kalah):
                return
            await self._alat.desk.lay(petugas, Lembar(case.id))
            await turn.say(petugas, words.FORMULIR_SELESAI.format(nomor=case.nomor))

        return act

    def rev(self, sheet: Lembar) -> int:
        """Return the revision of the form on a desk."""
        return Draft.load(sheet.isi[_DRAF]).rev

    def _plan(self, case: Permohonan) -> Rencana:
        plan = self._alat.service(case).rencana_petugas
        if plan is None:
            raise LookupError(f"{case.layanan} has no officer's form")
        return plan

    def _konteks(self) -> Konteks:
        kantor = self._alat.kantor
        return Konteks(kantor.tanggal_setempat(self._alat.now()), kantor.desa, kantor.nama_dinas)

    async def _keep(self, case: Permohonan, petugas: int, draft: Draft) -> None:
        await self._alat.desk.lay(
            petugas, Lembar(case.id, Langkah.FORMULIR, {_DRAF: draft.dump()})
        )

    async def _ask(
        self,
        turn: Turn,
        petugas: int,
        case: Permohonan,
        replies: tuple[Balasan, ...],
        rev: int,
    ) -> None:
        for old in await Kartu.filter(permohonan_id=case.id, jenis=FORMULIR, aktif=True):
            await turn.strip(old)
        for reply in replies:
            card = await turn.new_card(FORMULIR, petugas, case_id=case.id, revisi=rev)
            rows: Rows = [
                [(button.label, To(case, card)("isi", button.aksi)) for button in row]
                for row in reply.tombol
            ]
            await turn.say(petugas, reply.teks, rows, card=card if rows else None)

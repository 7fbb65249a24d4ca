"""The dialog of one case: begin, answer, go on, give up, submit."""

from collections.abc import Sequence
from datetime import date

from core.bot import talks, words
from core.bot.pemohon import menu
from core.bot.pemohon.ask import ask, drop_question
from core.bot.pemohon.effects import Effects, Hasil
from core.bot.petugas import board
from core.bot.tools import Alat
from core.bot.turn import Act, Turn
from core.dialog import (
    Balasan,
    Draft,
    Kejadian,
    Konteks,
    finish,
    prompt,
    searches,
    start,
)
from core.permohonan import JalanKeluar, Kalah, Permohonan, ProdukBaru
from core.registry import LayananSiap


class ChangedMeanwhile(RuntimeError):
    """The case changed between reading and writing; the update is tried again from the start."""


class Filing:
    """Fills in and files cases."""

    def __init__(self, alat: Alat) -> None:
        self._alat = alat
        self._effects = Effects(alat)

    def konteks(self) -> Konteks:
        """Return what a dialog may know of the world today."""
        kantor = self._alat.kantor
        return Konteks(self.today(), kantor.desa, kantor.nama_dinas)

    def today(self) -> date:
        """Return the office's date."""
        return self._alat.kantor.tanggal_setempat(self._alat.now())

    async def begin(self, turn: Turn, chat_id: int, kode: str) -> None:
        """Open a draft and ask its first question."""
        service = self._alat.katalog.layanan[kode]
        first = start(service.rencana, kode, service.layanan.versi, self.konteks())
        case = await self._alat.cases.open(
            chat_id,
            layanan=kode,
            versi=service.layanan.versi,
            isian=first.draft.dump(),
            persetujuan=words.PRIVASI_VERSI,
        )
        await talks.focus_chat(turn.mint, chat_id, case.id)
        await ask(turn, chat_id, case, first.balasan, first.draft.rev)

    async def ask_again(self, turn: Turn, chat_id: int, case: Permohonan, note: str = "") -> None:
        """Repeat the present question of a draft."""
        service, draft = self._alat.service(case), self.draft(case)
        replies = prompt(service.rencana, draft, self.konteks())
        opening: Sequence[Balasan] = [Balasan(note, tanya=False)] if note else []
        await talks.focus_chat(turn.mint, chat_id, case.id)
        await ask(turn, chat_id, case, [*opening, *replies], draft.rev)

    async def answer(self, chat_id: int, case: Permohonan, event: Kejadian) -> Act:
        """Play an answer through the dialog; the returned act keeps and says what came of it."""
        service = self._alat.service(case)
        result = await self._effects.play(
            chat_id, case.id, service.rencana, self.draft(case), event, self.konteks()
        )
        desa = await self._village(service, result.draft) if result.ajukan else ""

        async def act(turn: Turn) -> None:
            for more in result.acts:
                await more(turn)
            if result.ajukan:
                await self._submit(turn, chat_id, case, service, result, desa)
            elif result.hapus:
                await self.give_up(turn, chat_id, case)
            else:
                self._hold(await self._alat.cases.keep(case, result.draft.dump()))
                await ask(turn, chat_id, case, result.balasan, result.draft.rev)

        return act

    async def give_up(self, turn: Turn, chat_id: int, case: Permohonan) -> None:
        """Delete a draft, or withdraw a case; say so."""
        self._hold(await self._alat.cases.withdraw(case))
        await talks.focus_chat(turn.mint, chat_id, None)
        await drop_question(turn, chat_id)
        if case.nomor is None:
            await turn.say(chat_id, words.DIHAPUS)
            return
        await board.redraw(self._alat, turn, case.id)
        await turn.say(chat_id, words.DIBATALKAN.format(nomor=case.nomor))

    def draft(self, case: Permohonan) -> Draft:
        """Return the dialog's state of a case."""
        return Draft.load(self._alat.cases.book.isian(case))

    async def _submit(
        self,
        turn: Turn,
        chat_id: int,
        case: Permohonan,
        service: LayananSiap,
        result: Hasil,
        desa: str,
    ) -> None:
        alat, hasil = self._alat, service.layanan.hasil
        kontak = finish(service.rencana, result.draft).kontak
        email = kontak.email if kontak else None
        now = alat.now()
        filed = await alat.cases.submit(
            case,
            result.draft.dump(),
            desa=desa,
            produk=[
                ProdukBaru(
                    jenis=hasil.jenis,
                    nama=hasil.nama,
                    jalan=JalanKeluar.EMAIL if email else JalanKeluar.AMBIL,
                    alamat=email,
                )
            ],
            batas_at=alat.kantor.tenggat(case.layanan, now),
        )
        filed = self._hold(filed)
        await drop_question(turn, chat_id)
        await talks.focus_chat(turn.mint, chat_id, None)
        sentence = words.RESI if case.nomor is None else words.RESI_PERBAIKAN
        await turn.say(
            chat_id,
            sentence.format(
                nomor=filed.nomor,
                judul=menu.title(alat, filed),
                batas=alat.kantor.kalimat_waktu(filed.batas_at) if filed.batas_at else "",
            ),
            subject=filed.id,
        )
        await board.redraw(alat, turn, filed.id)

    async def _village(self, service: LayananSiap, draft: Draft) -> str:
        """Return the village for the group's card: typed in the form, or the family's own."""
        code = village_code(draft.jawaban)
        if code is not None:
            found = next((d for d in self._alat.kantor.desa if d.kode == code), None)
            return found.kode if found else ""
        for one in searches(service.rencana, draft).values():
            held = await self._alat.population.fetch(one.jenis, one.nomor)
            name = getattr(held, "desa", None)
            match = (
                d for d in self._alat.kantor.desa if d.nama.casefold() == str(name).casefold()
            )
            if found := next(match, None):
                return found.kode
        return ""

    def _hold(self, changed: Permohonan | Kalah) -> Permohonan:
        if isinstance(changed, Kalah):
            raise ChangedMeanwhile
        return changed


def village_code(answers: dict[str, object]) -> str | None:
    """Return the village code among the answers of a form, if it asks for one."""
    code = answers.get("desa")
    return code if isinstance(code, str) else None

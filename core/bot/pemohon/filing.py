"""The dialog of one case: begin, answer, go on, give up, submit."""

from datetime import date

from core.bot import talks, words
from core.bot.effects import Effects, Hasil
from core.bot.pemohon import menu
from core.bot.pemohon.ask import ask, drop_question
from core.bot.petugas import board
from core.bot.tools import Alat
from core.bot.turn import Act, Turn, held
from core.dialog import (
    Draft,
    Kejadian,
    Konteks,
    finish,
    papers,
    prompt,
    refit,
    searches,
    start,
)
from core.permohonan import JalanKeluar, Permohonan, ProdukBaru
from core.registry import LayananSiap


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

    async def ask_again(self, turn: Turn, chat_id: int, case: Permohonan) -> None:
        """Repeat the present question of a draft."""
        service, draft = self._alat.service(case), self.draft(case)
        await talks.focus_chat(turn.mint, chat_id, case.id)
        replies = prompt(service.rencana, draft, self.konteks())
        await ask(turn, chat_id, case, replies, draft.rev)

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
                held(await self._alat.cases.keep(case, result.draft.dump()))
                await ask(turn, chat_id, case, result.balasan, result.draft.rev)

        return act

    async def give_up(self, turn: Turn, chat_id: int, case: Permohonan) -> None:
        """Delete a draft, or withdraw a case; say so."""
        held(await self._alat.cases.withdraw(case))
        await self._alat.papers.keep_only(case.id, ())
        await talks.focus_chat(turn.mint, chat_id, None)
        if case.nomor is None:
            await turn.say(chat_id, words.DIHAPUS)
        else:
            await turn.say(chat_id, words.DIBATALKAN.format(nomor=case.nomor))
            await board.redraw(self._alat, turn, case.id)
        await drop_question(turn, chat_id)

    def draft(self, case: Permohonan) -> Draft:
        """Return the dialog's state of a case, carried over if its form has changed since."""
        layanan, draft = self._alat.service(case), Draft.load(self._alat.cases.book.isian(case))
        versi = layanan.layanan.versi
        return draft if draft.versi == versi else refit(layanan.rencana, draft, versi)

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
        filed = held(filed)
        sent = papers(service.rencana, result.draft)
        await alat.papers.keep_only(case.id, [one.unggahan.berkas for one in sent])
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
        await drop_question(turn, chat_id)
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


def village_code(answers: dict[str, object]) -> str | None:
    """Return the village code among the answers of a form, if it asks for one."""
    code = answers.get("desa")
    return code if isinstance(code, str) else None

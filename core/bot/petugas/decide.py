"""Take, release, tick, approve: the decisions that need no words of the officer."""

from dataclasses import replace

from core.bot import words_versi
from core.bot.models import Kartu
from core.bot.petugas import board, cards, checklist, dossier, late, sheet, words, words_pratinjau
from core.bot.petugas.form import OfficerForm
from core.bot.petugas.gate import CONFIRM_WITHIN, Admitted
from core.bot.petugas.rules import RULES
from core.bot.text import bullets, plain
from core.bot.tools import Alat
from core.bot.turn import Act, Turn, held, toast
from core.meja import Lembar
from core.permohonan import Permohonan, StatusPermohonan, is_due, ticks


class Decisions:
    """What the buttons Ambil, Lepas, the checklist's lines and Setujui do."""

    def __init__(self, alat: Alat, form: OfficerForm) -> None:
        self._alat = alat
        self._form = form

    async def take(self, press: Admitted) -> Act:
        """Give the case to this officer and show it to him in private."""
        alat, officer, case = self._alat, press.petugas, press.case
        if case.status != StatusPermohonan.DIAJUKAN:
            said = await late.sentence(alat, case, officer, RULES["take"])
            return toast(press.query_id, said)
        perkara = await dossier.open_(alat, case)

        async def act(turn: Turn) -> None:
            taken = held(await alat.cases.take(case, by=officer.id))
            await turn.toast(press.query_id, words.LIHAT_PRIBADI)
            await board.redraw(alat, turn, case.id)
            await dossier.show(alat, turn, officer.id, taken, perkara)
            await alat.desk.lay(officer.id, Lembar(taken.id))

        return act

    async def release(self, press: Admitted) -> Act:
        """Put the case back into the queue."""

        async def act(turn: Turn) -> None:
            held(await self._alat.cases.release(press.case, by=press.petugas.id))
            await turn.toast(press.query_id, words.TERCATAT)
            await self.tidy(turn, press.case, press.petugas.id)

        return act

    async def tick(self, press: Admitted) -> Act:
        """Tick or untick a line of the checklist."""
        known = {line.kode for line in self._alat.service(press.case).layanan.periksa}
        if press.arg not in known:
            return toast(press.query_id, words.TIDAK_DIIZINKAN)

        async def act(turn: Turn) -> None:
            cases, officer = self._alat.cases, press.petugas.id
            ticked = held(await cases.tick(press.case, press.arg, by=officer))
            await turn.toast(press.query_id)
            await checklist.redraw(self._alat, turn, ticked, press.card)

        return act

    async def propose(self, press: Admitted) -> Act:
        """Show the page marked PRATINJAU in private and ask once more."""
        alat, case, officer = self._alat, press.case, press.petugas.id
        if missing_ticks(alat, case):
            return toast(press.query_id, words.CENTANG_DULU, alert=True)
        if dossier.complete(alat, case) is None:
            return toast(press.query_id, words_versi.FORMULIR_BARU_SINGKAT, alert=True)
        if await self._is_proposed(case):
            return toast(press.query_id, words.LIHAT_PRIBADI)
        names = [plain(one.nama) for one in await alat.cases.products(case.id)]
        caption = words.PRATINJAU.format(nomor=case.nomor, nama=", ".join(names))
        preview = await alat.issuing.preview(case)
        if preview.halangan:
            return self._hindered(press, preview.halangan)

        async def act(turn: Turn) -> None:
            await turn.toast(press.query_id, words.LIHAT_PRIBADI)
            seen = replace(alat.cases.book.putusan(case), penduduk=preview.penduduk)
            noted = held(await alat.cases.note(case, seen, by=officer))
            card, to = await cards.put(turn, officer, noted, cards.TERBITKAN, revisi=noted.revisi)
            rows = [[(words.YA_TERBITKAN, to("ya")), (words.TIDAK, to("tidak"))]]
            for name, earlier in zip(names, preview.sebelumnya, strict=False):
                other = words.PRATINJAU_LAIN.format(nama=name)
                await turn.show(officer, earlier, other, once=True, subject=case.id)
            await turn.show(
                officer, preview.blob, caption, rows, once=True, card=card, subject=case.id
            )

        return act

    async def approve(self, press: Admitted) -> Act:
        """Approve what was shown; issuing starts once this has committed."""
        alat, case, officer = self._alat, press.case, press.petugas.id
        if missing_ticks(alat, case):
            return toast(press.query_id, words.CENTANG_DULU, alert=True)
        if dossier.complete(alat, case) is None:
            return toast(press.query_id, words_versi.FORMULIR_BARU_SINGKAT, alert=True)
        follow = follow_up(alat, case)
        putusan = replace(alat.cases.book.putusan(case), perbaikan={}, tindak_lanjut=follow)

        hours = alat.kantor.pratinjau.pemohon_jam
        look = is_due(case, jam=hours, resmi=bool(putusan.resmi))
        approved = words_pratinjau.DISETUJUI if look else words.DISETUJUI

        async def begin_issuing() -> None:
            await alat.issuing.start(case.id)

        async def act(turn: Turn) -> None:
            held(await alat.cases.approve(case, putusan, by=officer, pratinjau=look))
            await turn.toast(press.query_id, words.TERCATAT)
            text = approved.format(nomor=case.nomor, jam=hours)
            if follow:
                text += words.LANJUTAN_DISETUJUI.format(isi=bullets(follow))
            await turn.say(officer, text)
            await self.tidy(turn, case, officer)
            turn.afterwards.append(begin_issuing)

        return act

    async def decline(self, press: Admitted) -> Act:
        """Answer "no" to a question of ours: nothing changes, and no words are waited for."""

        async def act(turn: Turn) -> None:
            await turn.toast(press.query_id, words.TIDAK_JADI)
            await turn.strip(press.card)
            await sheet.clear(self._alat, press.petugas.id, press.case)

        return act

    async def tidy(self, turn: Turn, case: Permohonan, officer: int) -> None:
        """After a decision: the group's card shows it, private keyboards go, the desk is clear."""
        await board.redraw(self._alat, turn, case.id)
        await cards.strip(turn, case, *cards.PRIVATE)
        await sheet.clear(self._alat, officer, case)

    async def _is_proposed(self, case: Permohonan) -> bool:
        """Tell whether the preview of this very case still waits for an answer (a double tap)."""
        since = self._alat.now() - CONFIRM_WITHIN / 2
        return await Kartu.exists(
            permohonan_id=case.id,
            jenis=cards.TERBITKAN,
            revisi=case.revisi,
            aktif=True,
            dibuat_at__gt=since,
        )

    def _hindered(self, press: Admitted, reason: str) -> Act:
        """Say what the page lacks; the officer's form, if it is still empty, is asked now."""
        case, officer = press.case, press.petugas.id
        text = words.HALANGAN.format(nomor=case.nomor, sebab=plain(reason))

        async def act(turn: Turn) -> None:
            await turn.toast(press.query_id, words.LIHAT_PRIBADI)
            await turn.say(officer, text, subject=case.id)
            if self._form.is_open(case):
                await self._form.begin(turn, case, officer)

        return act


def missing_ticks(alat: Alat, case: Permohonan) -> set[str]:
    """Return the mandatory checks that nobody has ticked yet."""
    must = {line.kode for line in alat.service(case).layanan.periksa if line.wajib}
    return must - ticks(case)


def follow_up(alat: Alat, case: Permohonan) -> tuple[str, ...]:
    """Return what the office must do elsewhere because of this case."""
    service = alat.service(case)
    if service.layanan.tindak_lanjut is None:
        return ()
    isian = dossier.complete(alat, case)
    return tuple(service.layanan.tindak_lanjut(isian)) if isian is not None else ()
